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
        try session.runLine(String(line))
      } catch let failure as CommandFailure {
        throw CommandFailure(failure.status, "\(path):\(index + 1): \(failure.message)")
      }
    }
  }
}

extension Session {
  /// Runs the commands of one line; stops at the first failure.
  ///
  /// - Throws: `CommandFailure`; a line that cannot be split is a usage error with a caret.
  package func runLine(_ line: String) throws {
    let commands: [[CommandWord]]
    do {
      commands = try CommandSplitter.commands(in: line)
    } catch {
      let caret = CaretLine.text(line, under: error.offset..<error.offset + 1)
      throw CommandFailure(.usage, "\(error.message)\n\(caret)")
    }
    for words in commands { try run(words.map(\.text)) }
  }
}
