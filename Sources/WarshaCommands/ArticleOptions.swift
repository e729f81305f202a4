// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaWorkbench

/// The one article of a verb that explores: the open one, or a file named for this once.
struct ArticleOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "A text or saved web page to look at instead of the open article.", valueName: "path"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "Date that relative expressions refer to.", valueName: "2024-12-06"))
  var date: String?

  func validate() throws {
    if let date, !ISODate.isValid(date) {
      throw ValidationError("--date \"\(date)\" is no date. Write it as 2024-12-06.")
    }
  }

  /// The article.
  ///
  /// - Throws: `CommandFailure` when none is open and none named.
  func article(in session: Session) throws -> Article {
    if let path {
      let read = try session.workbench.inputs.documents([path], date: date)
      if let problem = read.problems.first { throw CommandFailure(.data, problem.description) }
      guard let document = read.documents.first, read.documents.count == 1 else {
        throw CommandFailure(
          .usage, "\(path) holds \(read.documents.count) documents. Name one text.")
      }
      return Article(document)
    }
    guard var article = session.workbench.article else {
      throw CommandFailure(.usage, "no article is open. Name one with --in, or use open first.")
    }
    if let date {
      var document = article.document
      document.date = date
      article = Article(document)
    }
    return article
  }

  /// The article with annotations: those of the last `extract`, or of all extractors now.
  func annotated(
    in session: Session, extractors: [String]? = nil, explain: Bool = false
  ) throws -> AnnotationSet {
    let article = try article(in: session)
    if let results = article.results, !explain, extractors == nil { return results }
    let (made, errors) = try Batch.make(session.workbench, extractors: extractors, jobs: 1)
    session.warn(of: errors, asked: extractors)
    var batch = made
    batch.explain = explain
    let results = batch.annotate(article.document)
    session.report(results.diagnostics, of: article.document.id, verbose: false)
    if path == nil && date == nil { session.workbench.article?.results = results }
    return results
  }
}
