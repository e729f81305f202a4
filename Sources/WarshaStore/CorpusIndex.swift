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

  /// The lines on which the ids of records stand, for messages; none of an id written with escapes.
  func lines() -> [String: Int] {
    var places: [String: Int] = [:]
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      let strings = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { String(decoding: $0, as: UTF8.self) }
      guard strings.contains("id") else { continue }
      for string in strings where places[string] == nil { places[string] = place + 1 }
    }
    return places
  }
}
