// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

struct ConllTests {
  private func read(_ text: String) -> Imported {
    ConllReader().read(Array(text.utf8), file: "in.conll")
  }

  @Test func writesFourColumns() {
    #expect(
      ExchangeSample.text(.conll) == """
        -DOCSTART- -X- O O

        😀 -X- _ O
        نفت -X- _ B-Cue
        الوزارة -X- _ B-Source
        بالقاهرة -X- _ O

        أن -X- _ O
        الجيش -X- _ O
        في -X- _ O
        حمص -X- _ B-Location
        ، -X- _ O
        قال -X- _ O
        إنه -X- _ O
        « -X- _ O
        غادر -X- _ O
        » -X- _ O
        تدمر -X- _ O
        . -X- _ O


        """)
    #expect(
      ExchangeSample.losses(.conll).lines.prefix(2) == [
        "1 spans that begin or end inside a token: \"القاهرة\" (a1 15-22)",
        "1 spans nested in or overlapping another: \"الجيش في حمص، قال إنه «غادر» تدمر\" (a1 28-61)",
      ])
  }

  @Test func columnsOfOffsetsKeepThem() throws {
    let text = ExchangeSample.text(.iob2)
    #expect(text.contains("حمص\tB-Location\tstart_char=37|end_char=40|SpaceAfter=No\n"))
    let imported = read(text)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a1" && set.document.date == "2024-12-06")
    #expect(
      ExchangeSample.spans(set) == ["Cue 3 نفت", "Source 7 الوزارة", "Location 38 حمص"])
  }

  @Test func givesBackTheTokens() throws {
    let set = try #require(read(ExchangeSample.text(.conll)).sets.first)
    #expect(set.document.text.string.hasPrefix("😀 نفت الوزارة بالقاهرة\nأن الجيش في حمص ،"))
    #expect(set.annotations.map { set.document.text[$0.range] } == ["نفت", "الوزارة", "حمص"])
  }

  @Test func tellsSpansThatNoSentenceHolds() {
    var set = ExchangeSample.set()
    let long = ExchangeSample.range("الوزارة").union(ExchangeSample.range("أن"))
    let mark = ExchangeSample.range("\u{200F}")
    set = AnnotationSet(
      document: set.document,
      annotations: [
        Annotation(layer: "x", label: "X", type: "", range: long),
        Annotation(layer: "x", label: "X", type: "", range: mark),
      ])
    let losses = ExchangeFormat.iob2.writer.write(set, sentences: ExchangeSample.sentences).losses
    #expect(losses.count(of: .spanOverSentences) == 1 && losses.count(of: .spanWithoutToken) == 1)
  }

  @Test(arguments: [
    "دير B-LOC\nالزور I-LOC\nحمص B-LOC\nتدمر B-LOC\n",
    "دير I-LOC\nالزور I-LOC\nحمص B-LOC\nتدمر B-LOC\n",
  ])
  func readsEitherScheme(text: String) {
    let imported = read(text)
    #expect(imported.problems.isEmpty)
    #expect(
      imported.sets.map(ExchangeSample.spans) == [["LOC 0 دير الزور", "LOC 10 حمص", "LOC 14 تدمر"]])
  }

  @Test(arguments: [
    ("حمص B-LOC\nو O\n\nتدمر I-LOC\nدرعا B-LOC\n", 4, "I-LOC", "IOB2", 1, ["حمص", "درعا"]),
    (
      "حمص I-LOC\nو O\nدير B-LOC\nالزور I-LOC\nو O\nتدمر I-LOC\n", 3, "B-LOC", "IOB1", 1,
      ["حمص", "تدمر"]
    ),
  ])
  func leavesOutSpansOfTheOtherScheme(
    text: String, line: Int, tag: String, scheme: String, example: Int, kept: [String]
  ) throws {
    let imported = read(text)
    #expect(imported.problems.map(\.line) == [line])
    let reason = try #require(imported.problems.first?.reason)
    #expect(reason.hasPrefix("the tags are mixed: \(tag) begins a span here"))
    #expect(reason.contains("mostly \(scheme), as on line \(example)."))
    let set = try #require(imported.sets.first)
    #expect(set.annotations.map { set.document.text[$0.range] } == kept)
  }

  @Test func tellsBytesThatAreNoTextAndRepeatedIDs() {
    let bytes = Array("# newdoc id = a\nحمص\tO\n".utf8) + [0xD8, 0x09, 0x4F, 0x0A]
    let imported = ConllReader().read(
      bytes + Array("# newdoc id = a\nحمص\tO\n".utf8), file: "in.conll")
    #expect(
      imported.problems.map(\.description) == [
        "in.conll:3: the line is not UTF-8. Save the file as UTF-8.",
        "in.conll:4: the id \"a\" is already that of line 1. Give each document an id of its own.",
      ])
  }

  @Test func saysWhichLineIsBroken() {
    let text = "حمص LOC\nتدمر\nدرعا B-LOC\n"
    let imported = read(text)
    #expect(imported.problems.map(\.line) == [1, 2])
    #expect(imported.sets.map(\.annotations.count) == [1])
    let moved = read("حمص\tB-L\tstart_char=5|end_char=9\n")
    #expect(moved.problems.map(\.line) == [1] && moved.sets.isEmpty)
  }

  @Test func startsDocumentsAnew() {
    let text =
      "-DOCSTART- -X- O O\r\n\r\nحمص NN I-NP B-LOC\r\n\r\n-DOCSTART- -X- O O\r\n\r\nو - - O\r\n"
    #expect(read(text).sets.map(\.document.id) == ["document-1", "document-2"])
    #expect(read(text).sets.map(\.annotations.count) == [1, 0])
  }

  @Test func hashIsAToken() {
    let imported = read("# -X- _ O\nحمص -X- _ B-LOC\n# a remark\n")
    #expect(imported.sets.map(\.document.text.string) == ["# حمص"])
  }

  @Test(arguments: ["999999", "9223372036854775807", "-5"])
  func offsetsFromElsewhereMakeNoText(start: String) {
    let imported = read("a\tO\tstart_char=0|end_char=1\nb\tB-L\tstart_char=\(start)|end_char=9\n")
    #expect(imported.sets.isEmpty && imported.problems.map(\.line) == [2])
  }
}
