// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaWorkbench

/// What a verb works on and with: inputs, date, extractors.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Text, saved web page (.html), .jsonl file, corpus or folder of pages, or - for JSON Lines on standard input; the open article when left out. A second x.txt, of folder b, is called b-x.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Extractors by id, parted by commas; all when left out.", valueName: "ids"))
  var extractors: String?

  @Option(
    help: ArgumentHelp(
      "Date that relative expressions refer to, for documents that were given none; it counts before the date in a web page.",
      valueName: "2024-12-06"))
  var date: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a number that an extractor's manifest declares; may be repeated.",
      valueName: "id.name=value"))
  var settings: [String] = []

  /// Gives the numbers of `--set` to their extractors, for the rest of the session.
  ///
  /// - Throws: `CommandFailure` of usage, or `PluginError` of an unknown extractor or number.
  func applySettings(in session: Session) throws {
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2, name.count == 2, let value = Double(parts[1]), value.isFinite else {
        throw CommandFailure(
          .usage, "--set \"\(setting)\" is no setting. Write it as extractor.name=2.5")
      }
      try session.workbench.registry.set(name[1], of: name[0], to: value)
    }
  }

  /// The ids asked for, or nil for all.
  var ids: [String]? {
    extractors.flatMap { try? NameList.parse($0, of: "--extractors") }
  }

  func validate() throws {
    if let date, !ISODate.isValid(date) {
      throw ValidationError(
        "--date \"\(date)\" is no date. Write it as 2024-12-06 or 2024-12-06T10:30.")
    }
    if let extractors {
      do {
        _ = try NameList.parse(extractors, of: "--extractors")
      } catch {
        throw ValidationError(error.message)
      }
    }
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
    let read = try session.workbench.inputs.documents(inputs, date: date)
    return (read.documents, read.problems)
  }
}
