// SPDX-License-Identifier: Apache-2.0

/// A stretch of a source text, counted in UTF-16 code units, end exclusive.
///
/// Every coordinate inside Warsha has this form. Code points appear when something is written out.
public struct TextRange: Hashable, Sendable, Comparable {
  /// First unit.
  public var start: Int
  /// Unit after the last one; never less than `start`.
  public var end: Int

  /// Makes a range; an `end` before `start` gives an empty range at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Number of units.
  public var count: Int { end - start }
  /// Whether no unit lies inside.
  public var isEmpty: Bool { start == end }

  /// Whether at least one unit lies in both.
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Whether all of `other` lies inside.
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// Text order: by start, the shorter first.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
