// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel
import WarshaStore
import WarshaWorkbench

/// The annotated documents that `convert` reads, and what is wrong with its input.
struct ExchangeInput {
  var sets: [AnnotationSet] = []
  var problems: [String] = []
  private let inputs: Inputs

  /// Reads a file, or a folder of files that hold a document each.
  ///
  /// - Throws: `StoreError` when there is nothing to read at all.
  init(
    _ path: String, format: ExtractCommand.Format, texts: KnownTexts?, inputs: Inputs
  ) throws {
    self.inputs = inputs
    switch format {
    case .table: break
    case .jsonl: try add(path, RunLinesReader(texts: texts))
    case .brat: try addBrat(path)
    case .exchange(let exchange):
      let reader = exchange.reader(texts: texts)
      if let own = exchange.fileExtension, Files.isFolder(path) {
        let endings = [".\(own)", ".xml"].prefix(exchange == .timeml ? 2 : 1)
        let names = try Files.names(in: path).filter { endings.contains(where: $0.hasSuffix) }
        for name in names { try add(Files.join(path, name), reader) }
        if names.isEmpty { problems.append("\(path): no file in it ends with .\(own).") }
      } else {
        try add(path, reader)
      }
    }
    leaveOutRepeated()
  }

  /// The texts that annotations belong to: a corpus, a folder of texts, a text or JSON Lines.
  ///
  /// - Throws: `StoreError` when there is nothing to read at all, `FormatError` of a broken line.
  static func texts(_ path: String, _ inputs: Inputs) throws -> KnownTexts {
    if Files.isFolder(path), !Files.isFile(Files.join(path, CorpusReader.indexName)) {
      let documents = try AnnotationFiles.pairs(in: path).map {
        try document($0.textPath, inputs)
      }
      return KnownTexts(documents, source: path)
    }
    let read = try inputs.documents([path], date: nil)
    if let first = read.problems.first { throw first }
    return KnownTexts(read.documents, source: path)
  }

  /// Puts labels for the names of other tools.
  mutating func rename(with map: LabelMap) {
    let (sets, problems) = map.imported(sets)
    self.sets = sets
    self.problems += problems
  }

  private mutating func add(_ path: String, _ reader: any ExchangeReader) throws {
    let bytes =
      path == "-"
      ? [UInt8](FileHandle.standardInput.readDataToEndOfFile()) : try Files.bytes(at: path)
    let imported = reader.read(bytes, file: path)
    sets += imported.sets
    problems += imported.problems.map(\.description)
  }

  /// A corpus, a folder of texts and annotations without an index, or one `.ann` beside its text.
  private mutating func addBrat(_ path: String) throws {
    if !Files.isFolder(path) {
      let base = Files.join(Files.folder(of: path), FileName.stem(of: path))
      try add(try Self.document(base + ".txt", inputs), base + ".ann")
    } else if Files.isFile(Files.join(path, CorpusReader.indexName)) {
      let corpus = try CorpusReader.open(path, decode: inputs.decode)
      for entry in corpus.entries { try add(try corpus.document(entry), entry.annotationPath) }
    } else {
      let pairs = try AnnotationFiles.pairs(in: path)
      for pair in pairs { try add(try Self.document(pair.textPath, inputs), pair.annotationPath) }
      if pairs.isEmpty { problems.append("\(path): no file in it ends with .txt.") }
    }
  }

  private mutating func add(_ document: Document, _ annotationPath: String?) throws {
    guard let path = annotationPath else {
      sets.append(AnnotationSet(document: document, annotations: []))
      return
    }
    let (set, problems) = try AnnotationFiles.load(path, of: document)
    sets.append(set)
    self.problems += problems.map(\.description)
  }

  private static func document(_ path: String, _ inputs: Inputs) throws -> Document {
    try inputs.decode(try Files.bytes(at: path), path)
      .document(FileName.stem(of: path), record: nil)
  }

  /// Keeps the first of documents with one id, which several files may have.
  private mutating func leaveOutRepeated() {
    var seen: Set<String> = []
    sets.removeAll { set in
      if seen.insert(set.document.id).inserted { return false }
      problems.append(
        "two documents have the id \"\(set.document.id)\". Give each document an id of its own.")
      return true
    }
  }
}
