// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel

@testable import WarshaEvaluation

struct AgreementTests {
  private func rounded(_ value: Double?, places: Double = 10000) -> Double? {
    value.map { ($0 * places).rounded() / places }
  }

  /// Table of 50 grant applications, as textbooks have it: observed 0.7, by chance 0.5.
  @Test func kappaOfTextbookTable() {
    var kappa = Kappa()
    kappa.add("yes", "yes", count: 20)
    kappa.add("yes", "no", count: 5)
    kappa.add("no", "yes", count: 10)
    kappa.add("no", "no", count: 15)
    #expect(rounded(kappa.value) == 0.4)
  }

  @Test func kappaIsUndefinedWhereNothingVaries() {
    var kappa = Kappa()
    #expect(kappa.value == nil)
    kappa.add("", "", count: 9)
    #expect(kappa.value == nil)
  }

  /// Krippendorff 2004, section 11.6: a continuum of 300 from 150 on, categories c and k.
  @Test func alphaOfPublishedExample() {
    var alpha = UnitizingAlpha(length: 300)
    func add(_ begin: Int, _ length: Int, _ category: String, _ observer: Int) {
      alpha.add(begin - 150..<begin - 150 + length, category, observer: observer)
    }
    add(225, 70, "c", 0)
    add(370, 30, "c", 0)
    add(220, 80, "c", 1)
    add(355, 20, "c", 1)
    add(400, 20, "c", 1)
    for observer in 0...1 {
      add(180, 60, "k", observer)
      add(300, 50, "k", observer)
    }
    #expect(rounded(alpha.disagreement("c").observed) == 0.0144)
    #expect(rounded(alpha.disagreement("c").expected) == 0.0532)
    #expect(alpha.disagreement("k").observed == 0)
    #expect(rounded(alpha.disagreement("k").expected) == 0.0490)
    #expect(rounded(alpha.value, places: 1000) == 0.859)
  }

  /// Continuum of 4, a unit of one each at 0 and at 2, worked out by hand: observed
  /// 2 · (1 + 1) / (2 · 16) = 1/8; expected (2/4) · ((3 + 1 + 2) + (3 + 1 + 2)) / (8 · 7) = 6/56,
  /// with gaps of 3 and of 2 and 1.
  @Test func alphaByHand() {
    var alpha = UnitizingAlpha(length: 4)
    alpha.add(0..<1, "x", observer: 0)
    alpha.add(2..<3, "x", observer: 1)
    #expect(rounded(alpha.disagreement("x").observed) == 0.125)
    #expect(rounded(alpha.disagreement("x").expected) == rounded(6.0 / 56))
    #expect(rounded(alpha.value) == rounded(1 - 0.125 * 56 / 6))
  }

  @Test func comparesWithoutGold() throws {
    // Six code points, two words; marks on the first word agree, those on the second do not.
    let text = Fixture("حمص دم")
    func side(_ name: String, _ phrases: [String]) -> Comparer.Prediction {
      Comparer.Prediction(name: name, [text.set(phrases.map { text.annotation("x", $0) })])
    }
    let comparer = Comparer(EvaluationOptions(layers: ["x"], resamples: 0))
    let same = try comparer.compare([side("a", ["حمص"]), side("b", ["حمص"])]).agreements[0].spans
    #expect(
      same == [SpanAgreement(layer: "x", kappaWords: 1, kappaCharacters: 1, alphaUnits: 1)])
    let other = try comparer.compare([side("a", ["حمص"]), side("b", ["دم"])]).agreements[0].spans
    #expect(other[0].kappaWords == -1)
    // Observed 1/6; by chance (3·2 + 3·4)/36 = 1/2.
    #expect(rounded(other[0].kappaCharacters) == -0.6667)
    #expect((other[0].alphaUnits ?? 0) < 0)
    let none = try comparer.compare([side("a", []), side("b", [])]).agreements[0].spans
    #expect(
      none == [SpanAgreement(layer: "x", kappaWords: nil, kappaCharacters: nil, alphaUnits: nil)])
  }

  @Test func listsWhatOnlyOneHasAndLayersOfEither() throws {
    let text = Fixture()
    let sides = [
      ("a", [text.annotation("locations", "حمص")]),
      (
        "b",
        [text.annotation("locations", "مدينة حمص"), text.annotation("weapons", "الجيش")]
      ),
    ].map { Comparer.Prediction(name: $0.0, [text.set($0.1)]) }
    let lists = try Comparer().compare(sides).lists
    #expect(lists.map(\.title) == ["only here (not in a)", "marked differently"])
    #expect(lists.map(\.name) == ["b", "a ~ b"])
    #expect(lists[0].cases.map(\.layer) == ["weapons"])
    #expect(lists[1].cases.map(\.contrast) == ["span [حمص] / [مدينة حمص]"])
  }

  /// The sum over categories must not depend on the order of a dictionary.
  @Test func givesTheSameFiguresEveryTime() throws {
    let text = Fixture()
    let sides = ["a", "b"].map {
      Comparer.Prediction(name: $0, [text.gold()])
    }
    let first = try Comparer().compare(sides).agreements
    #expect(try Comparer().compare(sides).agreements == first)
    #expect(first[0].spans.map(\.layer) == ["locations", "actors", "distances", "dates", "claims"])
  }
}
