// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Mistakes and broken input: one line that says what, where and what to do, and the exit status.
@Suite struct BadInputTests {
  /// A command line, what it says and its status.
  struct Case: Sendable, CustomTestStringConvertible {
    var words: [String]
    var message: String
    var status: Int32
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ status: Int32, _ message: String) {
      self.words = words
      self.message = message
      self.status = status
    }
  }

  static let cases: [Case] = [
    Case(
      ["extract", "artcle.txt"], 1,
      "artcle.txt: no such file or folder. Did you mean \"article.txt\"?"),
    Case(
      ["extract", "corpus/none"], 1,
      "corpus/none: no such file or folder. Nothing in corpus has a similar name."),
    Case(
      ["extract", "article.txt", "--extractors", "distance"], 2,
      "there is no extractor \"distance\". Did you mean \"distances\"?"),
    Case(
      ["extract", "article.txt", "--date", "2024-02-30"], 2,
      "--date \"2024-02-30\" is no date. Write it as 2024-12-06 or 2024-12-06T10:30. "
        + "See help extract."),
    Case(
      ["open", "article.txt", "--date", "yesterday"], 2,
      "--date \"yesterday\" is no date. Write it as 2024-12-06. See help open."),
    Case(
      ["extract", "--extractor", "dates"], 2,
      "unknown option \"--extractor\". Did you mean \"--extractors\"? See help extract."),
    Case(["extract", "--layer", "dates"], 2, "unknown option \"--layer\". See help extract."),
    Case(
      ["extract", "article.txt", "--plugins", "x"], 2,
      "--plugins is an option of warsha itself: write it before the verb, "
        + "warsha --plugins … extract."),
    Case(
      ["--plugin", "x"], 2, "unknown option \"--plugin\". Did you mean \"--plugins\"? See help."),
    Case(
      ["extract", "article.txt", "--format", "xml"], 2,
      "the value \"xml\" is invalid for \"--format <format>\". Please provide one of "
        + "the following: table, jsonl, brat, csv, tsv, geojson, spacy, doccano, prodigy, conll, "
        + "iob2, timeml, labelstudio, webanno. See help extract."),
    Case(["opne"], 2, "there is no verb \"opne\". Did you mean \"open\"? List them with help."),
    Case(
      ["corpus", "validat"], 2,
      "there is no verb \"corpus validat\". Did you mean \"validate\"? It may be add, agreement, export, import, list, stats, validate."
    ),
    Case(
      ["article.txt"], 2,
      "\"article.txt\" is a file. Say what to do with it, e.g. extract article.txt"),
    Case(["extract"], 2, "nothing to work on. Name a file or a folder, or open an article first."),
    Case(["open"], 2, "say what to open: open article.txt, or a document of the corpus: open "),
    Case(
      ["open", "corpus", "rice"], 1,
      "corpus has no document \"rice\". Did you mean \"race\"?"),
    Case(
      ["evaluate", "corpus", "--layer", "date"], 2,
      "there is no layer \"date\". Did you mean \"dates\"?"),
    Case(
      ["evaluate", "corpus", "--fail-below", "dates.f1=1"], 2,
      "no figure \"dates.f1\". Near: dates."),
    Case(
      ["evaluate", "corpus", "--split", "tset"], 2, "corpus has no split \"tset\"; it has dev."),
    Case(
      ["show", "--in", "article.txt", "--sentence", "9"], 2,
      "there is no sentence 9; the article has 3."),
    Case(
      ["why", "T99", "--in", "article.txt"], 1,
      "there is no annotation \"T99\"; the article has T1 to T"),
    Case(["plugins", "load", "./none"], 3, "plugin none: cannot read ./none/manifest.json"),
    Case(["run", "none.warsha"], 1, "none.warsha: no such file or folder."),
    Case(["extract", "article.txt", "--out", "no/where"], 1, "no/where: cannot be written."),
  ]

  @Test(arguments: cases)
  func saysWhatToDoInOneLine(expected: Case) throws {
    let folder = try Sample.folder()
    try Sample.addCorpus(to: folder)
    let run = try Warsha.run(expected.words, in: folder)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix("error: " + expected.message), "\(run.errors)")
    #expect(run.output == "")
    #expect(run.status == expected.status)
  }

  @Test func folderWithoutIndexIsNoCorpus() throws {
    let folder = try Sample.folder()
    for words in [["extract", "."], ["evaluate", "."], ["corpus", "validate", "."]] {
      let run = try Warsha.run(words, in: folder)
      #expect(run.errors.hasPrefix("error: .: no corpus.json, so this is no corpus."))
      #expect(run.errorLines.count == 1)
      #expect(run.status == 1)
    }
  }

  @Test func brokenAnnotationLineIsNamed() throws {
    let folder = try Sample.folder()
    try Sample.addCorpus(to: folder)
    try folder.write("corpus/race.ann", "T1\tDistance 28 39\t5 كيلومترات\nT2\tDistance six\tx\n")
    for words in [["evaluate", "corpus"], ["corpus", "validate", "corpus"]] {
      let run = try Warsha.run(words, in: folder)
      #expect((run.errors + run.output).contains("corpus/race.ann:2: broken line: "))
      #expect(run.status == 1)
    }
    // The text itself is sound.
    #expect(try Warsha.run(["extract", "corpus"], in: folder).status == 0)
  }

  @Test func badPluginCostsItsOwnResultsOnly() throws {
    let folder = try Sample.folder()
    let manifest = try String(
      contentsOfFile: Warsha.checkout + "/Plugins/Distances/manifest.json", encoding: .utf8)
    for name in ["Locations", "Actors", "Distances"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/plugins", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/plugins/\(name)",
        withDestinationPath: "\(Warsha.checkout)/Plugins/\(name)")
    }
    func broken(_ id: String, _ changes: [(String, String)]) -> String {
      changes.reduce(
        manifest.replacingOccurrences(
          of: "\"distances\",\n  \"version", with: "\"\(id)\",\n  \"version")
      ) {
        $0.replacingOccurrences(of: $1.0, with: $1.1)
      }
    }
    let faults: [(String, String, String)] = [
      (
        "wrong-version", broken("wrong-version", [("\"abi\": 1", "\"abi\": 9")]),
        "asks for contract 9, this warsha speaks 1; rebuild the plugin against its header"
      ),
      (
        "no-symbol", broken("no-symbol", [("warsha_plugin_distances", "warsha_plugin_none")]),
        "has no symbol warsha_plugin_none; export it or mend \"entry\" in"
      ),
      (
        "no-library", broken("no-library", [("libWarshaPluginDistances", "libNone")]),
        "libNone.so is not there; tried"
      ),
      ("no-json", "{", "manifest.json: no valid JSON"),
    ]
    for (id, text, message) in faults {
      try folder.write("plugins/Bad/manifest.json", text)
      let run = try Warsha.run(["--plugins", "plugins", "extract", "article.txt"], in: folder)
      #expect(run.output.contains("T1  distances  Distance  5000"), "\(id)")
      #expect(run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.status == 3)
      let session = try Warsha.run(
        ["--plugins", "plugins"],
        input: "open article.txt\nextract\nextract --extractors distances\n", in: folder)
      #expect(session.output.hasSuffix(Sample.table), "the session goes on")
      #expect(session.status == 3)
    }
  }

  @Test func scriptNamesFileAndLine() throws {
    let folder = try Sample.folder()
    try folder.write("script.warsha", "open article.txt\n\nopne x\nclose\n")
    let run = try Warsha.run(["run", "script.warsha"], in: folder)
    #expect(
      run.errors == """
        opne x
        ^~~~
        error: script.warsha:3: there is no verb "opne". Did you mean "open"? List them with help.

        """)
    #expect(run.status == 2)
  }

  @Test func malformedBytesAreReplacedAndTold() throws {
    let folder = try TemporaryFolder()
    try (Data((Sample.article + Sample.article).utf8) + [0xFF, 0xFE] + Data(" 42 كلم".utf8))
      .write(to: URL(fileURLWithPath: folder.path + "/bad.txt"))
    let run = try Warsha.run(["extract", "bad.txt", "--extractors", "distances"], in: folder)
    #expect(run.output.hasPrefix("bad: 7 annotations\n"))
    #expect(run.errors.contains("byte"), "\(run.errors)")
    #expect(run.status == 0)
  }

  @Test func interruptEndsWith130() throws {
    let folder = try Sample.folder()
    let run = try Warsha.run(
      ["bench", "article.txt", "--rounds", "100", "--megabytes", "20"], in: folder,
      interrupting: "best of 100")
    #expect(run.errors == "error: interrupted; what was finished is kept\n")
    #expect(run.status == 130)
  }
}
