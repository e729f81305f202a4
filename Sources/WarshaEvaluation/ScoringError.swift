// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// One place where a prediction departs from gold.
package struct ScoringError: Sendable, Equatable, Codable {
  /// How it departs.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Gold that nothing matches.
    case missed
    /// A prediction that matches nothing.
    case spurious
    /// Gold and prediction overlap and do not match; of claims, source or content is off.
    case boundary
    /// They match and the types differ.
    case type
    /// They match and the values differ.
    case value
  }

  /// How one span of a pair differs.
  package struct Difference: Sendable, Equatable, Codable {
    /// `span`, `source` or `content`.
    package var part: String
    package var kind: BoundaryKind
    /// Text of the gold span; nil when there is none.
    package var gold: String?
    /// Text of the predicted span; nil when there is none.
    package var predicted: String?
  }

  package var layer: String
  package var kind: Kind
  package var document: String
  /// Span of the gold annotation, of a spurious one its own, in code points.
  package var start: Int
  package var end: Int
  /// Text of the span, and whole words of up to 40 units to either side.
  package var text: String
  package var before: String
  package var after: String
  /// Type or value, where these differ; else the type.
  package var gold: String?
  package var predicted: String?
  /// What differs about the spans of an overlapping pair.
  package var differences: [Difference]

  init(
    _ kind: Kind, layer: String, of document: Document, at range: TextRange, gold: String? = nil,
    predicted: String? = nil, differences: [Difference] = []
  ) {
    let text = document.text
    self.layer = layer
    self.kind = kind
    self.document = document.id
    start = text.codePointOffset(of: range.start)
    end = text.codePointOffset(of: range.end)
    self.text = text[range]
    let context = Self.context(of: range, in: text)
    before = text[TextRange(context.start, range.start)]
    after = text[TextRange(range.end, context.end)]
    self.gold = gold
    self.predicted = predicted
    self.differences = differences
  }

  /// The span and 40 units to either side, less a word that the limit would cut in two.
  private static func context(of range: TextRange, in text: SourceText) -> TextRange {
    func isBlank(_ place: Int) -> Bool { text.units[place] == 0x20 || text.units[place] == 0x0A }
    var first = max(0, range.start - 40)
    var last = min(text.count, range.end + 40)
    if first > 0 {
      let cut = first
      while first < range.start, !isBlank(first - 1) { first += 1 }
      // One word longer than the limit is better cut than lost.
      if first == range.start { first = text.isScalarBoundary(cut) ? cut : cut + 1 }
    }
    if last < text.count {
      let cut = last
      while last > range.end, !isBlank(last) { last -= 1 }
      if last == range.end { last = text.isScalarBoundary(cut) ? cut : cut - 1 }
    }
    return TextRange(first, last)
  }
}
