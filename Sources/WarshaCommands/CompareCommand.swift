// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaEvaluation
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Sets two or more extractors or saved runs side by side.
struct CompareCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare extractors, versions of one, or saved runs on a corpus, side by side.",
    discussion: """
      A side is an extractor's id; a folder with another version of one (it has a / in it); run:NAME \
      for a saved run; or a .jsonl file that extract wrote.

      Examples:
        compare dates mydates --on Corpus
        compare dates ../old/Plugins/Dates
        compare run:before run:after run:other --cases 20
        compare before.jsonl after.jsonl --on Corpus --layer locations --cases 20
        compare before.jsonl after.jsonl --html report.html
      """)

  @Argument(
    help: ArgumentHelp("Extractors, plugin folders, run:NAME or .jsonl files.", valueName: "side"))
  var sides: [String]

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var corpus: String?

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Option(help: "Only the documents of one split: dev or test.")
  var split: String?

  @Option(
    help: ArgumentHelp("Show up to n cases that one side alone has right or wrong.", valueName: "n")
  )
  var cases = 5

  @Option(help: "table, json, or html: one page with figures, cases and marked texts.")
  var format: EvaluateCommand.Format = .table

  @Option(
    help: ArgumentHelp(
      "Write a page with scores, cases and the marked texts to this file too.", valueName: "file"))
  var html: String?

  func validate() throws {
    if cases < 0 { throw ValidationError("--cases must be 0 or more, not \(cases).") }
    if sides.count < 2 { throw ValidationError("Name two sides or more: compare A B.") }
  }

  func run(in session: Session) throws {
    let asked = try NameList.layers(layer, in: session, others: ["relations"])
    let gold = try GoldDocuments.load(
      corpus ?? session.workbench.folders.corpus, split: split, in: session)
    gold.report(to: session.console)
    var predictions: [Comparer.Prediction] = []
    var layers: Set<String> = []
    for side in sides {
      let sets =
        if side.hasPrefix(Self.runPrefix) {
          Array(
            try gold.predictions(ofRun: String(side.dropFirst(Self.runPrefix.count)), in: session)
              .values)
        } else if side.hasSuffix(".jsonl") {
          try saved(side, gold.documents)
        } else {
          try run(side, gold.documents, session, &layers)
        }
      predictions.append(Comparer.Prediction(name: name(of: side), sets))
    }
    if session.workbench.cancellation.isCancelled { return }
    let comparer = Comparer(
      EvaluationOptions(
        layers: asked ?? (layers.isEmpty ? nil : layers.sorted()),
        classNouns: ClassNouns.load(session.workbench.folders)))
    let comparison = try comparer.compare(
      predictions, gold: gold.documents.compactMap { gold.gold[$0.id] }, groups: gold.groups)
    lazy var page = self.page(comparison, predictions, gold)
    // Before the table: who pipes that into head gets the page whole.
    if let html { try PageFile.write(page, to: html, console: session.console) }
    if format == .html {
      try session.console.write(page)
    } else if format == .json {
      try session.console.write(json: comparison)
    } else {
      let table = ComparisonTable(comparison)
      try session.console.write("\(gold.name): \(counted(gold.documents.count, "document"))\n\n")
      try session.console.write(table.rendered(session.console.style))
      try session.console.write("\n" + table.cases(limit: cases, session.console.style))
    }
    try gold.checkComplete()
  }

  private func page(
    _ comparison: Comparison, _ predictions: [Comparer.Prediction], _ gold: GoldDocuments
  ) -> String {
    let layers = Set(comparison.agreements.flatMap(\.layers).map(\.layer))
    let texts = PageFile.texts(gold, layers: layers, sides: predictions.map(\.sets))
    return ComparisonPage(comparison, title: gold.name, texts: texts).rendered
  }

  private static let runPrefix = "run:"

  private func name(of side: String) -> String {
    sides.filter { $0.hasSuffix(Files.lastComponent(of: side)) }.count > 1
      ? side : Files.lastComponent(of: side)
  }

  private func run(
    _ side: String, _ documents: [Document], _ session: Session, _ layers: inout Set<String>
  ) throws -> [AnnotationSet] {
    var registry = session.workbench.registry
    let id = side.contains("/") ? try registry.replace(with: side) : side
    layers.formUnion(try registry.manifest(of: id).layers)
    let (batch, _) = try Batch.make(session.workbench, registry: registry, extractors: [id])
    var sets: [AnnotationSet] = []
    try batch.run(documents, transform: { $0 }) { sets.append($0) }
    return sets
  }

  private func saved(_ path: String, _ documents: [Document]) throws -> [AnnotationSet] {
    let bytes = try Files.bytes(at: path)
    let byID = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reader = JSONLinesReader(file: path)
    var sets: [AnnotationSet] = []
    for (number, line) in numberedLines(bytes) where !line.isBlank {
      guard let document = byID[try reader.id(line, number: number)] else { continue }
      sets.append(try reader.annotations(line, number: number, document: document))
    }
    return sets
  }
}
