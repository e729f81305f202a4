// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaFormats
import WarshaModel
import WarshaStore
import WarshaWorkbench

/// The documents of a corpus with their gold, as the scoring verbs need them.
struct GoldDocuments {
  /// Name of the corpus.
  var name: String
  /// Its folder.
  var folder: String
  /// The texts.
  var documents: [Document]
  /// Gold by document; none for a document without annotation file.
  var gold: [String: AnnotationSet]
  /// What the index says, by document.
  var records: [String: CorpusRecord] = [:]
  /// Groups by document.
  var groups: [String: [String]]
  /// What is wrong with annotation files; their documents are left out.
  var problems: [String] = []

  /// Reads a corpus or one split of it.
  ///
  /// A document whose annotation file is not sound is left out and told in `problems`.
  ///
  /// - Throws: `StoreError` when there is no corpus, `CommandFailure` of an unknown split.
  static func load(
    _ folder: String, split: String?, in session: Session
  ) throws -> GoldDocuments {
    let corpus = try CorpusReader.open(folder, decode: session.workbench.inputs.decode)
    let entries = corpus.entries.filter { split == nil || $0.record.split == split }
    if let split, entries.isEmpty {
      let known = Set(corpus.entries.compactMap(\.record.split)).sorted()
      throw CommandFailure(
        .usage,
        "\(corpus.name) has no split \"\(split)\"; it has "
          + (known.isEmpty ? "none." : known.joined(separator: ", ") + "."))
    }
    var result = GoldDocuments(
      name: corpus.name, folder: folder, documents: [], gold: [:], groups: [:])
    for entry in entries {
      let document = try corpus.document(entry)
      do {
        result.gold[entry.id] = try corpus.gold(entry, of: document)
      } catch let error as BratError {
        result.problems += error.problems.map(\.description)
        continue
      }
      result.documents.append(document)
      result.records[entry.id] = entry.record
      result.groups[entry.id] = entry.groups
    }
    if result.documents.isEmpty, !result.problems.isEmpty {
      throw CommandFailure(.data, result.problems.joined(separator: "\nerror: "))
    }
    return result
  }

  /// Tells the problems, each on a line.
  func report(to console: Console) {
    for problem in problems { console.remark("error: \(problem)") }
  }

  /// Ends the command with status 1 when a document was left out.
  func checkComplete() throws {
    if problems.isEmpty { return }
    throw CommandFailure(
      .data, "documents with unsound annotations were left out; corpus validate tells all of it.")
  }

  /// The annotations of a saved run on these texts.
  ///
  /// Tells which documents the run does not have.
  ///
  /// - Throws: `StoreError.noRun`; `CommandFailure` when a text is not the one that the run saw, or
  ///   the run has none of the documents.
  func predictions(
    ofRun name: String, in session: Session
  ) throws -> [String: AnnotationSet] {
    let saved = try SavedRun(name, in: session.workbench.runStore())
    var places: [String: Int] = [:]
    for (place, document) in saved.record.documents.enumerated() { places[document.id] = place }
    var predicted: [String: AnnotationSet] = [:]
    var missing: [String] = []
    for document in documents {
      guard let place = places[document.id] else {
        missing.append(document.id)
        continue
      }
      var set = try saved.annotations(place: place)
      guard set.document.text == document.text, set.document.date == document.date else {
        throw CommandFailure(
          .data,
          "text or date of \(document.id) is not that of run \(saved.record.title): its spans would be "
            + "off. Run the extractors again with --save.")
      }
      set.document = document
      predicted[document.id] = set
    }
    let title = saved.record.title
    if predicted.isEmpty {
      throw CommandFailure(
        .data,
        "run \(title) has none of the documents of \(self.name); it was made on "
          + "\(saved.record.source).")
    }
    if !missing.isEmpty {
      session.console.remark(
        "warning: run \(title) lacks \(missing.count) of \(documents.count) documents, which count "
          + "as without annotations: \(missing.prefix(3).joined(separator: ", "))"
          + (missing.count > 3 ? " …" : ""))
    }
    return predicted
  }

  /// The cases to score.
  func cases(predicted: [String: AnnotationSet]) -> [EvaluationCase] {
    documents.map { document in
      EvaluationCase(
        id: document.id, gold: gold[document.id], predicted: predicted[document.id],
        groups: groups[document.id] ?? [])
    }
  }
}
