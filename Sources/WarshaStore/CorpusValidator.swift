// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// Checks that a corpus follows ANNOTATION.
package enum CorpusValidator {
  /// All that is wrong with the corpus in a folder, by file and line; empty when it is sound.
  ///
  /// Throws only when there is no corpus to check: no folder, no index, an index that cannot be
  /// read.
  package static func problems(
    in folder: String, decode: @escaping Corpus.Decoder
  ) throws(StoreError) -> [CorpusProblem] {
    let (corpus, disagreements) = try CorpusReader.scan(folder, decode: decode)
    let lines = try CorpusIndex(path: Files.join(folder, CorpusReader.indexName)).lines()
    var problems = disagreements
    for entry in corpus.entries {
      problems += check(entry.record, in: folder, line: lines[entry.id])
      guard let path = entry.annotationPath else {
        problems.append(
          CorpusProblem(
            file: entry.textPath,
            "no \(entry.id).ann beside this text. An empty one says that nothing is to be found."))
        continue
      }
      do {
        let document = try corpus.document(entry)
        let file = BratFile(try AnnotationFiles.text(at: path), file: path)
        problems += self.problems(of: file, document: document)
      } catch {
        problems.append(CorpusProblem(file: path, "\(error)"))
      }
    }
    return problems.sorted()
  }

  /// All that is wrong with one annotation file.
  package static func problems(of file: BratFile, document: Document) -> [CorpusProblem] {
    var found: [CorpusProblem] = []
    do {
      _ = try BratReader(.strict).read(file, document: document)
    } catch {
      found = error.problems.map { CorpusProblem(file: $0.file, line: $0.line, $0.reason) }
    }
    var check = AnnotationCheck(file: file, text: document.text)
    return (found + check.problems()).sorted()
  }

  private static func check(
    _ record: CorpusRecord, in folder: String, line: Int?
  ) -> [CorpusProblem] {
    let path = Files.join(folder, CorpusReader.indexName)
    func problem(_ reason: String) -> CorpusProblem {
      CorpusProblem(file: path, line: line, "record \"\(record.id)\": \(reason)")
    }
    var problems: [CorpusProblem] = []
    if !AnnotationRules.splits.contains(record.split ?? "") {
      problems.append(
        problem("split is \(record.split.map { "\"\($0)\"" } ?? "missing"); it is dev or test."))
    }
    if let date = record.date {
      if !JSONLinesReader.looksLikeISODate(date) {
        problems.append(problem("date \"\(date)\" is not ISO 8601, e.g. 2024-12-06."))
      }
    } else {
      problems.append(problem("no date, to which relative dates of the text would refer."))
    }
    if record.licence == nil {
      problems.append(problem("no licence. Say under which terms the text is here."))
    }
    return problems
  }
}
