// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaCommands
import WarshaREPL
import WarshaWorkbench

/// Starts a session and runs what the process was asked to; the exit status is its result.
private func start(_ arguments: [String]) async -> Int32 {
  let console = Console.ofProcess()
  do {
    let launch = try Launch.parse(arguments: arguments)
    let session = try launch.session(console: console)
    let cancellation = session.workbench.cancellation
    if let commands = launch.commands {
      InterruptSignal.install(endsWhenIdle: true)
      try await InterruptSignal.cancelling(cancellation) { try session.runLine(commands) }
      return 0
    }
    if !launch.words.isEmpty {
      InterruptSignal.install(endsWhenIdle: true)
      try await InterruptSignal.cancelling(cancellation) { try session.run(launch.words) }
      return 0
    }
    let warn: (String) -> Void = { console.remark("warning: \($0)") }
    let reader: any LineReader =
      isatty(0) == 1
      ? EditingReader(
        historyPath: HistoryFile.path(in: ProcessInfo.processInfo.environment), warn: warn)
        ?? PlainReader() : PlainReader()
    let shell = Shell(
      session: InteractiveSession(session), reader: reader, cancellation: cancellation,
      report: console.remark)
    return await shell.run()
  } catch {
    let failure = CommandFailure(error)
    console.remark("error: \(failure.message)")
    return failure.status.rawValue
  }
}

signal(SIGPIPE, SIG_IGN)  // a closed pipe is an error of the write, not the end of the process
exit(await start(Array(CommandLine.arguments.dropFirst())))
