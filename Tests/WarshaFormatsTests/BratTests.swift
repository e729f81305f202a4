// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

struct BratTests {
  private let document = Document(
    id: "a1", text: SourceText("😀 قال المرصد وسانا إن الجيش على بعد 5 كم من حمص في 2011"))

  private let gold = """
    T1\tLocation 44 47\tحمص
    T2\tActor 22 27\tالجيش
    T3\tDistance 36 40\t5 كم
    T4\tDate 51 55\t2011
    T5\tCue 2 5\tقال
    T6\tSource 6 12\tالمرصد
    T7\tSource 14 18\tسانا
    T8\tContent 22 47\tالجيش على بعد 5 كم من حمص
    E1\tClaim:T5 Source:T6 Content:T8
    E2\tClaim:T5 Source:T7 Content:T8
    R1\tMeasuredFrom Arg1:T3 Arg2:T1
    #1\tAnnotatorNotes T1\ttype=place; class=مدينة; geo=حمص; lat=34.7; lon=36.71
    #2\tAnnotatorNotes T2\ttype=armed_force; canonical=الجيش; السوري
    #3\tAnnotatorNotes T3\ttype=Distance; value=5; unit=kilometer; metres=5000
    #4\tAnnotatorNotes T4\ttype=DATE; value=2011
    #5\tAnnotatorNotes E1\tstance=assert; quote=indirect
    #6\tAnnotatorNotes E2\tstance=assert; quote=indirect

    """

  private func read(_ ann: String, _ mode: Brat.Mode = .strict) throws -> AnnotationSet {
    try BratReader(mode).read(ann, file: "a1.ann", document: document)
  }

  private func problems(_ ann: String) throws -> [String] {
    let set = try read(ann, .lenient)
    let error = #expect(throws: BratError.self) { try read(ann) }
    #expect(error?.problems.map(\.description) == set.diagnostics.map(\.message))
    return set.diagnostics.map(\.message)
  }

