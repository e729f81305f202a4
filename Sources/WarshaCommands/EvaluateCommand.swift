// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaEvaluation
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Scores extractors against the gold of a corpus.
struct EvaluateCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score extractors against the gold annotations of a corpus.",
    discussion: """
      Examples:
        evaluate
        evaluate Corpus --layer dates,distances --errors 10
        evaluate Corpus --match semeval --by type
        evaluate Corpus --fail-below dates.strict.f1=0.9
        evaluate Corpus --save before
        evaluate Corpus --run before
      """)

  /// How the report is written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, html }

  @Argument(
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var corpus: String?

  @Option(help: ArgumentHelp("Extractors by id, parted by commas.", valueName: "ids"))
  var extractors: String?

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "Only these schemes, parted by commas: strict, overlap, value; of SemEval-2013 typed, exact, "
        + "partial, type, or semeval for the four.", valueName: "schemes"))
  var match: String?

  @Option(
    help: ArgumentHelp(
      "Show figures by type or by document, parted by commas, and their mean.", valueName: "parts"))
  var by: String?

  @Option(help: "Only the documents of one split: dev or test.")
  var split: String?

  @Option(help: ArgumentHelp("Show up to n errors of each layer and kind.", valueName: "n"))
  var errors = 0

  @Flag(help: "Show figures by type and by document.")
  var details = false

  @Option(help: "table, json, or html: one page with figures, errors and marked texts.")
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      "Bounds; a figure below one ends with status 1.", valueName: "locations.strict.f1=0.9,…"))
  var failBelow: String?

  @OptionGroup var saving: SaveOptions

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "Score this saved run, by name or number, instead of running extractors.", valueName: "run"))
  var savedRun: String?

  @Option(help: ArgumentHelp("Threads.", valueName: "n"))
  var jobs = 1

  func validate() throws {
    if !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256, not \(jobs).") }
    if savedRun != nil && (saving.save != nil || extractors != nil) {
      throw ValidationError("--run scores what is saved: leave out --save and --extractors.")
    }
    if errors < 0 { throw ValidationError("--errors must be 0 or more, not \(errors).") }
  }

  func run(in session: Session) throws {
    let ids = try extractors.map { try NameList.parse($0, of: "--extractors") }
    let layers = try NameList.layers(layer, in: session, others: ["relations"])
    let parts = try parts()
    _ = try schemes()
    let bounds = try failBelow.map { try Threshold.parse($0) } ?? []
    let gold = try GoldDocuments.load(
      corpus ?? session.workbench.folders.corpus, split: split, in: session)
    gold.report(to: session.console)
    let (predicted, problems) =
      if let savedRun {
        (try gold.predictions(ofRun: savedRun, in: session), [PluginError]())
      } else {
        try predictions(ids, on: gold, in: session)
      }
    if session.workbench.cancellation.isCancelled { return }
    let evaluator = Evaluator(
      EvaluationOptions(
        layers: layers,
        classNouns: ClassNouns.load(session.workbench.folders)))
    let report = try evaluator.report(
      on: gold.name, gold.cases(predicted: predicted))
    // Before anything is written: a figure that does not exist is a mistake in the command line.
    let failures = try Threshold.failures(bounds, in: report)
    if format == .html {
      let layers = Set(report.all.layers.map(\.layer))
      let page = EvaluationPage(
        report,
        name: savedRun.map { "run \($0)" } ?? ids?.joined(separator: ", ") ?? "all extractors",
        texts: PageFile.texts(gold, layers: layers, sides: [predicted]))
      try session.console.write(page.rendered)
    } else {
      try write(report, parts, to: session.console)
    }
    try session.endIfUnusable(problems, asked: ids)
    if !failures.isEmpty {
      throw CommandFailure(.data, failures.map(\.description).joined(separator: "\nerror: "))
    }
    try gold.checkComplete()
  }

  private func predictions(
    _ ids: [String]?, on gold: GoldDocuments, in session: Session
  ) throws -> ([String: AnnotationSet], [PluginError]) {
    let (batch, problems) = try Batch.make(session.workbench, extractors: ids, jobs: jobs)
    let recorder = try saving.recorder(batch, of: gold.folder, in: session)
    var predicted: [String: AnnotationSet] = [:]
    try batch.run(gold.documents, recorder: recorder, transform: { $0 }) { set in
      session.report(set.diagnostics, of: set.document.id, verbose: false)
      predicted[set.document.id] = set
    }
    try saving.finish(recorder, in: session)
    return (predicted, problems)
  }

  private func write(
    _ report: EvaluationReport, _ parts: Set<ScoreTable.Part>, to console: Console
  ) throws {
    if format == .json {
      try console.write(json: report)
      return
    }
    let (counted, outcomes) = try schemes()
    let table = ScoreTable(report, schemes: counted)
    var pages = [table.summary]
    if counted?.isEmpty != true { pages.append(table.rendered(console.style)) }
    pages.append(table.outcomes(outcomes, byType: parts.contains(.type), console.style))
    if !parts.isEmpty { pages.append(table.details(by: parts, console.style)) }
    if errors > 0 { pages.append(table.mistakes(console.style)) }
    if errors > 0 { pages.append(table.errors(limit: errors, console.style)) }
    try console.write(pages.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// What `--by` names; both with `--details`.
  private func parts() throws -> Set<ScoreTable.Part> {
    var parts = Set(details ? ScoreTable.Part.allCases : [])
    for name in (by ?? "").split(separator: ",") {
      guard let part = ScoreTable.Part(rawValue: String(name)) else {
        throw CommandFailure(.usage, "--by \"\(name)\" is unknown. It may be type, document.")
      }
      parts.insert(part)
    }
    return parts
  }

  /// The counts and the schemes of SemEval-2013 to show; all counts when `--match` is left out.
  private func schemes() throws -> (Set<String>?, Set<SpanScheme>) {
    guard let match else { return (nil, []) }
    var names: Set<String> = []
    var outcomes: Set<SpanScheme> = []
    for name in match.split(separator: ",").map(String.init) {
      switch name {
      case "strict": names.formUnion(["strict", "claim_strict", "cue_strict"])
      case "overlap": names.formUnion(["overlap", "claim", "cue_overlap"])
      case "value": names.insert("end_to_end")
      case "semeval": outcomes.formUnion(SpanScheme.allCases)
      default:
        guard let scheme = SpanScheme(rawValue: name) else {
          throw CommandFailure(
            .usage,
            "--match \"\(name)\" is unknown. It may be strict, overlap, value, "
              + SpanScheme.allCases.map(\.rawValue).joined(separator: ", ") + ", semeval.")
        }
        outcomes.insert(scheme)
      }
    }
    return (names, outcomes)
  }
}
