// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Makes a string of UTF-16 units; lone surrogates become U+FFFD. Several times faster than the
  /// decoder of the standard library, which goes through one unit after the other by protocol.
  ///
  /// Complexity: O(count).
  package init(units: UnsafeBufferPointer<UInt16>) {
    var size = 0
    for unit in units {
      // More than enough for the halves of a pair, which have 4 bytes together.
      size &+= unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    }
    self = String(unsafeUninitializedCapacity: size) { bytes in
      var count = 0
      func put(_ byte: UInt32) {
        bytes[count] = UInt8(truncatingIfNeeded: byte)
        count &+= 1
      }
      var next = 0
      while next < units.count {
        var unit = UInt32(units[next])
        next &+= 1
        if unit < 0x80 {
          put(unit)
        } else if unit < 0x800 {
          put(0xC0 | unit >> 6)
          put(0x80 | unit & 0x3F)
        } else {
          if unit & 0xF800 == 0xD800 {
            if unit < 0xDC00, next < units.count, units[next] & 0xFC00 == 0xDC00 {
              let scalar = 0x10000 + (unit & 0x3FF) << 10 + UInt32(units[next] & 0x3FF)
              next &+= 1
              put(0xF0 | scalar >> 18)
              put(0x80 | scalar >> 12 & 0x3F)
              put(0x80 | scalar >> 6 & 0x3F)
              put(0x80 | scalar & 0x3F)
              continue
            }
            unit = 0xFFFD
          }
          put(0xE0 | unit >> 12)
          put(0x80 | unit >> 6 & 0x3F)
          put(0x80 | unit & 0x3F)
        }
      }
      return count
    }
  }
}
