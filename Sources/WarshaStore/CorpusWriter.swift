// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel

/// Adds documents to a corpus folder, which it makes when there is none.
///
/// The index is written last, and whole: it never names a document whose files are not there.
package struct CorpusWriter {
  private let folder: String
  private let name: String?
  private let isNamed: Bool
  private var records: [CorpusRecord]
  private let mayReplace: Bool

  /// Opens a corpus for writing.
  ///
  /// Throws `malformedIndex` of an index that cannot be read and `unwritable`.
  package init(folder: String, mayReplace: Bool) throws(StoreError) {
    self.folder = folder
    self.mayReplace = mayReplace
    let path = Files.join(folder, CorpusReader.indexName)
    if Files.isFile(path) {
      let index = try CorpusIndex(path: path)
      (name, records, isNamed) = (index.name, index.records, index.name != nil)
    } else {
      (name, records, isNamed) = (nil, [], false)
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder, reason: "the folder cannot be made")
    }
  }

  /// Whether a document can be added; nil when it can, else what is in the way.
  package func obstacle(to id: String) -> StoreError? {
    if id.isEmpty || id.hasPrefix(".") || id.utf8.contains(where: { $0 == 0x2F || $0 == 0 }) {
      return .unusableID(id: id)
    }
    if !mayReplace, records.contains(where: { $0.id == id }) {
      return .documentExists(id: id, corpus: folder)
    }
    return nil
  }

  /// Writes the text of a document and its annotations in brat's format, where it has some.
  ///
  /// - Parameters:
  ///   - document: The text with id, title and date.
  ///   - annotations: Contents of the `.ann` file; nil for a document without gold.
  ///   - fields: Further members of its record, such as `split`; empty ones are left out.
  /// - Throws: `obstacle(to:)`, and `unwritable`.
  package mutating func add(
    _ document: Document, annotations: String?, fields: [(key: String, value: String?)]
  ) throws(StoreError) {
    if let obstacle = obstacle(to: document.id) { throw obstacle }
    let base = Files.join(folder, document.id)
    try Files.replace(base + ".txt", with: UTF8Bytes.of(document.text))
    if let annotations { try Files.replace(base + ".ann", with: Array(annotations.utf8)) }
    var record =
      records.first { $0.id == document.id } ?? CorpusRecord(id: document.id, members: [])
    let own = [("id", document.id), ("title", document.title), ("date", document.date)]
    for (key, value) in own + fields {
      guard let value, !value.isEmpty else { continue }
      record.members.removeAll { $0.key == key }
      record.members.append(JSONValue.Member(key: key, value: .string(value)))
    }
    records.removeAll { $0.id == document.id }
    records.append(record)
  }

  /// Writes the index, documents by id.
  package func finish() throws(StoreError) {
    let list = JSONValue.array(
      records.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        .map { .object($0.members) })
    let named = JSONValue.object([
      JSONValue.Member(key: "name", value: .string(name ?? "")),
      JSONValue.Member(key: "documents", value: list),
    ])
    var json = JSONBytes()
    json.value(isNamed ? named : list)
    json.raw("\n")
    try Files.replace(Files.join(folder, CorpusReader.indexName), with: json.bytes)
  }
}

extension JSONBytes {
  /// Appends a value, each element and member on a line of its own, indented by a blank a level.
  fileprivate mutating func value(_ value: JSONValue, depth: Int = 0) {
    func lineBreak(_ depth: Int) -> [UInt8] { [0x0A] + [UInt8](repeating: 0x20, count: depth) }
    switch value {
    case .null: raw("null")
    case .flag(let flag): scalar(.flag(flag))
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let values):
      raw("[")
      for (place, value) in values.enumerated() {
        if place > 0 { raw(",") }
        bytes += lineBreak(depth + 1)
        self.value(value, depth: depth + 1)
      }
      bytes += lineBreak(depth)
      raw("]")
    case .object(let members):
      raw("{")
      for (place, member) in members.enumerated() {
        if place > 0 { raw(",") }
        bytes += lineBreak(depth + 1)
        string(member.key)
        raw(": ")
        self.value(member.value, depth: depth + 1)
      }
      bytes += lineBreak(depth)
      raw("}")
    }
  }
}
