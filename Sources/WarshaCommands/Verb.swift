// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// A verb: its arguments as ArgumentParser declares them, and what it does.
///
/// Help, errors and completion all come from the one declaration.
protocol Verb: ParsableCommand {
  /// Does it. Results go to the console's output.
  ///
  /// - Throws: `CommandFailure` or an error of a lower module.
  func run(in session: Session) throws
}
