// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaEvaluation
import WarshaModel

struct EvaluatorTests {
  private let text = Fixture()
  private let evaluator = Evaluator(EvaluationOptions(resamples: 100))

  @Test func goldAgainstItselfIsPerfect() throws {
    let report = try evaluator.report(
      on: "gold", [EvaluationCase(id: "a", gold: text.gold(), predicted: text.gold())])
    let ratios = report.all.figures.filter { key, _ in
      [".p", ".r", ".f1", ".acc", ".ci_low"].contains { key.hasSuffix($0) }
    }
    #expect(ratios.values.allSatisfy { $0 == nil || $0 == 1 })
    #expect(report.errors.isEmpty && report.scoredAllGold)
    #expect(report.layer("relations")?.count("strict") == Count(gold: 1, predicted: 1, matched: 1))
    #expect(report.layer("locations")?.rate("within_10km") == Rate(right: 1, total: 1))
  }

  @Test func missingPredictionIsMissedAndMissingGoldIsNotScored() throws {
    let other = Fixture(id: "b")
    let report = try evaluator.report(
      on: "p",
      [
        EvaluationCase(id: "b", gold: nil, predicted: other.gold()),
        EvaluationCase(id: "a", gold: text.gold(), predicted: nil, groups: ["split:dev"]),
      ])
    #expect(report.unpredicted == ["a"] && report.unscored == ["b"])
    #expect(report.layer("locations")?.count("strict") == Count(gold: 2))
    #expect(report.groups.map(\.name) == ["all", "split:dev"])
    #expect(report.groups.map(\.documents) == [1, 1])
    #expect(report.errors.allSatisfy { $0.kind == .missed } && report.errors.count == 7)
  }

  @Test func emptyGoldCountsFalsePositives() throws {
    let report = try text.report(gold: [], [text.annotation("locations", "حمص")])
    #expect(report.layer("locations")?.count("strict") == Count(predicted: 1))
    #expect(report.errors.map(\.kind) == [.spurious])
  }

  @Test func countsStrictOverlapAndValue() throws {
    let report = try text.report(
      gold: [
        text.annotation("dates", "مساء الجمعة", type: "TIME", value: .text("2024-12-06T18:30")),
        text.annotation("distances", "5 كم", type: "Distance", value: .number(5000)),
      ],
      [
        text.annotation("dates", "الجمعة", type: "DATE", value: .text("2024-12-06")),
        text.annotation("dates", "مساء الجمعة", type: "DATE", value: .text("2024-12-06t18:30:00")),
        text.annotation("distances", "5 كم", type: "Distance", value: .number(5030)),
      ])
    let dates = report.layer("dates")
    #expect(dates?.count("strict") == Count(gold: 1, predicted: 2, matched: 1))
    #expect(dates?.count("overlap") == Count(gold: 1, predicted: 2, matched: 1))
    #expect(dates?.count("end_to_end") == Count(gold: 1, predicted: 2, matched: 1))
    #expect(dates?.rate("type") == Rate(right: 0, total: 1))
    #expect(dates?.types.map(\.name) == ["DATE", "TIME"])
    let distances = report.layer("distances")
    #expect(distances?.count("strict")?.f1 == 1)
    #expect(distances?.count("end_to_end")?.matched == 0)
    #expect(report.errors.map(\.kind) == [.value, .spurious, .type])
    #expect(report.errors.first?.gold == "5000" && report.errors.first?.predicted == "5030")
  }

  @Test(arguments: [
    (["metres": Scalar.number(5020)], true), (["metres": .text("5000..5000")], true),
    (["metres": .text("4000..5000")], false), (["min": .number(5000), "max": .number(5000)], true),
    (["metres": .text("x")], false),
  ])
  func comparesMetresWithinHalfPercent(attributes: [String: Scalar], isRight: Bool) throws {
    let report = try text.report(
      gold: [text.annotation("distances", "5 كم", value: .number(5000))],
      [text.annotation("distances", "5 كم", attributes.map { Attribute($0.key, $0.value) })])
    #expect(report.layer("distances")?.rate("value")?.right == (isRight ? 1 : 0))
  }

