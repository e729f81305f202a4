// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaWorkbench

/// Writes annotations of one format in another.
struct ConvertCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Read annotations in one format and write them in another.",
    discussion: """
      What cannot be read is told with file and line, the rest is written, and the exit status is 1; \
      with --strict nothing is written then. What the format written cannot hold is told as a warning.

      Examples:
        convert Corpus --from brat --to conll --out gold.conll
        convert project.json --from labelstudio --to brat --out annotated
        convert run.jsonl --from jsonl --texts Corpus --to webanno --out inception
        convert ner.conll --from conll --to jsonl --labels MISC=none
        convert Corpus --from brat --to spacy --out train.jsonl --labels standard
      """)

  @Argument(
    help: ArgumentHelp(
      "File, or - for standard input; for brat a corpus, a folder of .txt and .ann, or one .ann; for "
        + "timeml and webanno also a folder of such files.", valueName: "input"))
  var input: String

  @Option(help: "Format of the input: any that extract writes but table.")
  var from: ExtractCommand.Format

  @Option(help: "Format to write: any that extract writes.")
  var to: ExtractCommand.Format

  @Option(
    help: ArgumentHelp(
      "File to write to; a folder for brat, and for several documents of timeml or webanno.",
      valueName: "path"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Texts that belong to the annotations: a corpus, a folder of .txt, a text, or a .jsonl with id "
        + "and text. csv, tsv, geojson and jsonl have none in them; webanno has them but for the "
        + "blanks between sentences.", valueName: "path"))
  var texts: String?

  @Option(
    help: ArgumentHelp(
      "Names of other tools for labels. They become labels when read, and labels become names when "
        + "spacy, doccano, prodigy, conll, iob2, labelstudio or webanno is written. Usual names "
        + "(LOC, GPE, PER, ORG, FAC, DATE, TIME …) are known then: standard is enough for them. "
        + "NAME=none leaves a name out; one that is unknown is a problem.",
      valueName: "LOC=Location,PER=Actor:person"))
  var labels: String?

  @Flag(help: "Write nothing when anything in the input is wrong.")
  var strict = false

  func validate() throws {
    if from == .table { throw ValidationError("--from table cannot be read: it is for the eye.") }
    if to == .brat && out == nil {
      throw ValidationError("--to brat writes files: name a folder with --out.")
    }
    if case .exchange(let format) = from, format.needsTexts, texts == nil {
      throw ValidationError(
        "\(format.rawValue) has offsets and no texts: name the texts with --texts, a corpus, a folder "
          + "of .txt files or a .jsonl file with id and text.")
    }
  }

  func run(in session: Session) throws {
    let map = try labels.map { try LabelOption.map($0, in: session) }
    let inputs = session.workbench.inputs
    var read = try ExchangeInput(
      input, format: from, texts: try texts.map { try ExchangeInput.texts($0, inputs) },
      inputs: inputs)
    if let map { read.rename(with: map) }
    let problems = InputProblems(input, read.problems)
    problems.report(to: session.console)
    if strict { try problems.endCommand("nothing was written, as --strict asks") }
    if read.sets.isEmpty { try problems.endCommand("nothing is left to write") }
    let writer = try ResultWriter(
      format: to, offsets: .codepoint, out: out, documents: read.sets.count, session: session)
    for set in read.sets {
      session.report(
        set.document.diagnostics + set.diagnostics, of: set.document.id, verbose: false)
      try writer.write(writer.render(to.hasLabelsOfOthers ? map?.exported(set) ?? set : set))
    }
    try writer.finish()
    try problems.endCommand("the rest was written")
  }
}
