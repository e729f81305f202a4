// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `gazetteer import`, `list` and `search`, and what the locations extractor does with the result.
@Suite struct GazetteerVerbTests {
  private let folder: TemporaryFolder
  private let data = ".local/share/warsha/gazetteers"

  static let table = """
    name\tvariants\tkind\tcountry\tadmin\tlat\tlon\tpopulation\tid
    زقطوطة\tزقطوطه التحتا\tvillage\tSY\tمحافظة حمص\t34.51\t36.52\t900\tv1
    فنجرايا\t\tcity\tSY\tمحافظة حمص\t34.6\t36.7\t250000\tv2

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("villages.tsv", Self.table)
  }

  private func run(_ words: [String]) throws -> Warsha.Outcome {
    try Warsha.run(words, in: folder)
  }

  @Test func importsListsAndSearches() throws {
    let made = try run(["gazetteer", "import", "villages.tsv"])
    #expect(made.errors == "")
    #expect(made.output.hasPrefix("villages: 2 places, 3 names, "))
    #expect(made.output.hasSuffix("bytes in \(folder.path)/\(data)/villages.gazetteer\n"))
    #expect(made.status == 0)
    let list = try run(["gazetteer", "list"])
    #expect(list.output.contains("villages  yes        2      3"))
    #expect(list.output.contains("villages.tsv"))
    let search = try run(["gazetteer", "search", "وبزقطوطه"])
    #expect(
      search.output == """
        id  match   kind     country    lat    lon  where                      name    admin
        --  ------  -------  -------  -----  -----  -------------------------  ------  ----------
        v1  clitic  village  SY       34.51  36.52  villages (villages.tsv):2  زقطوطة  محافظة حمص

        """)
    #expect(search.status == 0)
  }

  @Test func sameInputGivesTheSameBytes() throws {
    for name in ["a", "b"] {
      _ = try run(["gazetteer", "import", "villages.tsv", "--name", "same", "--out", name])
    }
    let files = ["a", "b"].map { FileManager.default.contents(atPath: "\(folder.path)/\($0)") }
    #expect(files[0] == files[1] && files[0] != nil)
  }

  @Test func searchesOwnTablesAndAnswersInJSON() throws {
    let run = try run(["gazetteer", "search", "وبدمشق", "--format", "json", "--limit", "1"])
    let found = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    #expect(found?.first?["id"] as? String == "sy-damascus")
    #expect(found?.first?["match"] as? String == "clitic")
    #expect(found?.first?["table"] as? String == "syria.tsv")
    #expect(found?.count == 1)
  }

  @Test func offersTheNearestNames() throws {
    let run = try run(["gazetteer", "search", "الاسكندررريه"])
    #expect(run.output == "")
    #expect(run.errors.contains("no place is called \"الاسكندررريه\". Near are "))
    #expect(run.errors.contains("\"الإسكندرية\""))
    #expect(run.status == 1)
  }

  @Test func extractsImportedPlacesUnlessToldNotTo() throws {
    try folder.write("t.txt", "وصل الوفد إلى بلدة زقطوطة ثم زار فنجرايا.")
    func surfaces(_ options: [String]) throws -> [String] {
      let run = try run(
        options + ["extract", "t.txt", "--extractors", "locations", "--format", "jsonl"])
      let line = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let all = line?["annotations"] as? [[String: Any]] ?? []
      return all.map { note in
        let point = (note["attributes"] as? [String: Any])?["lat"].map { "\($0)" } ?? "-"
        return "\(note["text"] ?? "") \(point)"
      }
    }
    let before = try surfaces([])
    _ = try run(["gazetteer", "import", "villages.tsv"])
    #expect(try surfaces([]) == ["زقطوطة 34.51", "فنجرايا 34.6"])
    #expect(try surfaces(["--gazetteer", "villages"]) == ["زقطوطة 34.51", "فنجرايا 34.6"])
    #expect(try surfaces(["--gazetteer", "none"]) == before)
    #expect(!before.contains("فنجرايا 34.6"))
  }

  // MARK: Bad input

  @Test func tellsWhatWasLeftOutAndWhere() throws {
    try folder.write(
      "bad.tsv",
      "name\tlat\tlon\tid\n" + "تل\t36\t37\ta\n" + "تل\t36\t37\ta\n" + "تل\tx\t37\tb\n"
        + (0..<5).map { "Tel\t36\t37\tc\($0)\n" }.joined())
    let some = try run(["gazetteer", "import", "bad.tsv"])
    #expect(
      some.errors == """
        left out, coordinates that are no numbers: 1
          bad.tsv:4: "x", "37" are no degrees north and east
        left out, id given before: 1
          bad.tsv:3: the id "a" was given in line 2
        left out, name not in Arabic letters: 5
          bad.tsv:5: the name "Tel" has no Arabic letter
          bad.tsv:6: the name "Tel" has no Arabic letter
          bad.tsv:7: the name "Tel" has no Arabic letter
          … all of them with -v
        error: 7 lines left out

