// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaStore

/// Runs the commands of a file.
struct RunCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the commands of a file, a command a line; stops at the first failure.",
    discussion: """
      Lines that begin with # are comments.

      Example: run morning.warsha
      """)

  @Argument(help: ArgumentHelp("File of commands.", valueName: "path"))
  var path: String

  func run(in session: Session) throws {
    let bytes = try Files.bytes(at: path)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      do {
        if try session.runLine(String(line)) == .leave { return }
      } catch {
        throw CommandFailure(
          error.status, "\(path):\(index + 1): \(error.message)", caret: error.caret)
      }
    }
  }
}

extension Session {
  /// What to do after a line.
  package enum Next: Sendable { case goOn, leave }

  /// Words that end a REPL or a script.
  package static let leavingWords: Set<String> = ["exit", "quit"]

  /// Runs the commands of one line; stops at the first failure.
  ///
  /// - Returns: Whether a command said to leave.
  /// - Throws: `CommandFailure`; a line that cannot be split and an unknown verb come with a caret.
  @discardableResult
  package func runLine(_ line: String) throws(CommandFailure) -> Next {
    let commands: [[CommandWord]]
    do {
      commands = try CommandSplitter.commands(in: line)
    } catch {
      throw CommandFailure(
        .usage, error.message, caret: CaretLine.text(line, under: error.offset..<error.offset + 1))
    }
    for words in commands {
      guard let verb = words.first else { continue }
      if words.count == 1, Self.leavingWords.contains(verb.text) { return .leave }
      do {
        try run(words.map(\.text))
      } catch {
        var failure = error
        if error.status == .usage && !VerbTree.names.contains(verb.text) {
          failure.caret = CaretLine.text(line, under: verb.range)
        }
        throw failure
      }
    }
    return .goOn
  }
}
