// SPDX-License-Identifier: Apache-2.0

import ClaimsPlugin
import Foundation
import Testing
import WarshaModel
import WarshaTesting

/// What claims are about, whom a denial answers, and what kind of source speaks.
@Suite struct ClaimLinksTests {
  private let extractor: ExtractorUnderTest

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    extractor = try ExtractorUnderTest(
      linked: [(folder: root.path, entry: warshaPluginClaims)], knowledgeFolder: root.path)
  }

  /// Links between claims as `cue role cue`, a line each.
  private func links(_ text: String) -> [String] {
    let set = extractor.annotate(text)
    let source = SourceText(text)
    return set.annotations.flatMap { claim in
      claim.relations.compactMap { relation in
        set[relation.target].map {
          "\(source[claim.range]) \(relation.role) \(source[$0.range])"
        }
      }
    }
  }

  @Test(arguments: [
    // A verbal noun answers a verb of the same consonants.
    (
      "قالت الفصائل إن الجيش انسحب من السلمية. ونفت الوزارة انسحاب الجيش من السلمية.",
      ["نفت denies قالت"]
    ),
    // The bare pronoun goes back to the claim right before it.
    ("وقال المرصد إن المعبر مغلق. ونفت الوزارة ذلك.", ["نفت denies قال"]),
    // What is asserted after the denial.
    (
      "نفت الوزارة إغلاق المعبر أمام المسافرين. وأكد شهود أن المعبر أغلق أمام المسافرين.",
      ["أكد denied-by نفت"]
    ),
    // Another matter.
    ("وقال المرصد إن المعبر مغلق. ونفت الوزارة رفع أسعار الخبز.", []),
    // One source does not deny itself.
    ("قالت الوزارة إن الجيش انسحب من السلمية. ونفت الوزارة انسحاب الجيش من السلمية.", []),
    // Both say that it is not so.
    ("قال الناطق إنه لا موعد محددا للجولة. ونفى الوزير تحديد موعد للجولة.", []),
  ])
  func tiesADenialToWhatItDenies(text: String, expected: [String]) {
    #expect(links(text) == expected)
  }

  @Test(arguments: [
    ("وقال مصدر عسكري إن الطريق مغلق.", "anonymous"),
    ("وأظهر تقرير أن الأسعار ارتفعت.", "document"),
    ("وقالت وزارة الصحة إن المستشفى يعمل.", "named"),
  ])
  func tellsWhatKindOfSourceSpeaks(text: String, kind: String) {
    #expect(
      extractor.annotate(text).annotations.map { $0.attribute("source_kind")?.description } == [
        kind
      ])
  }

  @Test(arguments: [
    ("قال لـ \"البيان\" يوسف البنيان رئيس الشركة إن المصنع سيعمل.", "يوسف البنيان رئيس الشركة"),
    ("وتشير \"بي أن\" إلى أن القنوات تبث محتواها.", "بي أن"),
  ])
  func findsTheSubjectBehindTheAddresseeAndInQuotes(text: String, source: String) {
    let found = extractor.annotate(text).annotations.map { claim in
      claim.part("source").map { SourceText(text)[$0] }
    }
    #expect(found == [source])
  }

  /// Where something was said, with a pronoun, is nobody.
  @Test func takesNoPlaceOfSpeakingForTheSource() {
    let text = "قال الرئيس إن العمل بدأ. وعقد مؤتمرا أعلن خلاله أن المشروع سيكتمل."
    let sources = extractor.annotate(text).annotations.map { claim in
      claim.part("source").map { SourceText(text)[$0] }
        ?? "(\(claim.attribute("implied")?.description ?? ""))"
    }
    #expect(sources == ["الرئيس", "(الرئيس)"])
  }

  @Test func takesUpAQuotationThatOpensAgain() {
    let text = """
      وقال المدرب "نلعب جيدا. "وعلى سبيل المثال عاد الحارس". وأضاف المدرب "سنفوز غدا".
      """
    let contents = extractor.annotate(text).annotations.compactMap { claim in
      claim.part("content").map { SourceText(text)[$0] }
    }
    #expect(contents == ["نلعب جيدا. \"وعلى سبيل المثال عاد الحارس", "سنفوز غدا"])
  }
}
