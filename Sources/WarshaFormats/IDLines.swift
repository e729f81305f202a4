// SPDX-License-Identifier: Apache-2.0

/// The ids of the documents of a file, each with the line that used it first.
struct IDLines {
  private let file: String
  private var lines: [String: Int] = [:]

  init(file: String) { self.file = file }

  /// Notes an id.
  ///
  /// - Returns: What is wrong when a line before had it.
  mutating func use(_ id: String, _ line: Int) -> FormatError? {
    if let first = lines[id] {
      return FormatError(
        file: file, line: line,
        "the id \"\(id)\" is already that of line \(first). Give each document an id of its own.")
    }
    lines[id] = line
    return nil
  }
}

extension Collection<UInt8> {
  /// Whether there is nothing but blanks.
  package var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 } }
}
