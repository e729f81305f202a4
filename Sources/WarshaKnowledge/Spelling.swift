// SPDX-License-Identifier: Apache-2.0

import WarshaModel

extension AnalysedText {
  /// The author's letters of a span as a name is written: composed, without diacritics, tatweel and
  /// bidi controls, figures as in 24. Hamza seats, ta marbuta and all else stay.
  public func plain(_ range: TextRange) -> String {
    var units: [UInt16] = []
    let end = max(0, min(range.end, source.count))
    for position in min(max(0, range.start), end)..<end {
      let unit = source[position]
      switch unit {
      case 0x0653...0x0655:
        if let last = units.last, let composed = Self.composed(last, unit) {
          units[units.count - 1] = composed
        }
      case 0x064B...0x0652, 0x0670, 0x0640, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
        0xFEFF:
        continue
      case 0x0660...0x0669: units.append(unit - 0x0630)
      case 0x06F0...0x06F9: units.append(unit - 0x06C0)
      default: units.append(unit)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// ALEF, WAW or YEH with MADDAH ABOVE, HAMZA ABOVE or HAMZA BELOW.
  private static func composed(_ letter: UInt16, _ mark: UInt16) -> UInt16? {
    switch (letter, mark) {
    case (0x0627, 0x0653): 0x0622
    case (0x0627, 0x0654): 0x0623
    case (0x0648, 0x0654): 0x0624
    case (0x0627, 0x0655): 0x0625
    case (0x064A, 0x0654): 0x0626
    default: nil
    }
  }

  /// Whether a token is one given mark or letter, diacritics on it apart.
  @inlinable
  public func isMark(_ index: Int, _ unit: UInt16) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    return source[Int(token.start)] == unit
      && (token.end &- token.start == 1 || token.viewCount == 1)
  }
}
