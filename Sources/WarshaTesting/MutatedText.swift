// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A text with changes that a reader does not notice, and the way back to the original.
public struct MutatedText: Sendable {
  /// The changed text.
  public let text: SourceText
  /// For each unit of the changed text the unit of the original that it belongs to.
  private let origins: [Int]

  /// Joins pieces, one for each unit of the original; an empty piece drops its unit.
  init(pieces: [[UInt16]]) {
    var origins: [Int] = []
    for (index, piece) in pieces.enumerated() { origins += piece.map { _ in index } }
    self.origins = origins
    text = SourceText(units: pieces.flatMap { $0 })
  }

  /// The span of the original that a span of the changed text stands for. Signs that were added
  /// after a letter belong to it.
  public func original(_ range: TextRange) -> TextRange {
    guard range.start >= 0, range.start < range.end, range.end <= origins.count else {
      return TextRange(0, 0)
    }
    return TextRange(origins[range.start], origins[range.end - 1] + 1)
  }
}
