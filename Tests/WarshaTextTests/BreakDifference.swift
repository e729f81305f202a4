// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaText

/// Where the tokeniser and ICU's word break differ in one text, and why they may.
///
/// ICU's boundaries (UAX #29, tailored for Arabic) are taken as given. The tokeniser may differ by
/// the named rules only.
struct BreakDifference {
  /// The differences that are meant.
  enum Rule: String, CaseIterable {
    /// `5كم`, `5_كم`: a letter parts from the digits before it.
    case letterAfterDigits
    /// `كم2`, `كم_2`: digits part from the Arabic letter before them. Latin `km2` stays one word.
    case digitsAfterArabicLetter
    /// `الـBBC`, `ال.BBC`: Arabic and other letters part.
    case scripts
    /// `قال:نعم`, `كم.متر`: no mark joins Arabic letters, but for the full stop of initials (أ.ف.ب).
    case markBetweenArabicLetters
    /// `_كم`: an underscore joins the Arabic word before it, not the one behind it.
    case underscoreInFront
    /// A skin tone or another mark outside the BMP is no part of an Arabic word.
    case wideMark
    /// A mark or joiner behind a blank or control belongs to what follows, if to anything.
    case markAfterBlank
    /// An emoji is no part of the Arabic word before it, even behind a zero width joiner.
    case emojiAfterJoiner
    /// The sign before an account is no part of its name.
    case signOfAccount
  }

  let units: [UInt16]
  private let boundaries: Set<Int>

  init(_ text: SourceText) {
    units = text.units
    boundaries = Set(WordBreakOracle.boundaries(text).map(\.end) + [0])
  }

  /// What no rule explains, in words; nil when there is none. Counts the rules that were needed.
  func unexplained(_ tokens: [Token], counting used: inout [Rule: Int]) -> String? {
    var last = 0
    for token in tokens {
      if let gap = lostText(last, Int(token.start)) { return gap }
      for position in Int(token.start) + 1..<max(Int(token.start) + 1, Int(token.end))
      where boundaries.contains(position) {
        return message("ICU breaks inside a token", at: position)
      }
      for edge in [Int(token.start), Int(token.end)] where !boundaries.contains(edge) {
        guard let rule = rule(at: edge) else {
          return message("the tokeniser breaks where ICU does not", at: edge)
        }
        used[rule, default: 0] += 1
      }
      last = Int(token.end)
    }
    return lostText(last, units.count)
  }

  /// Text between tokens may be blanks, controls and what vanishes in the view, nothing else.
  private func lostText(_ start: Int, _ end: Int) -> String? {
    for position in start..<max(start, end) {
      let isBlank = Self.isBlank(units[position])
      if !isBlank && !Analyser.fold(units[position...position]).isEmpty {
        return message("no token holds this", at: position)
      }
    }
    return nil
  }

  private static func isBlank(_ unit: UInt16) -> Bool {
    let scalar = Unicode.Scalar(unit)
    guard let properties = scalar?.properties else { return false }
    return properties.isWhitespace || properties.generalCategory == .control
  }

  private func rule(at position: Int) -> Rule? {
    if position > 0, position < units.count, Self.isBlank(units[position - 1]),
      scalar(at: position).map(Self.isIgnorable) == true
    {
      return .markAfterBlank
    }
    if beginsWideMark(position) || endsWideMark(position) { return .wideMark }
    let (left, right) = (base(before: position), base(from: position))
    if touchesSign(position) { return .signOfAccount }
    if left.kind == .arabic, position > 0, units[position - 1] == 0x200D,
      scalar(at: position)?.properties.isEmojiPresentation == true || units[position] == 0x2764
    {
      return .emojiAfterJoiner
    }
    switch (left.kind, right.kind) {
    case (.digit, .arabic), (.digit, .letter): return .letterAfterDigits
    case (.arabic, .digit): return .digitsAfterArabicLetter
    case (.arabic, .letter), (.letter, .arabic): return .scripts
    case (.arabic, .arabic) where left.isAcross || right.isAcross: return .markBetweenArabicLetters
    case (_, .arabic) where left.isAcross: return .underscoreInFront
    default: return nil
    }
  }

