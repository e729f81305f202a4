// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaEvaluation
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Measures how far two annotations of one corpus agree.
struct CorpusAgreement: Verb {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Measure how far the gold of a corpus and another annotation of it agree.",
    discussion: """
      The other annotation is a folder of NAME.ann files; texts are taken from the corpus. Documents \
      without one are left out.

      Examples:
        corpus agreement Corpus Corpus/second-pass
        corpus agreement Corpus Corpus/second-pass --layer claims --cases 20
      """)

  @Argument(help: ArgumentHelp("Corpus folder.", valueName: "corpus"))
  var corpus: String

  @Argument(help: ArgumentHelp("Folder of .ann files.", valueName: "other"))
  var other: String

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Option(help: "Only the documents of one split: dev or test.")
  var split: String?

  @Option(help: ArgumentHelp("Show up to n differences of each kind.", valueName: "n"))
  var cases = 5

  @Option(help: "table, json or html.")
  var format: EvaluateCommand.Format = .table

  func validate() throws {
    if cases < 0 { throw ValidationError("--cases must be 0 or more, not \(cases).") }
  }

  func run(in session: Session) throws {
    let layers = try NameList.layers(layer, in: session, others: ["relations"])
    let gold = try GoldDocuments.load(corpus, split: split, in: session)
    gold.report(to: session.console)
    let names = Set(try Files.names(in: other))
    let (first, second) = (gold.name, Files.lastComponent(of: other))
    var (sets, others): ([AnnotationSet], [AnnotationSet]) = ([], [])
    for document in gold.documents where names.contains(document.id + ".ann") {
      guard let set = gold.gold[document.id] else { continue }
      sets.append(set)
      others.append(
        try AnnotationFiles.annotations(
          at: Files.join(other, document.id + ".ann"), of: document, mode: .strict))
    }
    if sets.isEmpty {
      throw CommandFailure(
        .data, "\(other): has no NAME.ann for a document of \(gold.name) that has gold.")
    }
    let predictions = [
      Comparer.Prediction(name: first, sets), Comparer.Prediction(name: second, others),
    ]
    let comparison = try Comparer(
      EvaluationOptions(
        layers: layers, classNouns: ClassNouns.load(session.workbench.folders))
    ).compare(predictions, gold: [])
    try write(comparison, predictions, sets.map(\.document), to: session.console)
    try gold.checkComplete()
  }

  private func write(
    _ comparison: Comparison, _ predictions: [Comparer.Prediction], _ documents: [Document],
    to console: Console
  ) throws {
    let title = "\(predictions[0].name): \(counted(documents.count, "document"))"
    switch format {
    case .json: try console.write(json: comparison)
    case .html:
      let layers = Set(comparison.agreements.flatMap(\.layers).map(\.layer))
      let texts = documents.map { document in
        MarkedText(
          document, gold: nil,
          sides: predictions.map { PageFile.scored($0.sets[document.id], layers: layers) })
      }
      try console.write(ComparisonPage(comparison, title: title, texts: texts).rendered)
    case .table:
      let table = ComparisonTable(comparison)
      try console.write("\(title)\n\n" + table.rendered(console.style) + "\n")
      try console.write(table.attributes(console.style) + "\n")
      try console.write(table.cases(limit: cases, console.style))
    }
  }
}
