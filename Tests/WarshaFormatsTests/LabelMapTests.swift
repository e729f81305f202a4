// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

struct LabelMapTests {
  private static let labels: [String: Set<String>] = [
    "Actor": ["person", "media"], "Location": ["place", "facility"], "NUMBER": [],
  ]
  private let text = SourceText("حمص و تدمر")

  private func map(_ text: String) throws -> LabelMap {
    try LabelMap(parsing: text, labels: Self.labels)
  }

  private func set(_ labels: [(String, String)]) -> AnnotationSet {
    AnnotationSet(
      document: Document(id: "a1", text: text),
      annotations: labels.map { label, type in
        Annotation(
          layer: label == "Location" || label == "Actor"
            ? label.lowercased() + "s" : "\(label.lowercased())s",
          label: label, type: type, range: TextRange(0, 3))
      })
  }

  private func comesIn(_ names: [String], with map: LabelMap) -> [String] {
    map.imported([set(names.map { ($0, "") })]).sets[0].annotations.map {
      "\($0.layer) \($0.label) \($0.type)"
    }
  }

  private func goesOut(_ items: [(String, String)], with map: LabelMap) -> Set<String> {
    Set(map.exported(set(items)).annotations.map { "\($0.label):\($0.type)" })
  }

  @Test func namesBecomeLabels() throws {
    let names = ["LOC", "PERS", "Org", "GPE", "Location", "DATE", "NUMBER", "FAC"]
    #expect(
      Set(comesIn(names, with: try map("standard"))) == [
        "locations Location ", "actors Actor person", "actors Actor organization",
        "dates Date DATE", "numbers NUMBER ", "locations Location facility",
      ])
    #expect(
      comesIn(["LOC", "X"], with: try map("X=none,LOC=Actor:media")) == ["actors Actor media"])
  }

  @Test func labelsBecomeNames() throws {
    let items = [
      ("Location", "place"), ("Location", "facility"), ("Actor", "person"), ("Actor", "media"),
      ("NUMBER", ""),
    ]
    #expect(
      goesOut(items, with: try map("standard")) == [
        "LOC:place", "FAC:", "PER:", "ORG:media", "NUMBER:",
      ])
    #expect(
      goesOut(items, with: try map("GPE=Location,PRESS=Actor:media,N=NUMBER")) == [
        "GPE:place", "GPE:facility", "PER:", "PRESS:", "N:",
      ])
  }

  @Test func bothWaysGiveTheSame() throws {
    let map = try map("PERS=Actor:person")
    let items = [("Location", "facility"), ("Actor", "person")]
    let back = map.imported([map.exported(set(items))])
    #expect(back.problems.isEmpty)
    #expect(Sample.kept(back.sets[0]) == Sample.kept(set(items)))
  }

  @Test func unknownNamesAreTold() throws {
    let sets = [set([("LOK", ""), ("LOC", "")]), set([("LOK", "")])]
    let (kept, problems) = try map("standard").imported(sets)
    #expect(kept.map(\.annotations.count) == [1, 0])
    #expect(
      problems == [
        "label \"LOK\" is unknown (2 spans, the first \"حمص\" in a1). Did you mean \"LOC\"? Say what "
          + "it is with --labels LOK=Location, or leave it out with LOK=none."
      ])
  }

  @Test(arguments: [
    ("LOC", "\"LOC\" is no pair. Write the name and the label"),
    ("LOC=Locaton", "Locaton is no label of Warsha. Did you mean \"Location\"?"),
    (
      "Location=LOC",
      "LOC is no label of Warsha. The name of other tools comes first: LOC=Location."
    ),
    (
      "PER=Actor:persn", "persn is no type of Actor. Did you mean \"person\"? Known: media, person."
    ),
    ("LOC=Location,LOC=Actor", "the name LOC has two labels."),
  ])
  func saysWhatIsWrong(text: String, reason: String) throws {
    let mistake = #expect(throws: LabelMap.Mistake.self) { try map(text) }
    #expect(mistake?.description.hasPrefix(reason) == true, "\(String(describing: mistake))")
  }
}
