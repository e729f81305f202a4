// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel

/// Adds documents to a corpus folder, which it makes when there is none.
///
/// While the value lives no other writer can open the corpus. The index is written last, and whole:
/// it never names a document whose files are not there.
package final class CorpusWriter {
  /// A document to add.
  package struct Addition {
    /// The text with id, title and date.
    package var document: Document
    /// Contents of the `.ann` file; nil for a document without gold.
    package var annotations: String?

    /// Makes an addition.
    package init(_ document: Document, annotations: String? = nil) {
      self.document = document
      self.annotations = annotations
    }
  }

  private let folder: String
  private let mayReplace: Bool
  private let decode: Corpus.Decoder
  private let lock: FolderLock
  private let files: Set<String>
  private let name: String?
  private var records: [CorpusRecord]
  private var places: [String: Int] = [:]
  /// What the files that were changed held before; nil of those that were not there.
  private var changed: [(path: String, before: [UInt8]?)] = []

  /// Opens a corpus for writing; waits while another writer has it open.
  ///
  /// - Parameters:
  ///   - folder: Where it lies.
  ///   - mayReplace: Whether documents may take the place of those of the same id.
  ///   - decode: Turns bytes into text: a text that is replaced is compared with the new one.
  /// - Throws: `malformedIndex` of an index that cannot be read and `unwritable`.
  package init(
    folder: String, mayReplace: Bool, decode: @escaping Corpus.Decoder
  ) throws(StoreError) {
    self.folder = folder
    self.mayReplace = mayReplace
    self.decode = decode
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder, reason: "the folder cannot be made")
    }
    lock = try FolderLock(folder)
    files = Set(try Files.names(in: folder))
    let path = Files.join(folder, CorpusReader.indexName)
    let index = Files.isFile(path) ? try CorpusIndex(path: path) : nil
    name = index?.name
    records = index?.records ?? []
    for (place, record) in records.enumerated() { places[record.id] = place }
  }

  /// What keeps documents of these ids from being added together; empty when they can be.
  package func obstacles(to ids: [String]) -> [StoreError] {
    var counts: [String: Int] = [:]
    return ids.compactMap { id in
      counts[id, default: 0] += 1
      if counts[id] == 2 { return .repeatedID(id: id) }
      return counts[id] == 1 ? obstacle(to: id) : nil
    }
  }

  private func obstacle(to id: String) -> StoreError? {
    if id.isEmpty || id.hasPrefix(".") || id.utf8.contains(where: { $0 == 0x2F || $0 == 0 }) {
      return .unusableID(id: id)
    }
    let bytes = (id + ".txt").utf8.count
    if bytes > FileName.limit { return .overlongID(id: id, bytes: bytes) }
    return mayReplace || places[id] == nil ? nil : .documentExists(id: id, corpus: folder)
  }

  /// Writes texts, annotations in brat's format where there are some, and the index, documents by id.
  ///
  /// Where the text of a document that is replaced is another one, its annotations, title and date
  /// are not kept: they were those of the old text.
  ///
  /// - Parameters:
  ///   - additions: What to add: all of it or, when something cannot be written, nothing.
  ///   - fields: Further members of the records, such as `split`; empty ones are left out.
  /// - Returns: The ids of the documents that lost their annotations.
  /// - Throws: The first of `obstacles(to:)`, and `unwritable`.
  package func add(
    _ additions: [Addition], fields: [(key: String, value: String?)]
  ) throws(StoreError) -> [String] {
    if let first = obstacles(to: additions.map(\.document.id)).first { throw first }
    do throws(StoreError) {
      var bare: [String] = []
      for addition in additions {
        if try write(addition, fields) { bare.append(addition.document.id) }
      }
      try writeIndex()
      changed = []
      return bare
    } catch {
      undo()
      throw error
    }
  }

  /// Writes the files of a document and notes its record.
  ///
  /// - Returns: Whether annotations of an old text were removed.
  private func write(
    _ addition: Addition, _ fields: [(key: String, value: String?)]
  ) throws(StoreError) -> Bool {
    let document = addition.document
    let base = Files.join(folder, document.id)
    let isOther = hasOtherText(document)
    let losesGold =
      isOther && addition.annotations == nil && files.contains(document.id + ".ann")
    if losesGold { try change(base + ".ann", to: nil) }
    try change(base + ".txt", to: UTF8Bytes.of(document.text))
    if let annotations = addition.annotations {
      try change(base + ".ann", to: Array(annotations.utf8))
    }
    var record =
      places[document.id].map { records[$0] } ?? CorpusRecord(id: document.id, members: [])
    if isOther { record.members.removeAll { $0.key == "title" || $0.key == "date" } }
    let own = [("id", document.id), ("title", document.title), ("date", document.date)]
    for (key, value) in own + fields {
      guard let value, !value.isEmpty else { continue }
      record.members.removeAll { $0.key == key }
      record.members.append(JSONValue.Member(key: key, value: .string(value)))
    }
    if let place = places[document.id] {
      records[place] = record
    } else {
      places[document.id] = records.count
      records.append(record)
    }
    return losesGold
  }

  /// Whether the corpus has a text under the id of a document, and not the document's.
  private func hasOtherText(_ document: Document) -> Bool {
    guard let name = DocumentNames.file(of: document.id, among: files) else { return false }
    let path = Files.join(folder, name)
    let old = try? decode(try Files.bytes(at: path), path)
    return old?.text != document.text
  }

  private func writeIndex() throws(StoreError) {
    let list = JSONValue.array(
      records.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        .map { .object($0.members) })
    var json = JSONBytes()
    let named = name.map { name in
      JSONValue.object([
        JSONValue.Member(key: "name", value: .string(name)),
        JSONValue.Member(key: "documents", value: list),
      ])
    }
    json.value(named ?? list)
    json.raw("\n")
    try change(Files.join(folder, CorpusReader.indexName), to: json.bytes)
  }

  /// Writes or, of nil, removes a file, and keeps what it held for `undo`.
  private func change(_ path: String, to bytes: [UInt8]?) throws(StoreError) {
    let before = Files.isFile(path) ? try Files.bytes(at: path) : nil
    if let bytes {
      try Files.replace(path, with: bytes)
    } else if unlink(path) != 0 {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    changed.append((path, before))
  }

  /// Puts everything back as it was, as far as it lets itself be written.
  private func undo() {
    for (path, before) in changed.reversed() {
      if let before { try? Files.replace(path, with: before) } else { unlink(path) }
    }
    changed = []
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
