// SPDX-License-Identifier: Apache-2.0

import CWarshaABI

/// Strings that plugins emit again and again (layers, labels, rules, attribute names), made once.
///
/// A fixed number of places, the last comer wins: memory stays bounded whatever a plugin sends.
struct StringPool {
  private var strings = [String](repeating: "", count: 256)

  /// The string of some bytes; malformed UTF-8 is repaired.
  mutating func string(_ bytes: warsha_string) -> String {
    guard let start = bytes.bytes, bytes.length > 0 else { return "" }
    let raw = UnsafeRawBufferPointer(start: start, count: bytes.length)
    // Short strings live inside the value and cost no memory.
    guard bytes.length > 15, bytes.length < 64 else { return String(decoding: raw, as: UTF8.self) }
    var hash = UInt(bytes.length)
    for byte in raw { hash = hash &* 31 &+ UInt(byte) }
    let place = Int(hash & 255)
    let isKnown =
      strings[place].utf8.withContiguousStorageIfAvailable { $0.elementsEqual(raw) } ?? false
    if !isKnown { strings[place] = String(decoding: raw, as: UTF8.self) }
    return strings[place]
  }
}
