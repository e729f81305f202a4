// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Writes annotations of one format in another.
struct ConvertCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Read annotations in one format and write them in another.",
    discussion: """
      Examples:
        convert Corpus --from brat --to conll --out gold.conll
        convert project.json --from labelstudio --to brat --out annotated
      """)

  @Argument(help: ArgumentHelp("File; for brat the folder of a corpus.", valueName: "in"))
  var input: String

  @Option(help: "Format of the input: brat, spacy, doccano, prodigy, conll, iob2 or labelstudio.")
  var from: ExtractCommand.Format

  @Option(help: "Format to write: any that extract writes.")
  var to: ExtractCommand.Format

  @Option(help: ArgumentHelp("File, or folder for brat, to write to.", valueName: "path"))
  var out: String?

  @Flag(help: "Write what can be read although there are problems.")
  var lenient = false

  func validate() throws {
    if reader == nil && from != .brat {
      throw ValidationError("--from names a format that convert cannot read. See help convert.")
    }
    if to == .brat && out == nil {
      throw ValidationError("--to brat writes files: name a folder with --out.")
    }
  }

  func run(in session: Session) throws {
    let (sets, problems) = try read(in: session)
    for problem in problems { session.console.remark("error: \(problem)") }
    if !problems.isEmpty && !lenient {
      throw CommandFailure(
        .data,
        "\(input): \(counted(problems.count, "problem")), nothing was written. "
          + "--lenient writes the rest.")
    }
    if to == .brat, let twice = Self.repeated(sets.map(\.document.id)) {
      throw CommandFailure(
        .data, "\(input): two documents are named \(twice); brat needs a name for each.")
    }
    let writer = try ResultWriter(format: to, offsets: .codepoint, out: out, session: session)
    for set in sets {
      session.report(set.diagnostics, of: set.document.id, verbose: false)
      try writer.write(writer.render(set))
    }
    try writer.finish()
    if !problems.isEmpty {
      throw CommandFailure(.data, "\(input): \(counted(problems.count, "problem"))")
    }
  }

  private var reader: (any ExchangeReader)? {
    if case .exchange(let format) = from { format.reader } else { nil }
  }

  private func read(
    in session: Session
  ) throws -> (sets: [AnnotationSet], problems: [String]) {
    if let reader {
      let imported = reader.read(
        try Files.bytes(at: input), file: input, lenient ? .lenient : .strict)
      return (imported.sets, imported.problems.map(\.description))
    }
    let gold = try GoldDocuments.load(input, split: nil, in: session)
    let sets = gold.documents.map { document in
      gold.gold[document.id] ?? AnnotationSet(document: document, annotations: [])
    }
    return (sets, gold.problems)
  }

  /// The first name that occurs twice, or nil.
  private static func repeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}
