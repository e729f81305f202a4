// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Corpora: what there is, how much of it, whether it is sound.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "List, make, count and validate annotated corpora, and measure agreement about them.",
    discussion: """
      Examples:
        corpus list
        corpus stats
        corpus validate Corpus
        corpus agreement Corpus Corpus/second-pass
        corpus add MyCorpus article.txt --date 2024-12-06
      """,
    subcommands: [
      ListCorpus.self, AddToCorpus.self, ImportIntoCorpus.self, ExportCorpus.self,
      CorpusStats.self, ValidateCorpus.self, CorpusAgreement.self,
    ],
    defaultSubcommand: ListCorpus.self)
}

/// Lists the documents of a corpus.
struct ListCorpus: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents of a corpus.",
    discussion: "Example: corpus list Corpus")

  @Argument(
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var folder: String?

  func run(in session: Session) throws {
    let folder = folder ?? session.workbench.folders.corpus
    let corpus = try CorpusReader.open(folder, decode: session.workbench.inputs.decode)
    var table = TextTable([
      .init("id"), .init("date"), .init("split"), .init("topic"), .init("gold"), .init("title"),
    ])
    for entry in corpus.entries {
      table.rows.append([
        .init(entry.id), .init(entry.record.date ?? ""), .init(entry.record.split ?? ""),
        .init(entry.record.topic ?? ""), .init(entry.annotationPath == nil ? "no" : "yes"),
        .init(entry.record.title ?? ""),
      ])
    }
    try session.console.write(
      "\(corpus.name): \(counted(corpus.entries.count, "document")) in \(folder)\n")
    try session.console.write(table.rendered(session.console.style))
  }
}

/// Checks a corpus.
struct ValidateCorpus: Verb {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check texts, offsets, labels, attributes and index of a corpus.",
    discussion: "Example: corpus validate Corpus")

  @Argument(
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var folder: String?

  func run(in session: Session) throws {
    let folder = folder ?? session.workbench.folders.corpus
    let problems = try CorpusValidator.problems(in: folder, decode: session.workbench.inputs.decode)
    for problem in problems { try session.console.write("\(problem)\n") }
    if !problems.isEmpty {
      throw CommandFailure(.data, "\(folder): \(counted(problems.count, "problem"))")
    }
    let corpus = try CorpusReader.open(folder, decode: session.workbench.inputs.decode)
    try session.console.write(
      "\(folder): \(counted(corpus.entries.count, "document")), no problems\n")
  }
}
