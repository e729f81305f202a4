// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads documents with annotations from a file of another tool.
package protocol ExchangeReader: Sendable {
  /// All that can be read of the contents of `file`, and what cannot.
  func load(_ bytes: [UInt8], file: String) -> Imported
}

/// What a file of another tool gave.
package struct Imported: Sendable {
  /// The documents in file order with their annotations.
  package var sets: [AnnotationSet]
  /// What is wrong, in line order.
  package var problems: [FormatError]

  /// Makes a result.
  package init(sets: [AnnotationSet], problems: [FormatError]) {
    self.sets = sets
    self.problems = problems
  }
}

extension ExchangeReader {
  /// The documents of a file and its problems in line order. What a problem concerns is left out, the
  /// rest is there: whether that will do is for the caller to say.
  package func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = load(bytes, file: file)
    imported.problems.sort { $0.line < $1.line }
    return imported
  }
}

/// The bytes of a file, without byte order mark.
func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  return bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0)
}

/// The lines of a file, without byte order mark and line ends, numbered from 1.
package func numberedLines(_ bytes: [UInt8]) -> [(number: Int, line: ArraySlice<UInt8>)] {
  let lines = withoutMark(bytes).split(separator: 0x0A, omittingEmptySubsequences: false)
  return lines.enumerated().map { place, line in
    (place + 1, line.last == 0x0D ? line.dropLast() : line)
  }
}
