// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel

struct ComparerTests {
  private let text = Fixture()
  private var a: Comparer.Prediction {
    Comparer.Prediction(
      name: "a",
      [text.set([text.annotation("locations", "حمص"), text.annotation("locations", "الجيش")])])
  }
  private var b: Comparer.Prediction {
    Comparer.Prediction(
      name: "b",
      [text.set([text.annotation("locations", "حماة"), text.annotation("locations", "الجيش")])])
  }
  private var c: Comparer.Prediction {
    Comparer.Prediction(name: "c", [text.gold()])
  }

  private func said(_ cases: [Comparison.Case], _ layer: String = "locations") -> [String] {
    cases.filter { $0.error.layer == layer }
      .map { "\($0.name) \($0.error.kind.rawValue) \($0.error.text)" }
  }

  @Test func showsWhoAloneIsRightAndWrong() throws {
    let two = try Comparer().compare([a, b], gold: [text.gold()])
    #expect(said(two.aloneRight) == ["a missed حمص", "b missed حماة"])
    #expect(said(two.aloneWrong) == ["b missed حمص", "a missed حماة"])
    let three = try Comparer().compare([a, b, c], gold: [text.gold()])
    #expect(said(three.aloneRight) == [])
    #expect(said(three.aloneRight, "dates") == ["c missed مساء الجمعة"])
    #expect(said(three.aloneWrong) == ["b missed حمص", "a missed حماة"])
  }

  @Test func putsScoresSideBySide() throws {
    let comparison = try Comparer().compare([a, c], gold: [text.gold()])
    let row = comparison.rows.first { $0.layer == "locations" && $0.scheme == "strict" }
    #expect(row?.counts.map(\.f1) == [0.5, 1])
    #expect(row?.deltas == [0, 0.5])
    #expect(row?.significance.first == .some(nil))
    // One document can be swapped or not: nothing is significant.
    #expect(row?.significance.last == 1)
    #expect(comparison.reports.map(\.name) == ["a", "c"])
  }

  @Test func agreesWithoutGold() throws {
    let comparison = try Comparer().compare([a, b])
    #expect(comparison.rows.isEmpty && comparison.reports.isEmpty)
    let agreement = comparison.agreements.first
    let strict = agreement?.layers.first { $0.layer == "locations" }?.count("strict")
    #expect(strict?.f1 == 0.5)
    #expect(agreement?.differing.map(\.kind) == [.missed, .spurious])
  }
}
