// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaStore
import WarshaWorkbench

/// What a verb works on and with: inputs, date, extractors.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Text or HTML file, .jsonl file, corpus folder, or - for JSON Lines on standard input; the open article when left out.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Extractors by id, parted by commas; all when left out.", valueName: "ids"))
  var extractors: String?

  @Option(
    help: ArgumentHelp(
      "Date that relative expressions refer to, for documents that have none of their own.",
      valueName: "2024-12-06"))
  var date: String?

  /// The ids asked for, or nil for all.
  var ids: [String]? {
    extractors.flatMap { try? NameList.parse($0, of: "--extractors") }
  }

  func validate() throws {
    if let date, !ISODate.isValid(date) {
      throw ValidationError(
        "--date \"\(date)\" is no date. Write it as 2024-12-06 or 2024-12-06T10:30.")
    }
    if let extractors { _ = try NameList.parse(extractors, of: "--extractors") }
  }

  /// The documents of the inputs, or the open article.
  ///
  /// - Throws: `CommandFailure` of usage when there is neither.
  func documents(in session: Session) throws -> (documents: [Document], problems: [FormatError]) {
    if inputs.isEmpty {
      guard let article = session.workbench.article else {
        throw CommandFailure(
          .usage, "nothing to work on. Name a file or a folder, or open an article first.")
      }
      var document = article.document
      if let date { document.date = date }
      return ([document], [])
    }
    let read = try Inputs.documents(inputs, date: date)
    return (read.documents, read.problems)
  }
}
