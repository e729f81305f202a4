// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What arithmetic notation adds to a number: signs, a bare decimal point, quotients, powers.
///
/// Apart from the cardinals, because `5/12` may be a day and `-5` the end of a range: only who looks
/// for numbers as such asks for them.
struct NumeralGrammar {
  private static let slash: UInt16 = 0x2F
  private static let caret: UInt16 = 0x5E
  private static let point: UInt16 = 0x2E
  private static let plus: UInt16 = 0x2B
  private static let hyphen: UInt16 = 0x2D
  private static let minusSign: UInt16 = 0x2212
  private static let exponent: UInt16 = 0x65
  /// Marks that end an operand: what follows them glued is no sign.
  private static let closing: [UInt16] = [0x25, 0x29, 0x2D, 0x2E, 0x2F, 0x5D]

  let words: NumberWords
  /// The numbers without notation.
  let numbers: NumberGrammar

  /// The number at a token with its notation.
  func numeral(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    if let sign = sign(text, index, end) {
      guard var found = unsigned(text, index + 1, end), found.front == 0 else { return nil }
      found.first = index
      found.value *= sign
      return found
    }
    return unsigned(text, index, end)
  }

  /// 1 or -1 of a sign glued to figures, -1 of سالب before a number.
  private func sign(_ text: AnalysedText, _ index: Int, _ end: Int) -> Double? {
    let token = text.tokens[index]
    guard index + 1 < end else { return nil }
    if token.isArabic { return words.isLink(.minus, text, index, end: end) ? -1 : nil }
    guard token.viewCount == 1, opensFigure(text, index) else { return nil }
    switch text.unit(0, of: token) {
    case Self.hyphen, Self.minusSign: return -1
    case Self.plus: return 1
    default: return nil
    }
  }

  /// Whether a mark is glued to figures behind it and not to an operand before it.
  private func opensFigure(_ text: AnalysedText, _ index: Int) -> Bool {
    let next = text.tokens[index + 1]
    let isPoint = next.viewCount == 1 && text.unit(0, of: next) == Self.point
    guard next.flags.contains(.glued), next.isNumber || isPoint else { return false }
    guard index > 0, text.tokens[index].flags.contains(.glued) else { return true }
    let before = text.tokens[index - 1]
    return !before.isWord && !before.isNumber
      && !Self.closing.contains(text.unit(before.viewCount - 1, of: before))
  }

  private func unsigned(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    guard
      var found = decimal(text, index, end) ?? part(text, index, end)
        ?? numbers.phrase(in: text, at: index, end: end)
    else { return nil }
    if found.form == .digits, found.first == found.last {
      power(&found, text, end)
      slashed(&found, text, end)
      mixed(&found, text, end)
    }
    quotient(&found, text, end)
    return found.value.isFinite ? found : nil
  }

  /// ٫٧٧
  private func decimal(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    let token = text.tokens[index]
    guard index + 1 < end, token.viewCount == 1, text.unit(0, of: token) == Self.point,
      opensFigure(text, index), text.tokens[index + 1].viewCount <= 15,
      DigitString.isPlain(text, text.tokens[index + 1]),
      let number = DigitString.read(text, at: index + 1, end: index + 2)
    else { return nil }
    var value = number.value
    for _ in 0..<text.tokens[index + 1].viewCount { value /= 10 }
    return NumberPhrase(first: index, front: 0, last: index + 1, value: value, form: .digits)
  }

  // MARK: Powers

