// SPDX-License-Identifier: Apache-2.0

import WarshaCommands

/// What Tab does to a line: pure, so that it can be tested without a terminal.
struct CompletionAnswer: Equatable {
  /// How many code points before the cursor to replace.
  var replaced = 0
  /// By what; nil when nothing more is certain.
  var insertion: String?
  /// Lines to show below; empty when there is at most one candidate.
  var list: [String] = []

  /// More are not shown; their number is.
  static let listLimit = 40

  /// Answers Tab at the end of `line`.
  init(line: String, session: any ShellSession) {
    let partial = CommandSplitter.partial(line)
    if partial.isComment { return }
    let found = session.complete(partial.word, after: partial.words)
      .filter { $0.text.hasPrefix(partial.word) }
    guard let first = found.first else { return }
    replaced = partial.length
    if found.count == 1 {
      insertion =
        first.isFinal
        ? CommandSplitter.quoted(first.text) + " " : Self.unfinished(first.text)
      return
    }
    let common = found.dropFirst().reduce(first.text) { Self.commonStart($0, $1.text) }
    if common.unicodeScalars.count > partial.word.unicodeScalars.count {
      insertion = Self.unfinished(common)
    } else {
      list = Self.lines(found)
    }
  }

  /// The word as one that may go on: an opened quote stays open.
  private static func unfinished(_ word: String) -> String {
    let quoted = CommandSplitter.quoted(word)
    return quoted == word ? word : String(quoted.dropLast())
  }

  /// By code points: candidates may differ in a mark only.
  private static func commonStart(_ left: String, _ right: String) -> String {
    let pairs = zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }
    return String(String.UnicodeScalarView(pairs.map(\.0)))
  }

  private static func lines(_ candidates: [Candidate]) -> [String] {
    let shown = candidates.prefix(listLimit)
    let widest = shown.map(\.text.count).max() ?? 0
    var lines = shown.map { candidate in
      if candidate.note.isEmpty { return "  " + candidate.text }
      let blanks = String(repeating: " ", count: widest - candidate.text.count + 2)
      return "  " + candidate.text + blanks + candidate.note
    }
    if candidates.count > shown.count {
      lines.append("  \u{2026} and \(candidates.count - shown.count) more")
    }
    return lines
  }
}
