// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The Arabic numeral grammar: digits with separators, spelled cardinals in every case, gender and
/// state, duals, fused and split hundreds, thousand to trillion with digits or words, fractions.
///
/// Words come from `numbers.tsv`. ICU's spell-out rules are not used: they refuse مئة, خمس, عشرين
/// and كل of the fused hundreds, and stop early in others.
public struct NumberGrammar: Sendable {
  /// Classes of number words in the table.
  enum Kind: UInt8 {
    case unit, ten, teen, tens, hundred, hundreds, scale, scale2, fraction, ordinal, few, vague

    init?(_ name: String) {
      switch name {
      case "unit": self = .unit
      case "ten": self = .ten
      case "teen": self = .teen
      case "tens": self = .tens
      case "hundred": self = .hundred
      case "hundreds": self = .hundreds
      case "scale": self = .scale
      case "scale2": self = .scale2
      case "fraction": self = .fraction
      case "ordinal": self = .ordinal
      case "few": self = .few
      case "vague": self = .vague
      default: return nil
      }
    }
  }

  struct Word {
    var kind: Kind
    var value: Double
    /// Number of tokens it covers: 1 but for ثلاثة أرباع and the like.
    var tokenCount: Int
  }

  private let lexicon: Lexicon
  private let kinds: [Kind]
  private let values: [Double]

  /// Reads the words.
  ///
  /// - Throws: A fault with file and line of a row that is no number word.
  public init(table: Table, folding: Folding) throws {
    var lexicon = Lexicon()
    var kinds: [Kind] = []
    var values: [Double] = []
    for row in table.rows {
      guard let kind = Kind(row["kind"]), let value = try row.number("value") else {
        throw Table.Fault("\(table.name):\(row.line): kind \"\(row["kind"])\" is unknown")
      }
      lexicon.add(folding.words(try row.required("form")), kinds.count)
      kinds.append(kind)
      values.append(value)
    }
    self.lexicon = lexicon
    self.kinds = kinds
    self.values = values
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
    if token.isNumber { return digitsPhrase(text, index, end) }
    guard token.isArabic else { return nil }
    for front in 0...2 where token.mayStrip(front) {
      if let phrase = wordsPhrase(text, index, front, end) { return phrase }
    }
    return nil
  }

  /// Whether a number word, an ordinal included, may begin at a token; cheap.
  public func mayBegin(_ text: AnalysedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic else { return false }
    for front in 0...2 where token.mayStrip(front) {
      if lexicon.longest(in: text, at: index, front: front) != nil { return true }
      if token.hasArticle(after: front),
        lexicon.entry(ofHash: text.hash(of: token, front: front + 2)) != nil
      {
        return true
      }
    }
    return false
  }

  // MARK: Digits

  private func digitsPhrase(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    guard let number = DigitString.read(text, at: index, end: end) else { return nil }
    var phrase = NumberPhrase(
      first: index, front: 0, last: number.last, value: number.value, form: .digits)
    let next = number.last + 1
    if next < end, let scale = word(text, next, 0), scale.kind == .scale {
      phrase.value *= scale.value
      phrase.last = next
      phrase.endsInScale = true
      continueSum(&phrase, text, below: scale.value, end)
    }
    addFraction(&phrase, text, end)
    return phrase
  }

  // MARK: Words

  /// A number word at a token, or nil.
  func word(_ text: AnalysedText, _ index: Int, _ front: Int) -> Word? {
    guard index < text.tokens.count,
      let match = lexicon.longest(in: text, at: index, front: front)
    else { return nil }
    let payload = lexicon.payload(of: match.entry)
    return Word(kind: kinds[payload], value: values[payload], tokenCount: match.tokenCount)
  }

