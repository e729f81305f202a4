// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// Text and annotation files that belong together by name, without an index.
package enum AnnotationFiles {
  /// `NAME.txt` and, where there is one, `NAME.ann`.
  package struct Pair: Sendable, Equatable {
    /// Name without extension.
    package var id: String
    /// Path of the text.
    package var textPath: String
    /// Path of the annotations; nil when there are none.
    package var annotationPath: String?
  }

  /// The texts of a folder in order of name, with the annotations beside them.
  package static func pairs(in folder: String) throws(StoreError) -> [Pair] {
    let names = try Files.names(in: folder)
    let all = Set(names)
    return names.filter { $0.hasSuffix(".txt") }.map { name in
      let id = String(name.dropLast(4))
      let annotations = all.contains(id + ".ann") ? Files.join(folder, id + ".ann") : nil
      return Pair(id: id, textPath: Files.join(folder, name), annotationPath: annotations)
    }
  }

  /// The annotations that a brat file has about a document.
  ///
  /// Throws `StoreError` when the file cannot be read or is not UTF-8 and, with `.strict`,
  /// `BratError` for problems in it.
  package static func annotations(
    at path: String, of document: Document, mode: Brat.Mode
  ) throws -> AnnotationSet {
    try BratReader(mode).read(try text(at: path), file: path, document: document)
  }

  /// The annotations that a brat file has about a document as far as they are sound, and what is
  /// wrong with the others.
  ///
  /// Throws `StoreError` when the file cannot be read or is not UTF-8.
  package static func load(
    _ path: String, of document: Document
  ) throws(StoreError) -> (set: AnnotationSet, problems: [FormatError]) {
    BratReader.load(BratFile(try text(at: path), file: path), document: document)
  }

  /// A file of our own formats, which is always UTF-8.
  ///
  /// Throws `unreadable` otherwise.
  static func text(at path: String) throws(StoreError) -> String {
    let bytes = try Files.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "it is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
