// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel

/// Reads what a user names as input: a text, JSON Lines, a corpus folder, standard input.
package struct InputReader: Sendable {
  private let decode: Corpus.Decoder

  package init(decode: @escaping Corpus.Decoder) { self.decode = decode }

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
    if input == "-" {
      return lines([UInt8](FileHandle.standardInput.readDataToEndOfFile()), file: "-")
    }
    if Files.isFolder(input) {
      let corpus = try CorpusReader.open(input, decode: decode)
      return Result(documents: try corpus.entries.map { try corpus.document($0) })
    }
    let bytes = try Files.bytes(at: input)
    if input.hasSuffix(".jsonl") { return lines(bytes, file: input) }
    let (text, diagnostics) = decode(bytes, input)
    let name = Files.lastComponent(of: input)
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) }
    let id = stem ?? name
    let record = record(of: id, beside: input)
    return Result(
      documents: [
        Document(
          id: id, text: text, date: record?.date, title: record?.title, diagnostics: diagnostics)
      ])
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
