// SPDX-License-Identifier: Apache-2.0

/// Reads XML tag by tag: as much of it as annotated texts need.
///
/// Own code rather than libxml2, because what stands before a mistake must still load, and because
/// messages name lines. Entities of a document type are not read, so nothing can be included.
struct XMLScanner {
  /// What comes next.
  enum Event: Equatable {
    case text(String)
    case open(String, [String: String])
    case close(String)
  }

  /// XML that is none, and the line.
  struct Fault: Error, Equatable {
    var line: Int
    var reason: String
  }

  /// Line of the event read last, from 1.
  private(set) var line = 1
  private let bytes: [UInt8]
  private var at = 0
  /// Up to where `line` has counted.
  private var counted = 0
  /// The end of a tag that has no content, `<a/>`.
  private var pending: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next event; nil at the end.
  mutating func next() throws(Fault) -> Event? {
    if let name = pending {
      pending = nil
      return .close(name)
    }
    while at < bytes.count {
      countLines()
      if bytes[at] != UInt8(ascii: "<") { return .text(try text()) }
      if accept("<!--") {
        _ = try upTo("-->", "a comment")
      } else if accept("<![CDATA[") {
        return .text(Self.folded(try upTo("]]>", "a CDATA section")))
      } else if accept("<?") {
        _ = try upTo("?>", "a processing instruction")
      } else if accept("<!") {
        try skipDeclaration()
      } else if accept("</") {
        let name = try name()
        skipBlanks()
        guard accept(">") else { throw fault("</\(name) has no >.") }
        return .close(name)
      } else {
        at += 1
        return try opening()
      }
    }
    return nil
  }

  private mutating func opening() throws(Fault) -> Event {
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      skipBlanks()
      if accept("/>") {
        pending = name
        return .open(name, attributes)
      }
      if accept(">") { return .open(name, attributes) }
      let key = try self.name()
      skipBlanks()
      let isAssigned = accept("=")
      skipBlanks()
      guard isAssigned, at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
        throw fault("attribute \(key) of <\(name)> has no value in quotation marks.")
      }
      let quote = bytes[at] == 0x22 ? "\"" : "'"
      at += 1
      let value = try upTo(quote, "attribute \(key) of <\(name)>")
      guard !value.contains(UInt8(ascii: "<")) else {
        throw fault("attribute \(key) of <\(name)> holds a bare <. Write &lt; or end the value.")
      }
      guard attributes.updateValue(try resolved(value), forKey: key) == nil else {
        throw fault("attribute \(key) of <\(name)> stands there twice.")
      }
    }
  }

  private mutating func text() throws(Fault) -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return try resolved(bytes[start..<at])
  }

  /// The characters that bytes of text or of an attribute stand for.
  private func resolved(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return Self.folded(bytes) }
    var result = String.UnicodeScalarView()
    var scalars = Self.folded(bytes).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "&" else {
        result.append(scalar)
        continue
      }
      let name = String(scalars.prefix { $0 != ";" }.prefix(12))
      scalars = scalars.dropFirst(name.unicodeScalars.count)
      guard scalars.popFirst() == ";", let meant = Self.scalar(ofEntity: name) else {
        throw fault("\"&\(name)\" is no character of XML. Write &amp; for &.")
      }
      result.append(meant)
    }
    return String(result)
  }

  private static func scalar(ofEntity name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHex = name.hasPrefix("#x")
      let number =
        isHex
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      return number.flatMap(Unicode.Scalar.init)
    }
  }

  /// The text with line ends as XML sees them: CR LF and CR are LF.
  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var folded: [UInt8] = []
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A && last == 0x0D {
        last = byte
        continue
      }
      folded.append(byte == 0x0D ? 0x0A : byte)
      last = byte
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private mutating func name() throws(Fault) -> String {
    let start = at
    while at < bytes.count, Self.isNamed(bytes[at]) { at += 1 }
    if at == start { throw fault("a name should stand here. Write &lt; for < in a text.") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// The bytes before an ending, which is skipped.
  private mutating func upTo(_ ending: String, _ what: String) throws(Fault) -> ArraySlice<UInt8> {
    let wanted = Array(ending.utf8)
    let start = at
    while at + wanted.count <= bytes.count {
      if bytes[at...].starts(with: wanted) {
        defer { at += wanted.count }
        return bytes[start..<at]
      }
      at += 1
    }
    at = bytes.count
    throw Fault(
      line: line, reason: "\(what) begins here and has no \(ending). Is the file cut off?")
  }

  /// Skips `<!DOCTYPE …>`, whose declarations in brackets have tags of their own.
  private mutating func skipDeclaration() throws(Fault) {
    var depth = 1
    while at < bytes.count, depth > 0 {
      if bytes[at] == UInt8(ascii: "<") { depth += 1 }
      if bytes[at] == UInt8(ascii: ">") { depth -= 1 }
      at += 1
    }
    if depth > 0 { throw fault("a declaration begins here and does not end.") }
  }

  private mutating func accept(_ text: String) -> Bool {
    guard bytes[at...].starts(with: text.utf8) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private mutating func countLines() {
    for i in counted..<at where bytes[i] == 0x0A { line += 1 }
    counted = max(counted, at)
  }

  private func fault(_ reason: String) -> Fault { Fault(line: line, reason: reason) }
}
