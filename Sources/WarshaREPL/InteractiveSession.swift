// SPDX-License-Identifier: Apache-2.0

import WarshaCommands
import WarshaModel
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

  /// `warsha>`, or `warsha NAME · 87>` with the open article and the number of annotations found.
  package var prompt: String {
    guard let article = session.workbench.article else { return "warsha> " }
    let found = article.results.map { " · \($0.annotations.count)" } ?? ""
    return "warsha \(article.document.id)\(found)> "
  }

  package func run(_ words: [String]) throws(ShellFailure) {
    do {
      try session.run(words)
    } catch let failure as CommandFailure {
      let isUnknown =
        failure.status == .usage && words.first.map { !VerbTree.names.contains($0) } ?? false
      throw ShellFailure(
        failure.message, status: failure.status.rawValue, word: isUnknown ? 0 : nil)
    } catch {
      throw ShellFailure("\(error)", status: 1)
    }
  }

  package func complete(_ word: String, after words: [String]) -> [Candidate] {
    completer.candidates(for: word, after: words)
  }
}
