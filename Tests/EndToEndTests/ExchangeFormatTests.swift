// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `extract` writes for other tools, and what it says is missing in it.
@Suite struct ExchangeFormatTests {
  private static let dateIsLost = "warning: brat lacks 1 dates of documents: 2024-12-06 (race)"

  private func extract(_ format: String, _ more: [String] = []) throws -> Warsha.Outcome {
    let folder = try Sample.folder()
    return try Warsha.run(
      ["extract", "article.txt", "--extractors", "distances", "--format", format] + more, in: folder
    )
  }

  @Test func tableForSpreadsheets() throws {
    let run = try extract("csv")
    let rows = run.output.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(
      rows[0].hasPrefix(
        "document,id,layer,label,type,start_scalar,end_scalar,text,value,attributes,"))
    #expect(rows[1].hasPrefix("article,T1,distances,Distance,Distance,28,39,5 كيلومترات,5000,"))
    #expect(run.errors == "" && run.status == 0)
  }

  @Test func tellsLossesOnStandardError() throws {
    let run = try extract("conll")
    #expect(run.output.hasPrefix("-DOCSTART- -X- O O\n\n"))
    #expect(run.output.contains("\n5 -X- _ B-Distance\nكيلومترات -X- _ I-Distance\n"))
    #expect(run.errors.contains("warning: conll lacks 3 values: 5000 (article 28-39), "))
    #expect(run.status == 0)
  }

  @Test(arguments: ["geojson", "labelstudio"])
  func isOneTreeOfJSON(format: String) throws {
    let run = try extract(format)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    #expect(run.status == 0)
  }

  @Test func partsDocumentsInOneFile() throws {
    let folder = try Sample.folder()
    try folder.write("second.txt", "مشى 3 كيلومترات")
    let run = try Warsha.run(
      [
        "extract", "article.txt", "second.txt", "--extractors", "distances", "--format",
        "labelstudio", "--out", "tasks.json",
      ], in: folder)
    #expect(run.output == "" && run.status == 0)
    let tasks = try JSONSerialization.jsonObject(with: Data(folder.read("tasks.json").utf8))
    #expect((tasks as? [Any])?.count == 2)
  }

  @Test func convertsGoldAndBack() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let there = try Warsha.run(
      ["convert", "corpus", "--from", "brat", "--to", "labelstudio", "--out", "gold.json"],
      in: folder)
    #expect(there.output == "" && there.errors == "" && there.status == 0)
    let back = try Warsha.run(
      ["convert", "gold.json", "--from", "labelstudio", "--to", "brat", "--out", "back"],
      in: folder)
    #expect(back.errorLines == [Self.dateIsLost] && back.status == 0)
    #expect(folder.read("back/race.txt") == Sample.article)
    let spans = folder.read("back/race.ann").split(separator: "\n").filter { $0.hasPrefix("T") }
    let gold = folder.read("corpus/race.ann").split(separator: "\n").filter { $0.hasPrefix("T") }
    #expect(spans == gold)
    #expect(folder.read("back/race.ann").contains("type=Distance; metres=5000; unit=kilometer"))
  }

  @Test func refusesWhatItCannotTrust() throws {
    let folder = try TemporaryFolder()
    let lines = """
      {"text":"📉 حمص","spans":[{"start":3,"end":6,"label":"L","text":"حمص"}]}
      {"text":"حمص","spans":[{"start":0,"end":3,"label":"L","text":"حمص"}]}

      """
    try folder.write("in.jsonl", lines)
    let words = ["convert", "in.jsonl", "--from", "prodigy", "--to", "doccano"]
    let lenient = try Warsha.run(words, in: folder)
    #expect(lenient.errors.contains("It fits if offsets count UTF-16 units"))
    #expect(lenient.errorLines.last == "error: in.jsonl: 1 problem, the rest was written.")
    #expect(lenient.output.contains(#""label":[[0,3,"L"]]"#) && lenient.status == 1)
    let strict = try Warsha.run(words + ["--strict"], in: folder)
    #expect(strict.output == "" && strict.status == 1)
    #expect(strict.errorLines.last?.contains("nothing was written, as --strict asks") == true)
    let wrong = try Warsha.run(
      ["convert", "in.jsonl", "--from", "csv", "--to", "doccano"], in: folder)
    #expect(wrong.status == 2 && wrong.errors.contains("name the texts with --texts"))
  }

  @Test(arguments: ["csv", "tsv", "jsonl"])
  func bringsBackWhatHasNoText(format: String) throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let there = try Warsha.run(
      ["convert", "corpus", "--from", "brat", "--to", format, "--out", "gold"], in: folder)
    #expect(there.errors == "" && there.status == 0)
    let back = try Warsha.run(
      [
        "convert", "gold", "--from", format, "--texts", "corpus", "--to", "brat", "--out", "back",
      ], in: folder)
    #expect(back.errorLines == [Self.dateIsLost] && back.status == 0)
    #expect(folder.read("back/race.txt") == Sample.article)
    #expect(folder.read("back/race.ann").contains("type=Distance; metres=5000; unit=kilometer"))
    let again = try Warsha.run(
      ["convert", "back", "--from", "brat", "--to", format, "--out", "again"], in: folder)
    #expect(again.status == 0)
    #expect(folder.read("again") == folder.read("gold") || format == "jsonl")
  }

  @Test(arguments: [("timeml", "tml"), ("webanno", "tsv")])
  func formatsOfOneDocumentMakeAFolder(format: String, ending: String) throws {
    let folder = try Sample.folder()
    try folder.write("second.txt", "مشى 3 كيلومترات")
    let words = [
      "extract", "article.txt", "second.txt", "--extractors", "dates", "--format", format,
    ]
    let several = try Warsha.run(words, in: folder)
    #expect(several.output == "" && several.status == 2)
    #expect(several.errors.contains("\(format) has one document a file, and here are 2."))
    #expect(try Warsha.run(words + ["--out", "made"], in: folder).status == 0)
    #expect(folder.read("made/article.\(ending)").contains("5 كيلومترات"))
    let back = try Warsha.run(["convert", "made", "--from", format, "--to", "spacy"], in: folder)
    #expect(back.output.split(separator: "\n").count == 2 && back.status == 0)
  }
}

