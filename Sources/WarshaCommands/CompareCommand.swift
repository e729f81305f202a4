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
    abstract: "Compare extractors or saved runs on a corpus, side by side.",
    discussion: """
      A side is an extractor's id or a .jsonl file that extract wrote.

      Examples:
        compare dates mydates --on Corpus
        compare before.jsonl after.jsonl --on Corpus --layer locations --cases 20
        compare before.jsonl after.jsonl --html report.html
      """)

  @Argument(help: ArgumentHelp("Ids of extractors, or .jsonl files.", valueName: "side"))
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

  @Option(help: "table or json.")
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
    let asked = try NameList.layers(layer, in: session)
    let gold = try GoldDocuments.load(
      corpus ?? session.workbench.folders.corpus, split: split, in: session)
    gold.report(to: session.console)
    var predictions: [Comparer.Prediction] = []
    var layers: Set<String> = []
    for side in sides {
      let sets =
        side.hasSuffix(".jsonl")
        ? try saved(side, gold.documents) : try run(side, gold.documents, session, &layers)
      predictions.append(Comparer.Prediction(name: name(of: side), sets))
    }
    if session.workbench.cancellation.isCancelled { return }
    let comparer = Comparer(
      EvaluationOptions(
        layers: asked ?? (layers.isEmpty ? nil : layers.sorted()),
        classNouns: ClassNouns.load(session.workbench.folders)))
    let comparison = try comparer.compare(
      predictions, gold: gold.documents.compactMap { gold.gold[$0.id] }, groups: gold.groups)
    if format == .json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try session.console.write([UInt8](encoder.encode(comparison)) + [0x0A])
    } else {
      let table = ComparisonTable(comparison)
      try session.console.write("\(gold.name): \(counted(gold.documents.count, "document"))\n\n")
      try session.console.write(table.rendered(session.console.style))
      try session.console.write("\n" + table.cases(limit: cases, session.console.style))
    }
    if let html {
      try writePage(comparison, predictions, gold, to: html)
      session.console.remark("wrote \(html)")
    }
    try gold.checkComplete()
  }

  private func writePage(
    _ comparison: Comparison, _ predictions: [Comparer.Prediction], _ gold: GoldDocuments,
    to path: String
  ) throws {
    let layers = Set(comparison.agreements.flatMap(\.layers).map(\.layer))
    func scored(_ set: AnnotationSet?) -> [Annotation] {
      set?.annotations.filter { layers.contains($0.layer) } ?? []
    }
    let texts = gold.documents.map { document in
      MarkedText(
        document, gold: gold.gold[document.id].map(scored),
        sides: predictions.map { scored($0.sets[document.id]) })
    }
    let page = ComparisonPage(comparison, title: gold.name, texts: texts)
    do {
      try Data(page.rendered.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw CommandFailure(.data, "\(path): cannot be written: \(error.localizedDescription)")
    }
  }

  private func name(of side: String) -> String {
    sides.filter { $0.hasSuffix(Files.lastComponent(of: side)) }.count > 1
      ? side : Files.lastComponent(of: side)
  }

  private func run(
    _ id: String, _ documents: [Document], _ session: Session, _ layers: inout Set<String>
  ) throws -> [AnnotationSet] {
    layers.formUnion(try session.workbench.registry.manifest(of: id).layers)
    let (batch, _) = try Batch.make(session.workbench, extractors: [id], jobs: 1)
    var sets: [AnnotationSet] = []
    batch.run(documents, transform: { $0 }) { sets.append($0) }
    return sets
  }

  private func saved(_ path: String, _ documents: [Document]) throws -> [AnnotationSet] {
    let bytes = try Files.bytes(at: path)
    let byID = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reader = JSONLinesReader(file: path)
    var sets: [AnnotationSet] = []
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      guard let document = byID[try reader.id(line, number: index + 1)] else { continue }
      sets.append(try reader.annotations(line, number: index + 1, document: document))
    }
    return sets
  }
}
