// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaCommands
import WarshaREPL

/// The line editor on a terminal, plain lines elsewhere.
private func lineReader(_ console: Console) -> any LineReader {
  guard isatty(0) == 1 else { return PlainReader() }
  let history = HistoryFile.path(in: ProcessInfo.processInfo.environment)
  let editor = EditingReader(historyPath: history) { console.remark("warning: \($0)") }
  return editor ?? PlainReader()
}

/// Starts a session and runs what the process was asked to; the exit status is its result.
private func start(_ arguments: [String]) -> Int32 {
  let console = Console.ofProcess()
  do {
    let launch = try Launch.parse(arguments: arguments)
    let session = try launch.session(console: console)
    let cancellation = session.cancellation
    if let commands = launch.commands {
      InterruptSignal.install(endsWhenIdle: true)
      try InterruptSignal.cancelling(cancellation) { () throws in
        _ = try session.runLine(commands)
      }
      return 0
    }
    if !launch.words.isEmpty {
      InterruptSignal.install(endsWhenIdle: true)
      try InterruptSignal.cancelling(cancellation) { () throws in try session.run(launch.words) }
      return 0
    }
    let interactive = InteractiveSession(session)
    let reader = lineReader(console)
    if reader.isInteractive { console.remark(interactive.greeting) }
    session.warn(of: [], asked: nil)
    let shell = Shell(
      session: interactive, reader: reader, cancellation: cancellation,
      report: { console.remark($0) })
    return shell.run()
  } catch {
    let failure = CommandFailure(error)
    console.remark(failure.report)
    return failure.status.rawValue
  }
}

signal(SIGPIPE, SIG_IGN)  // a closed pipe is an error of the write, not the end of the process
exit(start(Array(CommandLine.arguments.dropFirst())))
