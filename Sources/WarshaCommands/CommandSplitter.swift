// SPDX-License-Identifier: Apache-2.0

/// A word of a command line and where it stood.
package struct CommandWord: Equatable, Sendable {
  /// The word without its quotes and escapes.
  package var text: String
  /// Where it stands in the line, quotes included, in code points.
  package var range: Range<Int>
}

/// Splits command lines into commands and words, in the REPL, in scripts and after `-c`.
///
/// Blanks separate words, `;` separates commands, `#` at the start of a word begins a comment.
/// Between `'` everything stands for itself; between `"` a backslash protects `"` and itself, so
/// that `"\d+"` stays a pattern; elsewhere it protects any character. « and » are ordinary
/// characters: they are quotation marks of the texts.
package enum CommandSplitter {
  /// What is wrong with a line, and where.
  package struct SplitError: Error, Equatable {
    /// What happened and what to do.
    package var message: String
    /// Code point at which it begins.
    package var offset: Int
  }

  /// The start of a command, as far as a cursor at its end.
  package struct Partial: Equatable, Sendable {
    /// The complete words.
    package var words: [String]
    /// The word at the cursor without quotes and escapes; empty after a blank.
    package var word: String
    /// How many code points of the line this word takes, quotes included.
    package var length: Int
    /// Whether the cursor is in a comment.
    package var isComment: Bool
  }

  /// The commands of a line, none when it is empty or a comment; a quoted empty word counts.
  package static func commands(in line: String) throws(SplitError) -> [[CommandWord]] {
    var scan = Scan(line)
    scan.run()
    switch scan.open {
    case .quote(let mark, let offset):
      throw SplitError(
        message: "This \(mark) is never closed. Close it, or write \\\(mark) for the mark itself.",
        offset: offset)
    case .escape(let offset):
      throw SplitError(
        message: "Nothing follows this backslash. Write \\\\ for a backslash.", offset: offset)
    case nil: return scan.commands.filter { !$0.isEmpty }
    }
  }

  /// The last command of an unfinished line, for completion; an open quote is no error.
  package static func partial(_ line: String) -> Partial {
    var scan = Scan(line)
    scan.run()
    var words = scan.commands.last ?? []
    var partial = Partial(words: [], word: "", length: 0, isComment: scan.endsInComment)
    if let last = words.last, last.range.upperBound == scan.scalars.count {
      words.removeLast()
      partial.word = last.text
      partial.length = last.range.count
    }
    partial.words = words.map(\.text)
    return partial
  }

  /// Writes a word so that splitting gives it back.
  package static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && !["'", "\"", "\\", ";", "#"].contains($0)
    }
    if isPlain && !word.isEmpty { return word }
    if !word.unicodeScalars.contains("'") { return "'\(word)'" }
    let escaped = word.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
    return "\"\(escaped.joined())\""
  }
}

/// One pass over a line in code points: a letter and its harakat are several.
private struct Scan {
  /// What is unfinished at the end of the line.
  enum Open {
    case quote(Unicode.Scalar, at: Int)
    case escape(at: Int)
  }

  let scalars: [Unicode.Scalar]
  var commands: [[CommandWord]] = [[]]
  var open: Open?
  var endsInComment = false
  private var word = String.UnicodeScalarView()
  private var start: Int?

  init(_ line: String) { scalars = Array(line.unicodeScalars) }

  mutating func run() {
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      if scalar == "#" && start == nil {
        while i < scalars.count && scalars[i] != "\n" { i += 1 }
        endsInComment = i == scalars.count
      } else if scalar == ";" || scalar.properties.isWhitespace {
        endWord(before: i)
        if scalar == ";" || scalar == "\n" { commands.append([]) }
        i += 1
      } else {
        if start == nil { start = i }
        i = scalar == "'" || scalar == "\"" ? quote(from: i) : character(at: i)
      }
    }
    endWord(before: i)
  }

  private mutating func endWord(before end: Int) {
    guard let first = start else { return }
    commands[commands.count - 1].append(CommandWord(text: String(word), range: first..<end))
    word = String.UnicodeScalarView()
    start = nil
  }

  /// Takes one unquoted character; returns where to go on.
  private mutating func character(at i: Int) -> Int {
    guard scalars[i] == "\\" else {
      word.append(scalars[i])
      return i + 1
    }
    guard i + 1 < scalars.count else {
      open = .escape(at: i)
      return i + 1
    }
    word.append(scalars[i + 1])
    return i + 2
  }

  /// Takes a quoted stretch; returns where to go on.
  private mutating func quote(from opening: Int) -> Int {
    let mark = scalars[opening]
    var i = opening + 1
    while i < scalars.count && scalars[i] != mark {
      if mark == "\"", scalars[i] == "\\", i + 1 < scalars.count,
        scalars[i + 1] == mark || scalars[i + 1] == "\\"
      {
        i += 1
      }
      word.append(scalars[i])
      i += 1
    }
    if i == scalars.count { open = .quote(mark, at: opening) }
    return min(i + 1, scalars.count)
  }
}
