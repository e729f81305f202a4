// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaStore
import WarshaTesting
import WarshaWorkbench

/// Runs that are saved while they go on.
struct RunRecorderTests {
  private let path = NSTemporaryDirectory() + "warsha-runs-\(UUID().uuidString)/runs.sqlite"
  private let workbench: Workbench
  private let documents = (1...40).map { number in
    Document(id: "d\(number)", text: SourceText("على بعد \(number) كيلومترات من مدينة حمص."))
  }

  init() {
    workbench = Workbench(
      folders: Folders(
        plugins: [Checkout.plugins], libraries: [Checkout.libraries],
        knowledge: Checkout.knowledge, corpus: Checkout.corpus, runs: path))
  }

  private func run(_ name: String, jobs: Int = 1) throws -> (sets: [AnnotationSet], RunRecord) {
    let batch = try Batch.make(workbench, extractors: ["distances"], jobs: jobs).batch
    let recorder = try RunRecorder(
      batch, in: workbench, name: name, source: "test", program: "0")
    var sets: [AnnotationSet] = []
    try batch.run(documents, recorder: recorder, transform: { $0 }) { sets.append($0) }
    try recorder.finish()
    return (sets, recorder.record)
  }

  @Test func recalledResultsAreTheSameAsFreshOnes() throws {
    let (fresh, first) = try run("first")
    let (recalled, second) = try run("second", jobs: 2)
    #expect(first.recalledCount == 0)
    #expect(second.recalledCount == documents.count * second.extractors.count)
    #expect(recalled.map(\.annotations) == fresh.map(\.annotations))
    let saved = try SavedRun("second", in: workbench.runStore())
    #expect(try saved.sets().map(\.annotations) == fresh.map(\.annotations))
  }

  @Test func aRunThatIsStoppedKeepsWhatIsFinished() throws {
    let batch = try Batch.make(workbench, extractors: ["distances"]).batch
    let recorder = try RunRecorder(
      batch, in: workbench, name: "half", source: "test", program: "0")
    var done = 0
    try batch.run(documents, recorder: recorder, transform: { $0 }) { _ in
      done += 1
      if done == 20 { workbench.cancellation.cancel() }
    }
    let record = try workbench.runStore().run("half")
    #expect(record.documents.map(\.id) == (1...20).map { "d\($0)" })
    #expect(record.finished == nil)
  }
}
