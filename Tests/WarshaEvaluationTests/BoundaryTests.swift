// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel

struct BoundaryTests {
  /// Text, gold and predicted span in UTF-16 units.
  @Test(arguments: [
    ("وحمص", 1, 4, 0, 4, BoundaryKind.procliticIn), ("وبحمص", 2, 5, 0, 5, .procliticIn),
    ("الرستن", 0, 6, 2, 6, .articleOut), ("للجيش", 1, 5, 2, 5, .articleOut),
    ("بالرستن", 3, 7, 0, 7, .articleIn), ("مدينة حمص", 6, 9, 0, 9, .classNounIn),
    ("والمدينة حمص", 9, 12, 0, 12, .classNounIn), ("مدينة حمص", 0, 9, 6, 9, .classNounOut),
    ("«داعش»", 1, 5, 0, 6, .punctuation), ("حمصُ", 0, 4, 0, 3, .diacritics),
    ("حمصــ", 0, 3, 0, 5, .diacritics), ("ريف حمص", 0, 7, 0, 3, .shorter),
    ("ريف حمص", 0, 3, 0, 7, .longer), ("ريف حمص هنا", 0, 7, 4, 11, .other),
    ("حليفها هنا", 0, 4, 0, 6, .encliticIn), ("حليفهما", 0, 7, 0, 4, .encliticOut),
    ("حمص ها", 0, 3, 0, 6, .longer), ("الكويت", 0, 6, 0, 5, .shorter),
  ])
  func namesDifference(
    text: String, goldStart: Int, goldEnd: Int, start: Int, end: Int, kind: BoundaryKind
  ) throws {
    let fixture = Fixture(text)
    func place(_ start: Int, _ end: Int) -> Annotation {
      Annotation(layer: "locations", label: "L", type: "place", range: TextRange(start, end))
    }
    let report = try fixture.report(
      gold: [place(goldStart, goldEnd)], [place(start, end)], classNouns: ["مدينة"])
    #expect(report.errors.map(\.kind) == [.boundary])
    #expect(report.errors.first?.differences.map(\.kind) == [kind])
    #expect(report.layer("locations")?.boundaries.map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("5 كم", 0, 4, 0, 1, BoundaryKind.unitOut), ("5 كم", 0, 4, 2, 4, .numberOut),
    ("٥ كم", 0, 1, 0, 4, .unitIn), ("10كم", 2, 4, 0, 4, .numberIn),
    ("خمسة أميال", 0, 10, 0, 4, .unitOut), ("خمسة أميال", 0, 10, 5, 10, .numberOut),
    ("ميل ونصف", 0, 8, 0, 3, .numberOut), ("ميلين", 0, 5, 0, 3, .shorter),
    ("نحو 5 كم", 4, 8, 0, 8, .longer), ("5 كم", 0, 4, 0, 3, .shorter),
  ])
  func namesPartedQuantity(
    text: String, goldStart: Int, goldEnd: Int, start: Int, end: Int, kind: BoundaryKind
  ) throws {
    let fixture = Fixture(text)
    func place(_ start: Int, _ end: Int) -> Annotation {
      Annotation(
        layer: "distances", label: "Distance", type: "Distance", range: TextRange(start, end))
    }
    let report = try fixture.report(gold: [place(goldStart, goldEnd)], [place(start, end)])
    #expect(report.layer("distances")?.boundaries.map(\.kind) == [kind])
  }

  @Test func showsWhichLayersAreTakenForOneAnother() throws {
    let text = Fixture()
    let report = try text.report(
      gold: [
        text.annotation("locations", "مدينة حمص"), text.annotation("locations", "حماة"),
        text.annotation("actors", "المرصد"), text.annotation("actors", "الجيش"),
      ],
      [
        text.annotation("actors", "حمص"), text.annotation("actors", "حماة"),
        text.annotation("locations", "المرصد"), text.annotation("actors", "الجيش"),
        text.annotation("locations", "الجيش"),
      ])
    // The army is right among the actors: the location is spurious, not confused.
    #expect(
      report.confusions == [
        LayerConfusion(gold: "actors", predicted: "locations", count: 1),
        LayerConfusion(gold: "locations", predicted: "actors", count: 2),
      ])
  }
}
