// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel
import WarshaStore

struct CorpusValidatorTests {
  private let text = "أعلن الجيش وحمص أن 5 كم منذ الجمعة"

  private func problems(_ ann: String) -> [String] {
    CorpusValidator.problems(
      of: BratFile(ann, file: "a.ann"), document: Document(id: "a", text: SourceText(text))
    ).map(\.description)
  }

  @Test func findsNothingWrongWithSoundFile() {
    let ann = """
      T1\tActor 5 10\tالجيش
      T2\tLocation 12 15\tحمص
      T3\tDistance 19 23\t5 كم
      T4\tDate 28 34\tالجمعة
      T5\tCue 0 4\tأعلن
      T6\tSource 5 10\tالجيش
      T7\tContent 19 34\t5 كم منذ الجمعة
      E1\tClaim:T5 Source:T6 Content:T7
      E2\tClaim:T5 Content:T7
      R1\tMeasuredFrom Arg1:T3 Arg2:T2
      #1\tAnnotatorNotes T1\ttype=armed_force
      #2\tAnnotatorNotes T2\ttype=place
      #3\tAnnotatorNotes T3\ttype=Distance; metres=5000..6000; modifier=approx
      #4\tAnnotatorNotes T4\ttype=DATE; value=2024-12-06; mod=APPROX
      #5\tAnnotatorNotes E1\tstance=assert; quote=indirect
      #6\tAnnotatorNotes E2\tstance=call; quote=mixed; implied=الجيش
      """
    #expect(problems(ann) == [])
  }

  @Test func findsWhatBreaksGuidelines() {
    let ann = """
      T1\tActor 4 10\t الجيش
      T2\tActor 5 10\tالجيش
      T3\tLocation 13 15\tمص
      T4\tLocation 12 14\tحم
      T5\tDistance 19 23\t5 كم
      T6\tDate 28 34\tالجمعة
      T7\tCue 0 4\tأعلن
      T8\tCue 0 4\tأعلن
      T9\tSource 5 10\tالجيش
      T10\tPlace 12 15\tحمص
      E1\tClaim:T7
      R1\tMeasuredFrom Arg1:T6 Arg2:T5
      #1\tAnnotatorNotes T1\ttype=army
      #2\tAnnotatorNotes T2\ttype=armed_force
      #3\tAnnotatorNotes T3\ttype=place
      #4\tAnnotatorNotes T4\ttype=place
      #5\tAnnotatorNotes T5\ttype=Distance; metres=five; modifier=roughly
      #6\tAnnotatorNotes T6\ttype=DATE; value=yesterday
      """
    #expect(
      problems(ann) == [
        "a.ann:1: T1 begins or ends with a blank. Leave it out.",
        "a.ann:1: T1: the type of label Actor is one of armed_force, government, media, organization, "
          + "person, not army.",
        "a.ann:2: T2 overlaps T1, of the same label Actor. The outermost wins.",
        "a.ann:3: T3 begins inside a word. Only proclitics stay out, the article stays in.",
        "a.ann:3: T3 overlaps T4, of the same label Location. The outermost wins.",
        "a.ann:4: T4 ends inside a word. Enclitics and vowel signs stay in.",
        "a.ann:5: T5: metres five is no number, e.g. metres=5000 or metres=5000..10000.",
        "a.ann:6: T6: value yesterday is no TIMEX3 value, e.g. 2024-12-06, 2024-12-06TMO, P3D, "
          + "PAST_REF.",
        "a.ann:8: T8 is the same Cue as T7. Write it once; several lines may share a T.",
        "a.ann:8: T8, Cue, belongs to no claim. Add an E line or drop it.",
        "a.ann:9: T9, Source, belongs to no claim. Add an E line or drop it.",
        "a.ann:10: label Place is not one of Actor, Content, Cue, Date, Distance, Location, Source.",
        "a.ann:11: E1 has neither Source nor implied. One says who claims it.",
        "a.ann:11: E1 has no Content.",
        "a.ann:11: E1 has no quote: direct, indirect, mixed.",
        "a.ann:11: E1 has no stance: assert, call, deny, question.",
        "a.ann:12: R1: Arg1 is a Distance and Arg2 a Location.",
        "a.ann:17: T5: modifier is one of approx, at_least, at_most, less_than, more_than, not "
          + "roughly.",
      ])
  }

  @Test(arguments: [
    "2024", "199", "2024-12", "2024-12-06", "2024-12-XX", "2024-W48", "2024-W48-WE", "2024-Q3",
    "2024-SU", "XXXX-WXX-5", "2024-12-06TMO", "2024-12-06T18:30", "2024-12-06T18:30Z", "T18:30",
    "XXXX-XX-XXTNI", "P3D", "PT2H30M", "PTXH", "P1Y6M", "PXD", "P2.5Y", "P1DE", "PAST_REF",
    "P3Y/P5Y",
    "2024-12-05/2024-12-10",
  ])
  func takesTimexValue(value: String) { #expect(takes(value)) }

  @Test(arguments: [
    "", "P", "PT", "yesterday", "2024-13-06-01", "06/12/2024", "2024-1-1", "a/b/c", "5", "P3", "/",
  ])
  func refusesOtherValue(value: String) { #expect(!takes(value)) }

  private func takes(_ value: String) -> Bool {
    problems("T1\tDate 28 34\tالجمعة\n#1\tAnnotatorNotes T1\ttype=DATE; value=\(value)\n").isEmpty
  }

  /// Whatever the bytes are, the answer is a list and no crash.
  @Test func survivesMutations() {
    let sound = Array(
      "T1\tActor 5 10\tالجيش\nT2\tCue 0 4\tأعلن\nE1\tClaim:T2 Source:T1\n#1\tAnnotatorNotes T1\ttype=x; a=b"
        .utf8)
    let odd = Array("\t\n ;:=\\#TER0199999999999999999999-\u{0}".utf8)
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      var bytes = sound
      for _ in 0...random(6) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(odd[random(odd.count)], at: place)
        default: bytes[place] = odd[random(odd.count)]
        }
      }
      _ = problems(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func checksWholeCorpus() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "حمص")
    try folder.write("b.txt", "حمص")
    try folder.write("b.ann", "T1\tLocation 1 4\tحمص\n")
    try folder.write(
      "corpus.json",
      """
      [{"id": "a", "split": "train", "date": "6.12.2024"},
       {"id": "b", "split": "dev", "date": "2024-12-06", "licence": "CC0-1.0"}]
      """)
    let problems = try CorpusValidator.problems(in: folder.path, decode: TemporaryFolder.decode)
    #expect(
      problems.map { folder.relative($0.description) } == [
        "a.txt: no a.ann beside this text. An empty one says that nothing is to be found.",
        "b.ann:1: T1 is at 1..<4, outside the text of 3 code points.",
        "b.ann:1: T1: the type of label Location is one of admin, area, country, facility, natural, place, "
          + "and this one has none.",
        "corpus.json:1: record \"a\": date \"6.12.2024\" is not ISO 8601, e.g. 2024-12-06.",
        "corpus.json:1: record \"a\": no licence. Say under which terms the text is here.",
        "corpus.json:1: record \"a\": split is \"train\"; it is dev or test.",
      ])
  }
}
