// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaEvaluation
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Compares two runs annotation by annotation.
struct DiffRuns: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List the annotations that a later run gained, lost or changed, and what may be why.",
    discussion: """
      Examples:
        runs diff before after
        runs diff 3 4 --layer dates --limit 0
        runs diff 3 4 --format json
      """)

  @Argument(help: ArgumentHelp("Name or number of the earlier run.", valueName: "run"))
  var earlier: String

  @Argument(help: ArgumentHelp("Name or number of the later run.", valueName: "run"))
  var later: String

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Option(help: ArgumentHelp("Show up to n differences; 0 for all.", valueName: "n"))
  var limit = 50

  @Option(help: "table or json.")
  var format: RunsCommand.Format = .table

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more, not \(limit).") }
  }

  func run(in session: Session) throws {
    let store = try session.workbench.runStore()
    let layers = try layer.map { Set(try NameList.parse($0, of: "--layer")) }
    let diff = try RunDiff(
      from: SavedRun(earlier, in: store), to: SavedRun(later, in: store), layers: layers)
    let lines = diff.documents.flatMap { document in
      document.changes.map { ChangeLine($0, of: document.document) }
    }
    if format == .json {
      return try session.console.write(json: DiffReport(diff, lines))
    }
    var text = "run \(diff.before.title) → run \(diff.after.title)\n"
    for cause in diff.causes {
      text += "  \(cause.extractor): \(cause.words.joined(separator: ", "))\n"
    }
    if diff.causes.isEmpty { text += "  the extractors are the same\n" }
    if !diff.rewritten.isEmpty {
      text +=
        "  not compared, their text or date is another: "
        + diff.rewritten.joined(separator: ", ") + "\n"
    }
    if !diff.missing.isEmpty {
      text += "  in one of the runs only: \(diff.missing.joined(separator: ", "))\n"
    }
    if !diff.unsure.isEmpty {
      text +=
        "  an extractor failed or complained in one of them: "
        + diff.unsure.joined(separator: ", ") + "\n"
    }
    let kinds = AnnotationDiff.Change.Kind.allCases.map { kind in
      "\(lines.count { $0.kind == kind.rawValue }) \(kind.rawValue)"
    }
    text += "\n\(kinds.joined(separator: ", "))\n"
    try session.console.write(text)
    if lines.isEmpty { return }
    let shown = limit == 0 ? lines[...] : lines.prefix(limit)
    try session.console.write("\n" + ChangeLine.table(shown, session.console.style))
    if shown.count < lines.count {
      session.console.remark(
        "\(lines.count - shown.count) more; --limit 0 shows all, --layer some.")
    }
  }

  /// The differences as JSON.
  private struct DiffReport: Encodable {
    struct Cause: Encodable {
      var extractor: String
      var changes: [String]
    }
    var before: String
    var after: String
    var causes: [Cause]
    var rewritten: [String]
    var missing: [String]
    var unsure: [String]
    var changes: [ChangeLine]

    init(_ diff: RunDiff, _ changes: [ChangeLine]) {
      before = diff.before.title
      after = diff.after.title
      causes = diff.causes.map { Cause(extractor: $0.extractor, changes: $0.words) }
      rewritten = diff.rewritten
      missing = diff.missing
      unsure = diff.unsure
      self.changes = changes
    }
  }
}

/// Tells which run an annotation goes back to.
struct BlameRun: Verb {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Tell for each annotation of a document which run brought or took it, and why.",
    discussion: """
      Looks at all saved runs that saw the same text with the same date, the oldest first.

      Examples:
        runs blame libya-tripoli-clashes
        runs blame libya-tripoli-clashes --layer dates --run after --changed
      """)

  @Argument(help: ArgumentHelp("Id of a document.", valueName: "document"))
  var document: String

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "Name or number of a run; the last that has it when left out.", valueName: "run"))
  var name: String?

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Flag(help: "Leave out what the oldest run has already.")
  var changed = false

  @Option(help: "table or json.")
  var format: RunsCommand.Format = .table

  func run(in session: Session) throws {
    let store = try session.workbench.runStore()
    let layers = try layer.map { Set(try NameList.parse($0, of: "--layer")) }
    let blame = try RunBlame(document: document, in: try last(store), of: store)
    let lines = blame.lines.filter { line in
      (layers?.contains(line.annotation.layer) ?? true) && (!changed || line.kind != nil)
    }.map { ChangeLine($0, of: blame.document) }
    if format == .json { return try session.console.write(json: lines) }
    let runs = blame.runs.map(\.title).joined(separator: ", ")
    try session.console.write("\(document) in the runs \(runs)\n\n")
    try session.console.write(ChangeLine.table(lines[...], session.console.style))
  }

  private func last(_ store: RunStore) throws -> SavedRun {
    if let name { return try SavedRun(name, in: store) }
    let runs = try store.runs()
    if let run = runs.last(where: { $0.documents.contains { $0.id == document } }) {
      return SavedRun(run, in: store)
    }
    throw StoreError.noDocument(
      id: document, corpus: "the saved runs",
      near: Suggestion.nearest(
        to: document, among: Set(runs.flatMap { $0.documents.map(\.id) }).sorted()))
  }
}
