// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// What new documents of a corpus are given.
struct CorpusEntryOptions: ParsableArguments {
  @Option(help: "Split of the documents: dev or test.")
  var split: String?

  @Option(help: ArgumentHelp("Topic of the documents.", valueName: "topic"))
  var topic: String?

  @Option(help: ArgumentHelp("What the texts may be used for.", valueName: "licence"))
  var licence: String?

  @Flag(help: "Put documents in the place of those of the same id.")
  var replace = false

  /// Members of the index.
  var fields: [(key: String, value: String?)] {
    [("split", split), ("topic", topic), ("licence", licence)]
  }

  /// Writes documents to a corpus: all of them or, when one cannot be added, none.
  func write(
    _ additions: [CorpusWriter.Addition], to folder: String, in session: Session
  ) throws {
    let writer = try CorpusWriter(
      folder: folder, mayReplace: replace, decode: session.workbench.inputs.decode)
    let obstacles = writer.obstacles(to: additions.map(\.document.id)).map(\.description)
    if !obstacles.isEmpty {
      throw CommandFailure(.data, obstacles.joined(separator: "\nerror: ") + "\nNothing was added.")
    }
    for id in try writer.add(additions, fields: fields) {
      session.console.remark(
        "warning: \(folder): \(id) has another text now. Its annotations, which were those of the old "
          + "one, were removed.")
    }
    try session.console.write("\(folder): \(counted(additions.count, "document")) added\n")
  }
}

/// Adds texts.
struct AddToCorpus: Verb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add texts without gold to a corpus, or make one of them.",
    discussion: """
      All are added or, when one cannot be, none. With --replace a text that differs from the old one \
      takes away its annotations, title and date.

      Examples:
        corpus add MyCorpus article.txt --date 2024-12-06 --split dev
        corpus add MyCorpus saved-pages/ news.jsonl
      """)

  @Argument(help: ArgumentHelp("Corpus folder; made when there is none.", valueName: "corpus"))
  var corpus: String

  @Argument(
    help: ArgumentHelp("Texts, saved web pages, .jsonl files or folders.", valueName: "input"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp("Date of documents that were given none.", valueName: "2024-12-06"))
  var date: String?

  @OptionGroup var entry: CorpusEntryOptions

  func validate() throws {
    if let date, !ISODate.isValid(date) {
      throw ValidationError("--date \"\(date)\" is no date. Write it as 2024-12-06.")
    }
  }

  func run(in session: Session) throws {
    let read = try session.workbench.inputs.documents(inputs, date: date)
    for problem in read.problems { session.console.remark("error: \(problem.description)") }
    try entry.write(read.documents.map { CorpusWriter.Addition($0) }, to: corpus, in: session)
    if !read.problems.isEmpty {
      throw CommandFailure(.data, "\(counted(read.problems.count, "line")) left out")
    }
  }
}

/// Adds annotated documents of another tool.
struct ImportIntoCorpus: Verb {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add annotated documents of an exchange format to a corpus, or make one of them.",
    discussion: """
      Examples:
        corpus import MyCorpus project.json --from labelstudio --split test
        corpus import MyCorpus ner.conll --from conll --labels standard
      """)

  @Argument(help: ArgumentHelp("Corpus folder; made when there is none.", valueName: "corpus"))
  var corpus: String

  @Argument(help: ArgumentHelp("File or folder, as for convert.", valueName: "input"))
  var input: String

  @OptionGroup var reading: ExchangeInputOptions

  @OptionGroup var entry: CorpusEntryOptions

  func run(in session: Session) throws {
    let read = try reading.read(input, to: .add, in: session)
    let writer = BratWriter()
    try entry.write(
      read.sets.map { CorpusWriter.Addition($0.document, annotations: writer.text(of: $0)) },
      to: corpus, in: session)
    var losses = LossList()
    for var set in read.sets {
      // The index has the date.
      set.document.date = nil
      losses.add(writer.losses(of: set))
    }
    for line in losses.lines { session.console.remark("warning: brat lacks \(line)") }
    try read.problems.endCommand("the rest was added")
  }
}

/// Writes the gold of a corpus in an exchange format.
struct ExportCorpus: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write texts and gold of a corpus in an exchange format.",
    discussion: """
      What the format cannot hold is told as a warning.

      Examples:
        corpus export Corpus --to webanno --out inception
        corpus export Corpus --split dev --to spacy --labels standard --out train.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var corpus: String?

  @Option(help: "Format to write: any that extract writes.")
  var to: ExtractCommand.Format

  @Option(help: ArgumentHelp("File or folder to write to, as for convert.", valueName: "path"))
  var out: String?

  @Option(help: "Only the documents of one split: dev or test.")
  var split: String?

  @Option(
    help: ArgumentHelp(
      "Names of other tools for labels, as for convert.", valueName: "LOC=Location,…"))
  var labels: String?

  func validate() throws {
    if to == .brat && out == nil {
      throw ValidationError("--to brat writes files: name a folder with --out.")
    }
  }

  func run(in session: Session) throws {
    let map = try labels.map { try LabelOption.map($0, in: session) }
    let gold = try GoldDocuments.load(
      corpus ?? session.workbench.folders.corpus, split: split, in: session)
    gold.report(to: session.console)
    let writer = try ResultWriter(
      format: to, offsets: .codepoint, out: out, documents: gold.documents.count, session: session)
    for document in gold.documents {
      let set = gold.gold[document.id] ?? AnnotationSet(document: document, annotations: [])
      let named = to.hasLabelsOfOthers ? map?.exported(set) ?? set : set
      try writer.write(writer.render(named))
    }
    try writer.finish()
    try gold.checkComplete()
  }
}