  @Test func readsEveryLayer() throws {
    let set = try read(gold)
    let lines = set.annotations.map { item in
      "\(item.id) \(item.layer) \(item.type) [\(document.text[item.range])] "
        + "\(item.value?.description ?? "-") "
        + item.attributes.map { "\($0.key)=\($0.value.description)" }.joined(separator: " ")
        + item.relations.map { " \($0.role)→\($0.target)" }.joined()
        + item.parts.map { " \($0.role):[\(document.text[$0.range])]" }.joined()
    }
    #expect(
      lines == [
        "1 claims assert [قال] - stance=assert quote=indirect source:[المرصد] "
          + "content:[الجيش على بعد 5 كم من حمص]",
        "2 claims assert [قال] - stance=assert quote=indirect source:[سانا] "
          + "content:[الجيش على بعد 5 كم من حمص]",
        "3 actors armed_force [الجيش] الجيش; السوري ",
        "4 distances Distance [5 كم] 5000 value=5 unit=kilometer from→5",
        "5 locations place [حمص] حمص class=مدينة lat=34.7 lon=36.71",
        "6 dates DATE [2011] 2011 ",
      ])
    #expect(set.annotations[3].value == .number(5000))
    #expect(set.annotations[5].value == .text("2011"))
  }

  @Test func writesSharedSpansOnce() throws {
    let ann = BratWriter().text(of: try read(gold))
    let spans = ann.split(separator: "\n").filter { $0.hasPrefix("T") }
    #expect(spans.count == 8)
    #expect(Sample.kept(try read(ann)) == Sample.kept(try read(gold)))
  }

  @Test func keepsEverythingInRoundTrip() throws {
    var set = Sample.set()
    var odd = set.annotations
    odd[5].attributes.append(Attribute("note", .text("a=b; c=d\\n\nline\ttab;")))
    odd.append(
      Annotation(
        id: 99, layer: "incidents", label: "Strike", type: "air", range: Sample.range("الجيش"),
        value: .flag(true), relations: [Relation("near", target: 5)],
        parts: [Part("target", Sample.range("حمص"))]))
    set = AnnotationSet(document: set.document, annotations: odd)
    let ann = BratWriter().text(of: set)
    let back = try BratReader().read(ann, file: "x.ann", document: set.document)
    #expect(Sample.kept(back) == Sample.kept(set), "\(ann)")
  }

  @Test func takesLongestFragment() throws {
    let set = try read("T1\tLocation 44 47;51 55\tحمص 2011\n#1\tAnnotatorNotes T1\ttype=place\n")
    #expect(set.annotations.map { document.text[$0.range] } == ["2011"])
    #expect(set.diagnostics.map(\.severity) == [.warning])
  }

  @Test func tellsNotesThatContradictEachOther() {
    let ann = """
      T1\tLocation 44 47\tحمص
      #1\tAnnotatorNotes T1\ttype=place; geo=حمص
      #2\tAnnotatorNotes T1\tgeo=حمص; lat=34.7
      #3\tAnnotatorNotes T1\ttype=admin
      """
    let (set, problems) = BratReader.load(
      BratFile(ann, file: "x.ann"), document: document)
    #expect(
      problems.map(\.description) == [
        "x.ann:4: T1 has type=place already; type=admin contradicts it. Keep one of them."
      ])
    #expect(set.annotations.map(\.type) == ["place"])
    #expect(set.annotations[0].attribute("lat") == .number(34.7))
  }

  @Test func readsWindowsLineEndsAndByteOrderMark() throws {
    #expect(try read("\u{FEFF}T1\tLocation 44 47\tحمص\r\n").annotations.count == 1)
  }

  @Test func saysWhatIsBroken() throws {
    let ann = """
      T1\tLocation 44 47\tحمص
      T1\tLocation 44 47\tحمص
      T2 Location 44 47 حمص
      T3\tLocation 43 x\tحمص
      T4\tLocation 47 44\tحمص
      T5\tLocation 51 99\t2011
      E1\tClaim:T9
      A1\tNegation T1
      R1\tMeasuredFrom Arg1:T1
      #1\tAnnotatorNotes T1\tjust words
      """
    #expect(
      try problems(ann) == [
        "a1.ann:2: id T1 is already that of line 1. Give this one a free number.",
        "a1.ann:3: broken line: a span is written as T1, tab, Location 31 35, tab, the text of that "
          + "stretch.",
        "a1.ann:4: broken line: \"43 x\" are no offsets; T1, tab, Location 31 35, tab, the text of "
          + "that stretch.",
        "a1.ann:5: the span 47..<44 is empty or reversed.",
        "a1.ann:6: T5 is at 51..<99, outside the text of 55 code points.",
        "a1.ann:7: E1 points at T9, which no readable line has.",
        "a1.ann:8: a line begins with T, E, R or # and a number, not \"A1\". Attributes stand in "
          + "AnnotatorNotes as key=value.",
        "a1.ann:9: broken line: a relation is written as R1, tab, MeasuredFrom Arg1:T1 Arg2:T2.",
        "a1.ann:10: the note is not key=value; key=value.",
      ])
    #expect(try read(ann, .lenient).annotations.count == 1)
  }

  @Test func namesShiftThatExplainsAll() throws {
    let ann = "T1\tLocation 42 45\tحمص\nT2\tActor 20 25\tالجيش\n"
    let messages = try problems(ann)
    #expect(
      messages[0]
        == "a1.ann:1: T1 says \"حمص\" but the text has \"ن ح\". It stands 2 code points further on, as "
        + "all 2 such spans do. Has the text changed? Move the offsets or bring back the text.")
  }

  @Test func seesLettersThatAreOnlyEquivalent() throws {
    let document = Document(id: "a", text: SourceText("آل"))
    #expect(throws: BratError.self) {
      try BratReader().read(
        "T1\tActor 0 2\t\u{627}\u{653}ل\n", file: "a.ann", document: document)
    }
  }
}
