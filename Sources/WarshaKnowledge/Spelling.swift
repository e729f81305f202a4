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

  /// Whether a token is one given mark or letter, diacritics on it apart.
  @inlinable
  public func isMark(_ index: Int, _ unit: UInt16) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    return source[Int(token.start)] == unit
      && (token.end &- token.start == 1 || token.viewCount == 1)
  }
}
