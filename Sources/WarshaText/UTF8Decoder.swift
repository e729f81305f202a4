// SPDX-License-Identifier: Apache-2.0

/// UTF-8 to UTF-16 with the byte offsets of what is malformed.
enum UTF8Decoder {
  /// What bytes became.
  struct Decoded {
    /// The text.
    var units: [UInt16]
    /// Byte offsets of what was malformed.
    var errors: [Int]
    /// Whether characters outside the BMP are among them.
    var hasPairs: Bool
    /// Number of well-formed sequences of two bytes and more, or a little less.
    var wellFormed: Int
  }

  /// Decodes bytes; every maximal malformed sequence becomes one U+FFFD (Unicode 15, section 3.9).
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded {
    var errors: [Int] = []
    var hasPairs = false
    let count = bytes.count
    let units = [UInt16](unsafeUninitializedCapacity: count) { out, written in
      guard let input = bytes.baseAddress, let output = out.baseAddress else { return }
      var i = 0
      var o = 0
      while i < count {
        let first = input[i]
        if first < 0x80 {
          output[o] = UInt16(first)
          i &+= 1
          o &+= 1
          continue
        }
        // Two bytes: nearly all of Arabic.
        if first & 0xE0 == 0xC0, first >= 0xC2, i &+ 1 < count, input[i &+ 1] & 0xC0 == 0x80 {
          output[o] = UInt16(first & 0x1F) << 6 | UInt16(input[i &+ 1] & 0x3F)
          i &+= 2
          o &+= 1
          continue
        }
        let (scalar, length) = decodeLong(input + i, count - i)
        if let scalar, scalar > 0xFFFF {
          hasPairs = true
          output[o] = UInt16(0xD7C0 + (scalar >> 10))
          output[o + 1] = UInt16(0xDC00 | scalar & 0x3FF)
          o &+= 2
        } else {
          output[o] = UInt16(scalar ?? 0xFFFD)
          if scalar == nil { errors.append(i) }
          o &+= 1
        }
        i &+= length
      }
      written = o
    }
    // Not counted in the loop: two bytes become one unit, and so the lengths tell.
    return Decoded(
      units: units, errors: errors, hasPairs: hasPairs, wellFormed: (count - units.count) / 2)
  }

  /// The scalar at `input` and its length in bytes; nil and the length of the malformed part.
  private static func decodeLong(
    _ input: UnsafePointer<UInt8>, _ available: Int
  ) -> (UInt32?, Int) {
    let first = input[0]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else { return (nil, 1) }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for k in 1..<length {
      guard k < available, input[k] & 0xC0 == 0x80 else { return (nil, k) }
      if k == 1 {
        // Overlong forms, surrogates and values above U+10FFFF show in the second byte.
        let second = input[1]
        let isBad =
          first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F
          || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F
        if isBad { return (nil, 1) }
      }
      scalar = scalar << 6 | UInt32(input[k] & 0x3F)
    }
    return (scalar, length)
  }
}
