// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

@testable import WarshaRendering

/// Tables and explanations, as a whole.
@Suite struct PresentationTests {
  private let text = SourceText("🚗 نفت الوزارة القصف على بعد 5 كم")

  private var set: AnnotationSet {
    AnnotationSet(
      document: Document(id: "a", text: text),
      annotations: [
        Annotation(
          id: 1, layer: "claims", label: "Claim", type: "deny", range: TextRange(3, 6),
          parts: [Part("source", TextRange(7, 14)), Part("content", TextRange(15, 20))],
          extractor: "claims", version: "0.1.0", rule: "claim.verb"),
        Annotation(
          id: 2, layer: "distances", label: "Distance", type: "Distance", range: TextRange(29, 33),
          value: .number(5000), attributes: [Attribute("unit", .text("kilometer"))],
          relations: [Relation("from", target: 1)], extractor: "distances", version: "0.1.0",
          rule: "quantity.number-unit", confidence: 0.98,
          evidence: ["number 5", "unit كم → kilometer"]),
      ])
  }

  @Test func listsAnnotationsWithTheirPartsInCodePoints() {
    #expect(
      AnnotationTable(set).rendered() == """
        id  layer      type      value   span  rule                  text
        --  ---------  --------  -----  -----  --------------------  -------
        T1  claims     deny               2-5  claim.verb            نفت
              source                     6-13                        الوزارة
              content                   14-19                        القصف
        T2  distances  Distance  5000   28-32  quantity.number-unit  5 كم

        """)
  }

  @Test func explainsAnAnnotation() throws {
    let explanation = Explanation(try #require(set[2]), in: set)
    #expect(
      explanation.rendered() == """
        T2 Distance 5 كم
          🚗 نفت الوزارة القصف على بعد [5 كم]Dist
          type        Distance
          value       5000
          span        28-32
          rule        quantity.number-unit
          extractor   distances 0.1.0
          confidence  0.98
          unit        kilometer
          from        T1 Claim نفت
          evidence
             1. number 5
             2. unit كم → kilometer

        """)
  }

  @Test func saysWhenNoEvidenceWasRecorded() throws {
    let lines = Explanation(try #require(set[1]), in: set).rendered().split(separator: "\n")
    #expect(lines.contains("  source      6-13 الوزارة"))
    #expect(lines.last == "  evidence    none was recorded")
  }

  @Test func listsTokens() {
    let table = TokenTable([
      .init(
        index: 0, text: "للقاهرة", view: "لالقاهره", kind: "arabic", splits: ["ل+ال+قاهره"],
        flags: ["restored-alif"]),
      .init(index: 1, text: "5", view: "5", kind: "number"),
    ])
    #expect(
      table.rendered() == """
        #  kind    flags          text     view      splits
        -  ------  -------------  -------  --------  ----------
        0  arabic  restored-alif  للقاهرة  لالقاهره  ل+ال+قاهره
        1  number                 5        =

        """)
  }
}
