// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel
import WarshaStore
import WarshaWorkbench

/// The documents of a corpus with their gold, as the scoring verbs need them.
struct GoldDocuments {
  /// Name of the corpus.
  var name: String
  /// The texts.
  var documents: [Document]
  /// Gold by document; none for a document without annotation file.
  var gold: [String: AnnotationSet]
  /// Groups by document.
  var groups: [String: [String]]

  /// Reads a corpus or one split of it.
  ///
  /// - Throws: `StoreError` or `BratError` when it is not sound, `CommandFailure` of an unknown split.
  static func load(_ folder: String, split: String?) throws -> GoldDocuments {
    let corpus = try CorpusReader.open(folder, decode: Inputs.decode)
    let entries = corpus.entries.filter { split == nil || $0.record.split == split }
    if let split, entries.isEmpty {
      let known = Set(corpus.entries.compactMap(\.record.split)).sorted()
      throw CommandFailure(
        .usage,
        "\(corpus.name) has no split \"\(split)\"; it has "
          + (known.isEmpty ? "none." : known.joined(separator: ", ") + "."))
    }
    var result = GoldDocuments(name: corpus.name, documents: [], gold: [:], groups: [:])
    for entry in entries {
      result.documents.append(try corpus.document(entry))
      result.gold[entry.id] = try corpus.gold(entry)
      result.groups[entry.id] = entry.groups
    }
    return result
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
