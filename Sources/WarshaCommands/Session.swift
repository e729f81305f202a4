// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaWorkbench

/// Runs verbs against one workbench; the same for the REPL, scripts and the command line.
package final class Session {
  /// The state.
  package let workbench: Workbench
  /// Where results and remarks go.
  package let console: Console

  package init(workbench: Workbench, console: Console) {
    self.workbench = workbench
    self.console = console
  }

  /// Runs one command.
  ///
  /// - Throws: `CommandFailure`.
  package func run(_ words: [String]) throws {
    guard let verb = words.first else { return }
    if !verb.hasPrefix("-") && !VerbTree.names.contains(verb) {
      throw CommandFailure(
        .usage,
        "there is no verb \"\(verb)\"." + Suggestion.sentence(for: verb, among: VerbTree.names)
          + " List them with help.")
    }
    do {
      guard let command = try VerbTree.parseAsRoot(words) as? any Verb else {
        try console.write(VerbTree.helpMessage() + "\n")
        return
      }
      try command.run(in: self)
    } catch is Console.OutputClosed {
      return  // as `head` wants it
    } catch let error as CommandFailure {
      throw error
    } catch {
      let isHelp = VerbTree.exitCode(for: error) == .success
      let isUsage = VerbTree.exitCode(for: error) == .validationFailure
      let message = VerbTree.fullMessage(for: error)
      if isHelp {
        try console.write(message + "\n")
      } else if isUsage {
        throw CommandFailure(.usage, Self.withoutPrefix(message))
      } else {
        throw CommandFailure(error)
      }
    }
    if workbench.cancellation.isCancelled {
      throw CommandFailure(.interrupted, "interrupted; what was finished is kept")
    }
  }

  /// Tells what went wrong beside a result that stands.
  package func report(_ diagnostics: [Diagnostic], of document: String, verbose: Bool) {
    for diagnostic in diagnostics where verbose || diagnostic.severity != .note {
      console.remark(
        "\(diagnostic.severity.rawValue): \(document): \(diagnostic.origin): \(diagnostic.message)")
    }
  }

  private static func withoutPrefix(_ message: String) -> String {
    message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
  }
}
