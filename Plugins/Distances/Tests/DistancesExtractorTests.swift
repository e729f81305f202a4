// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

@testable import DistancesPlugin

struct DistancesExtractorTests {
  private static let folder = Checkout.plugins + "/Distances"

  private let extractor: ExtractorUnderTest

  init() throws {
    extractor = try ExtractorUnderTest(linked: [(Self.folder, warshaPluginDistances)])
  }

  @Test(arguments: try CaseFile.all(in: folder + "/Tests/Cases").flatMap(\.cases))
  func findsWhatTheCaseSays(_ example: CaseFile.Case) {
    #expect(example.violations(of: extractor) == [])
  }

  @Test func findsTheSameHoweverItIsSpelled() throws {
    let texts = try CaseFile.all(in: Self.folder + "/Tests/Cases").flatMap(\.cases).map(\.text)
    #expect(MutationCheck().violations(of: extractor, on: texts) == [])
  }

  @Test func saysHowTheValueCameAbout() {
    let found = extractor.annotate("نحو 5 كيلومترات", explain: true).annotations
    #expect(
      found.map(\.evidence) == [
        [
          "number: 5, in digits", "unit: kilometer, 1000.0 metres (units.tsv)",
          "modifier: approx (modifiers.tsv)", "no place tied to it",
        ]
      ])
  }

  @Test(arguments: [
    ("بعمق مترين", ["number: 2, by the form of the unit (units.tsv)", "kind: depth by بعمق"]),
    ("ثلاثة أميال", ["number: 3, in words (numbers.tsv)"]),
    ("عشرات الأمتار", ["number: 10, the least it can be (numbers.tsv)"]),
  ])
  func saysWhichTableAWordComesFrom(_ text: String, _ wanted: [String]) {
    let evidence = extractor.annotate(text, explain: true).annotations.flatMap(\.evidence)
    for line in wanted {
      #expect(evidence.contains { $0.hasPrefix(line) }, "\(evidence)")
    }
  }
}
