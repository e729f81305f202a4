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
}
