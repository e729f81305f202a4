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

    package init(documents: [Document] = [], problems: [FormatError] = []) {
      self.documents = documents
      self.problems = problems
    }
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
      if let documents = try pages(in: input) { return Result(documents: documents) }
      let corpus = try CorpusReader.open(input, decode: decode)
      return Result(documents: try corpus.entries.map { try corpus.document($0) })
    }
    let bytes = try Files.bytes(at: input)
    if input.hasSuffix(".jsonl") { return lines(bytes, file: input) }
    let id = FileName.stem(of: input)
    let content = try decode(bytes, input)
    return Result(
      documents: [content.document(id, record: record(of: id, beside: input), date: date)])
  }

  /// The pages and texts of a folder that has pages and is no corpus, in the order of their names;
  /// nil of any other folder.
  private func pages(in folder: String) throws -> [Document]? {
    let names = try Files.names(in: folder)
    if names.contains(CorpusReader.indexName) || !names.contains(where: DocumentNames.isPage) {
      return nil
    }
    var taken: Set<String> = []
    return try names.filter { DocumentNames.isPage($0) || $0.hasSuffix(".txt") }.map { name in
      // A page and the text taken from it may lie side by side.
      let stem = FileName.stem(of: name)
      let id = taken.insert(stem).inserted ? stem : name
      taken.insert(id)
      let path = Files.join(folder, name)
      return try decode(try Files.bytes(at: path), path).document(id, record: nil, date: date)
    }
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
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
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
      start = end + 1
      number += 1
    }
    return result
  }
}
