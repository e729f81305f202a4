// SPDX-License-Identifier: Apache-2.0

/// A line of a file that could not be read.
package struct FormatError: Error, CustomStringConvertible, Equatable {
  /// The file as the user named it; `-` is standard input.
  package var file: String
  /// Line, from 1.
  package var line: Int
  /// What is wrong and what to do.
  package var reason: String

  /// Makes an error.
  package init(file: String, line: Int, _ reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The error for a line whose bytes are no text.
  static func notUTF8(_ file: String, _ line: Int) -> FormatError {
    FormatError(file: file, line: line, "the line is not UTF-8. Save the file as UTF-8.")
  }

  /// `FILE:LINE: reason`.
  package var description: String { "\(file):\(line): \(reason)" }
}