        """)
    #expect(some.output.hasPrefix("bad: 1 place, 1 name"))
    #expect(some.status == 1)
    let all = try run(["gazetteer", "import", "bad.tsv", "-v"])
    #expect(all.errors.contains("bad.tsv:9: "))
  }

  @Test func keepsTheOldGazetteerWhenNothingCanBeRead() throws {
    _ = try run(["gazetteer", "import", "villages.tsv", "--name", "mine"])
    try folder.write("garbage.txt", (0..<2000).map { "garbage \($0)\n" }.joined())
    for words in [["garbage.txt"], ["garbage.txt", "--format", "geonames"], ["none.txt"]] {
      let run = try run(["gazetteer", "import"] + words + ["--name", "mine"])
      #expect(run.status == 1)
      #expect(run.output == "")
    }
    #expect(try run(["gazetteer", "search", "زقطوطة"]).output.contains("v1"))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(data)")
    #expect(names == ["mine.gazetteer"])
  }

  @Test func saysWhichFileIsDamagedAndWhatToDo() throws {
    _ = try run(["gazetteer", "import", "villages.tsv"])
    let path = "\(folder.path)/\(data)/villages.gazetteer"
    let whole = try #require(FileManager.default.contents(atPath: path))
    try whole.dropLast(100).write(to: URL(fileURLWithPath: path))
    try folder.write("t.txt", "دمشق")
    let extract = try run(["extract", "t.txt", "--extractors", "locations"])
    #expect(extract.status == 3)
    #expect(extract.errors.contains("\(path): is not whole"))
    #expect(extract.errors.contains("Import it again, or take it away."))
    let list = try run(["gazetteer", "list"])
    #expect(list.status == 1)
    #expect(list.errors.contains("villages.gazetteer: is not whole"))
    #expect(try run(["--gazetteer", "none", "extract", "t.txt"]).status == 0)
    let foreign = try run(["--gazetteer", "villages.tsv", "gazetteer", "search", "دمشق"])
    #expect(foreign.errors.contains("villages.tsv: is no gazetteer that Warsha imported"))
    #expect(foreign.status == 1)
  }

  @Test(arguments: [
    (["gazetteer", "import"], "path"), (["gazetteer", "search"], "text"),
    (["gazetteer", "search", " "], "say what to look for"),
    (["gazetteer", "search", "x", "--limit", "0"], "--limit must be"),
    (["gazetteer", "import", "villages.tsv", "--name", "a/b"], "is no name"),
    (["gazetteer", "import", "villages.tsv", "--format", "xml"], "geonames"),
    (["gazetteer", "serach"], "Did you mean \"search\"?"),
    (["extract", "--gazetteer", "x"], "--gazetteer is an option of warsha itself"),
  ])
  func mistakesOfUsage(_ words: [String], _ message: String) throws {
    let run = try run(words)
    #expect(run.errors.contains(message))
    #expect(run.status == 2)
  }

  @Test func saysWhereANamedGazetteerWasLookedFor() throws {
    let run = try run(["--gazetteer", "nowhere", "gazetteer", "list"])
    #expect(run.errors.contains("gazetteer \"nowhere\": not found. Places tried:"))
    #expect(run.status == 1)
  }
}
