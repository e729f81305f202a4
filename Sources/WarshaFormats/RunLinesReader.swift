// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads the lines that `JSONLinesWriter` wrote, with the texts that they are about.
///
/// A line that has its `text` needs no other.
package struct RunLinesReader: ExchangeReader {
  private let texts: KnownTexts?

  /// Makes a reader.
  package init(texts: KnownTexts?) { self.texts = texts }

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported(sets: [], problems: [])
    let reader = JSONLinesReader(file: file)
    var lines = IDLines(file: file)
    for (number, line) in numberedLines(bytes) where !line.isBlank {
      do {
        let record = try reader.object(line, number)
        let id = try reader.id(of: record, number)
        if let problem = lines.use(id, number) { throw problem }
        var document: Document
        if let known = texts?[id] {
          document = known
        } else if record["text"]?.string != nil {
          document = try reader.document(line, number: number)
        } else {
          let missing = texts?.missing(id) ?? "the line of \(id) has no text: name the texts, too."
          throw FormatError(file: file, line: number, missing)
        }
        document.date = document.date ?? record["date"]?.string
        let (set, problems) = try reader.load(line, number: number, document: document)
        imported.sets.append(set)
        imported.problems += problems
      } catch let error as FormatError {
        imported.problems.append(error)
      } catch {
        imported.problems.append(FormatError(file: file, line: number, "\(error)"))
      }
    }
    return imported
  }
}
