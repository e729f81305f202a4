// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

@testable import DatesPlugin

struct DatesExtractorTests {
  private static let folder = Checkout.plugins + "/Dates"

  private let extractor: ExtractorUnderTest

  init() throws {
    extractor = try ExtractorUnderTest(linked: [(Self.folder, warshaPluginDates)])
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
    let found = extractor.annotate("وصل أمس.", date: "2024-12-06", explain: true).annotations
    #expect(found.map(\.evidence) == [["document date, -1 days", "value: 2024-12-05"]])
  }

  @Test func notesAWeekdayThatContradictsItsDate() {
    let result = extractor.annotate("عقد الاجتماع الخميس 4 ديسمبر 2024.", date: "2024-12-06")
    #expect(result.annotations.map(\.value) == [.text("2024-12-04")])
    #expect(result.diagnostics.map(\.severity) == [.note])
  }

  @Test func warnsOfADocumentDateThatIsNone() {
    let result = extractor.annotate("وصل أمس.", date: "ديسمبر")
    #expect(result.annotations.map(\.value) == [.text("PAST_REF")])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }
}
