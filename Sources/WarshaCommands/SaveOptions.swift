// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaStore
import WarshaWorkbench

/// Whether a run is saved.
struct SaveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Save the run under this name, and take what has not changed since an earlier one from there.",
      valueName: "name"))
  var save: String?

  func validate() throws {
    guard let save else { return }
    if save.isEmpty || save.contains(where: { $0.isWhitespace || $0 == "," }) {
      throw ValidationError("--save \"\(save)\" is no name. Use letters, digits and hyphens.")
    }
    if save.allSatisfy(\.isNumber) {
      throw ValidationError("--save \(save) is a number, which runs have anyway. Give it a name.")
    }
  }

  /// Begins the run; nil when it is not to be saved.
  func recorder(_ batch: Batch, of source: String, in session: Session) throws -> RunRecorder? {
    try save.map { name in
      try RunRecorder(
        batch, in: session.workbench, name: name, source: source, program: VerbTree.version)
    }
  }

  /// Ends the run and says so; a command that was interrupted leaves it as broken off.
  func finish(_ recorder: RunRecorder?, in session: Session) throws {
    guard let recorder else { return }
    let isWhole = !session.workbench.cancellation.isCancelled
    if isWhole { try recorder.finish() }
    let record = recorder.record
    let pairs = record.documents.count * record.extractors.count
    session.console.remark(
      (isWhole ? "saved run" : "broken off, what was finished is run")
        + " \(record.title): \(record.recalledCount) of \(pairs) results were there already")
  }
}
