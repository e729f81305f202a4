// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// A folder of texts with gold annotations: `NAME.txt`, `NAME.ann`, `corpus.json`.
///
/// The value holds the index only; texts and annotations are read when asked for, each time.
package struct Corpus: Sendable {
  /// Turns the bytes of a file, whose path it is told, into a text and what the file says about it.
  package typealias Decoder = @Sendable ([UInt8], String) throws(StoreError) -> FileContent

  /// One document of the index.
  package struct Entry: Sendable, Equatable {
    /// What `corpus.json` says about it.
    package var record: CorpusRecord
    /// Path of the text, or of the page that it is taken from.
    package var textPath: String
    /// Path of the gold annotations; nil when the document has none.
    package var annotationPath: String?

    /// Name of the document.
    package var id: String { record.id }
    /// `split:…` and `topic:…`, for scores of parts of the corpus.
    package var groups: [String] {
      [("split", record.split), ("topic", record.topic)].compactMap { key, value in
        value.map { "\(key):\($0)" }
      }
    }
  }

  /// Name of the corpus: that of its folder unless `corpus.json` gives one.
  package let name: String
  /// Path of the folder.
  package let folder: String
  /// The documents, in the order of `corpus.json`.
  package let entries: [Entry]
  private let decode: Decoder

  init(name: String, folder: String, entries: [Entry], decode: @escaping Decoder) {
    self.name = name
    self.folder = folder
    self.entries = entries
    self.decode = decode
  }

  /// The entry of a document.
  ///
  /// Throws `noDocument` with similar names.
  package func entry(_ id: String) throws(StoreError) -> Entry {
    if let entry = entries.first(where: { $0.id == id }) { return entry }
    throw .noDocument(
      id: id, corpus: name, near: Suggestion.nearest(to: id, among: entries.map(\.id)))
  }

  /// The text of an entry with its title and date.
  package func document(_ entry: Entry) throws(StoreError) -> Document {
    try decode(try Files.bytes(at: entry.textPath), entry.textPath)
      .document(entry.id, record: entry.record)
  }

  /// The gold annotations of an entry; nil when it has no annotation file.
  ///
  /// Throws `StoreError` when a file cannot be read and, with `.strict`, `BratError` for problems
  /// in the annotation file.
  package func gold(_ entry: Entry, mode: Brat.Mode = .strict) throws -> AnnotationSet? {
    try gold(entry, of: try document(entry), mode: mode)
  }

  /// The same of an entry whose document is there already.
  package func gold(
    _ entry: Entry, of document: Document, mode: Brat.Mode = .strict
  ) throws -> AnnotationSet? {
    try entry.annotationPath.map {
      try AnnotationFiles.annotations(at: $0, of: document, mode: mode)
    }
  }
}
