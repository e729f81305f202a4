// SPDX-License-Identifier: Apache-2.0

import WarshaFormats

/// What the page says of its article in JSON-LD, in the vocabulary of schema.org.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: [String] = []
  private(set) var modified: [String] = []
  private(set) var body: String?
  /// Name of the publisher or the site.
  private(set) var site: String?

  /// Reads all blocks of JSON-LD of a page. One that is not JSON is searched for its members.
  init(_ tree: PageTree) {
    var objects: [JSONValue] = []
    for (index, node) in tree.nodes.enumerated() where node.element == .script {
      guard tree[index, .type]?.lowercased().contains("ld+json") == true else { continue }
      let bytes = Self.cleaned(tree, script: index)
      if let value = try? JSONValue(parsing: bytes) {
        Self.collect(value, into: &objects)
      } else {
        objects.append(Self.searched(String(decoding: bytes, as: UTF8.self)))
      }
    }
    // What is said of an article counts before what is said of its page, site and pictures.
    for object in objects.filter(Self.isArticle) + objects.filter({ !Self.isArticle($0) }) {
      let isArticle = Self.isArticle(object)
      if isArticle {
        headline = headline ?? Self.text(object["headline"]) ?? Self.text(object["name"])
        if let text = Self.text(object["articleBody"]), text.count > body?.count ?? 0 {
          body = text
        }
      }
      if isArticle || Self.isPage(object) {
        published += [object["datePublished"], object["dateCreated"]].compactMap(Self.text)
        modified += [object["dateModified"]].compactMap(Self.text)
      }
      site = site ?? Self.text(object["publisher"]?["name"])
      if Self.types(of: object).contains("WebSite") { site = site ?? Self.text(object["name"]) }
    }
  }

  /// The objects in a value, at the top, in lists and in `@graph`.
  private static func collect(_ value: JSONValue, into objects: inout [JSONValue]) {
    if let values = value.array {
      for value in values { collect(value, into: &objects) }
    } else if case .object = value {
      objects.append(value)
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key] { collect(inner, into: &objects) }
      }
    }
  }

  private static func types(of object: JSONValue) -> [String] {
    object["@type"]?.array?.compactMap(\.string) ?? [object["@type"]?.string].compactMap { $0 }
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    types(of: object).contains { type in
      ["Article", "Posting", "Report", "Review"].contains { type.hasSuffix($0) }
    }
  }

  private static func isPage(_ object: JSONValue) -> Bool {
    types(of: object).contains { $0.hasSuffix("Page") || $0.hasSuffix("Object") }
  }

  /// A string, or the first of a list of them; nil of a blank one.
  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string ?? value?.array?.first?.string else { return nil }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// The bytes of a script without comment marks around them, control characters as blanks: raw
  /// line ends in strings are the commonest fault.
  private static func cleaned(_ tree: PageTree, script: Int) -> [UInt8] {
    let raw = tree.inside(script).flatMap { tree.text[tree.bytes(of: $0)] }
    var bytes = raw.map { $0 < 0x20 ? 0x20 : $0 }[...]
    // The marks of CDATA have brackets of their own.
    let (begin, end) = (Array("<![CDATA[".utf8), Array("]]>".utf8))
    if let place = bytes.prefix(40).indices.first(where: { bytes[$0...].starts(with: begin) }) {
      bytes = bytes[(place + begin.count)...]
      let last = bytes.indices.suffix(40).last { bytes[$0...].starts(with: end) }
      bytes = bytes[..<(last ?? bytes.endIndex)]
    }
    guard let first = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let last = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), first < last
    else { return Array(bytes) }
    return Array(bytes[first...last])
  }

  /// An article made of the members that can be found in text that is not quite JSON.
  private static func searched(_ text: String) -> JSONValue {
    var members = [JSONValue.Member(key: "@type", value: .string("Article"))]
    for key in ["headline", "datePublished", "dateCreated", "dateModified"] {
      guard let value = member(key, of: text) else { continue }
      members.append(JSONValue.Member(key: key, value: value))
    }
    return .object(members)
  }

  private static func member(_ key: String, of text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    let wanted = Array("\"\(key)\"".utf8)
    guard bytes.count > wanted.count,
      let place = bytes.indices.dropLast(wanted.count).first(where: {
        bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
      })
    else { return nil }
    let rest = bytes[(place + wanted.count)...].drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    var end = rest.startIndex + 1
    while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
      end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < rest.endIndex else { return nil }
    return try? JSONValue(parsing: rest[rest.startIndex...end])
  }
}
