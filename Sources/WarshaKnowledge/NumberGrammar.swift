// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The Arabic numeral grammar: digits with separators, spelled cardinals in every case, gender and
/// state, duals, fused and split hundreds, thousand to trillion with digits or words, fractions,
/// decimals, ordinals, the numerals of Egypt and the Levant.
///
/// Words come from `numbers.tsv`; this is the face of the grammars of cardinals, ordinals and
/// notation. ICU's spell-out rules are not used: they refuse مئة, خمس, عشرين and all of the fused
/// hundreds, and stop early in others.
public struct NumberGrammar: Sendable {
  // The only stored property: plugins copy the grammar in hot loops, at the cost of one reference.
  private let words: NumberWords
  private var cardinals: CardinalGrammar { CardinalGrammar(words: words) }
  private var ordinals: OrdinalGrammar { OrdinalGrammar(words: words) }

  /// Reads the words.
  ///
  /// - Throws: A fault with file and line of a row that is no number word.
  public init(table: Table, folding: Folding) throws {
    words = try NumberWords(table: table, folding: folding)
  }

  /// The number that begins at a token, with as much of its words as belong together.
  ///
  /// - Parameters:
  ///   - text: The analysed text.
  ///   - index: Index of the token.
  ///   - end: Index after the last token to look at, e.g. the sentence's end.
  /// - Returns: The longest number, its proclitics left out; nil when none begins here.
  public func phrase(in text: AnalysedText, at index: Int, end: Int) -> NumberPhrase? {
    let token = text.tokens[index]
    if token.isNumber { return digits(text, index, end) }
    guard token.isArabic else { return nil }
    for front in 0...2 where token.mayStrip(front) {
      if words.mayBegin(withHash: text.hash(of: token, front: front)) {
        return phrase(text, index, from: front, end)
      }
    }
    return nil
  }

  /// The number that begins at a token, with the notation of arithmetic: `-10,000`, `٫٧٧`, `77/100`,
  /// `12e-3`, سالب خمسة, واحد على ثلاثة.
  ///
  /// Apart from `phrase`, because `5/12` may be a day and `5-10` is a range.
  ///
  /// - Returns: The number, its first token the sign when it has one; nil when none begins here.
  public func numeral(in text: AnalysedText, at index: Int, end: Int) -> NumberPhrase? {
    NumeralGrammar(words: words, numbers: self).numeral(text, index, end)
  }

  /// The ordinal that begins at a token: الثالث, ثالث, الحادية عشرة, الخامس والعشرون, المئة والعشرون.
  ///
  /// - Returns: The phrase with the value, or nil.
  public func ordinal(in text: AnalysedText, at index: Int, end: Int) -> NumberPhrase? {
    ordinals.ordinal(text, index, end)
  }

  /// Whether a number in words, an ordinal included, may begin at a token; cheap.
  public func mayBegin(_ text: AnalysedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic else { return false }
    for front in 0...2 where token.mayStrip(front) {
      if words.mayBegin(withHash: text.hash(of: token, front: front)) { return true }
      if token.hasArticle(after: front),
        words.mayBegin(withHash: text.hash(of: token, front: front + 2))
      {
        return true
      }
    }
    return false
  }

  /// Whether a number in words may begin with a word of a hash; cheaper yet.
  @inline(__always)
  public func mayBegin(withHash hash: UInt64) -> Bool { words.mayBegin(withHash: hash) }

  /// The value of a single cardinal word below 100, by the hash of its folded letters.
  ///
  /// - Returns: The value, or nil of any other word.
  public func cardinal(ofHash hash: UInt64) -> Double? {
    guard let (kind, value) = words.meaning(ofHash: hash) else { return nil }
    switch kind {
    case .one, .unit, .ten, .teen, .tens: return value
    default: return nil
    }
  }

  /// The words and figures of a number with their classes and values in the table, for derivations:
  /// `خمسة (unit 5) + عشرون (tens 20)`.
  public func derivation(of phrase: NumberPhrase, in text: AnalysedText) -> String {
    var parts: [String] = []
    var index = phrase.first
    while index <= phrase.last {
      let (part, count) = part(text, index, phrase.last + 1)
      if let part { parts.append(part) }
      index += count
    }
    return parts.joined(separator: " + ")
  }

  // MARK: Forms

