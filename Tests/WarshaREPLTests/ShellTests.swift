// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel

@testable import WarshaREPL

/// Serialized: there is one SIGINT.
@Suite(.serialized) struct ShellTests {
  /// Commands run, errors reported, exit status.
  private func run(
    _ lines: [String], session: FakeSession = FakeSession()
  ) -> ([[String]], [String], Int32) {
    var errors: [String] = []
    let shell = Shell(
      session: session, reader: PlainReader(lines), cancellation: session.cancellation
    ) { errors.append($0) }
    let status = shell.run()
    return (session.commands, errors, status)
  }

  @Test func runsEveryCommandOfEveryLine() {
    let (commands, errors, status) = run(["show a; tokens", "# note", "", "kwic 'قال ل'"])
    #expect(commands == [["show", "a"], ["tokens"], ["kwic", "قال ل"]])
    #expect(errors == [])
    #expect(status == 0)
  }

  @Test func keepsTheSessionOnErrorsAndEndsTheLine() {
    let (commands, errors, status) = run(["a", "fail b; never", "c"])
    #expect(commands == [["a"], ["fail", "b"], ["c"]])
    #expect(errors == ["fail b; never\n     ^\nerror: line 2: No article \"b\"."])
    #expect(status == 1)
  }

  @Test func errorWithoutPlaceHasNoCaret() {
    #expect(run(["usage x"]).1 == ["error: line 1: Unknown command."])
  }

  @Test func openQuoteRunsNothingOfItsLine() {
    let (commands, errors, status) = run(["a; show \"b"])
    #expect(commands == [])
    #expect(
      errors == [
        """
        a; show "b
                ^
        error: line 1: This " is never closed. Close it, or write \\" for the mark itself.
        """
      ])
    #expect(status == 2)
  }

  @Test(arguments: ["exit", "quit"])
  func leaves(word: String) {
    #expect(run(["a", word, "b"]).0 == [["a"]])
  }

  @Test func interruptThrowsTheSwitchAndStopsAScript() {
    let session = FakeSession()
    session.onWait = {
      kill(getpid(), SIGINT); Self.awaitCancellation(session.cancellation)
    }
    let (commands, errors, status) = run(["wait", "never"], session: session)
    #expect(commands == [["wait"]])
    #expect(errors == ["error: line 1: Interrupted."])
    #expect(status == 130)
  }

  @Test func switchIsResetForTheNextCommand() {
    let session = FakeSession()
    session.cancellation.cancel()
    #expect(run(["wait"], session: session).2 == 0)
  }

  @Test func personLeavesWithStatusZeroAndGetsNoLineNumbers() {
    let session = FakeSession()
    let reader = ScriptedPerson([.line("fail b"), .interrupted, .line(" secret"), .line("a"), .end])
    var errors: [String] = []
    let shell = Shell(session: session, reader: reader, cancellation: session.cancellation) {
      errors.append($0)
    }
    #expect(shell.run() == 0)
    #expect(errors == ["fail b\n     ^\nerror: No article \"b\"."])
    #expect(session.commands == [["fail", "b"], ["secret"], ["a"]])
    #expect(reader.remembered == ["fail b", "a"])
  }

  /// A signal sent to the process arrives on some thread, soon.
  private static func awaitCancellation(_ cancellation: Cancellation) {
    for _ in 0..<1000 where !cancellation.isCancelled { usleep(1000) }
  }
}

/// Types what it is told to.
private final class ScriptedPerson: LineReader {
  let isInteractive = true
  var inputs: ArraySlice<LineInput>
  var remembered: [String] = []

  init(_ inputs: [LineInput]) { self.inputs = inputs[...] }

  func readLine(for session: any ShellSession) -> LineInput { inputs.popFirst() ?? .end }
  func remember(_ line: String) { remembered.append(line) }
}