  private func wordsPhrase(
    _ text: AnalysedText, _ index: Int, _ front: Int, _ end: Int
  ) -> NumberPhrase? {
    guard let first = word(text, index, front) else { return nil }
    switch first.kind {
    case .few, .vague:
      var phrase = NumberPhrase(
        first: index, front: front, last: index + first.tokenCount - 1, value: first.value,
        form: first.kind == .few ? .few : .vague)
      // عشرات الآلاف, بضعة آلاف
      let next = phrase.last + 1
      let skip = next < end && text.tokens[next].hasArticle(after: 0) ? 2 : 0
      if next < end, let scale = word(text, next, skip), scale.kind == .scale {
        phrase.value *= scale.value
        phrase.last = next
      }
      return phrase
    case .fraction:
      return NumberPhrase(
        first: index, front: front, last: index + first.tokenCount - 1, value: first.value,
        form: .fraction)
    case .ordinal: return nil
    default:
      guard let group = group(text, index, front, end) else { return nil }
      var phrase = NumberPhrase(
        first: index, front: front, last: group.last, value: group.value, form: .words)
      if group.scale > 0 {
        phrase.endsInScale = true
        continueSum(&phrase, text, below: group.scale, end)
      }
      addFraction(&phrase, text, end)
      return phrase
    }
  }

  private typealias Group = (value: Double, last: Int, scale: Double)

  /// A number below a thousand with the scale word after it, or a scale word alone.
  private func group(_ text: AnalysedText, _ index: Int, _ front: Int, _ end: Int) -> Group? {
    guard let first = word(text, index, front) else { return nil }
    if first.kind == .scale { return (first.value, index, first.value) }
    if first.kind == .scale2 { return (2 * first.value, index, first.value) }
    guard var small = belowThousand(text, index, front, end) else { return nil }
    let next = small.last + 1
    if next < end, let scale = word(text, next, 0), scale.kind == .scale {
      small.value *= scale.value
      small.last = next
      // مئة ألف مليون
      if next + 1 < end, let more = word(text, next + 1, 0), more.kind == .scale,
        more.value > scale.value
      {
        return (small.value * more.value, next + 1, more.value)
      }
      return (small.value, next, scale.value)
    }
    return (small.value, small.last, 0)
  }

  /// Hundreds, tens and units joined by و, in the order of speech.
  private func belowThousand(
    _ text: AnalysedText, _ index: Int, _ front: Int, _ end: Int
  ) -> (value: Double, last: Int)? {
    guard let first = word(text, index, front) else { return nil }
    var sum = 0.0
    var last = index
    switch first.kind {
    case .hundred:
      sum = 100
    case .hundreds:
      sum = first.value
    case .unit where first.value >= 3:
      // ثلاث مئة
      if index + 1 < end, let next = word(text, index + 1, 0), next.kind == .hundred {
        sum = 100 * first.value
        last = index + 1
      }
    default: break
    }
    if sum > 0 {
      if let rest = joined(text, last + 1, end).flatMap({ tensAndUnits(text, $0, 1, end) }) {
        return (sum + rest.value, rest.last)
      }
      return (sum, last)
    }
    return tensAndUnits(text, index, front, end)
  }

  /// خمسة وعشرون, خمسة عشر, عشرون, خمسة
  private func tensAndUnits(
    _ text: AnalysedText, _ index: Int, _ front: Int, _ end: Int
  ) -> (value: Double, last: Int)? {
    guard let first = word(text, index, front) else { return nil }
    switch first.kind {
    case .unit:
      if index + 1 < end, let next = word(text, index + 1, 0), next.kind == .ten,
        first.value > 0
      {
        return (first.value + 10, index + 1)
      }
      if let next = joined(text, index + 1, end), let tens = word(text, next, 1),
        tens.kind == .tens
      {
        return (first.value + tens.value, next)
      }
      return (first.value, index)
    case .ten, .teen, .tens: return (first.value, index)
    default: return nil
    }
  }

  /// The index itself when its token begins with the conjunction و.
  private func joined(_ text: AnalysedText, _ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    let token = text.tokens[index]
    return token.mayStrip(1) && text.unit(0, of: token) == Letter.waw ? index : nil
  }

