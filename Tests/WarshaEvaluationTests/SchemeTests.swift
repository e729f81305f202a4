// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel

struct SchemeTests {
  private let text = Fixture()

  private func outcomes(
    gold: [Annotation], _ predicted: [Annotation]
  ) throws -> [SpanScheme: OutcomeCount] {
    let layer = try text.report(gold: gold, predicted).layer("locations")
    return Dictionary(
      uniqueKeysWithValues: SpanScheme.allCases.map { ($0, layer?.outcome($0) ?? OutcomeCount()) })
  }

  /// One pair of each kind that SemEval-2013 tells apart, one missed, one spurious.
  @Test func countsOutcomesOfEveryScheme() throws {
    let gold = [
      text.annotation("locations", "المرصد"), text.annotation("locations", "الجيش"),
      text.annotation("locations", "مدينة حمص"), text.annotation("locations", "5 كم"),
      text.annotation("locations", "حماة"),
    ]
    let predicted = [
      text.annotation("locations", "المرصد"),  // all right
      text.annotation("locations", "الجيش", type: "z"),  // type wrong
      text.annotation("locations", "حمص"),  // span wrong
      text.annotation("locations", "كم", type: "z"),  // both wrong
      text.annotation("locations", "قال"),
    ]
    let found = try outcomes(gold: gold, predicted)
    #expect(
      found == [
        .typed: OutcomeCount(correct: 1, incorrect: 3, missed: 1, spurious: 1),
        .exact: OutcomeCount(correct: 2, incorrect: 2, missed: 1, spurious: 1),
        .partial: OutcomeCount(correct: 2, partial: 2, missed: 1, spurious: 1),
        .type: OutcomeCount(correct: 2, incorrect: 2, missed: 1, spurious: 1),
      ])
    #expect(found[.partial]?.precision == 0.6 && found[.partial]?.f1 == 0.6)
  }

  @Test func countsOutcomesByType() throws {
    let gold = [
      text.annotation("locations", "المرصد"), text.annotation("locations", "الجيش", type: "y"),
      text.annotation("locations", "حماة"),
    ]
    let predicted = [
      text.annotation("locations", "المرصد"), text.annotation("locations", "الجيش", type: "z"),
      text.annotation("locations", "قال", type: "z"),
    ]
    let layer = try text.report(gold: gold, predicted).layer("locations")
    let typed = layer?.typeOutcomes.map { type in
      "\(type.name): \(type.outcomes.first { $0.scheme == .typed }?.count ?? OutcomeCount())"
    }
    #expect(
      typed == [
        "place: \(OutcomeCount(correct: 1, missed: 1))", "y: \(OutcomeCount(incorrect: 1))",
        "z: \(OutcomeCount(spurious: 1))",
      ])
  }

  @Test func keepsEqualSpansWhereOverlapWouldPairMore() throws {
    // Paired for most overlaps, the equal pair would be parted.
    let gold = [text.annotation("locations", "مدينة حمص"), text.annotation("locations", "حمص")]
    let predicted = [
      text.annotation("locations", "مدينة حمص"), text.annotation("locations", "مدينة"),
    ]
    let found = try outcomes(gold: gold, predicted)
    #expect(found[.exact] == OutcomeCount(correct: 1, missed: 1, spurious: 1))
    #expect(try outcomes(gold: gold.reversed(), predicted.reversed()) == found)
  }

  @Test func averagesOverTypesAndDocuments() throws {
    let (empty, full) = (Fixture(id: "b"), text)
    let report = try Evaluator(EvaluationOptions(layers: ["locations"], resamples: 0)).report(
      on: "p",
      [
        EvaluationCase(
          id: "a",
          gold: full.set([
            full.annotation("locations", "حمص"), full.annotation("locations", "حماة"),
            full.annotation("locations", "المرصد", type: "z"),
          ]),
          predicted: full.set([
            full.annotation("locations", "حمص"), full.annotation("locations", "حماة"),
          ])),
        // No gold annotation of the layer, and one predicted: F1 is 0, not left out.
        EvaluationCase(
          id: "b", gold: empty.set([]), predicted: empty.set([empty.annotation("locations", "حمص")])
        ),
      ])
    let macro = report.all.macros.first
    #expect(macro?.overTypes == 0.4)  // place 4/5, z 0
    #expect(macro?.overDocuments == 0.4)  // a 4/5, b 0
    #expect(report.all.figures["locations.macro_documents.f1"] == .some(0.4))
    #expect(report.all.figures["locations.semeval_exact.r"] == .some(2.0 / 3))
    #expect(report.scoredAllGold)
  }
}
