// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel

struct ThresholdTests {
  private func report() throws -> EvaluationReport {
    let text = Fixture()
    return try Evaluator(EvaluationOptions(resamples: 0)).report(
      on: "p",
      [
        EvaluationCase(
          id: "a", gold: text.gold(), predicted: text.set([text.annotation("locations", "حمص")]),
          groups: ["topic:war"])
      ])
  }

  private func failures(_ thresholds: String) throws -> [String] {
    try Threshold.failures(Threshold.parse(thresholds), in: report()).map(\.description)
  }

  @Test func namesWhatIsNotMet() throws {
    #expect(try failures("locations.strict.r=0.5,topic:war/locations.strict.p=1") == [])
    #expect(
      try failures("locations.strict.r=0.9,dates.value.acc=0.1") == [
        "locations.strict.r is 0.5, below 0.9", "dates.value.acc is undefined, below 0.1",
      ])
  }

  @Test(arguments: [
    ("locations.strct.f1=1", "no figure \"locations.strct.f1\". Near: locations.strict.f1"),
    ("all/locations.f1=1", "no figure \"all/locations.f1\". Near: locations.overlap.f1"),
    ("topic:wra/dates.value.acc=1", "no figure \"topic:wra/dates.value.acc\". Near: topic:war/"),
    ("x=1", "no figure \"x\". A key is LAYER.COUNT.p|r|f1"),
    ("locations.strict.f1", "threshold \"locations.strict.f1\" is not KEY=NUMBER"),
    ("locations.strict.f1=high", "threshold \"locations.strict.f1=high\" is not KEY=NUMBER"),
  ])
  func saysWhatIsWrongWithKey(text: String, start: String) {
    let error = #expect(throws: EvaluationError.self) { try failures(text) }
    #expect(error?.description.hasPrefix(start) == true, "\(String(describing: error))")
  }
}