  /// Adds `و` + smaller parts: ألفان وخمسمئة وثلاثون, 3 آلاف و500.
  private func continueSum(
    _ phrase: inout NumberPhrase, _ text: AnalysedText, below limit: Double, _ end: Int
  ) {
    var limit = limit
    while true {
      let next = phrase.last + 1
      guard next < end else { return }
      if let next = joined(text, next, end), let group = group(text, next, 1, end),
        group.value < limit
      {
        phrase.value += group.value
        phrase.last = group.last
        phrase.endsInScale = group.scale > 0
        guard group.scale > 0 else { return }
        limit = group.scale
        continue
      }
      // A و that stands alone before digits.
      guard next + 1 < end, text.isMark(next, Letter.waw), text.tokens[next + 1].isNumber,
        text.tokens[next + 1].flags.contains(.glued),
        let number = DigitString.read(text, at: next + 1, end: end)
      else { return }
      var (value, last) = (number.value, number.last)
      var scale = 0.0
      if last + 1 < end, let word = word(text, last + 1, 0), word.kind == .scale {
        value *= word.value
        last += 1
        scale = word.value
      }
      // Without a scale of its own it must fill the last thousand: مليون و5 is no sum.
      guard value < limit, scale > 0 || value >= limit / 10 else { return }
      phrase.value += value
      phrase.last = last
      phrase.endsInScale = scale > 0
      guard scale > 0 else { return }
      limit = scale
    }
  }

  /// Adds `ونصف`, `وربع`, and `ونصف المليون` after a scale.
  private func addFraction(_ phrase: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    guard let next = joined(text, phrase.last + 1, end), let fraction = word(text, next, 1),
      fraction.kind == .fraction
    else { return }
    let last = next + fraction.tokenCount - 1
    guard phrase.endsInScale else {
      phrase.value += fraction.value
      phrase.last = last
      return
    }
    guard let scale = lastScale(phrase, text) else { return }
    phrase.value += fraction.value * scale
    phrase.last = last
    // The scale may be said again: مليون ونصف المليون.
    if last + 1 < end {
      let skip = text.tokens[last + 1].hasArticle(after: 0) ? 2 : 0
      if let again = word(text, last + 1, skip), again.kind == .scale, again.value == scale {
        phrase.last = last + 1
      }
    }
  }

  private func lastScale(_ phrase: NumberPhrase, _ text: AnalysedText) -> Double? {
    let front = phrase.last == phrase.first ? phrase.front : 0
    for front in [front, 1] {
      if let word = word(text, phrase.last, front), word.kind == .scale || word.kind == .scale2 {
        return word.value
      }
    }
    return nil
  }

  // MARK: Ordinals

  /// The ordinal that begins at a token: الثالث, ثالث, الحادية عشرة, الخامس والعشرون.
  ///
  /// - Returns: The phrase with the value, or nil.
  public func ordinal(in text: AnalysedText, at index: Int, end: Int) -> NumberPhrase? {
    let token = text.tokens[index]
    guard token.isArabic else { return nil }
    for front in 0...2 where token.mayStrip(front) {
      let article = token.hasArticle(after: front) ? 2 : 0
      guard let first = word(text, index, front + article) else { continue }
      if first.kind == .tens, article > 0 {  // العشرون
        return NumberPhrase(
          first: index, front: front, last: index, value: first.value, form: .ordinal)
      }
      guard first.kind == .ordinal else { continue }
      var phrase = NumberPhrase(
        first: index, front: front, last: index, value: first.value, form: .ordinal)
      let next = index + 1
      guard next < end else { return phrase }
      if let ten = word(text, next, 0), ten.kind == .ten {
        phrase.value += 10
        phrase.last = next
      } else if let next = joined(text, next, end), text.tokens[next].hasArticle(after: 1),
        let tens = word(text, next, 3), tens.kind == .tens
      {
        phrase.value += tens.value
        phrase.last = next
      }
      return phrase
    }
    return nil
  }

  /// The value of a single cardinal word below 100, by the hash of its folded letters.
  ///
  /// - Returns: The value, or nil of any other word.
  public func cardinal(ofHash hash: UInt64) -> Double? {
    guard let entry = lexicon.entry(ofHash: hash) else { return nil }
    let payload = lexicon.payload(of: entry)
    switch kinds[payload] {
    case .unit, .ten, .teen, .tens: return values[payload]
    default: return nil
    }
  }
}
