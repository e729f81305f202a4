// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Saved runs.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List, show, compare and remove saved runs.",
    discussion: """
      extract and evaluate save a run with --save NAME: the annotations, and hashes of the texts, \
      plugins and tables that they came from. What has not changed since an earlier run is not \
      worked on again. Runs are kept in the SQLite file that WARSHA_RUNS names, else in runs.sqlite \
      of the data folder.

      Examples:
        evaluate --save before
        runs diff before after
        runs blame libya-tripoli-clashes --layer dates
        compare run:before run:after
      """,
    subcommands: [
      ListRuns.self, ShowRun.self, DiffRuns.self, BlameRun.self, RemoveRun.self,
    ], defaultSubcommand: ListRuns.self)

  /// How results are written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }
}

/// Lists the runs.
struct ListRuns: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved runs, the oldest first.",
    discussion: "Example: runs list")

  @Option(help: "table or json.")
  var format: RunsCommand.Format = .table

  func run(in session: Session) throws {
    let runs = try session.workbench.runStore().runs()
    if format == .json { return try session.console.write(json: runs) }
    if runs.isEmpty {
      session.console.remark("no run has been saved yet. Save one: evaluate --save NAME")
      return
    }
    var table = TextTable([
      .init("run", .right), .init("name"), .init("begun"), .init("documents", .right),
      .init("annotations", .right), .init("recalled", .right), .init("extractors"), .init("input"),
    ])
    for run in runs {
      let extractors = run.extractors.filter(\.isWanted).map { "\($0.id) \($0.version)" }
      table.rows.append([
        .init("\(run.number)"), .init(run.name), .init(run.begunLocally),
        .init("\(run.documents.count)\(run.finished == nil ? " (broken off)" : "")"),
        .init("\(run.annotationCount)"), .init("\(run.recalledCount)"),
        .init(extractors.joined(separator: ", ")), .init(run.source),
      ])
    }
    try session.console.write(table.rendered(session.console.style))
  }
}

/// Shows one run.
struct ShowRun: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a run was made with and, by layer, how many annotations it has.",
    discussion: "Example: runs show before")

  @Argument(help: ArgumentHelp("Name or number of a run.", valueName: "run"))
  var name: String

  @Option(help: "table or json.")
  var format: RunsCommand.Format = .table

  func run(in session: Session) throws {
    let saved = try SavedRun(name, in: session.workbench.runStore())
    let run = saved.record
    if format == .json { return try session.console.write(json: run) }
    var fields = TextTable([.init("field"), .init("value")])
    let pairs = run.documents.count * run.extractors.count
    for (name, value) in [
      ("run", run.title), ("begun", run.begunLocally),
      ("ended", run.finished == nil ? "broken off" : "whole"), ("warsha", run.program),
      ("input", run.source), ("documents", "\(run.documents.count)"),
      ("annotations", "\(run.annotationCount)"),
      ("recalled", "\(run.recalledCount) of \(counted(pairs, "pair")) of extractor and document"),
    ] { fields.rows.append([.init(name), .init(value)]) }
    var states = TextTable([.init("extractor"), .init("made with"), .init("SHA-256 or value")])
    for extractor in run.extractors {
      for (place, item) in extractor.state.items.enumerated() {
        let value = item.value.utf8.count == 64 ? String(item.value.prefix(12)) : item.value
        let id = extractor.id + (extractor.isWanted ? "" : " (serves others)")
        states.rows.append([.init(place == 0 ? id : ""), .init(item.name), .init(value)])
      }
    }
    var layers = TextTable([.init("layer"), .init("annotations", .right)])
    var counts: [String: Int] = [:]
    for set in try saved.sets() {
      for annotation in set.annotations { counts[annotation.layer, default: 0] += 1 }
    }
    for (layer, count) in counts.sorted(by: { $0.key < $1.key }) {
      layers.rows.append([.init(layer), .init("\(count)")])
    }
    let style = session.console.style
    try session.console.write(
      [fields, states, layers].map { $0.rendered(style) }.joined(separator: "\n"))
  }
}

/// Removes a run.
struct RemoveRun: Verb {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a run, and what no other run shares with it.",
    discussion: "Example: runs remove 3")

  @Argument(help: ArgumentHelp("Name or number of a run.", valueName: "run"))
  var name: String

  func run(in session: Session) throws {
    let store = try session.workbench.runStore()
    let run = try store.run(name)
    try store.remove(run: run.number)
    try session.console.write("removed run \(run.title)\n")
  }
}

extension RunRecord {
  /// When it was begun, to the minute, in the local time zone.
  var begunLocally: String {
    guard let date = try? Date(started, strategy: .iso8601) else { return started }
    return date.formatted(
      Date.VerbatimFormatStyle(
        format: """
          \(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits) \
          \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
          """, timeZone: .current, calendar: Calendar(identifier: .gregorian)))
  }
}

extension Console {
  /// Writes a value as JSON, keys sorted.
  func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write([UInt8](encoder.encode(value)) + [0x0A])
  }
}
