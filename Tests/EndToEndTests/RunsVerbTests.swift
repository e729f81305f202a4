// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `--save`, `runs` and saved runs in `evaluate` and `compare`.
@Suite struct RunsVerbTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("tower.txt", "ارتفاع المئذنة 40 مترا، وهي على بعد 5 كيلومترات من حمص.\n")
  }

  private func run(_ words: String...) throws -> Warsha.Outcome {
    try Warsha.run(words, in: folder)
  }

  /// Copies of the plugins that lengths need, without a row in the table of lengths.
  private func pluginsWithout(_ row: String) throws -> String {
    let files = FileManager.default
    for plugin in ["Actors", "Locations", "Distances"] {
      try files.createDirectory(
        atPath: "\(folder.path)/plugins/\(plugin)", withIntermediateDirectories: true)
      for name in ["manifest.json", "Data"] {
        try files.copyItem(
          atPath: "\(Warsha.checkout)/Plugins/\(plugin)/\(name)",
          toPath: "\(folder.path)/plugins/\(plugin)/\(name)")
      }
    }
    let path = "plugins/Distances/Data/words.tsv"
    let table = try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    try folder.write(path, table.replacingOccurrences(of: "\n\(row)\n", with: "\n"))
    return "\(folder.path)/plugins"
  }

  private func extract(_ name: String, plugins: String? = nil) throws -> Warsha.Outcome {
    try Warsha.run(
      (plugins.map { ["--plugins", $0] } ?? []) + [
        "extract", "tower.txt", "--extractors", "distances", "--format", "jsonl", "--save", name,
      ], in: folder)
  }

  @Test func anUnchangedRunComesFromTheOneBefore() throws {
    let first = try extract("first")
    #expect(first.errors == "saved run 1 (first): 0 of 3 results were there already\n")
    let second = try extract("second")
    #expect(second.errors == "saved run 2 (second): 3 of 3 results were there already\n")
    #expect(second.output == first.output)
    #expect(second.output.contains("\"metres\":5000"))
  }

  /// Others read the layer of an extractor that fails: what they find then must not be kept as if it
  /// had not failed.
  @Test func aFailureDoesNotSpoilLaterRuns() throws {
    try folder.write("tower.txt", "قال الجيش السوري إن البرج على بعد 5 كيلومترات من حمص.\n")
    let plugins = try pluginsWithout("")
    let path = "plugins/Actors/manifest.json"
    let manifest = try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    try folder.write(path, manifest.replacingOccurrences(of: "\"Actor\"", with: "\"Akteur\""))
    let broken = try extract("broken", plugins: plugins)
    #expect(broken.status == 3)
    try folder.write(path, manifest)
    let healed = try extract("healed", plugins: plugins)
    #expect(healed.errors == "saved run 2 (healed): 0 of 3 results were there already\n")
    #expect(healed.output == (try extract("again", plugins: plugins)).output)
    let diff = try run("runs", "diff", "broken", "healed")
    #expect(diff.output.contains("actors: manifest changed"))
    #expect(diff.output.contains("an extractor failed or complained in one of them: tower"))
  }

  @Test func diffAndBlameNameTheTableThatChanged() throws {
    _ = try extract("before")
    let plugins = try pluginsWithout("ارتفاع\tkind:height")
    let later = try extract("after", plugins: plugins)
    #expect(later.errors == "saved run 2 (after): 2 of 3 results were there already\n")
    let diff = try run("runs", "diff", "before", "after")
    #expect(
      diff.output
        == """
        run 1 (before) → run 2 (after)
          distances: table Data/words.tsv changed

        0 gained, 0 lost, 0 moved, 1 changed

        what     layer      type      document   span  text     details
        -------  ---------  --------  --------  -----  -------  --------------------
        changed  distances  Distance  tower     15-22  40 مترا  kind: height is gone

        """)
    let blame = try run("runs", "blame", "tower", "--changed")
    #expect(blame.output.contains("distances: table Data/words.tsv changed"))
    #expect(blame.output.contains("2 (after)  changed  distances"))
  }

  @Test func listsShowsAndRemoves() throws {
    #expect(
      try run("runs").errors
        == "no run has been saved yet. Save one: evaluate --save NAME\n")
    _ = try extract("one")
    let list = try run("runs", "list", "--format", "json")
    let runs = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]]
    #expect(runs?.first?["name"] as? String == "one")
    #expect(runs?.first?["annotationCount"] as? Int == 2)
    let show = try run("runs", "show", "one")
    #expect(show.output.contains("table knowledge/units.tsv"))
    #expect(show.output.contains("distances            2"))
    #expect(try run("runs", "remove", "1").output == "removed run 1 (one)\n")
    let gone = try run("runs", "show", "one")
    #expect(gone.errors == "error: no saved run \"one\". List them with runs list.\n")
    #expect(gone.status == 1)
  }

  @Test func savedRunsAreScoredAndCompared() throws {
    try Sample.addCorpus(to: folder)
    let direct = try run("evaluate", "corpus", "--extractors", "distances", "--save", "a")
    let saved = try run("evaluate", "corpus", "--run", "a")
    #expect(saved.output == direct.output)
    #expect(saved.errors == "")
    _ = try run("evaluate", "corpus", "--extractors", "dates", "--save", "b.jsonl")
    let compared = try run(
      "compare", "run:a", "run:b.jsonl", "--on", "corpus", "--layer", "distances", "--format",
      "json")
    #expect(compared.status == 0)
    let report = try JSONSerialization.jsonObject(with: Data(compared.output.utf8))
    let rows = (report as? [String: Any])?["rows"] as? [[String: Any]]
    let counts = rows?.first?["counts"] as? [[String: Any]]
    #expect(counts?.map { $0["matched"] as? Int } == [3, 0])
    try folder.write("corpus/race.txt", Sample.article + " ")
    let changed = try run("evaluate", "corpus", "--run", "a")
    #expect(
      changed.errors == """
        error: text or date of race is not that of run 1 (a): its spans would be off. Run the \
        extractors again with --save.

        """)
    #expect(changed.status == 1)
  }

  @Test func anotherVersionOfAnExtractorIsComparedByItsFolder() throws {
    try Sample.addCorpus(to: folder)
    let files = FileManager.default
    let own = "\(folder.path)/old/Plugins/Dates"
    try files.createDirectory(atPath: own, withIntermediateDirectories: true)
    for name in ["manifest.json", "Data"] {
      try files.copyItem(
        atPath: "\(Warsha.checkout)/Plugins/Dates/\(name)", toPath: "\(own)/\(name)")
    }
    let library = "libWarshaPluginDates.so"
    try files.copyItem(
      atPath: URL(fileURLWithPath: Warsha.path).deletingLastPathComponent().path + "/" + library,
      toPath: "\(own)/\(library)")
    let table = try String(contentsOfFile: "\(own)/Data/words.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("ساعة\tunit") }
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(
      to: URL(fileURLWithPath: "\(own)/Data/words.tsv"))
    let compared = try run(
      "compare", "dates", "old/Plugins/Dates", "--on", "corpus", "--layer", "dates")
    #expect(compared.output.contains("Dates alone right") == false)
    #expect(compared.output.contains("dates alone wrong: 1"))
    #expect(compared.output.contains("[نصف ساعة]"))
    #expect(compared.errors == "")
    #expect(compared.status == 0)
  }

  @Test func severalProcessesMayBeginAtOnce() throws {
    let outcomes = Outcomes()
    nonisolated(unsafe) let folder = folder
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      let run = try? Warsha.run(
        ["extract", "tower.txt", "--extractors", "dates", "--save", "at-once"], in: folder)
      outcomes.add(run?.status)
    }
    #expect(outcomes.statuses == [0, 0, 0, 0])
  }

  @Test func aNameThatCouldBeANumberIsRefused() throws {
    let run = try run("extract", "tower.txt", "--save", "7")
    #expect(run.errors.contains("--save 7 is a number, which runs have anyway. Give it a name."))
    #expect(run.status == 2)
  }
}

/// Exit statuses of several threads.
private final class Outcomes: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var statuses: [Int32?] = []
  func add(_ status: Int32?) { lock.withLock { statuses.append(status) } }
}
