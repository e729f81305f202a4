// SPDX-License-Identifier: Apache-2.0

import WarshaFormats

/// The contents of a `corpus.json`: an array of records, or `{"name": …, "documents": [records]}`.
struct CorpusIndex {
  /// Name of the corpus, where it is given.
  let name: String?
  /// The records in order.
  let records: [CorpusRecord]
  private let text: String

  /// Reads an index.
  ///
  /// Throws `malformedIndex` with the line.
  init(path: String) throws(StoreError) {
    text = try AnnotationFiles.text(at: path)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text.utf8)
    } catch {
      throw .malformedIndex(path: path, line: error.line, reason: "\(error).")
    }
    name = value["name"]?.string
    guard let list = value.array ?? value["documents"]?.array else {
      throw .malformedIndex(
        path: path, line: 1,
        reason: "the file holds \(value.kind), not a list of records [{\"id\": \"NAME\", …}].")
    }
    var records: [CorpusRecord] = []
    for (place, item) in list.enumerated() {
      guard case .object(let members) = item, let id = item["id"]?.string, !id.isEmpty,
        !id.utf8.contains(UInt8(ascii: "/"))
      else {
        throw .malformedIndex(
          path: path, line: 1,
          reason: "record \(place + 1) has no usable \"id\": the name of its files without .txt.")
      }
      records.append(CorpusRecord(id: id, members: members))
    }
    self.records = records
  }

  /// The line on which a record's id stands, for messages; nil when it is written with escapes.
  func line(of id: String) -> Int? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let wanted = "\"\(id)\""
    return lines.firstIndex { line in
      let line = String(Substring(line))
      return line.contains("\"id\"") && line.contains(wanted)
    }.map { $0 + 1 }
  }
}
