// SPDX-License-Identifier: Apache-2.0

/// Lines of a pipe or file: no prompt, no history, no completion.
package final class PlainReader: LineReader {
  package let isInteractive = false
  private let next: () -> String?

  /// Reads standard input, malformed UTF-8 repaired.
  package init() { next = { Swift.readLine(strippingNewline: true) } }

  /// Reads given lines.
  package init(_ lines: [String]) {
    var rest = lines[...]
    next = { rest.popFirst() }
  }

  package func readLine(for session: any ShellSession) -> LineInput {
    next().map(LineInput.line) ?? .end
  }

  package func remember(_ line: String) {}
}
