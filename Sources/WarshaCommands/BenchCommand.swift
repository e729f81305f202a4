// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaKnowledge
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Measures throughput.
struct BenchCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the throughput of the text core and of each extractor on one core.",
    discussion: """
      Best of the rounds; the ratio is against ICU's word break loop on the same text in the same run.

      Examples:
        bench
        bench news.jsonl --extractors dates,distances --megabytes 20
        bench --lookup
      """)

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("Repeat the input to this size.", valueName: "n"))
  var megabytes: Double = 4

  @Option(help: ArgumentHelp("Rounds; the best counts.", valueName: "n"))
  var rounds = 3

  @Flag(
    help:
      "Measure look-ups of place names at every token instead: own tables, then imported ones too.")
  var lookup = false

  func validate() throws {
    if !(0.001...1000).contains(megabytes) {
      throw ValidationError("--megabytes must be 0.001 to 1000.")
    }
    if !(1...100).contains(rounds) { throw ValidationError("--rounds must be 1 to 100.") }
  }

  func run(in session: Session) throws {
    try input.applySettings(in: session)
    var input = input
    if input.inputs.isEmpty && session.workbench.article == nil {
      input.inputs = [session.workbench.folders.corpus]
    }
    let documents = try input.documents(in: session).documents
    if documents.isEmpty { throw CommandFailure(.data, "there is no text to measure on.") }
    if lookup { return try lookUp(documents, session) }
    let (pipeline, errors) = try session.workbench.registry.pipeline(of: input.ids)
    session.warn(of: errors, asked: input.ids)
    let bench = Benchmark(documents, megabytes: megabytes, rounds: rounds)
    try session.console.write(
      "\(bench.extent.bytes) bytes in \(counted(bench.extent.documents, "document")), best of \(rounds)\n"
    )
    var table = TextTable([
      .init("what"), .init("MB/s", .right), .init("× ICU words", .right),
    ])
    try bench.run(pipeline, cancellation: session.workbench.cancellation) { figure in
      table.rows.append([
        .init(figure.name), .init(ScoreTable.number(figure.megabytesPerSecond, places: 1)),
        .init(ScoreTable.number(figure.ratio, places: 2)),
      ])
    }
    if table.rows.isEmpty { return }  // interrupted
    try session.console.write(table.rendered(session.console.style))
  }

  private func lookUp(_ documents: [Document], _ session: Session) throws {
    let bench = LookupBenchmark(documents, megabytes: megabytes, rounds: rounds)
    let desk = GazetteerDesk(session.workbench.folders)
    var table = TextTable([
      .init("gazetteer"), .init("names", .right), .init("found", .right), .init("MB/s", .right),
    ])
    var gazetteers = [("own tables", try desk.gazetteer(imported: false))]
    if !session.workbench.folders.gazetteers.paths.isEmpty {
      gazetteers.append(("own tables and imported", try desk.gazetteer()))
    }
    for (name, gazetteer) in gazetteers {
      let figure = bench.run(gazetteer, cancellation: session.cancellation)
      if session.cancellation.isCancelled { return }
      table.rows.append([
        .init(name), .init("\(gazetteer.names.count)"), .init("\(figure.found)"),
        .init(ScoreTable.number(figure.megabytesPerSecond, places: 1)),
      ])
    }
    try session.console.write(table.rendered(session.console.style))
  }
}
