// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// UTF-8 made straight from UTF-16 units, without a `String` between.
package enum UTF8Bytes {
  /// The text in UTF-8; a lone surrogate becomes U+FFFD.
  ///
  /// Complexity: O(units).
  package static func of(_ text: SourceText) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    append(text.units[...], to: &bytes) { _, _ in false }
    return bytes
  }

  /// Appends units; `special` may write an ASCII unit in its own way and then says true.
  @inline(__always)
  static func append(
    _ units: ArraySlice<UInt16>, to bytes: inout [UInt8],
    special: (UInt16, inout [UInt8]) -> Bool
  ) {
    var i = units.startIndex
    while i < units.endIndex {
      let unit = units[i]
      i += 1
      if unit < 0x80 {
        if !special(unit, &bytes) { bytes.append(UInt8(unit)) }
      } else if unit < 0x800 {
        bytes.append(0xC0 | UInt8(unit >> 6))
        bytes.append(0x80 | UInt8(unit & 0x3F))
      } else if unit & 0xFC00 == 0xD800, i < units.endIndex, units[i] & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(units[i] & 0x3FF))
        i += 1
        bytes.append(0xF0 | UInt8(scalar >> 18))
        bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
        bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(scalar & 0x3F))
      } else {
        let whole = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
        bytes.append(0xE0 | UInt8(whole >> 12))
        bytes.append(0x80 | UInt8(whole >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(whole & 0x3F))
      }
    }
  }
}
