// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel

/// Reads what a user names as input: a text, a saved web page, JSON Lines, a corpus, a folder of pages,
/// standard input.
package struct InputReader: Sendable {
  private let date: String?
  private let decode: Corpus.Decoder

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - date: Date of documents that were given none: it counts before what a page says of itself.
  ///   - decode: Turns bytes into text.
  package init(date: String? = nil, decode: @escaping Corpus.Decoder) {
    self.date = date
    self.decode = decode
  }

  /// What was read, and the lines that could not be.
  package struct Result {
    package var documents: [Document] = []
    package var problems: [FormatError] = []
    /// Paths of files that documents are named for, by id; none of ids that stand in a file.
    package var files: [String: String] = [:]

    package init() {}
  }

  /// Reads one input.
  ///
  /// - Throws: `StoreError` when there is nothing to read at all.
  package func read(_ input: String) throws -> Result {
    var result = try contents(of: input)
    if let date {
      for i in result.documents.indices where result.documents[i].date == nil {
        result.documents[i].date = date
      }
    }
    return result
  }

  private func contents(of input: String) throws -> Result {
    if input == "-" {
      return lines([UInt8](FileHandle.standardInput.readDataToEndOfFile()), file: "-")
    }
    if Files.isFolder(input) {
      if let pages = try pages(in: input) { return pages }
      let corpus = try CorpusReader.open(input, decode: decode)
      var result = Result()
      result.documents = try corpus.entries.map { try corpus.document($0) }
      return result
    }
    let bytes = try Files.bytes(at: input)
    if input.hasSuffix(".jsonl") { return lines(bytes, file: input) }
    let id = FileName.stem(of: input)
    let content = try decode(bytes, input)
    var result = Result()
    result.documents = [content.document(id, record: record(of: id, beside: input), date: date)]
    result.files[id] = input
    return result
  }

  /// The pages and texts of a folder that has pages and is no corpus, in the order of their names;
  /// nil of any other folder.
  private func pages(in folder: String) throws -> Result? {
    let names = try Files.names(in: folder)
    if names.contains(CorpusReader.indexName) || !names.contains(where: DocumentNames.isPage) {
      return nil
    }
    var result = Result()
    for name in names where DocumentNames.isPage(name) || name.hasSuffix(".txt") {
      // A page and the text taken from it may lie side by side.
      let stem = FileName.stem(of: name)
      let id = result.files[stem] == nil ? stem : name
      let path = Files.join(folder, name)
      result.files[id] = path
      result.documents.append(
        try decode(try Files.bytes(at: path), path).document(id, record: nil, date: date))
    }
    return result
  }

  /// What a `corpus.json` beside a text says about it; nil without one that can be read.
  private func record(of id: String, beside path: String) -> CorpusRecord? {
    let index = Files.join(Files.folder(of: path), CorpusReader.indexName)
    guard Files.isFile(index), let index = try? CorpusIndex(path: index) else { return nil }
    return index.records.first { $0.id == id }
  }

  private func lines(_ bytes: [UInt8], file: String) -> Result {
    var result = Result()
    let reader = JSONLinesReader(file: file)
    var seen: Set<String> = []
    for (number, line) in numberedLines(bytes) where !line.isBlank {
      do {
        let document = try reader.document(line, number: number)
        if !seen.insert(document.id).inserted {
          throw FormatError(
            file: file, line: number,
            "the id \"\(document.id)\" was used before. Give each line an id of its own.")
        }
        result.documents.append(document)
      } catch let error as FormatError {
        result.problems.append(error)
      } catch {
        result.problems.append(FormatError(file: file, line: number, "\(error)"))
      }
    }
    return result
  }
}
