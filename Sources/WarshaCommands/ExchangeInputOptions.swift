// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaWorkbench

/// How `convert` and `corpus import` read annotations.
struct ExchangeInputOptions: ParsableArguments {
  /// A format that can be read.
  struct Format: ExpressibleByArgument {
    let format: ExtractCommand.Format

    init?(argument: String) {
      // A table is for the eye.
      guard let format = ExtractCommand.Format(argument: argument), format != .table else {
        return nil
      }
      self.format = format
    }

    static var allValueStrings: [String] {
      ExtractCommand.Format.allValueStrings.filter { Format(argument: $0) != nil }
    }
  }

  /// What is done with the documents, as messages say it.
  enum Purpose: String {
    case write, add

    var participle: String { self == .write ? "written" : "added" }
  }

  /// The documents, and what else the command needs to go on.
  struct Reading {
    var sets: [AnnotationSet]
    /// Told already; the command ends with them.
    var problems: InputProblems
    /// The map of `--labels`.
    var labels: LabelMap?
  }

  @Option(help: "Format of the input: any that extract writes but table.")
  var from: Format

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
    if case .exchange(let format) = from.format, format.needsTexts, texts == nil {
      throw ValidationError(
        "\(format.rawValue) has offsets and no texts: name the texts with --texts, a corpus, a folder "
          + "of .txt files or a .jsonl file with id and text.")
    }
  }

  /// Reads the input and tells what is wrong with it.
  ///
  /// - Throws: `CommandFailure` when nothing is left, or with `--strict` when anything is wrong;
  ///   `StoreError` when there is nothing to read at all.
  func read(_ input: String, to purpose: Purpose, in session: Session) throws -> Reading {
    let map = try labels.map { try LabelOption.map($0, in: session) }
    let inputs = session.workbench.inputs
    var read = try ExchangeInput(
      input, format: from.format, texts: try texts.map { try ExchangeInput.texts($0, inputs) },
      inputs: inputs)
    if let map { read.rename(with: map) }
    let problems = InputProblems(input, read.problems)
    problems.report(to: session.console)
    if strict {
      try problems.endCommand("nothing was \(purpose.participle), as --strict asks")
    }
    if read.sets.isEmpty { try problems.endCommand("nothing is left to \(purpose.rawValue)") }
    for set in read.sets {
      session.report(
        set.document.diagnostics + set.diagnostics, of: set.document.id, verbose: false)
    }
    return Reading(sets: read.sets, problems: problems, labels: map)
  }
}
