// SPDX-License-Identifier: Apache-2.0

import Foundation
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
    #expect(
      found.map(\.evidence) == [
        [
          "document date 2024-12-06, weekday 5", "أمس: day -1 (words.tsv)",
          "document date, -1 days", "value: 2024-12-05",
        ]
      ])
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

  @Test func saysWhichNumberALengthHas() {
    let found = extractor.annotate("انتظر خمسا وعشرين ساعة.", explain: true).annotations
    #expect(
      found.map(\.evidence) == [
        [
          "document date not known to the day", "خمسا وعشرين: 25 (numbers.tsv)",
          "ساعة: hour-word 0, unit 2 (words.tsv)", "value: PT25H",
        ]
      ])
  }

  @Test(arguments: ["31 أبريل 2024", "99/99/9999", "5/13/1446هـ"])
  func tellsOfADateThatNoCalendarHas(_ date: String) {
    let result = extractor.annotate("صدر القرار في \(date).", date: "2024-12-06")
    #expect(result.annotations.isEmpty)
    #expect(
      result.diagnostics.map(\.message) == [
        "no calendar has this date, it is not annotated: \(date)"
      ])
  }

  /// What ICU calls the months in every Arab country and calendar, apart from those it only
  /// transliterates.
  @Test(arguments: [
    "ar", "ar_DZ", "ar_EG", "ar_IQ", "ar_JO", "ar_KW", "ar_LB", "ar_LY", "ar_MA", "ar_MR", "ar_OM",
    "ar_PS", "ar_SA", "ar_SD", "ar_SY", "ar_TN", "ar_YE",
  ])
  func knowsTheMonthsOfEachCountry(_ locale: String) {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: locale)
    formatter.calendar = Calendar(identifier: .gregorian)
    let missed = (1...12).filter { month in
      let name = formatter.standaloneMonthSymbols[month - 1]
      let found = extractor.annotate("في 5 \(name) 2020.").annotations
      return found.map(\.value) != [
        .text("2020-\(month < 10 ? "0" : "")\(month)-05")
      ]
    }
    #expect(missed.map { formatter.standaloneMonthSymbols[$0 - 1] } == [])
  }

  @Test func knowsTheHijriMonths() {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "ar")
    formatter.calendar = Calendar(identifier: .islamicUmmAlQura)
    let missed = formatter.standaloneMonthSymbols.filter { name in
      extractor.annotate("في 5 \(name) 1446.").annotations.map(\.attributes) != [
        [Attribute("calendar", .text("hijri"))]
      ]
    }
    #expect(missed == [])
  }
}
