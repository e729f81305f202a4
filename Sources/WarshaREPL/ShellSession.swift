// SPDX-License-Identifier: Apache-2.0

/// What a shell talks to: whatever runs commands and remembers what they did.
///
/// A session prints its own results; the shell prints only errors. All calls come from the task
/// that runs the shell, one after the other.
package protocol ShellSession: AnyObject {
  /// What stands before the next line, e.g. `warsha> `. Text between two U+0001 takes no cells
  /// (colour); it must not come last.
  var prompt: String { get }

  /// Runs one command of at least one word. It should end soon after the shell's `Cancellation` was
  /// thrown, keep what is finished, and throw a `ShellFailure` of status 130.
  func run(_ words: [String]) throws(ShellFailure)

  /// Ways to complete the word at the cursor, given the words before it in its command. Those that
  /// do not begin with `word` are ignored. Called while a line is edited: must be quick.
  func complete(_ word: String, after words: [String]) -> [Candidate]
}

/// Why a command did not do what it was asked to.
package struct ShellFailure: Error, Sendable, Equatable {
  /// What happened, where, what to do; without `error:`.
  package var message: String
  /// Exit status: 1 data, 2 usage, 3 plugin, 130 interrupted.
  package var status: Int32
  /// Index of the word the message is about; gets a caret.
  package var word: Int?

  /// Makes a failure.
  package init(_ message: String, status: Int32, word: Int? = nil) {
    self.message = message
    self.status = status
    self.word = word
  }
}
