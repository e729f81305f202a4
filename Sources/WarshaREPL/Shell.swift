// SPDX-License-Identifier: Apache-2.0

import WarshaCommands
import WarshaModel

/// The loop of the REPL: reads lines, splits them, runs their commands, prints errors.
///
/// An error ends its line, never the session. `exit` and `quit` (and Ctrl-D) leave.
package final class Shell {
  private let session: any ShellSession
  private let reader: any LineReader
  private let cancellation: Cancellation
  private let report: (String) -> Void
  private var lineNumber = 0

  /// Makes a shell.
  ///
  /// - Parameters:
  ///   - session: What runs the commands.
  ///   - reader: Where the lines come from.
  ///   - cancellation: What the session's commands look at while they run.
  ///   - report: Writes an error, given without a final line break, to standard error.
  package init(
    session: any ShellSession, reader: any LineReader, cancellation: Cancellation,
    report: @escaping (String) -> Void
  ) {
    self.session = session
    self.reader = reader
    self.cancellation = cancellation
    self.report = report
  }

  /// Runs until the input ends and returns the exit status.
  ///
  /// It is 0 for a person who leaves; for a pipe the status of the last command that failed, and
  /// 130 at once when one was interrupted.
  package func run() -> Int32 {
    InterruptSignal.install(endsWhenIdle: !reader.isInteractive)
    var status: Int32 = 0
    while true {
      switch reader.readLine(for: session) {
      case .end: return reader.isInteractive ? 0 : status
      case .interrupted: continue
      case .line(let line):
        lineNumber += 1
        switch run(line) {
        case .done: break
        case .failed(let code):
          status = code
          if code == 130 && !reader.isInteractive { return code }
        case .leave: return reader.isInteractive ? 0 : status
        }
      }
    }
  }

  private enum Outcome {
    case done, leave
    case failed(Int32)
  }

  private func run(_ line: String) -> Outcome {
    if line.first?.isWhitespace == false { reader.remember(line) }
    let commands: [[CommandWord]]
    do {
      commands = try CommandSplitter.commands(in: line)
    } catch {
      tell(error.message, line, error.offset..<error.offset + 1)
      return .failed(2)
    }
    for words in commands {
      if words.count == 1, Session.leavingWords.contains(words[0].text) { return .leave }
      do {
        try InterruptSignal.cancelling(cancellation) { () throws(ShellFailure) in
          try session.run(words.map(\.text))
        }
      } catch {
        let place = error.word.flatMap { words.indices.contains($0) ? words[$0].range : nil }
        tell(error.message, line, place)
        return .failed(error.status)
      }
    }
    return .done
  }

  /// Says what is wrong; from a pipe, where nobody saw the line, also in which one.
  private func tell(_ message: String, _ line: String, _ place: Range<Int>?) {
    let number = reader.isInteractive ? "" : "line \(lineNumber): "
    let caret = place.map { CaretLine.text(line, under: $0) + "\n" } ?? ""
    report("\(caret)error: \(number)\(message)")
  }
}
