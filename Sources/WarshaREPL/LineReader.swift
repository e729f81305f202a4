// SPDX-License-Identifier: Apache-2.0

/// What comes when a line is asked for.
package enum LineInput: Sendable, Equatable {
  /// A line without its line end.
  case line(String)
  /// Ctrl-C: the line was dropped.
  case interrupted
  /// Ctrl-D or the end of the input.
  case end
}

/// Where command lines come from.
package protocol LineReader: AnyObject {
  /// Whether a person types the lines: messages then name no line, and leaving is success.
  var isInteractive: Bool { get }
  /// Waits for a line, with the session's prompt and completions where there is a terminal.
  func readLine(for session: any ShellSession) -> LineInput
  /// Keeps a line that was run, for recall. Not called for lines that begin with a blank.
  func remember(_ line: String)
}
