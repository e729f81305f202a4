// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaStore

/// Saves a run while it goes on, and recalls what its extractors, in the state they are in, found
/// in the same texts before.
///
/// Used by one thread: the one that hands documents to the batch and takes its results.
package final class RunRecorder {
  /// What was saved so far.
  package private(set) var record: RunRecord
  private let store: RunStore
  private let fingerprints: [(extractor: String, fingerprint: String)]

  /// Begins a run of the batch's extractors.
  ///
  /// - Parameters:
  ///   - batch: What will work on the documents.
  ///   - workbench: Where its extractors lie.
  ///   - name: What the user calls it.
  ///   - source: What was named as input.
  ///   - program: Version of Warsha.
  /// - Throws: `StoreError` when the runs cannot be opened or a file of a plugin cannot be read.
  package init(
    _ batch: Batch, in workbench: Workbench, name: String, source: String, program: String
  ) throws {
    store = try workbench.runStore(mayCreate: true)
    let states = try ExtractorStates(workbench, store).states(of: batch)
    fingerprints = states.map { ($0.id, $0.state.fingerprint) }
    record = try store.begin(
      name: name, started: Self.now, program: program, source: source, extractors: states)
  }

  /// What is kept of each document, by extractor.
  func recall(_ documents: [Document]) throws(StoreError) -> [[String: ExtractorOutput]] {
    var all: [[String: ExtractorOutput]] = []
    for document in documents {
      let hash = Self.hash(document)
      var outputs: [String: ExtractorOutput] = [:]
      for (extractor, fingerprint) in fingerprints {
        outputs[extractor] = try store.output(
          fingerprint, of: extractor, text: document.text, hash: hash, date: document.date)
      }
      all.append(outputs)
    }
    return all
  }

  /// Saves finished documents: what was recalled for them and what was found afresh.
  func save(
    _ documents: some Collection<Document>, recalled: [[String: ExtractorOutput]],
    fresh: [[String: ExtractorOutput]]
  ) throws(StoreError) {
    var finished: [RunStore.Finished] = []
    for (index, document) in documents.enumerated() {
      let found = fingerprints.compactMap { extractor, fingerprint in
        (fresh[index][extractor] ?? recalled[index][extractor]).map { output in
          RunStore.Found(
            extractor: extractor, fingerprint: fingerprint, output: output,
            isRecalled: fresh[index][extractor] == nil)
        }
      }
      finished.append(
        RunStore.Finished(document: document, textHash: Self.hash(document), found: found))
    }
    if finished.isEmpty { return }
    try store.save(finished, to: &record)
  }

  /// Ends the run. A run that is not ended is listed as broken off.
  package func finish() throws(StoreError) {
    try store.finish(&record, at: Self.now)
  }

  private static func hash(_ document: Document) -> String {
    SHA256.hexDigest(of: UTF8Bytes.of(document.text))
  }

  private static var now: String { Date.now.formatted(.iso8601) }
}
