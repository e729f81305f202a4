// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel
import WarshaStore

/// What is different between two saved runs, and what may have caused it.
package struct RunDiff {
  /// A document with differences.
  package struct DocumentChanges {
    /// The document as it was in the later run, or in the earlier one when the later lacks it.
    package var document: Document
    /// The differences of its annotations.
    package var changes: [AnnotationDiff.Change]
  }

  /// What became of an extractor between two runs.
  package struct ExtractorChange: Equatable {
    /// Its id.
    package var extractor: String
    /// What is different: `version 0.1.0 → 0.2.0`, `table Data/months.tsv changed`.
    package var words: [String]
  }

  /// The earlier run.
  package let before: RunRecord
  /// The later run.
  package let after: RunRecord
  /// What changed about the extractors.
  package let causes: [ExtractorChange]
  /// Documents whose annotations differ, in the order of the later run.
  package let documents: [DocumentChanges]
  /// Ids of documents whose text or date is not the same: their annotations are not compared.
  package let rewritten: [String]
  /// Ids of documents that one run lacks.
  package let missing: [String]
  /// Ids of documents in which an extractor failed or complained of an error in one of the runs.
  package let unsure: [String]

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - earlier: The run that was first.
  ///   - later: The other one.
  ///   - layers: Layers to look at; nil for all.
  ///   - only: Ids of documents to look at; nil for all.
  /// - Throws: `StoreError` when the runs cannot be read.
  package init(
    from earlier: SavedRun, to later: SavedRun, layers: Set<String>? = nil,
    documents only: Set<String>? = nil
  ) throws(StoreError) {
    before = earlier.record
    after = later.record
    causes = Self.causes(from: before, to: after)
    let (oldNumbers, newNumbers) = (try earlier.outputNumbers(), try later.outputNumbers())
    let isWantedAlike = earlier.wanted == later.wanted
    var places: [String: Int] = [:]
    for (place, document) in before.documents.enumerated() { places[document.id] = place }
    var (found, rewritten, missing): ([DocumentChanges], [String], [String]) = ([], [], [])
    var unsure: [String] = []
    for (place, document) in after.documents.enumerated()
    where only?.contains(document.id) ?? true {
      guard let old = places.removeValue(forKey: document.id) else {
        missing.append(document.id)
        continue
      }
      if before.documents[old] != document {
        rewritten.append(document.id)
        continue
      }
      // Of the same outputs nothing need be read.
      if isWantedAlike, oldNumbers[old] == newNumbers[place] { continue }
      let (ago, new) = (try earlier.annotations(place: old), try later.annotations(place: place))
      if (ago.diagnostics + new.diagnostics).contains(where: { $0.severity == .error }) {
        unsure.append(document.id)
      }
      let diff = AnnotationDiff(from: ago, to: new)
      let changes = diff.changes.filter { change in
        layers?.contains(change.annotation?.layer ?? "") ?? true
      }
      if !changes.isEmpty {
        found.append(DocumentChanges(document: new.document, changes: changes))
      }
    }
    for document in before.documents
    where places[document.id] != nil && only?.contains(document.id) ?? true {
      missing.append(document.id)
    }
    (self.documents, self.rewritten, self.missing) = (found, rewritten, missing)
    self.unsure = unsure
  }

  /// What is different about the extractors of two runs.
  static func causes(from before: RunRecord, to after: RunRecord) -> [ExtractorChange] {
    var causes: [ExtractorChange] = []
    for extractor in after.extractors {
      guard let old = before.extractors.first(where: { $0.id == extractor.id }) else {
        causes.append(ExtractorChange(extractor: extractor.id, words: ["was not in the run"]))
        continue
      }
      var words = old.state.changes(to: extractor.state)
      if old.isWanted != extractor.isWanted {
        words.append(extractor.isWanted ? "was not asked for" : "is not asked for any more")
      }
      if !words.isEmpty { causes.append(ExtractorChange(extractor: extractor.id, words: words)) }
    }
    for extractor in before.extractors
    where !after.extractors.contains(where: { $0.id == extractor.id }) {
      causes.append(ExtractorChange(extractor: extractor.id, words: ["is not in the run any more"]))
    }
    return causes
  }
}
