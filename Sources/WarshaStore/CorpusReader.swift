// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// Opens corpora.
package enum CorpusReader {
  /// Name of the index.
  package static let indexName = "corpus.json"

  /// Opens the corpus in a folder; reads only its index.
  ///
  /// Throws `missing`, `isFile`, `noIndex`, `malformedIndex`, and `inconsistentCorpus` when a record
  /// has no text, a text no record, or two records one id.
  package static func open(
    _ folder: String, decode: @escaping Corpus.Decoder
  ) throws(StoreError) -> Corpus {
    let (corpus, problems) = try scan(folder, decode: decode)
    if !problems.isEmpty { throw .inconsistentCorpus(folder: folder, problems: problems) }
    return corpus
  }

  /// The corpus as far as index and files agree, and where they do not.
  static func scan(
    _ folder: String, decode: @escaping Corpus.Decoder
  ) throws(StoreError) -> (Corpus, [CorpusProblem]) {
    let names = try Files.names(in: folder)
    guard names.contains(indexName) else { throw .noIndex(folder: folder) }
    let path = Files.join(folder, indexName)
    let index = try CorpusIndex(path: path)
    let files = Set(names)
    var problems: [CorpusProblem] = []
    var entries: [Corpus.Entry] = []
    var seen: Set<String> = []
    // Of a sound corpus nobody asks for them.
    lazy var lines = index.lines()
    for record in index.records {
      if !seen.insert(record.id).inserted {
        problems.append(
          CorpusProblem(
            file: path, line: lines[record.id], "two records have the id \"\(record.id)\"."))
      } else if let text = DocumentNames.file(of: record.id, among: files) {
        let annotations = record.id + ".ann"
        entries.append(
          Corpus.Entry(
            record: record, textPath: Files.join(folder, text),
            annotationPath: files.contains(annotations) ? Files.join(folder, annotations) : nil))
      } else {
        problems.append(
          CorpusProblem(
            file: path, line: lines[record.id],
            "record \"\(record.id)\" has no \(record.id).txt beside it. Add the text or drop the "
              + "record." + Suggestion.sentence(for: record.id + ".txt", among: names)))
      }
    }
    for name in names where name.hasSuffix(".txt") || name.hasSuffix(".ann") {
      let id = String(name.dropLast(4))
      if name.hasSuffix(".txt") && !seen.contains(id) {
        problems.append(
          CorpusProblem(
            file: Files.join(folder, name),
            "not in corpus.json. Add {\"id\": \"\(id)\", \"date\": …, \"licence\": …} to it or "
              + "move the text elsewhere."))
      } else if name.hasSuffix(".ann") && DocumentNames.file(of: id, among: files) == nil {
        problems.append(
          CorpusProblem(file: Files.join(folder, name), "no \(id).txt beside these annotations."))
      }
    }
    let corpus = Corpus(
      name: index.name ?? Files.lastComponent(of: folder), folder: folder, entries: entries,
      decode: decode)
    return (corpus, problems)
  }
}
