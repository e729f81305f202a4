// SPDX-License-Identifier: Apache-2.0

import WarshaCommands
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaWorkbench

/// The session of the verbs as the shell wants it: with a prompt and completion.
package final class InteractiveSession: ShellSession {
  private let session: Session
  private let completer: Completer

  package init(_ session: Session) {
    self.session = session
    completer = Completer(session)
  }

  /// What a person reads first.
  package var greeting: String {
    let count = session.workbench.registry.entries.count(where: \.runsUnasked)
    return "Warsha \(VerbTree.version), \(count) extractors. "
      + "help lists the verbs, Tab completes, exit or Ctrl-D leaves."
  }

  /// `warsha>`, or `warsha NAME · 87>` with the open article and the number of annotations found.
  package var prompt: String {
    guard let article = session.workbench.article else { return "warsha> " }
    let found = article.results.map { " · \($0.annotations.count)" } ?? ""
    return "warsha \(article.document.id)\(found)> "
  }

  package func run(_ words: [String]) throws(ShellFailure) {
    do {
      try session.run(words)
    } catch {
      let isUnknown =
        error.status == .usage && words.first.map { !VerbTree.names.contains($0) } ?? false
      throw ShellFailure(
        error.message, status: error.status.rawValue, word: isUnknown ? 0 : nil)
    }
  }

  package func complete(_ word: String, after words: [String]) -> [Candidate] {
    completer.candidates(for: word, after: words)
  }
}
