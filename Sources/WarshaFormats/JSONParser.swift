// SPDX-License-Identifier: Apache-2.0

/// A recursive-descent reader of RFC 8259.
struct JSONParser {
  private static let deepest = 100
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that the bytes hold.
  mutating func whole() throws(JSONSyntaxError) -> JSONValue {
    let value = try value()
    skipBlanks()
    if at < bytes.count { throw failure("the value ends here but text follows") }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipBlanks()
    guard at < bytes.count else { throw failure("the text ends where a value should stand") }
    switch bytes[at] {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSONSyntaxError) in
        try parser.object()
      }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSONSyntaxError) in
        try parser.array()
      }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    depth += 1
    if depth > Self.deepest { throw failure("more than \(Self.deepest) values in one another") }
    at += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    var members: [JSONValue.Member] = []
    skipBlanks()
    if accept(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw failure("a name in quotation marks should stand here")
      }
      let key = try string()
      skipBlanks()
      guard accept(UInt8(ascii: ":")) else { throw failure("a colon should follow \"\(key)\"") }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipBlanks()
    } while accept(UInt8(ascii: ","))
    guard accept(UInt8(ascii: "}")) else { throw failure("a comma or } should stand here") }
    return .object(members)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    if accept(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      values.append(try value())
      skipBlanks()
    } while accept(UInt8(ascii: ","))
    guard accept(UInt8(ascii: "]")) else { throw failure("a comma or ] should stand here") }
    return .array(values)
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    let opening = at
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard let string = String(validating: text, as: UTF8.self) else {
          at = opening
          throw failure("the string that begins here is not UTF-8")
        }
        return string
      }
      if byte < 0x20 {
        at -= 1
        throw failure("a control character in a string needs an escape")
      }
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    at = opening
    throw failure("the string that begins here does not end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    guard at < bytes.count else { throw failure("the text ends in an escape") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try hexUnit()]
      if units[0] & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let back = at
        at += 2
        let second = try hexUnit()
        // A half that does not belong to it stands for itself.
        if second & 0xFC00 == 0xDC00 { units.append(second) } else { at = back }
      }
      UTF8Bytes.append(units[...], to: &text) { _, _ in false }
    default:
      at -= 1
      throw failure("unknown escape")
    }
  }

  private mutating func hexUnit() throws(JSONSyntaxError) -> UInt16 {
    guard at + 4 <= bytes.count, bytes[at] != UInt8(ascii: "+"),
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits should stand here") }
    at += 4
    return unit
  }

  private mutating func number() throws(JSONSyntaxError) -> Double {
    let start = at
    while at < bytes.count, Self.isNumeric(bytes[at]) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let hasLeadingZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    guard let first = digits.first, first.isNumber, !hasLeadingZero, !text.hasSuffix("."),
      let value = Double(text)
    else {
      at = start
      throw failure("no value begins with this character")
    }
    return value
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else {
      throw failure("no value begins with this character")
    }
    at += word.utf8.count
    return value
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private func failure(_ reason: String) -> JSONSyntaxError {
    let line = bytes[..<min(at, bytes.count)].count { $0 == 0x0A } + 1
    return JSONSyntaxError(offset: at, line: line, reason: reason)
  }
}
