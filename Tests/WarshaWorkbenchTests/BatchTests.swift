// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting
import WarshaWorkbench

struct BatchTests {
  private static let documents = (1...70).map { number in
    Document(id: "d\(number)", text: SourceText("على بعد \(number) كيلومترات من حمص."))
  }

  private let workbench = Workbench(
    folders: Folders(
      plugins: [Checkout.plugins], libraries: [Checkout.libraries], knowledge: Checkout.knowledge,
      corpus: Checkout.corpus))

  @Test(arguments: [1, 3])
  func keepsTheOrderOfTheInput(jobs: Int) throws {
    let batch = try Batch.make(workbench, extractors: ["distances"], jobs: jobs).batch
    var lines: [String] = []
    try batch.run(
      Self.documents,
      transform: { "\($0.document.id) \($0.layer("distances").first?.value?.description ?? "")" }
    ) { lines.append($0) }
    #expect(lines == (1...70).map { "d\($0) \($0 * 1000)" })
  }

  @Test(arguments: [1, 3])
  func leavesOutWhatWasStoppedInTheMiddle(jobs: Int) throws {
    let batch = try Batch.make(workbench, extractors: ["distances"], jobs: jobs).batch
    var found: [Int] = []
    try batch.run(Self.documents, transform: { $0.layer("distances").count }) { count in
      found.append(count)
      if found.count == 5 { workbench.cancellation.cancel() }
    }
    #expect(found.count < Self.documents.count)
    #expect(found.allSatisfy { $0 == 1 })
  }
}