  /// Whether an `@`, marks and joiners on it apart, stands on either side.
  private func touchesSign(_ position: Int) -> Bool {
    var place = position
    while place > 0, scalar(at: place - 1).map(Self.isIgnorable) == true { place -= 1 }
    if place > 0, units[place - 1] == 0x40 { return true }
    return position < units.count && units[position] == 0x40
  }

  private func endsWideMark(_ position: Int) -> Bool {
    var place = position - 1
    while place >= 0 {
      if units[place] & 0xFC00 == 0xDC00, place > 0 { place -= 1 }
      guard let scalar = scalar(at: place), Self.isIgnorable(scalar) else { return false }
      if scalar.value > 0xFFFF { return true }
      place -= 1
    }
    return false
  }

  private func beginsWideMark(_ position: Int) -> Bool {
    for place in position..<units.count {
      guard let scalar = scalar(at: place), Self.isIgnorable(scalar) else { return false }
      if scalar.value > 0xFFFF { return true }
    }
    return false
  }

  /// The letter or digit before a position, or before the mark or underscores that stand there.
  private func base(before position: Int) -> (kind: Kind?, isAcross: Bool) {
    var place = position
    var isAcross = false
    while place > 0 {
      place -= 1
      if units[place] & 0xFC00 == 0xDC00, place > 0, units[place - 1] & 0xFC00 == 0xD800 {
        place -= 1
      }
      guard let scalar = scalar(at: place) else { return (nil, isAcross) }
      if Self.isIgnorable(scalar) { continue }
      let kind = kind(scalar)
      switch kind {
      case .joiner: isAcross = true
      case .mark where !isAcross: isAcross = true
      case .mark: return (nil, isAcross)
      default: return (kind, isAcross)
      }
    }
    return (nil, isAcross)
  }

  /// The letter or digit from a position on, or behind the mark or underscores that stand there.
  private func base(from position: Int) -> (kind: Kind?, isAcross: Bool) {
    var place = position
    var isAcross = false
    while place < units.count {
      guard let scalar = scalar(at: place) else { return (nil, isAcross) }
      place += scalar.value > 0xFFFF ? 2 : 1
      if Self.isIgnorable(scalar) { continue }
      let kind = kind(scalar)
      switch kind {
      case .joiner: isAcross = true
      case .mark where !isAcross: isAcross = true
      case .mark: return (nil, isAcross)
      default: return (kind, isAcross)
      }
    }
    return (nil, isAcross)
  }

  // MARK: Reading around a position

  private enum Kind { case arabic, letter, digit, mark, joiner }

  private func kind(_ scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    if scalar == "_" || properties.generalCategory == .connectorPunctuation { return .joiner }
    // By UAX #29 the Arabic decimal separator is a digit and the Hebrew geresh a letter.
    if properties.generalCategory == .decimalNumber || scalar.value == 0x066B { return .digit }
    if scalar.value == 0x05F3 { return .letter }
    guard properties.isAlphabetic || scalar.value == 0x0640 else { return .mark }
    switch scalar.value {
    case 0x0620...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      return .arabic
    default: return .letter
    }
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    let unit = UInt32(units[place])
    if unit & 0xFC00 == 0xD800, place + 1 < units.count, units[place + 1] & 0xFC00 == 0xDC00 {
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + UInt32(units[place + 1]) - 0xDC00)
    }
    return Unicode.Scalar(unit)
  }

  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: (0x1F3FB...0x1F3FF).contains(scalar.value)
    }
  }

  private func message(_ what: String, at position: Int) -> String {
    let range = max(0, position - 12)..<min(units.count, position + 12)
    let shown = range.map { index in
      (index == position ? "|" : "") + String(units[index], radix: 16, uppercase: true)
    }
    return "\(what) at \(position): … \(shown.joined(separator: " ")) … "
      + String(decoding: units[range], as: UTF16.self).debugDescription
  }
}
