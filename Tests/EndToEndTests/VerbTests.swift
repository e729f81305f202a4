// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What the verbs print and leave behind, through the built program.
@Suite struct VerbTests {
  @Test func extractsATable() throws {
    let folder = try Sample.folder()
    let run = try Warsha.run(["extract", "article.txt", "--extractors", "distances"], in: folder)
    #expect(run.output == Sample.table)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func saysTheSameInEveryMode() throws {
    let folder = try Sample.folder()
    let lines = [
      "open article.txt", "extract --extractors distances", "show --layer distances",
      "tokens --sentence 2", "why T1 --in article.txt", "help tokens",
    ]
    try folder.write("script.warsha", "# a script\n" + lines.joined(separator: "\n") + "\n")
    let script = try Warsha.run(["run", "script.warsha"], in: folder)
    let commands = try Warsha.run(["-c", lines.joined(separator: "; ")], in: folder)
    let piped = try Warsha.run([], input: lines.joined(separator: "\n") + "\n", in: folder)
    #expect(script.output.contains(Sample.table))
    #expect(script.output == commands.output)
    #expect(script.output == piped.output)
    #expect([script, commands, piped].map(\.status) == [0, 0, 0])
    #expect(script.errors + commands.errors + piped.errors == "")
    let one = try Warsha.run(["tokens", "--in", "article.txt", "--sentence", "2"], in: folder)
    #expect(script.output.contains(one.output))
  }

  @Test(arguments: ["extract", "plugins load", "corpus", "show", "gazetteer import"])
  func helpIsTheSameEverywhere(verb: String) throws {
    let folder = try TemporaryFolder()
    let words = verb.split(separator: " ").map(String.init)
    let runs = [
      try Warsha.run(["help"] + words, in: folder), try Warsha.run(words + ["--help"], in: folder),
      try Warsha.run(words + ["-h"], in: folder),
      try Warsha.run(["-c", "help \(verb)"], in: folder),
      try Warsha.run([], input: "\(verb) --help\n", in: folder),
    ]
    #expect(runs[0].output.contains("Example"))
    #expect(runs[0].output.contains("USAGE: warsha \(verb)"))
    #expect(Set(runs.map(\.output)).count == 1)
    #expect(runs.map(\.status) == [0, 0, 0, 0, 0])
  }

