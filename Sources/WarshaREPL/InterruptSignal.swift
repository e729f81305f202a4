// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import WarshaModel

/// Ctrl-C while a command runs: throws the command's switch instead of ending the program.
///
/// The third press in one command ends the program: something in it does not listen. Installed for
/// the life of the process; there is one terminal.
package enum InterruptSignal {
  /// Read by the handler: nothing but atomics and `write` is safe there.
  private static let armed = Atomic<Unmanaged<Cancellation>?>(nil)
  private static let presses = Atomic<Int>(0)
  private static let endsWhenIdle = Atomic<Bool>(false)
  private static let insistence: StaticString =
    "\nStill stopping. Ctrl-C once more ends warsha at once.\n"

  /// Installs the handler, without SA_RESTART: blocking calls of commands end too.
  ///
  /// - Parameter idle: Whether Ctrl-C between commands ends the program: when it waits for
  ///   a pipe, which Swift's `readLine` would go on reading.
  package static func install(endsWhenIdle idle: Bool) {
    // Touch the globals: they must not be initialised inside the handler.
    endsWhenIdle.store(idle, ordering: .releasing)
    armed.store(nil, ordering: .releasing)
    presses.store(0, ordering: .releasing)
    _ = insistence.utf8CodeUnitCount
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in InterruptSignal.handle() }
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
  }

  /// Lets Ctrl-C throw the switch while `body` runs; the switch is reset first.
  package static func cancelling<Failure: Error>(
    _ cancellation: Cancellation, _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    cancellation.reset()
    presses.store(0, ordering: .relaxed)
    armed.store(.passUnretained(cancellation), ordering: .releasing)
    defer {
      armed.store(nil, ordering: .releasing)
      withExtendedLifetime(cancellation) {}  // the handler holds no reference of its own
    }
    try body()
  }

  private static func handle() {
    let saved = errno
    defer { errno = saved }
    guard let cancellation = armed.load(ordering: .acquiring) else {
      if endsWhenIdle.load(ordering: .acquiring) { endProgram() }
      return
    }
    cancellation._withUnsafeGuaranteedRef { $0.cancel() }
    switch presses.add(1, ordering: .relaxed).newValue {
    case 1: if isatty(STDERR_FILENO) == 1 { write(STDERR_FILENO, "\n", 1) }  // after the echoed ^C
    case 2: write(STDERR_FILENO, insistence.utf8Start, insistence.utf8CodeUnitCount)
    default: endProgram()
    }
  }

  /// Dies of the signal, so that the caller sees an interrupt (130 in a shell).
  private static func endProgram() {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  }
}
