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

  @OptionGroup var reading: ExchangeInputOptions

  @Option(help: "Format to write: any that extract writes.")
  var to: ExtractCommand.Format

  @Option(
    help: ArgumentHelp(
      "File to write to; a folder for brat, and for several documents of timeml or webanno.",
      valueName: "path"))
  var out: String?

  func validate() throws {
    if to == .brat && out == nil {
      throw ValidationError("--to brat writes files: name a folder with --out.")
    }
  }

  func run(in session: Session) throws {
    let read = try reading.read(input, to: .write, in: session)
    let writer = try ResultWriter(
      format: to, offsets: .codepoint, out: out, documents: read.sets.count, session: session)
    for set in read.sets {
      let named = to.hasLabelsOfOthers ? read.labels?.exported(set) ?? set : set
      try writer.write(writer.render(named))
    }
    try writer.finish()
    try read.problems.endCommand("the rest was written")
  }
}
