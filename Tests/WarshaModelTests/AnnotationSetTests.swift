// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct AnnotationSetTests {
  private let document = Document(id: "d", text: SourceText("0123456789"))

  private func annotation(
    _ id: Int, _ layer: String, _ start: Int, _ end: Int, to targets: [Int] = []
  ) -> Annotation {
    Annotation(
      id: id, layer: layer, label: "L", type: "t\(id)", range: TextRange(start, end),
      relations: targets.map { Relation("to", target: $0) })
  }

  private func summary(_ set: AnnotationSet) -> [String] {
    set.annotations.map { annotation in
      "\(annotation.id) \(annotation.type)"
        + annotation.relations.map { " \($0.role)#\($0.target)" }.joined()
    }
  }

  @Test func sortsByStartThenLongerFirstThenLayerThenOrderGiven() {
    let set = AnnotationSet(
      document: document,
      annotations: [
        annotation(1, "b", 3, 5), annotation(2, "a", 3, 5), annotation(3, "a", 3, 7),
        annotation(4, "a", 0, 1), annotation(5, "a", 3, 5),
      ])
    #expect(summary(set) == ["1 t4", "2 t3", "3 t2", "4 t5", "5 t1"])
  }

  @Test func letsRelationsFollowTheirTargets() {
    let set = AnnotationSet(
      document: document,
      annotations: [annotation(7, "a", 5, 6, to: [9]), annotation(9, "a", 0, 1, to: [7])])
    #expect(summary(set) == ["1 t9 to#2", "2 t7 to#1"])
  }

  @Test func dropsRelationsThatLeadNowhere() {
    let set = AnnotationSet(document: document, annotations: [annotation(1, "a", 0, 1, to: [2])])
    #expect(summary(set) == ["1 t1"])
  }

  @Test func findsByIdAndLayer() {
    let set = AnnotationSet(
      document: document, annotations: [annotation(1, "b", 0, 1), annotation(2, "a", 2, 3)])
    #expect([0, 1, 2, 3].map { set[$0]?.type } == [nil, "t1", "t2", nil])
    #expect(set.layer("a").map(\.type) == ["t2"])
  }
}
