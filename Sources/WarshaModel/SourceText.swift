// SPDX-License-Identifier: Apache-2.0

/// The text of a document as its author wrote it, in UTF-16, with its conversions to other units.
public struct SourceText: Sendable, Equatable {
  /// The text. Never changed, never normalised.
  public let units: [UInt16]
  /// Positions of the second halves of surrogate pairs; empty in almost every Arabic text.
  private let trailing: [UInt32]

  /// Makes a text of UTF-16 units. Lone surrogates are kept; they count as one code point.
  ///
  /// - Parameters:
  ///   - units: The text.
  ///   - isBMP: Whether it is known to hold no surrogate; saves a pass.
  public init(units: [UInt16], isBMP: Bool = false) {
    self.units = units
    var trailing: [UInt32] = []
    if isBMP {
      self.trailing = []
      return
    }
    var isOnlyBMP: UInt16 = 0
    // Surrogates are D800–DFFF: one cheap pass decides whether a careful one is needed.
    for unit in units where unit & 0xF800 == 0xD800 { isOnlyBMP = unit }
    if isOnlyBMP != 0 {
      for i in units.indices.dropFirst()
      where units[i] & 0xFC00 == 0xDC00 && units[i - 1] & 0xFC00 == 0xD800 {
        trailing.append(UInt32(i))
      }
    }
    self.trailing = trailing
  }

  /// Makes a text of a string.
  public init(_ string: String) {
    self.init(units: Array(string.utf16))
  }

  /// Length in UTF-16 units.
  public var count: Int { units.count }
  /// Length in Unicode code points.
  public var codePointCount: Int { units.count - trailing.count }

  /// Whether a span may begin or end here: inside the text and not within a surrogate pair.
  public func isScalarBoundary(_ position: Int) -> Bool {
    position >= 0 && position <= units.count && !isTrailing(position)
  }

  /// Number of code points before a UTF-16 position. O(log p) in the number of surrogate pairs.
  public func codePointOffset(of position: Int) -> Int {
    position - countOfTrailing(before: position)
  }

  /// UTF-16 position of a code point offset, or nil outside the text.
  public func position(ofCodePoint offset: Int) -> Int? {
    guard offset >= 0, offset <= codePointCount else { return nil }
    var low = 0
    var high = trailing.count
    while low < high {  // trailing[i] - i is the offset of the code point after that pair
      let middle = (low + high) / 2
      if Int(trailing[middle]) - middle <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + low
  }

  /// Number of UTF-8 bytes before a UTF-16 position. O(position).
  public func utf8Offset(of position: Int) -> Int {
    var bytes = 0
    for unit in units[..<min(max(position, 0), units.count)] {
      // A pair is 4 bytes: 2 for each half.
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit & 0xF800 == 0xD800 ? 2 : 3
    }
    return bytes
  }

  /// The string of a range, cut to the text. Lone surrogates become U+FFFD.
  public subscript(range: TextRange) -> String {
    let start = min(max(range.start, 0), units.count)
    let end = min(max(range.end, start), units.count)
    return String(decoding: units[start..<end], as: UTF16.self)
  }

  /// The whole text as a string.
  public var string: String { String(decoding: units, as: UTF16.self) }

  private func isTrailing(_ position: Int) -> Bool {
    let before = countOfTrailing(before: position)
    return before < trailing.count && Int(trailing[before]) == position
  }

  private func countOfTrailing(before position: Int) -> Int {
    if trailing.isEmpty { return 0 }
    var low = 0
    var high = trailing.count
    while low < high {
      let middle = (low + high) / 2
      if Int(trailing[middle]) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
