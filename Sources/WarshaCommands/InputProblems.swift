// SPDX-License-Identifier: Apache-2.0

import WarshaRendering

/// What is wrong with an input.
struct InputProblems {
  /// So many are told one by one: a file of another format has as many as it has lines.
  private static let shown = 50
  let input: String
  let lines: [String]

  init(_ input: String, _ lines: [String]) {
    self.input = input
    self.lines = lines
  }

  func report(to console: Console) {
    for line in lines.prefix(Self.shown) { console.remark("error: \(line)") }
    if lines.count > Self.shown {
      console.remark("error: and \(lines.count - Self.shown) more like these")
    }
  }

  /// Ends the command with status 1 when there are any.
  func endCommand(_ outcome: String) throws {
    if lines.isEmpty { return }
    throw CommandFailure(.data, "\(input): \(counted(lines.count, "problem")), \(outcome).")
  }
}
