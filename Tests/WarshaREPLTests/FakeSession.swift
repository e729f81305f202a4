// SPDX-License-Identifier: Apache-2.0

import WarshaModel

@testable import WarshaREPL

/// Records commands; `fail`, `wait` and `interrupt` do what their names say.
final class FakeSession: ShellSession {
  var commands: [[String]] = []
  var candidates: [Candidate] = []
  let cancellation: Cancellation
  var onWait: () -> Void = {}

  init(cancellation: Cancellation = Cancellation()) { self.cancellation = cancellation }

  var prompt: String { "fake> " }

  func run(_ words: [String]) throws(ShellFailure) {
    commands.append(words)
    switch words[0] {
    case "fail": throw ShellFailure("No article \"b\".", status: 1, word: 1)
    case "usage": throw ShellFailure("Unknown command.", status: 2)
    case "wait":
      onWait()
      if cancellation.isCancelled { throw ShellFailure("Interrupted.", status: 130) }
    default: break
    }
  }

  func complete(_ word: String, after words: [String]) -> [Candidate] { candidates }
}
