// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel

struct AnnotationDiffTests {
  private let fixture = Fixture()

  private func lines(_ before: [Annotation], _ after: [Annotation]) -> [String] {
    AnnotationDiff(from: fixture.set(before), to: fixture.set(after)).changes.map { change in
      let words = change.annotation.map { fixture.document.text[$0.range] } ?? ""
      return ([change.kind.rawValue, words] + change.details).joined(separator: " | ")
    }
  }

  @Test func equalSetsHaveNoDifference() {
    #expect(lines(fixture.gold().annotations, fixture.gold().annotations) == [])
  }

  @Test func tellsWhatCameAndWhatWent() {
    #expect(
      lines(
        [fixture.annotation("locations", "حمص")], [fixture.annotation("locations", "حماة")])
        == ["lost | حمص", "gained | حماة"])
  }

  @Test func aSpanThatOverlapsTheOldOneHasMoved() {
    #expect(
      lines(
        [fixture.annotation("locations", "حمص", value: .text("حمص"))],
        [fixture.annotation("locations", "مدينة حمص", type: "admin", value: .text("حمص"))])
        == ["moved | مدينة حمص | span: حمص → مدينة حمص | type: place → admin"])
  }

  @Test func tellsEveryPartOfAnAnnotationThatIsAnother() {
    let before = [
      fixture.annotation("locations", "حمص", id: 1), fixture.annotation("locations", "حماة", id: 2),
      fixture.annotation(
        "distances", "5 كم", type: "Distance", value: .number(5000),
        [Attribute("modifier", .text("approx"))], id: 3, relations: [Relation("from", target: 1)]),
    ]
    var after = before
    after[2].value = .number(5)
    after[2].attributes = []
    after[2].relations = [Relation("from", target: 2)]
    #expect(
      lines(before, after) == [
        "changed | 5 كم | value: 5000 → 5 | modifier: approx is gone | from: حمص → حماة"
      ])
  }

  @Test func rulesAndConfidenceAreNoDifference() {
    var after = fixture.annotation("locations", "حمص")
    after.rule = "another"
    after.confidence = 0.5
    after.version = "9"
    #expect(lines([fixture.annotation("locations", "حمص")], [after]) == [])
  }

  @Test func severalAnnotationsOfOneSpanArePairedByWhatTheySay() {
    let (a, b, c) = ("assert", "deny", "call")
    func claim(_ stance: String) -> Annotation {
      fixture.claim("قال", source: "المرصد", content: "الجيش", stance: stance)
    }
    #expect(lines([claim(a), claim(b)], [claim(b), claim(a)]) == [])
    #expect(
      lines([claim(a), claim(b)], [claim(b), claim(c)])
        == ["changed | قال | type: assert → call | stance: assert → call"])
  }
}
