// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

struct SpanLinesTests {
  private func read(
    _ text: String, _ format: ExchangeFormat
  ) throws -> Imported {
    format.reader().read(Array(text.utf8), file: "in.jsonl")
  }

  private let all = [
    "Cue 3 نفت", "Source 7 الوزارة", "Location 16 القاهرة",
    "Content 29 الجيش في حمص، قال إنه «غادر» تدمر", "Location 38 حمص",
  ]

  @Test(arguments: [ExchangeFormat.doccano, .prodigy])
  func givesBackEverySpan(format: ExchangeFormat) throws {
    let imported = try read(ExchangeSample.text(format), format)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a1" && set.document.date == "2024-12-06")
    #expect(set.document.text == ExchangeSample.text)
    #expect(ExchangeSample.spans(set) == all)
    #expect(set.annotations[2].layer == "locations")
    let losses = ExchangeSample.losses(format)
    #expect(losses.count(of: .partLink) == 2 && losses.count(of: .relation) == 1)
    #expect(losses.count(of: .overlappingSpan) == 0 && losses.count(of: .subtype) == 3)
  }

  @Test func entitiesOfSpacyDoNotOverlap() throws {
    let imported = try read(ExchangeSample.text(.spacy), .spacy)
    #expect(imported.problems.isEmpty)
    #expect(imported.sets.map(ExchangeSample.spans) == [all.filter { !$0.hasPrefix("Content") }])
    let lines = ExchangeSample.losses(.spacy).lines
    #expect(
      lines.prefix(2) == [
        "1 spans nested in or overlapping another: \"الجيش في حمص، قال إنه «غادر» تدمر\" (a1 28-61)",
        "1 spans inside a token, written, but dropped by spaCy (W030): \"القاهرة\" (a1 15-22)",
      ], "\(lines)")
  }

  @Test func tokensOfProdigyArePartedAtSpans() throws {
    let data = Data(ExchangeSample.text(.prodigy).utf8)
    let task = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let tokens = task?["tokens"] as? [[String: Any]] ?? []
    #expect(tokens[3]["text"] as? String == "ب" && tokens[3]["ws"] as? Bool == false)
    #expect(tokens[4]["text"] as? String == "القاهرة" && tokens[4]["id"] as? Int == 4)
    let spans = task?["spans"] as? [[String: Any]] ?? []
    #expect(spans[2]["token_start"] as? Int == 4 && spans[2]["token_end"] as? Int == 4)
    for span in spans {
      let (first, last) = (span["token_start"] as? Int ?? 0, span["token_end"] as? Int ?? 0)
      #expect(tokens[first]["start"] as? Int == span["start"] as? Int)
      #expect(tokens[last]["end"] as? Int == span["end"] as? Int)
    }
  }

  @Test func readsOtherShapes() throws {
    let doccano = """
      {"id":7,"text":"حمص قرب حماة","entities":[{"id":4,"start_offset":0,"end_offset":3,"label":"LOC"},\
      {"id":9,"start_offset":8,"end_offset":12,"label":"LOC"}],\
      "relations":[{"id":0,"from_id":4,"to_id":9,"type":"near"}]}
      """
    let set = try #require(try read(doccano, .doccano).sets.first)
    #expect(set.document.id == "7")
    #expect(ExchangeSample.spans(set) == ["LOC 0 حمص", "LOC 8 حماة"])
    #expect(set.annotations[0].relations == [Relation("near", target: 2)])
    let rejected = #"{"text":"حمص","spans":[{"start":0,"end":3,"label":"L"}],"answer":"reject"}"#
    let task = try #require(try read("\u{FEFF}" + rejected + "\r\n", .prodigy).sets.first)
    #expect(task.annotations.isEmpty && task.diagnostics.count == 1)
    #expect(task.document.id == "line-1")
  }

  @Test func keepsTheRestWhenAskedTo() throws {
    let lines = """
      {"text":"حمص","entities":[[0,3,"L"],[0,9,"L"],["x"]]}
      nonsense

      {"text":"تدمر","entities":[[0,4,"L"]]}
      """
    let imported = try read(lines, .spacy)
    #expect(imported.sets.map(\.annotations.count) == [1, 1])
    #expect(imported.problems.map(\.line) == [1, 1, 2])
    #expect(
      imported.problems.map(\.description).contains(
        "in.jsonl:1: L at 0..<9 is no stretch of the text, which has 3 code points."))
  }

  private func reason(_ text: String, _ spans: [(Int, Int, String)]) throws -> String {
    let values = spans.map { #"{"start":\#($0.0),"end":\#($0.1),"label":"L","text":"\#($0.2)"}"# }
    let line = #"{"text":"\#(text)","spans":[\#(values.joined(separator: ","))]}"#
    return try read(line, .prodigy).problems.first?.reason ?? ""
  }

  @Test func namesTheUnitThatWouldFit() throws {
    let spans = [(3, 6, "حمص"), (7, 11, "تدمر")]
    #expect(
      try reason("😀 حمص تدمر", spans)
        == "L at 3..<6 says \"حمص\" but the text has \"مص \". All 2 such spans fit if offsets count "
        + "UTF-16 units, not code points. Convert them.")
    #expect(
      try reason("ا حمص", [(3, 9, "حمص")]).contains("It fits if offsets count bytes of UTF-8"))
    #expect(
      try reason("ا\\r\\nحمص", [(2, 5, "حمص")]).contains("It fits if CR LF counts as one"))
  }

  @Test func namesTheShift() throws {
    #expect(
      try reason("و حمص ثم تدمر", [(0, 3, "حمص"), (7, 11, "تدمر")])
        == "L at 0..<3 says \"حمص\" but the text has \"و ح\". It stands 2 code points further on, as "
        + "all 2 such spans do. Has the text changed? Move the offsets or bring back the text.")
  }

  @Test(arguments: ["9223372036854774784", "-9223372036854775808", "3000000000", "1e300", "1.5"])
  func farOffsetsAreRefused(start: String) throws {
    let line =
      #"{"text":"حمص","spans":[{"start":\#(start),"end":\#(start),"label":"L","text":"x"}]}"#
    #expect(try read(line, .prodigy).problems.map(\.line) == [1])
    #expect(
      try read(#"{"text":"حمص","label":[[\#(start),\#(start),"L"]]}"#, .doccano).problems.count == 1
    )
  }
}