  /// `12e-3`, `1.1^23`
  private func power(_ found: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    let next = found.last + 1
    guard next < end, text.tokens[next].flags.contains(.glued) else { return }
    let token = text.tokens[next]
    switch text.unit(0, of: token) {
    case Self.exponent where token.viewCount > 1:
      guard let exponent = whole(text, token, from: 1) else { return }
      found.value *= Self.power(10, exponent)
      found.last = next
    case Self.exponent:
      let isNegative =
        next + 1 < end && text.isMark(next + 1, Self.hyphen)
        && text.tokens[next + 1].flags.contains(.glued)
      let last = next + (isNegative ? 2 : 1)
      guard let exponent = operand(text, last, end) else { return }
      let factor = Self.power(10, exponent)
      found.value = isNegative ? found.value / factor : found.value * factor
      found.last = last
    case Self.caret where token.viewCount == 1:
      guard let exponent = operand(text, next + 1, end) else { return }
      found.value = Self.power(found.value, exponent)
      found.last = next + 1
    default: return
    }
  }

  /// A whole number of at most three digits glued to what is before it.
  private func operand(_ text: AnalysedText, _ index: Int, _ end: Int) -> Int? {
    guard index < end, text.tokens[index].isNumber, text.tokens[index].flags.contains(.glued) else {
      return nil
    }
    return whole(text, text.tokens[index], from: 0)
  }

  private func whole(_ text: AnalysedText, _ token: Token, from start: Int) -> Int? {
    guard token.viewCount - start <= 3 else { return nil }
    var value = 0
    for offset in start..<token.viewCount {
      let unit = text.unit(offset, of: token)
      guard unit >= 0x30, unit <= 0x39 else { return nil }
      value = value * 10 + Int(unit - 0x30)
    }
    return value
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }

  // MARK: Quotients

  /// `77/100`, but not `5/12/2020` and not `2013/2014`.
  private func slashed(_ found: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    let index = found.last
    guard let below = denominator(text, index, end) else { return }
    found.value /= below
    found.last = index + 2
    found.form = .fraction
    numbers.multiply(&found, text, end)
  }

  /// The denominator behind a figure and a slash.
  private func denominator(_ text: AnalysedText, _ index: Int, _ end: Int) -> Double? {
    guard index + 1 < end, text.isMark(index + 1, Self.slash),
      text.tokens[index + 1].flags.contains(.glued),
      !(index > 0 && text.isMark(index - 1, Self.slash)),
      let above = whole(text, text.tokens[index], from: 0),
      let below = operand(text, index + 2, end), above > 0, above < below
    else { return nil }
    let next = index + 3
    let goesOn =
      next < end && text.tokens[next].flags.contains(.glued)
      && (text.isMark(next, Self.slash) || text.isMark(next, Self.hyphen))
    return goesOn ? nil : Double(below)
  }

  /// `2 1/4`
  private func mixed(_ found: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    let next = found.last + 1
    guard found.form == .digits, next < end, text.tokens[next].isNumber,
      found.value == found.value.rounded(), let above = whole(text, text.tokens[next], from: 0),
      let below = denominator(text, next, end)
    else { return }
    found.value += Double(above) / below
    found.last = next + 2
  }

  /// واحد على ٣, واحد من عشرين, خمسة أجزاء من مئة
  private func quotient(_ found: inout NumberPhrase, _ text: AnalysedText, _ end: Int) {
    let next = found.last + 1
    guard found.form == .digits || found.form == .words,
      let link = words.link(.divide, text, next, end: end)
        ?? words.link(.part, text, next, end: end)
        ?? (found.value == 1 ? words.link(.of, text, next, end: end) : nil),
      let below = denominator(text, behind: link, end)
    else { return }
    found.value /= below.value
    found.last = below.last
    found.form = .fraction
  }

  /// جزء من مئة
  private func part(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    guard let link = words.link(.part, text, index, end: end),
      let below = denominator(text, behind: link, end)
    else { return nil }
    return NumberPhrase(
      first: index, front: 0, last: below.last, value: 1 / below.value, form: .fraction)
  }

  private func denominator(_ text: AnalysedText, behind link: Int, _ end: Int) -> NumberPhrase? {
    guard link + 1 < end, let below = numbers.phrase(in: text, at: link + 1, end: end),
      below.front == 0, below.value > 1, below.form == .digits || below.form == .words
    else { return nil }
    return below
  }
}
