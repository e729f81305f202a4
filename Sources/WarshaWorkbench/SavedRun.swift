// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaStore

/// A saved run whose annotations can be asked for.
package struct SavedRun {
  /// What was saved about it.
  package let record: RunRecord
  private let store: RunStore

  /// Finds a run by name or number.
  ///
  /// - Throws: `StoreError.noRun` with near names.
  package init(_ name: String, in store: RunStore) throws(StoreError) {
    self.init(try store.run(name), in: store)
  }

  /// A run of the store.
  package init(_ record: RunRecord, in store: RunStore) {
    self.record = record
    self.store = store
  }

  /// The layers of its annotations are those of these extractors.
  package var wanted: Set<String> {
    Set(record.extractors.filter(\.isWanted).map(\.id))
  }

  /// The outputs that each document has, by extractor; equal numbers are the same output.
  func outputNumbers() throws(StoreError) -> [[String: Int64]] {
    var numbers = try store.outputNumbers(of: record.number)
    while numbers.count < record.documents.count { numbers.append([:]) }
    return numbers
  }

  /// The annotations of a document, with its text as it was in the run.
  ///
  /// - Parameter place: Place of the document in the run, from 0.
  /// - Returns: The annotations of the extractors that were asked for.
  /// - Throws: `StoreError` when the runs cannot be read.
  package func annotations(place: Int) throws(StoreError) -> AnnotationSet {
    let document = record.documents[place]
    var sequence = OutputSequence()
    var diagnostics: [Diagnostic] = []
    for (extractor, output) in try store.outputs(of: record, document: place) {
      sequence.append(output, of: extractor)
      diagnostics += output.diagnostics
    }
    return AnnotationSet(
      document: Document(
        id: document.id, text: try store.text(document.textHash) ?? SourceText(""),
        date: document.date),
      annotations: sequence.annotations(of: wanted), diagnostics: diagnostics)
  }

  /// The annotations of all its documents.
  package func sets() throws(StoreError) -> [AnnotationSet] {
    var sets: [AnnotationSet] = []
    for place in record.documents.indices { sets.append(try annotations(place: place)) }
    return sets
  }
}
