// SPDX-License-Identifier: Apache-2.0

import CICUShim
import WarshaModel

/// Bytes of a file to text: UTF-8, UTF-16 and windows-1256 are told apart by byte order mark, by
/// validity and by ICU; what was found is recorded.
package struct TextDecoder {
  /// A decoded text.
  package struct Result {
    /// The text. A byte order mark of UTF-8 stays in it as U+FEFF, so that offsets agree with tools
    /// that read the bytes as plain UTF-8.
    package var text: SourceText
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or ICU's name of a charset.
    package var encoding: String
    /// The encoding, when it is not UTF-8; the malformed bytes, the first three by their offsets.
    package var diagnostics: [Diagnostic]
  }

  /// Decodes bytes. Malformed ones become U+FFFD; never fails.
  ///
  /// `declared` is the charset that the file itself names, nil without one. It counts where the bytes
  /// are not UTF-8 and it gives no less Arabic than detection: pages often declare what their
  /// author's software had as default.
  package static func decode(_ bytes: [UInt8], declared: String? = nil) -> Result {
    bytes.withUnsafeBufferPointer { decode($0, declared: declared) }
  }

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, declared: String?) -> Result {
    if let order = byteOrder(of: bytes) {
      return decodeUTF16(bytes, bigEndian: order.bigEndian, skipping: order.mark)
    }
    let decoded = UTF8Decoder.decode(bytes)
    // Text in a single-byte charset is malformed UTF-8 nearly everywhere; a damaged UTF-8 text is
    // malformed in few places.
    if decoded.errors.count > decoded.wellFormed,
      let other = decodeCharset(bytes, declared: declared)
    {
      return other
    }
    var diagnostics: [Diagnostic] = []
    if !decoded.errors.isEmpty { diagnostics.append(malformed(decoded.errors, in: "UTF-8")) }
    if isBinary(bytes) { diagnostics.append(binary) }
    return Result(
      text: SourceText(units: decoded.units, isBMP: !decoded.hasPairs), encoding: "UTF-8",
      diagnostics: diagnostics)
  }

  /// A NUL among the first bytes: no text has one.
  private static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(256).contains(0)
  }

  private static let binary = Diagnostic(
    .warning, origin: "decoder", "holds NUL bytes and is hardly a text; read all the same")

  private static func malformed(_ offsets: [Int], in encoding: String) -> Diagnostic {
    let named = offsets.prefix(3).map(String.init).joined(separator: ", ")
    let more = offsets.count > 3 ? " and \(offsets.count - 3) more" : ""
    let places = offsets.count == 1 ? "byte offset" : "byte offsets"
    return Diagnostic(
      .warning, origin: "decoder",
      "malformed \(encoding) at \(places) \(named)\(more): replaced by U+FFFD")
  }

  // MARK: UTF-16

  private static func byteOrder(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (bigEndian: Bool, mark: Int)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF && bytes[1] == 0xFE { return (false, 2) }
    if bytes[0] == 0xFE && bytes[1] == 0xFF { return (true, 2) }
    guard bytes.count % 2 == 0, bytes.count >= 16 else { return nil }
    // Without a mark: in UTF-16 nearly all high bytes are 06 (Arabic), 00 (Latin) or 20.
    var (even, odd) = (0, 0)
    let half = min(bytes.count, 512) / 2
    for i in 0..<half {
      let (first, second) = (bytes[2 * i], bytes[2 * i + 1])
      if first == 0x06 || first == 0 || first == 0x20 { even += 1 }
      if second == 0x06 || second == 0 || second == 0x20 { odd += 1 }
    }
    if odd * 10 > half * 9 && even * 2 < half { return (false, 0) }
    if even * 10 > half * 9 && odd * 2 < half { return (true, 0) }
    return nil
  }

  private static func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool, skipping mark: Int
  ) -> Result {
    let encoding = bigEndian ? "UTF-16BE" : "UTF-16LE"
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var errors: [Int] = []
    var i = mark
    while i + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      i += 2
    }
    for k in units.indices where units[k] & 0xF800 == 0xD800 {
      let isLead = units[k] < 0xDC00
      let isPaired =
        isLead
        ? k + 1 < units.count && units[k + 1] & 0xFC00 == 0xDC00
        : k > 0 && units[k - 1] & 0xFC00 == 0xD800
      if !isPaired {
        units[k] = 0xFFFD
        errors.append(mark + 2 * k)
      }
    }
    if i < bytes.count {
      units.append(0xFFFD)
      errors.append(i)
    }
    var diagnostics = [note(encoding)]
    if !errors.isEmpty { diagnostics.append(malformed(errors, in: encoding)) }
    return Result(text: SourceText(units: units), encoding: encoding, diagnostics: diagnostics)
  }

  // MARK: Single-byte charsets

  private static func decodeCharset(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: String?
  ) -> Result? {
    var found = detectedCharset(of: bytes).flatMap { decode(bytes, as: $0) }
    if let declared, let other = decode(bytes, as: declared) {
      if found.map({ arabic(in: other.units) >= arabic(in: $0.units) }) ?? true { found = other }
    }
    guard let (name, units) = found else { return nil }
    return Result(
      text: SourceText(units: units), encoding: name,
      diagnostics: isBinary(bytes) ? [binary] : [note(name)])
  }

  /// The most likely charset; nil when it is no single-byte one.
  private static func detectedCharset(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var confidence: Int32 = 0
    let length = Int32(clamping: bytes.count)
    let detected = warsha_icu_detect(bytes.baseAddress, min(length, 1 << 16), &confidence)
    var name = detected.map { String(cString: $0) } ?? ""
    // Arabic comes as windows-1256 or ISO-8859-6; other guesses on Arabic bytes are noise.
    if name != "ISO-8859-6" && name != "windows-1256" && confidence < 60 { name = "windows-1256" }
    return name.hasPrefix("UTF-") || name.isEmpty ? nil : name
  }

  /// The bytes as text of a charset; nil when ICU does not know it.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, as name: String
  ) -> (name: String, units: [UInt16])? {
    // What is declared as UTF-16 or UTF-8 and is neither was seen before.
    if name.isEmpty || name.uppercased().hasPrefix("UTF") { return nil }
    let length = Int32(clamping: bytes.count)
    var err: Int32 = 0
    let needed = warsha_icu_decode(name, bytes.baseAddress, length, nil, 0, &err)
    guard err <= 0, needed > 0 else { return nil }
    let units = [UInt16](unsafeUninitializedCapacity: Int(needed)) { buffer, count in
      count = Int(
        warsha_icu_decode(name, bytes.baseAddress, length, buffer.baseAddress, needed, &err))
    }
    return (name, units)
  }

  /// How much like Arabic a text is: its letters, less what no text has.
  private static func arabic(in units: [UInt16]) -> Int {
    units.reduce(0) { sum, unit in
      switch unit {
      case 0x0621...0x064A: sum + 1
      case 0x80...0x9F, 0xFFFD: sum - 10
      default: sum
      }
    }
  }

  private static func note(_ encoding: String) -> Diagnostic {
    Diagnostic(.note, origin: "decoder", "decoded from \(encoding)")
  }
}