  /// Multiplies a number by the scales behind it: `3/4 مليون`.
  func multiply(_ phrase: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    var cardinal = CardinalGrammar.Cardinal(value: phrase.value, last: phrase.last)
    cardinals.multiply(&cardinal, text, end)
    (phrase.value, phrase.last) = (cardinal.value, cardinal.last)
  }

  /// The number in words behind `start` or more proclitic units. Apart, to keep what comes before
  /// it small: nearly every word of a text is refused there.
  @inline(never)
  private func phrase(
    _ text: AnalysedText, _ index: Int, from start: Int, _ end: Int
  ) -> NumberPhrase? {
    for front in start...2 where text.tokens[index].mayStrip(front) {
      guard let first = words.word(text, index, front, end: end) else { continue }
      if first.kind == .none { return nil }
      if let phrase = phrase(text, index, front, first, end) { return phrase }
    }
    return nil
  }

  @inline(never)
  private func digits(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    cardinals.inDigits(text, index, end).flatMap { found($0, index, 0, .digits) }
  }

  private func phrase(
    _ text: AnalysedText, _ index: Int, _ front: Int, _ first: NumberWords.Word, _ end: Int
  ) -> NumberPhrase? {
    let place = NumberWords.Place(index: index, front: front)
    switch first.kind {
    case .few, .vague, .scales: return vague(text, place, first, end)
    case .fraction, .unit, .ten:
      if let share = share(text, place, first, end) {
        return NumberPhrase(first: index, front: front, last: index, value: share, form: .fraction)
      }
      if var fraction = cardinals.fractionOfWhole(text, place, end) {
        let form: NumberPhrase.Form = fraction.scale > 0 ? .words : .fraction
        if fraction.scale > 0 { cardinals.multiply(&fraction, text, end) }
        return found(fraction, index, front, form)
      }
    case .ordinal, .dozen, .parts, .none, .minus, .part: return nil
    default: break
    }
    return cardinals.inWords(text, place, end).flatMap { found($0, index, front, .words) }
  }

  /// عشرات الآلاف, بضعة آلاف, ملايين
  private func vague(
    _ text: AnalysedText, _ place: NumberWords.Place, _ first: NumberWords.Word, _ end: Int
  ) -> NumberPhrase {
    var phrase = NumberPhrase(
      first: place.index, front: place.front, last: place.index + first.tokenCount - 1,
      value: first.value, form: first.kind == .few ? .few : .vague)
    let next = phrase.last + 1
    let skip = next < end && text.tokens[next].hasArticle(after: 0) ? 2 : 0
    guard let scale = words.word(text, next, skip, end: end) else { return phrase }
    switch scale.kind {
    case .scale, .scales, .accusative: break
    case .vague where first.kind == .few: break
    default: return phrase
    }
    phrase.value *= scale.value
    phrase.last = next
    return phrase
  }

  /// خمس الأراضي: a fifth, while خمس أراض are five.
  private func share(
    _ text: AnalysedText, _ place: NumberWords.Place, _ first: NumberWords.Word, _ end: Int
  ) -> Double? {
    let next = place.index + 1
    guard first.kind != .fraction, next < end, text.tokens[next].hasArticle(after: 0) else {
      return nil
    }
    return words.share(text, place.index, place.front)
  }

  private func found(
    _ cardinal: CardinalGrammar.Cardinal, _ index: Int, _ front: Int, _ form: NumberPhrase.Form
  ) -> NumberPhrase? {
    guard cardinal.value.isFinite else { return nil }
    var phrase = NumberPhrase(
      first: index, front: front, last: cardinal.last, value: cardinal.value, form: form)
    phrase.endsInScale = cardinal.scale > 0
    return phrase
  }

  /// One word or figure of a derivation, and its number of tokens.
  private func part(_ text: AnalysedText, _ index: Int, _ end: Int) -> (String?, Int) {
    let token = text.tokens[index]
    guard token.isArabic else {
      return (token.isNumber ? text.string(token.range) : nil, 1)
    }
    for front in 0...4 where front > 2 || token.mayStrip(front) {
      guard let word = words.word(text, index, front, end: end) else { continue }
      let surface = text.string(
        text.range(from: index, front: front, through: index + word.tokenCount - 1))
      let value = Scalar.number(word.value).description
      return ("\(surface) (\(word.kind.rawValue) \(value))", word.tokenCount)
    }
    return (nil, 1)
  }
}
