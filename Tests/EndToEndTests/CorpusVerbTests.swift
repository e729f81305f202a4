// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `corpus add`, `import`, `export` and `agreement`.
@Suite struct CorpusVerbTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try Sample.folder()
    try Sample.addCorpus(to: folder)
  }

  private func run(_ words: String...) throws -> Warsha.Outcome {
    try Warsha.run(words, in: folder)
  }

  private func contents(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(folder.path)/\(name)") ?? Data(),
      as: UTF8.self)
  }

  @Test func addsTextsToACorpusThatItMakes() throws {
    let made = try run(
      "corpus", "add", "mine", "article.txt", "--date", "2024-12-06", "--split", "dev", "--licence",
      "CC0")
    #expect(made.output == "mine: 1 document added\n")
    #expect(
      contents("mine/corpus.json") == """
        [
         {
          "id": "article",
          "date": "2024-12-06",
          "split": "dev",
          "licence": "CC0"
         }
        ]

        """)
    #expect(contents("mine/article.txt") == Sample.article)
  }

  @Test func refusesAnIdThatIsThereAndChangesNothing() throws {
    _ = try run("corpus", "add", "mine", "article.txt")
    try folder.write(
      "news.jsonl", "{\"id\":\"new\",\"text\":\"x\"}\n{\"id\":\"article\",\"text\":\"y\"}\n")
    let again = try run("corpus", "add", "mine", "news.jsonl")
    #expect(
      again.errors == """
        error: mine has a document "article" already. Give the new one another id, or put it in the \
        place of the old one with --replace.
        Nothing was added.

        """)
    #expect(again.status == 1)
    #expect(contents("mine/new.txt") == "")
    try folder.write("twice.jsonl", "{\"id\":\"new\",\"text\":\"x\"}\n")
    let index = contents("mine/corpus.json")
    let twice = try run("corpus", "add", "mine", "twice.jsonl", "news.jsonl", "--replace")
    #expect(
      twice.errors == """
        error: twice.jsonl and news.jsonl both have a document "new". Give each document an id of its \
        own, or work on one input at a time.

        """)
    #expect(twice.status == 1 && contents("mine/corpus.json") == index)
    #expect(contents("mine/new.txt") == "")
  }

  @Test func anotherTextTakesItsGoldAway() throws {
    try folder.write("race.txt", "y")
    let run = try run("corpus", "add", "corpus", "race.txt", "--replace")
    #expect(run.output == "corpus: 1 document added\n" && run.status == 0)
    #expect(
      run.errors == """
        warning: corpus: race has another text now. Its annotations, which were those of the old one, \
        were removed.

        """)
    #expect(contents("corpus/race.txt") == "y")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/corpus/race.ann"))
    #expect(!contents("corpus/corpus.json").contains("2024"))
  }

  @Test func whatIsExportedComesBack() throws {
    let out = try run("corpus", "export", "corpus", "--to", "webanno", "--out", "race.tsv")
    #expect(out.status == 0)
    let back = try run(
      "corpus", "import", "copy", "race.tsv", "--from", "webanno", "--texts", "corpus")
    #expect(back.output == "copy: 1 document added\n")
    let agreement = try run("corpus", "agreement", "corpus", "copy", "--layer", "distances")
    #expect(agreement.output.hasPrefix("corpus: 1 document\n"))
    #expect(agreement.output.contains("corpus ~ copy  distances  end_to_end     3  1.000"))
    #expect(agreement.status == 0)
  }

  @Test func importTellsWhatIsLost() throws {
    _ = try run(
      "extract", "corpus", "--extractors", "distances", "--format", "jsonl", "--out", "run.jsonl")
    let made = try run(
      "corpus", "import", "copy", "run.jsonl", "--from", "jsonl", "--texts", "corpus")
    #expect(made.output == "copy: 1 document added\n" && made.status == 0)
    #expect(made.errors.contains("warning: brat lacks 3 names of extractor and rule: "))
    #expect(!made.errors.contains("dates of documents"), "the index has them")
    #expect(contents("copy/corpus.json").contains("\"date\": \"2024-12-06\""))
  }

  @Test(arguments: ["convert", "corpus import copy"])
  func readersAskForWhatTheyNeed(verb: String) throws {
    let words = verb.split(separator: " ").map(String.init) + ["corpus"]
    let more = verb == "convert" ? ["--to", "jsonl"] : []
    let bare = try Warsha.run(words + ["--from", "csv"] + more, in: folder)
    #expect(bare.status == 2)
    #expect(
      bare.errors.hasPrefix("error: csv has offsets and no texts: name the texts with --texts, "))
    let table = try Warsha.run(words + ["--from", "table"] + more, in: folder)
    #expect(table.status == 2 && table.errors.contains("of the following: jsonl, brat, csv,"))
  }

  @Test func agreementTellsWhatDiffers() throws {
    try folder.write(
      "second/race.ann",
      """
      T1\tDistance 28 39\t5 كيلومترات
      #1\tAnnotatorNotes T1\ttype=Distance; metres=5; unit=kilometer
      T2\tDistance 60 68\tمئتي متر
      #2\tAnnotatorNotes T2\ttype=Distance; metres=200; unit=meter

      """)
    let run = try run("corpus", "agreement", "corpus", "second", "--layer", "distances")
    #expect(run.output.contains("corpus ~ second  distances  strict         2  0.800"))
    #expect(run.output.contains("corpus only here (not in second): 1"))
    #expect(run.output.contains("corpus ~ second marked differently: 1"))
    let page = try Warsha.run(
      [
        "corpus", "agreement", "corpus", "second", "--layer", "dates", "--format", "html",
      ], in: folder)
    #expect(page.output.contains("<h2>Texts</h2>") && !page.output.contains("<mark"))
    let none = try Warsha.run(["corpus", "agreement", "corpus", "."], in: folder)
    #expect(none.errors == "error: .: has no NAME.ann for a document of corpus that has gold.\n")
    #expect(none.status == 1)
  }
}
