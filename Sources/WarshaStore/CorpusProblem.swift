// SPDX-License-Identifier: Apache-2.0

/// One thing wrong with a corpus.
package struct CorpusProblem: Sendable, Equatable, Comparable, CustomStringConvertible {
  /// Path of the file.
  package var file: String
  /// Line from 1; nil when it is about the file as a whole.
  package var line: Int?
  /// What is wrong and what to do.
  package var reason: String

  /// Makes a problem.
  package init(file: String, line: Int? = nil, _ reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `FILE:LINE: reason`.
  package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)" }

  /// By file, then line.
  package static func < (left: CorpusProblem, right: CorpusProblem) -> Bool {
    (left.file, left.line ?? 0, left.reason) < (right.file, right.line ?? 0, right.reason)
  }
}
