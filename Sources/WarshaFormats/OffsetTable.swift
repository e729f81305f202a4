// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The positions of one text in one unit, both ways.
///
/// For UTF-8 the byte count is kept every 64 units, so that a document with many annotations costs
/// one pass over the text and at most 64 steps a position, not a pass a position.
struct OffsetTable {
  private static let stride = 64
  private let text: SourceText
  private let unit: OffsetUnit
  /// Bytes before unit 0, 64, 128 …; empty for other units than UTF-8.
  private let bytes: [Int]

  init(_ text: SourceText, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    guard unit == .utf8 else {
      bytes = []
      return
    }
    var bytes: [Int] = []
    bytes.reserveCapacity(text.count / Self.stride + 1)
    var sum = 0
    for i in 0...text.count {
      if i % Self.stride == 0 { bytes.append(sum) }
      if i < text.count { sum += Self.width(at: i, in: text.units) }
    }
    self.bytes = bytes
  }

  /// The offset of a UTF-16 position inside the text.
  func offset(of position: Int) -> Int {
    switch unit {
    case .utf16: return position
    case .codepoint: return text.codePointOffset(of: position)
    case .utf8:
      let place = min(max(position, 0), text.count)
      var sum = bytes[place / Self.stride]
      for i in place / Self.stride * Self.stride..<place {
        sum += Self.width(at: i, in: text.units)
      }
      return sum
    }
  }

  /// The UTF-16 position of an offset; nil outside the text or inside a character's bytes.
  func position(of offset: Int) -> Int? {
    switch unit {
    case .utf16: return text.isScalarBoundary(offset) ? offset : nil
    case .codepoint: return text.position(ofCodePoint: offset)
    case .utf8:
      guard offset >= 0 else { return nil }
      var low = 0
      var high = bytes.count
      while low < high {
        let middle = (low + high) / 2
        if bytes[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      var place = (low - 1) * Self.stride
      var sum = bytes[low - 1]
      while sum < offset && place < text.count {
        sum += Self.width(at: place, in: text.units)
        place += 1
      }
      return sum == offset && text.isScalarBoundary(place) ? place : nil
    }
  }

  /// The range of two offsets; nil when one is no position, or when it would be empty or reversed.
  func range(from start: Int, to end: Int) -> TextRange? {
    guard start < end, let first = position(of: start), let last = position(of: end) else {
      return nil
    }
    return TextRange(first, last)
  }

  /// Bytes of one unit as UTF-8 is written: 2 for half a pair, 3 for a lone one (U+FFFD).
  private static func width(at i: Int, in units: [UInt16]) -> Int {
    let unit = units[i]
    if unit < 0x80 { return 1 }
    if unit < 0x800 { return 2 }
    guard unit & 0xF800 == 0xD800 else { return 3 }
    if unit & 0xFC00 == 0xD800 {
      return i + 1 < units.count && units[i + 1] & 0xFC00 == 0xDC00 ? 2 : 3
    }
    return i > 0 && units[i - 1] & 0xFC00 == 0xD800 ? 2 : 3
  }
}
