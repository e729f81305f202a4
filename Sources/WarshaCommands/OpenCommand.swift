// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaText
import WarshaWorkbench

/// Opens an article, so that verbs without an input work on it.
struct OpenCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open an article for the verbs that follow.",
    discussion: """
      Examples:
        open article.txt --date 2024-12-06
        open page.html
        open Corpus iraq-kirkuk-attack
        open iraq-kirkuk-attack
      """)

  @Argument(
    help: ArgumentHelp(
      "Text, saved web page (.html), .jsonl file, corpus or folder of pages, or the name of a document in Warsha's own corpus.",
      valueName: "input or document"))
  var path: String?

  @Argument(
    help: ArgumentHelp("Which document, where the input holds several.", valueName: "document"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "Date that relative expressions refer to, instead of the document's.", valueName: "2024-12-06"
    ))
  var date: String?

  func validate() throws {
    if let date, !ISODate.isValid(date) {
      throw ValidationError("--date \"\(date)\" is no date. Write it as 2024-12-06.")
    }
  }

  func run(in session: Session) throws {
    guard let named = path else { throw CommandFailure(.usage, Self.whatToOpen(in: session)) }
    let (path, id) = try place(of: named, in: session)
    let read = try session.workbench.inputs.documents([path], date: date)
    if read.documents.isEmpty, let problem = read.problems.first {
      throw CommandFailure(.data, problem.description)
    }
    let ids = read.documents.map(\.id)
    let wanted = id ?? (ids.count == 1 ? ids.first : nil)
    guard let wanted else {
      throw CommandFailure(
        .usage,
        "\(path) holds \(ids.count) documents. Say which, e.g. open \(path) \(ids.first ?? "ID"). "
          + "List them with corpus list \(path).")
    }
    guard var document = read.documents.first(where: { $0.id == wanted }) else {
      throw CommandFailure(
        .data,
        "\(path) has no document \"\(wanted)\"." + Suggestion.sentence(for: wanted, among: ids))
    }
    if let date { document.date = date }
    let article = Article(document)
    session.workbench.article = article
    session.report(document.diagnostics, of: document.id, verbose: true)
    try session.console.write(
      "\(document.id): \(counted(article.analysis.tokenCount, "token")), "
        + "\(counted(article.analysis.sentences.count, "sentence")), "
        + (document.date.map { "date \($0)" } ?? "no date (give one with --date)") + "\n")
  }
}

extension OpenCommand {
  /// Where the document is: a name that is no path is looked for in Warsha's own corpus.
  ///
  /// - Throws: `CommandFailure` when it is neither and resembles a document.
  private func place(
    of named: String, in session: Session
  ) throws -> (path: String, id: String?) {
    let folder = session.workbench.folders.corpus
    if id != nil || Files.isFile(named) || Files.isFolder(named) || named.contains("/") {
      return (named, id)
    }
    let corpus = try? CorpusReader.open(folder, decode: session.workbench.inputs.decode)
    let ids = corpus?.entries.map(\.id) ?? []
    if ids.contains(named) { return (folder, named) }
    let near = Suggestion.sentence(for: named, among: ids)
    if near.isEmpty { return (named, id) }
    throw CommandFailure(.data, "\(named): no such file or document.\(near)")
  }

  /// The answer to `open` alone.
  private static func whatToOpen(in session: Session) -> String {
    let corpus = try? CorpusReader.open(
      session.workbench.folders.corpus, decode: session.workbench.inputs.decode)
    let example = corpus?.entries.first.map { ", or a document of the corpus: open \($0.id)" } ?? ""
    return "say what to open: open article.txt\(example). List these with corpus list."
  }
}

/// Closes the open article.
struct CloseCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the open article.", discussion: "Example: close")

  func run(in session: Session) throws {
    guard session.workbench.article != nil else {
      throw CommandFailure(.usage, "no article is open.")
    }
    session.workbench.article = nil
  }
}