  @Test func marksSpansInTheText() throws {
    let folder = try Sample.folder()
    let run = try Warsha.run(
      ["show", "--in", "article.txt", "--layer", "distances", "--sentence", "2"], in: folder)
    #expect(
      run.output == """
        قطع العدّاء [5 كيلومترات]Dist في نصف ساعة، ثم مشى [مئتي متر]Dist.

        Distance (Dist) 2

        """)
  }

  @Test func tellsWhy() throws {
    let folder = try Sample.folder()
    try folder.write("one.txt", "5 كيلومترات")
    let run = try Warsha.run(["why", "T1", "--in", "one.txt"], in: folder)
    #expect(run.output.hasPrefix("T1 Distance 5 كيلومترات\n"))
    #expect(run.output.contains("rule        quantity.number-unit\n"))
    #expect(run.output.contains("units.tsv"))
  }

  @Test func listsPluginsWithTheirState() throws {
    let folder = try TemporaryFolder()
    let run = try Warsha.run(
      ["-c", "plugins reload distances; plugins; plugins inspect dates"], in: folder)
    for id in ["actors", "claims", "dates", "distances", "locations"] {
      #expect(run.output.contains("\n\(id) "))
    }
    #expect(run.output.contains("distances  0.2.0    loaded"))
    #expect(run.output.contains("warsha_plugin_dates\n"))
    #expect(run.status == 0)
  }

  @Test func unloadedExtractorsAreGoneUntilLoaded() throws {
    let folder = try Sample.folder()
    let run = try Warsha.run(
      [
        "-c",
        "open article.txt; plugins unload distances; extract; plugins load distances; "
          + "extract --extractors distances",
      ], in: folder)
    #expect(!run.output.split(separator: "loaded distances")[0].contains("T1  distances"))
    #expect(run.output.hasSuffix(Sample.table))
  }

  @Test func scoresAndBounds() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let words = ["evaluate", "corpus", "--extractors", "distances", "--layer", "distances"]
    let met = try Warsha.run(words + ["--fail-below", "distances.strict.f1=1"], in: folder)
    #expect(met.output.hasPrefix("corpus: 1 document, 3 gold annotations in, all scored\n"))
    #expect(met.output.contains("distances  strict         3     3        3  1.000  1.000  1.000"))
    #expect(met.status == 0)
    let missed = try Warsha.run(words + ["--fail-below", "distances.strict.f1=1.1"], in: folder)
    #expect(missed.output == met.output)
    #expect(missed.errors == "error: distances.strict.f1 is 1.0, below 1.1\n")
    #expect(missed.status == 1)
  }

  @Test func comparesSavedRuns() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let extract = "extract corpus --extractors distances --format jsonl --out"
    let run = try Warsha.run(
      [
        "-c",
        "\(extract) a.jsonl; \(extract) b.jsonl; "
          + "compare a.jsonl b.jsonl --on corpus --layer distances",
      ], in: folder)
    #expect(run.output.hasPrefix("corpus: 1 document\n"))
    #expect(run.output.contains("a.jsonl ~ b.jsonl"))
    #expect(run.output.contains("κ words"))
    #expect(run.status == 0)
    let compare = ["compare", "a.jsonl", "b.jsonl", "--on", "corpus", "--layer", "distances"]
    let page = try Warsha.run(compare + ["--html", "report.html"], in: folder)
    #expect(page.errors.contains("wrote report.html"))
    #expect(folder.read("report.html").hasPrefix("<!DOCTYPE html>"))
    let json = try Warsha.run(compare + ["--format", "json"], in: folder)
    for key in ["adjusted", "detectable", "alphaUnits", "outcomes", "macros"] {
      #expect(json.output.contains("\"\(key)\""), "\(key)")
    }
    let nowhere = try Warsha.run(compare + ["--html", "no/report.html"], in: folder)
    #expect(nowhere.status == 1 && nowhere.errors.contains("no/report.html: cannot be written"))
  }

  @Test func numbersBlankLinesOfComparedFiles() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    try folder.write("a.jsonl", "\n\n{no json\n")
    let compare = ["compare", "a.jsonl", "distances", "--on", "corpus", "--layer", "distances"]
    let run = try Warsha.run(compare, in: folder)
    #expect(run.errors.hasPrefix("error: a.jsonl:3: "), "\(run.errors)")
    #expect(run.status == 1)
  }

  @Test func scoresBySchemeTypeAndDocument() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let words = ["evaluate", "corpus", "--extractors", "distances", "--layer", "distances"]
    let run = try Warsha.run(words + ["--match", "semeval", "--by", "document"], in: folder)
    #expect(run.output.contains("distances  typed      3    0    0    0    0  1.000  1.000  1.000"))
    #expect(run.output.contains("mean over documents") && !run.output.contains("mean over types"))
    let bad = try Warsha.run(words + ["--by", "topic"], in: folder)
    #expect(bad.errors == "error: --by \"topic\" is unknown. It may be type, document.\n")
    #expect(bad.status == 2)
  }

  @Test func listsAndValidatesCorpora() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let run = try Warsha.run(["-c", "corpus list corpus; corpus validate corpus"], in: folder)
    #expect(
      run.output == """
        corpus: 1 document in corpus
        id    date        split  topic  gold  title
        ----  ----------  -----  -----  ----  -----
        race  2024-12-06  dev           yes   race
        corpus: 1 document, no problems

        """)
  }

  @Test func ownCorpusIsSound() throws {
    let run = try Warsha.run(["corpus", "validate"], in: try TemporaryFolder())
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func countsWhatACorpusHolds() throws {
    let folder = try TemporaryFolder()
    try Sample.addCorpus(to: folder)
    let run = try Warsha.run(["corpus", "stats", "corpus", "--types"], in: folder)
    #expect(
      run.output == """
                            dev  all
        ------------------  ---  ---
        documents             1    1
        words                20   20
        distances             3    3
        distances Distance    3    3

        topics: none 1

        """)
    #expect(run.status == 0)
  }

  @Test func writesBratBesideTheText() throws {
    let folder = try Sample.folder()
    let run = try Warsha.run(
      ["extract", "article.txt", "--extractors", "distances", "--format", "brat", "--out", "out"],
      in: folder)
    #expect(run.status == 0)
    #expect(folder.read("out/article.txt") == Sample.article)
    #expect(folder.read("out/article.ann").hasPrefix("T1\tDistance 28 39\t5 كيلومترات\n"))
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let folder = try Sample.folder()
    let command = "\(Warsha.path) extract \(Warsha.checkout)/Corpus --format jsonl | head -c 10"
    let run = try Warsha.run(["-c", "set -o pipefail; " + command], of: "/bin/bash", in: folder)
    #expect(run.output.count == 10)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func exitEndsAScript() throws {
    let folder = try TemporaryFolder()
    try folder.write("script.warsha", "help close\nexit\nnonsense\n")
    #expect(try Warsha.run(["run", "script.warsha"], in: folder).status == 0)
    #expect(try Warsha.run(["-c", "exit; nonsense"], in: folder).status == 0)
  }
}
