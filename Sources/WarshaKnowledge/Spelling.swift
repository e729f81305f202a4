// SPDX-License-Identifier: Apache-2.0

import WarshaModel

extension AnalysedText {
  /// Whether the author wrote a token exactly so, diacritics and tatweel apart: tells آب (August)
  /// from أب (father), which fold alike.
  ///
  /// - Parameters:
  ///   - index: Index of the token.
  ///   - front: Number of proclitic view units to leave out.
  ///   - spelling: The letters in UTF-16, without diacritics.
  /// - Returns: Whether all letters agree.
  public func isWritten(_ index: Int, front: Int = 0, as spelling: [UInt16]) -> Bool {
    let token = tokens[index]
    var next = 0
    for position in sourceStart(of: token, front: front)..<Int(token.end) {
      let unit = source[position]
      let isMark =
        (0x064B...0x0652).contains(unit) || unit == 0x0670 || unit == 0x0640
        || (0x200B...0x200F).contains(unit)
      if isMark { continue }
      guard next < spelling.count, spelling[next] == unit else { return false }
      next += 1
    }
    return next == spelling.count
  }

  /// The author's letters of a span as a name is written: composed, without diacritics, tatweel and
  /// bidi controls. Hamza seats, ta marbuta and all else stay.
  public func plain(_ range: TextRange) -> String {
    var units: [UInt16] = []
    for position in max(0, range.start)..<max(0, min(range.end, source.count)) {
      let unit = source[position]
      switch unit {
      case 0x0653...0x0655:
        if let last = units.last, let composed = Self.composed(last, unit) {
          units[units.count - 1] = composed
        }
      case 0x064B...0x0652, 0x0670, 0x0640, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
        0xFEFF:
        continue
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
