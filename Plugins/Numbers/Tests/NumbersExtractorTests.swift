// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

@testable import NumbersPlugin

struct NumbersExtractorTests {
  private static let folder = Checkout.plugins + "/Numbers"

  private let extractor: ExtractorUnderTest

  init() throws {
    extractor = try ExtractorUnderTest(linked: [(Self.folder, warshaPluginNumbers)])
  }

  @Test(arguments: try CaseFile.all(in: folder + "/Tests/Cases").flatMap(\.cases))
  func findsWhatTheCaseSays(_ example: CaseFile.Case) {
    #expect(example.violations(of: extractor) == [])
  }

  @Test func tellsOfAFigureBeyondAllNumbers() {
    let result = extractor.annotate("بلغ العدد \(String(repeating: "9", count: 400)) في السجل.")
    #expect(result.annotations.isEmpty)
    #expect(
      result.diagnostics.map(\.message) == [
        "a figure of 400 digits is no number, it is not annotated"
      ])
  }
}