  @Test func ratesMarkedModifiersApart() throws {
    let approx = [Attribute("modifier", .text("approx"))]
    let report = try text.report(
      gold: [text.annotation("distances", "5 كم", approx), text.annotation("distances", "حمص")],
      [text.annotation("distances", "5 كم"), text.annotation("distances", "حمص")])
    #expect(report.layer("distances")?.rate("modifier") == Rate(right: 1, total: 2))
    #expect(report.layer("distances")?.rate("modifier_marked") == Rate(right: 0, total: 1))
  }

  @Test func countsClaimsByCueSourceAndContent() throws {
    let gold = text.claim("قال", source: "المرصد", content: "الجيش في مدينة حمص")
    func count(_ claim: Annotation, _ name: String) throws -> Int? {
      try text.report(gold: [gold], [claim]).layer("claims")?.count(name)?.matched
    }
    let near = text.claim("قال", source: "المرصد", content: "الجيش في مدينة")  // F1 6/7
    #expect(try count(near, "claim") == 1)
    #expect(try count(near, "claim_strict") == 0)
    let far = text.claim("قال", source: "المرصد", content: "الجيش في")  // F1 4/6
    #expect(try count(far, "claim") == 0)
    #expect(try count(far, "cue_strict") == 1)
    let sourceless = text.claim("قال", source: nil, content: "الجيش في مدينة حمص")
    #expect(try count(sourceless, "claim") == 0)
    #expect(try count(gold, "claim_strict") == 1)
    let rates = try text.report(gold: [gold], [near]).layer("claims")
    #expect(abs((rates?.rate("content_token_f1")?.right ?? 0) - 6.0 / 7) < 1e-12)
  }

  @Test func prefersPairsThatLeaveMostMatched() throws {
    // The wide prediction overlaps both gold spans, the narrow one only the first.
    let gold = [text.annotation("locations", "مدينة"), text.annotation("locations", "حمص")]
    let predicted = [
      text.annotation("locations", "مدينة حمص"), text.annotation("locations", "دينة"),
    ]
    let report = try text.report(gold: gold, predicted)
    #expect(report.layer("locations")?.count("overlap")?.matched == 2)
  }

  @Test func doesNotDependOnOrder() throws {
    let gold = text.gold().annotations
    var predicted = gold.map { annotation -> Annotation in
      var annotation = annotation
      annotation.relations = []
      return annotation
    }
    predicted += [
      text.annotation("locations", "حمص", type: "z"),
      text.claim("قال", source: nil, content: "حمص"),
    ]
    let report = try text.report(gold: gold, predicted)
    #expect(try text.report(gold: gold.reversed(), predicted.reversed()) == report)
  }

  @Test func scoresLayersOfPlugins() throws {
    let report = try text.report(
      gold: [text.annotation("weapons", "حمص")], [text.annotation("weapons", "حمص")])
    #expect(report.layer("weapons")?.count("strict")?.f1 == 1)
  }

  @Test func refusesWhatCannotBeScored() {
    #expect(throws: EvaluationError.nothingToScore(documents: 1)) {
      try evaluator.report(on: "p", [EvaluationCase(id: "a", gold: nil, predicted: nil)])
    }
    let other = Fixture("نص آخر").set([])
    #expect(throws: EvaluationError.differentText(document: "a", name: "p")) {
      try evaluator.report(
        on: "p", [EvaluationCase(id: "a", gold: text.gold(), predicted: other)])
    }
  }

  @Test func reportSurvivesCoding() throws {
    let report = try text.report(gold: text.gold().annotations, [text.annotation("dates", "حمص")])
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(EvaluationReport.self, from: data) == report)
  }

  @Test(arguments: [
    ("مُؤسّسة «الإغاثة»", "موسسه الاغاثه"), ("ٱلـعـراق", "العراق"), ("  ١٢٣ كی‌ک ", "123 كيك"),
    ("ﷲ", "الله"), ("Groß-İstanbul", "gross istanbul"), ("", ""), ("آب/أغسطس", "اب اغسطس"),
  ])
  func foldsNames(name: String, folded: String) {
    #expect(NameFolding.fold(name) == folded)
  }
}