/// Names of files that are made of ids.
@Suite struct FilesOfDocumentsTests {
  @Test(arguments: [("brat", "ann"), ("webanno", "tsv")])
  func noIDLeadsOutOfTheFolder(format: String, ending: String) throws {
    let folder = try TemporaryFolder()
    let ids = [#"../\u0301evil"#, "..", ".hidden", String(repeating: "ط", count: 200)]
    try folder.write("in.jsonl", ids.map { "{\"id\":\"\($0)\",\"text\":\"x\"}\n" }.joined())
    let words = ["extract", "in.jsonl", "--extractors", "dates", "--format", format]
    let run = try Warsha.run(words + ["--out", "made"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("warning: \(format) lacks 4 ids of documents: _._\u{301}evil ("))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/made")
      .filter { $0.hasSuffix(ending) }.sorted()
    #expect(names.count == 4 && names.allSatisfy { !$0.hasPrefix(".") && $0.utf8.count <= 255 })
    let beside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(beside) == [".streams", "in.jsonl", "made"])
  }
}

/// What is wrong in an input is told with its line, and the rest is written.
@Suite struct BrokenExchangeTests {
  /// An input of `convert`, and the beginning of the problem that it has.
  struct Case: Sendable, CustomTestStringConvertible {
    var format: String
    var contents: String
    var problem: String
    var testDescription: String { "\(format) \(problem)" }
  }

  private static let sound = #"{"id":"a","text":"حمص","entities":[[0,3,"LOC"]]}"#

  static let cases = [
    Case(format: "spacy", contents: sound + "\nnonsense\n", problem: "in:2: not JSON"),
    Case(
      format: "spacy", contents: sound + "\n" + sound + "\n",
      problem: "in:2: the id \"a\" is already that of line 1."),
    Case(
      format: "spacy",
      contents: sound + "\n" + sound.replacing("\"a\"", with: "3").replacing("0,3", with: "1,9"),
      problem: "in:2: LOC at 1..<9 is no stretch of the text, which has 3 code points."),
    Case(
      format: "conll", contents: "حمص B-LOC\nو O\nتدمر I-LOC\n",
      problem: "in:3: the tags are mixed: I-LOC begins a span here"),
    Case(
      format: "timeml", contents: "<TimeML><TEXT>في <TIMEX3 type='DATE'>عام</TIMEX3>\n ثم",
      problem: "in:1: <TEXT> is not closed. Is the file cut off?"),
  ]

  @Test(arguments: cases)
  func restIsWrittenWithStatus1(_ broken: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write("in", broken.contents)
    let words = ["convert", "in", "--from", broken.format, "--to", "doccano"]
    let run = try Warsha.run(words, in: folder)
    #expect(run.status == 1 && run.output.contains("\"label\":[["), "\(run.output)")
    #expect(run.errors.contains("error: " + broken.problem), "\(run.errors)")
    #expect(run.errorLines.last == "error: in: 1 problem, the rest was written.")
    let strict = try Warsha.run(words + ["--strict"], in: folder)
    #expect(strict.status == 1 && strict.output == "")
    #expect(strict.errors.contains("error: " + broken.problem), "\(strict.errors)")
  }

  @Test func bratKeepsWhatIsSound() throws {
    let folder = try TemporaryFolder()
    try folder.write("made/a.txt", "حمص وتدمر")
    try folder.write(
      "made/a.ann",
      "T1\tLocation 0 3\tحمص\nT1\tLocation 5 9\tتدمر\nT2\tLocation 4 8\tتدمر\nT3\tLoca")
    let run = try Warsha.run(["convert", "made", "--from", "brat", "--to", "doccano"], in: folder)
    #expect(run.output.contains(#""label":[[0,3,"Location"]]"#) && run.status == 1)
    for problem in ["a.ann:2: id T1 is already", "a.ann:3: T2 says", "a.ann:4: broken line"] {
      #expect(run.errors.contains("error: made/" + problem), "\(run.errors)")
    }
    let none = try Warsha.run(["convert", "made", "--from", "webanno", "--to", "csv"], in: folder)
    #expect(none.status == 1 && none.output == "")
    #expect(none.errors.contains("error: made: no file in it ends with .tsv."))
  }
}
