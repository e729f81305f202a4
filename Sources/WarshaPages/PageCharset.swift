// SPDX-License-Identifier: Apache-2.0

/// The encoding that a page declares.
package enum PageCharset {
  /// Bytes that are searched; the standard asks for 1024, pages put it behind their scripts.
  private static let searched = 1 << 14

  /// The name in `<meta charset>`, `<meta http-equiv content>` or `<?xml encoding?>`, as it is
  /// written; nil without one. A byte order mark is for the decoder to see.
  package static func declared(in page: [UInt8]) -> String? {
    let start = page.prefix(searched)
    var at = 0
    while let open = start[at...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = start[open...]
      let close: Int
      if rest.starts(with: "<!--".utf8) {
        // What is in a comment declares nothing; old pages keep second thoughts there.
        close = end(ofComment: rest)
      } else {
        close = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
        let tag = String(decoding: rest[..<close], as: UTF8.self).lowercased()
        if tag.hasPrefix("<meta"), let name = value(of: "charset", in: tag) { return name }
        if tag.hasPrefix("<?xml"), let name = value(of: "encoding", in: tag) { return name }
      }
      at = min(close + 1, start.endIndex)
    }
    return nil
  }

  private static func end(ofComment rest: ArraySlice<UInt8>) -> Int {
    let end = rest.indices.dropFirst(4).first { place in
      rest[place] == UInt8(ascii: ">") && rest[place - 1] == UInt8(ascii: "-")
        && rest[place - 2] == UInt8(ascii: "-")
    }
    return end ?? rest.endIndex
  }

  /// What stands behind `name =`, with or without quotation marks.
  private static func value(of name: String, in tag: String) -> String? {
    var rest = tag[...]
    while let place = rest.range(ofWord: name) {
      rest = rest[place...].dropFirst(name.count)
      let behind = rest.drop { $0.isWhitespace }
      guard behind.first == "=" else { continue }
      let value = behind.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }
}

extension Substring {
  /// Where a word begins, or nil.
  fileprivate func range(ofWord word: String) -> Index? {
    indices.first { self[$0...].hasPrefix(word) }
  }
}
