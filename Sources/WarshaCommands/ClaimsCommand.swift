// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaWorkbench

/// Lists who says what, in one article or in many, and who contradicts whom.
struct ClaimsCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List who says what, group what says the same, show contradictions.",
    discussion: """
      Names match in parts and however they are spelled. Claims are the same when they speak of one
      distance at one place, or share a place, an actor or a date and half of their words.

      Examples:
        claims
        claims --stance deny --when 2024-12-06
        claims news.jsonl --groups
        claims Corpus --contradictions --format json
      """)

  /// How claims are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("Only claims of a source.", valueName: "text"))
  var source: String?

  @Option(help: "Only claims of a stance: assert, deny, question, call.")
  var stance: String?

  @Option(help: ArgumentHelp("Only claims about an actor.", valueName: "text"))
  var actor: String?

  @Option(help: ArgumentHelp("Only claims about a place.", valueName: "text"))
  var place: String?

  @Option(help: ArgumentHelp("Only claims about a date or its value.", valueName: "value"))
  var when: String?

  @Option(help: ArgumentHelp("Only claims whose content holds a text.", valueName: "text"))
  var about: String?

  @Flag(help: "Group the claims that say the same thing, or deny it, by two sources or more.")
  var groups = false

  @Flag(help: "Only assertions and their denials, in pairs.")
  var contradictions = false

  @Option(help: "table or json (an object a line).")
  var format: Format = .table

  @Option(help: ArgumentHelp("Threads.", valueName: "n"))
  var jobs = 1

  static let stances = ["assert", "deny", "question", "call"]

  func validate() throws {
    if let stance, !Self.stances.contains(stance) {
      throw ValidationError(
        "--stance \"\(stance)\" is none of \(Self.stances.joined(separator: ", ")).")
    }
    if groups && contradictions {
      throw ValidationError("--groups and --contradictions are two views; take one.")
    }
    if !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256, not \(jobs).") }
  }

  func run(in session: Session) throws {
    try input.applySettings(in: session)
    let board = try board(in: session)
    var filter = ClaimFilter()
    (filter.source, filter.stance, filter.actor) = (source, stance, actor)
    (filter.place, filter.date, filter.about) = (place, when, about)
    let writer = ClaimsWriter(console: session.console, format: format)
    // Contradictions and groups are found among all claims: the filter tells which are shown.
    if contradictions {
      let pairs = ClaimGroups(board).contradictions.filter {
        filter.matches(board.entries[$0.claim]) || filter.matches(board.entries[$0.denial])
      }
      return try writer.write(pairs: pairs, of: board)
    }
    if groups {
      let found = ClaimGroups(board).groups.filter { group in
        Set(group.map { board.entries[$0].source }).count > 1
          && group.contains { filter.matches(board.entries[$0]) }
      }
      return try writer.write(groups: found, of: board)
    }
    try writer.write(board.filtered(by: filter))
  }

  /// The claims of the inputs; those of the last `extract` where the open article has them.
  private func board(in session: Session) throws -> ClaimBoard {
    var board = ClaimBoard()
    if input.inputs.isEmpty, input.date == nil, input.extractors == nil,
      let results = session.workbench.article?.results,
      results.annotations.contains(where: { $0.layer == "claims" })
    {
      board.add(results)
      return board
    }
    let (documents, problems) = try input.documents(in: session)
    for problem in problems { session.console.remark("error: \(problem.description)") }
    let (batch, errors) = try Batch.make(session.workbench, extractors: input.ids, jobs: jobs)
    try batch.run(documents, transform: { $0 }) { board.add($0) }
    try session.endIfUnusable(errors, asked: input.ids)
    return board
  }
}
