// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaWorkbench

/// Claims of several documents: filters, groups and contradictions.
struct ClaimBoardTests {
  /// A document in which each sentence is `source|stance|content`, with `{layer=value:text}` in it.
  private func document(_ id: String, _ claims: [(String, String, String)]) -> AnnotationSet {
    var text = ""
    var annotations: [Annotation] = []
    for (source, stance, content) in claims {
      let cue = TextRange(text.utf16.count, text.utf16.count + 1)
      text += ": "
      let sourceRange = TextRange(text.utf16.count, text.utf16.count + source.utf16.count)
      text += source + " "
      let start = text.utf16.count
      var relations: [Relation] = []
      var rest = content[...]
      while let match = rest.firstMatch(of: /\{(\w+)=([^:]+):([^}]+)\}/) {
        text += rest[..<match.range.lowerBound]
        let range = TextRange(text.utf16.count, text.utf16.count + match.3.utf16.count)
        text += match.3
        annotations.append(
          Annotation(
            id: annotations.count + 1, layer: String(match.1), label: "X", type: "", range: range,
            value: .text(String(match.2))))
        relations.append(Relation("about", target: annotations.count))
        rest = rest[match.range.upperBound...]
      }
      text += rest
      annotations.append(
        Annotation(
          id: annotations.count + 1, layer: "claims", label: "Claim", type: stance, range: cue,
          relations: relations,
          parts: [
            Part("source", sourceRange), Part("content", TextRange(start, text.utf16.count)),
          ]))
      text += ".\n"
    }
    return AnnotationSet(
      document: Document(id: id, text: SourceText(text)), annotations: annotations)
  }

  private func board(_ documents: [AnnotationSet]) -> ClaimBoard {
    var board = ClaimBoard()
    for document in documents { board.add(document) }
    return board
  }

  private func names(_ board: ClaimBoard, _ index: Int) -> String {
    "\(board.entries[index].document):\(board.entries[index].source)"
  }

  private let homs = "{locations=حمص:حمص}"
  private let near = "{distances=5000:5 كيلومترات}"
  private let nearInWords = "{distances=5000:خمسة كيلومترات}"
  private let far = "{distances=50000:50 كيلومترا}"

  @Test func groupsOneDistanceAtOnePlaceHoweverItIsSpelled() {
    let board = board([
      document("a", [("رويترز", "assert", "القوات على بعد \(near) عن \(homs)")]),
      document("b", [("المرصد", "assert", "القوات \(nearInWords) من أطراف \(homs)")]),
      document("c", [("سانا", "assert", "القوات على بعد \(far) عن \(homs)")]),
    ])
    let groups = ClaimGroups(board).groups.map { $0.map { names(board, $0) } }
    #expect(groups.contains { $0.starts(with: ["a:رويترز", "b:المرصد"]) })
  }

  @Test func keepsApartWhatSharesOnlyAPlace() {
    let board = board([
      document("a", [("رويترز", "assert", "انقطعت الكهرباء عن \(homs)")]),
      document("b", [("المرصد", "assert", "وصلت قافلة مساعدات إلى \(homs)")]),
    ])
    #expect(ClaimGroups(board).groups.isEmpty)
  }

  @Test func opposesAnAssertionAndItsDenialInAnotherDocument() {
    let board = board([
      document("a", [("رويترز", "assert", "الجيش انسحب من مدينة \(homs)")]),
      document("b", [("الوزارة", "deny", "انسحاب الجيش من مدينة \(homs)")]),
    ])
    let pairs = ClaimGroups(board).contradictions.map {
      "\(names(board, $0.claim)) / \(names(board, $0.denial))"
    }
    #expect(pairs == ["a:رويترز / b:الوزارة"])
  }

  @Test func oneSourceDoesNotContradictItself() {
    let board = board([
      document("a", [("الوزارة", "assert", "الجيش انسحب من مدينة \(homs)")]),
      document("b", [("الوزارة", "deny", "انسحاب الجيش من مدينة \(homs)")]),
    ])
    #expect(ClaimGroups(board).contradictions.isEmpty)
  }

  @Test(arguments: [
    ("stance", "deny", ["b:الوزارة"]), ("place", "حمص", ["a:وكالة الأنباء", "b:الوزارة"]),
    ("source", "الانباء", ["a:وكالة الأنباء"]), ("about", "كهرباء", ["c:البلدية"]),
    ("date", "2024-12-06", ["c:البلدية"]), ("actor", "الجيش", []),
  ])
  func filters(by key: String, value: String, expected: [String]) {
    let board = board([
      document("a", [("وكالة الأنباء", "assert", "الجيش انسحب من \(homs)")]),
      document("b", [("الوزارة", "deny", "انسحاب الجيش من \(homs)")]),
      document("c", [("البلدية", "assert", "قطع الكهرباء {dates=2024-12-06:اليوم}")]),
    ])
    var filter = ClaimFilter()
    switch key {
    case "stance": filter.stance = value
    case "place": filter.place = value
    case "source": filter.source = value
    case "about": filter.about = value
    case "date": filter.date = value
    default: filter.actor = value
    }
    let found = board.filtered(by: filter)
    #expect(found.entries.indices.map { names(found, $0) } == expected)
  }

  @Test func aHiddenSourceIsWhatItGoesBackTo() {
    let set = AnnotationSet(
      document: Document(id: "a", text: SourceText("وأضاف أن الطريق مفتوح")),
      annotations: [
        Annotation(
          id: 1, layer: "claims", label: "Claim", type: "assert", range: TextRange(1, 5),
          attributes: [Attribute("implied", .text("المرصد"))])
      ])
    let entry = board([set]).entries[0]
    #expect(entry.source == "المرصد")
    #expect(entry.isImplied)
  }
}
