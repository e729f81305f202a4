// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// JSON written by hand into bytes.
///
/// Measured on annotations: about 30 ns each this way, 1.2 µs through `JSONEncoder`.
package struct JSONBytes {
  /// What has been written.
  package var bytes: [UInt8]

  /// Continues the bytes given.
  package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Appends ASCII as it stands.
  package mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a quoted and escaped string.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { escaped($0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { escaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends UTF-16 units as a quoted and escaped string; a lone surrogate becomes U+FFFD.
  package mutating func string(_ units: ArraySlice<UInt16>) {
    bytes.append(UInt8(ascii: "\""))
    UTF8Bytes.append(units, to: &bytes) { unit, bytes in Self.escape(unit, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a whole number.
  package mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Appends a number, a whole one without a fraction; null for what JSON cannot say.
  package mutating func number(_ value: Double) {
    if !value.isFinite {
      raw("null")
    } else if value == value.rounded() && abs(value) < 1e15 {
      integer(Int(value))
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  /// Appends a value; null for nil.
  package mutating func scalar(_ value: Scalar?) {
    switch value {
    case .text(let text): string(text)
    case .number(let value): number(value)
    case .flag(true): raw("true")
    case .flag(false): raw("false")
    case nil: raw("null")
    }
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5C {
      bytes.append(contentsOf: text[start..<i])
      _ = Self.escape(UInt16(text[i]), into: &bytes)
      start = i + 1
    }
    bytes.append(contentsOf: text[start...])
  }

  /// Writes the escape of an ASCII character that needs one; false of any other.
  private static func escape(_ unit: UInt16, into bytes: inout [UInt8]) -> Bool {
    guard unit < 0x20 || unit == 0x22 || unit == 0x5C else { return false }
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: bytes.append(UInt8(unit))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let low = UInt8(unit & 15)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, unit < 16 ? 0x30 : 0x31])
      bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
    }
    return true
  }
}
