// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaWorkbench

/// Runs extractors and writes what they find.
struct ExtractCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Run extractors on texts and write their annotations.",
    discussion: """
      Examples:
        extract article.txt --date 2024-12-06
        extract Corpus --extractors dates,distances --format jsonl --out run.jsonl
        extract news.jsonl --format brat --out annotated --jobs 2
        extract page.html --format jsonl --with-text
        extract Corpus --extractors locations --format geojson --out places.geojson
      """)

  /// How annotations are written.
  enum Format: Equatable, Sendable, ExpressibleByArgument {
    case table, jsonl, brat
    case exchange(ExchangeFormat)

    init?(argument: String) {
      switch argument {
      case "table": self = .table
      case "jsonl": self = .jsonl
      case "brat": self = .brat
      default:
        guard let format = ExchangeFormat(rawValue: argument) else { return nil }
        self = .exchange(format)
      }
    }

    /// Whether it is of another tool and says labels in that tool's words.
    var hasLabelsOfOthers: Bool {
      if case .exchange(let format) = self { format.hasLabelsOfOthers } else { false }
    }

    static var allValueStrings: [String] {
      ["table", "jsonl", "brat"] + ExchangeFormat.allCases.map(\.rawValue)
    }
    var defaultValueDescription: String { "table" }
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var saving: SaveOptions

  @Option(
    help: """
      table, jsonl (a document a line), brat (.txt and .ann in the folder of --out), or for other \
      tools csv, tsv, geojson, spacy, doccano, prodigy, conll, iob2, timeml, labelstudio, webanno. What \
      such a format cannot hold is told on standard error.
      """)
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      "File to write to; a folder for brat, and for several documents of timeml or webanno.",
      valueName: "path"))
  var out: String?

  @Option(help: ArgumentHelp("Threads.", valueName: "n"))
  var jobs = 1

  @Option(help: "What offsets of jsonl count: codepoint, utf16 or utf8.")
  var offsets: OffsetUnit = .codepoint

  @Flag(
    help: """
      Add text and title to each line of jsonl: what was taken out of a web page, and a line that \
      can be read as input again.
      """)
  var withText = false

  @Flag(help: "Add to every annotation how it came about.")
  var explain = false

  @Flag(name: .shortAndLong, help: "Tell notes of extractors and decoders too.")
  var verbose = false

  func validate() throws {
    if !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256, not \(jobs).") }
    if format == .brat && out == nil {
      throw ValidationError("--format brat writes files: name a folder with --out.")
    }
    if withText && format != .jsonl {
      throw ValidationError("--with-text adds to lines of jsonl: say --format jsonl.")
    }
  }

  func run(in session: Session) throws {
    try input.applySettings(in: session)
    let (documents, problems) = try input.documents(in: session)
    for problem in problems { session.console.remark("error: \(problem.description)") }
    let (made, errors) = try Batch.make(session.workbench, extractors: input.ids, jobs: jobs)
    session.warnWithoutExtractors()
    var batch = made
    batch.explain = explain
    // Before the output is opened and so emptied: this may fail.
    let recorder = try saving.recorder(
      batch, of: input.inputs.isEmpty ? "the open article" : input.inputs.joined(separator: " "),
      in: session)
    let writer = try ResultWriter(
      format: format, offsets: offsets, withText: withText, out: out, documents: documents.count,
      session: session)
    var last: AnnotationSet?
    var done = 0
    try batch.run(documents, recorder: recorder, transform: writer.render) { result in
      let document = result.set.document
      session.report(
        document.diagnostics + result.set.diagnostics, of: document.id, verbose: verbose)
      try writer.write(result)
      last = result.set
      done += 1
      if session.console.showsProgress && documents.count >= 200 && done % 50 == 0 {
        session.console.remark("\(done) of \(documents.count)")
      }
    }
    try writer.finish()
    try saving.finish(recorder, in: session)
    if input.inputs.isEmpty { session.workbench.article?.results = last }
    if !problems.isEmpty {
      throw CommandFailure(
        .data, "\(problems.count) of \(problems.count + documents.count) lines were left out")
    }
    try session.endIfUnusable(errors, asked: input.ids)
  }
}

extension OffsetUnit: ExpressibleByArgument {}
