// SPDX-License-Identifier: Apache-2.0

/// A way to complete a word.
package struct Candidate: Sendable, Equatable {
  /// The whole word, without quotes.
  package var text: String
  /// A few words about it; may be empty.
  package var note: String
  /// Whether the word ends here; not so for a folder, whose files come next.
  package var isFinal: Bool

  /// Makes a candidate.
  package init(_ text: String, note: String = "", isFinal: Bool = true) {
    self.text = text
    self.note = note
    self.isFinal = isFinal
  }
}
