// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge

struct GazetteerSearchTests {
  private let search: GazetteerSearch
  private let gazetteer: Gazetteer

  init() throws {
    let rows = [
      "dam\tدمشق\tالشام\tcapital\tSY\t\t33.51\t36.29\t5\tfree\t",
      "dam-west\tدمشق الغربية\t\tquarter\tSY\t\t\t\t1\tfree\t",
      "hara\tالحارة\t\tvillage\tSY\t\t\t\t2\tcontext\t",
      "jidda\tجدة\t\tcity\tSA\t\t21.5\t39.2\t5\tfree\t",
      "wadi\tوادي بردى\t\tvalley\tSY\t\t\t\t1\tfree\t",
    ]
    let text = Gazetteer.columns.joined(separator: "\t") + "\n" + rows.joined(separator: "\n")
    gazetteer = try Gazetteer(
      [try Fixture.table(text, name: "own.tsv", columns: Gazetteer.columns)],
      folding: Fixture.folding)
    search = GazetteerSearch(gazetteer, folding: Fixture.folding)
  }

  private func found(_ text: String, limit: Int = 9) -> [String] {
    search.places(named: text, limit: limit).map {
      "\(gazetteer.id(of: $0.place)) \($0.nearness.rawValue)"
    }
  }

  @Test(arguments: [
    ("دمشق", ["dam exact", "dam-west prefix"]),
    ("دِمَشْق", ["dam exact", "dam-west prefix"]),
    ("وبدمشق", ["dam clitic"]),
    ("لدمشق", ["dam clitic"]),
    ("جده", ["jidda exact"]),
    ("حاره", ["hara article"]),
    ("للحارة", ["hara clitic"]),
    ("دمشف", ["dam near"]),
    ("دشمق", ["dam near"]),
    ("دمشقق", ["dam near"]),
    ("وادي", ["wadi prefix"]),
    ("الشام", ["dam exact"]),
    ("كابل", []), ("", []), ("؟", []),
  ])
  func finds(_ text: String, _ expected: [String]) { #expect(found(text) == expected) }

  @Test func endsAtTheLimit() { #expect(found("دمشق", limit: 1) == ["dam exact"]) }

  @Test func offersTheNearestNames() {
    #expect(search.nearest(to: "وادي برداا") == ["وادي بردى"])
    #expect(search.nearest(to: "زخرفة") == [])
  }
}
