// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The value of a number in digits. The view has already turned ٥ and ۵ into 5, ٫ into a full stop
/// and ٬ into a comma.
enum DigitString {
  private static let point: UInt16 = 0x2E
  private static let comma: UInt16 = 0x2C
  private static let arabicComma: UInt16 = 0x060C
  private static let decimalSeparator: UInt16 = 0x066B

  /// Reads the number at a token; `250 000` in groups of three is one number.
  ///
  /// - Returns: The value and the last token, or nil when the digits are no number (`1.2.3.4`).
  static func read(
    _ text: AnalysedText, at index: Int, end: Int
  ) -> (value: Double, last: Int)? {
    let token = text.tokens[index]
    guard token.isNumber, var value = value(text, token) else { return nil }
    var last = index
    if isPlain(text, token), token.viewCount <= 3, text.unit(0, of: token) != 0x30,
      !isInList(text, index)
    {
      let first = value
      while last + 1 < end, continuesGroup(text, last + 1) {
        value = value * 1000 + (self.value(text, text.tokens[last + 1]) ?? 0)
        last += 1
        // So many threes are a list.
        if last - index > 4 { return (first, index) }
      }
    }
    return (value, last)
  }

  /// Whether a token holds nothing but digits.
  static func isPlain(_ text: AnalysedText, _ token: Token) -> Bool {
    for offset in 0..<token.viewCount where !isDigit(text.unit(offset, of: token)) { return false }
    return true
  }

  /// Three plain digits, one blank after the token before.
  private static func continuesGroup(_ text: AnalysedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isNumber && token.viewCount == 3 && isPlain(text, token)
      && token.start &- text.tokens[index - 1].end == 1
      && !token.flags.contains(.startsParagraph)
  }

  /// Whether a group of three before it would take it in: the middle of a list or of a code.
  private static func isInList(_ text: AnalysedText, _ index: Int) -> Bool {
    guard index > 0, continuesGroup(text, index) else { return false }
    let before = text.tokens[index - 1]
    return before.isNumber && before.viewCount <= 3 && isPlain(text, before)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  private static func value(_ text: AnalysedText, _ token: Token) -> Double? {
    var whole = 0.0
    var separators = 0
    var lastSeparator: UInt16 = 0
    var digitsAfter = 0
    for offset in 0..<token.viewCount {
      let unit = text.unit(offset, of: token)
      if isDigit(unit) {
        whole = whole * 10 + Double(unit - 0x30)
        if separators > 0 {
          digitsAfter += 1
        }
      } else if unit == point || unit == comma || unit == arabicComma {
        // Groups before a further separator have three digits.
        if separators > 0 && digitsAfter != 3 { return nil }
        separators += 1
        lastSeparator = unit
        digitsAfter = 0
      } else {
        return nil
      }
    }
    guard whole.isFinite else { return nil }
    if separators == 0 { return whole }
    let divisor = pow10(digitsAfter)
    // A written ٫ is always decimal. Otherwise three digits after one comma, or three digits and a
    // zero at the end after one point, or several separators of one kind group thousands.
    let isWrittenDecimal = writesDecimalSeparator(text, token)
    if !isWrittenDecimal && digitsAfter == 3 {
      let isGroup =
        separators > 1 || lastSeparator == comma
        || whole.truncatingRemainder(dividingBy: 10) == 0
      if isGroup { return whole }
    }
    return whole / divisor
  }

  private static func writesDecimalSeparator(_ text: AnalysedText, _ token: Token) -> Bool {
    for position in Int(token.start)..<Int(token.end)
    where text.source[position] == decimalSeparator { return true }
    return false
  }

  private static func pow10(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(exponent, 300) { result *= 10 }
    return result
  }
}
