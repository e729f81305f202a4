// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginKit

/// Locations near a distance by their first and last tokens.
struct Places {
  /// A Location: its annotation and its tokens.
  struct Place {
    let id: Int
    let first: Int
    let last: Int
  }

  private var places: [Place] = []

  /// The Locations that lie within some tokens; there are few, and they are looked at in a row.
  init(_ locations: [InputDocument.Span], within tokens: Range<Int>, of text: AnalysedText) {
    let start = Int(text.tokens[tokens.lowerBound].start)
    let end = Int(text.tokens[tokens.upperBound - 1].end)
    for annotation in locations
    where annotation.range.start >= start && annotation.range.end <= end {
      let first = text.token(endingAfter: annotation.range.start)
      let last = text.token(endingAfter: annotation.range.end - 1)
      places.append(Place(id: annotation.id, first: first, last: max(first, last)))
    }
  }

  /// The place whose first token this is.
  func beginning(at token: Int) -> Place? { places.first { $0.first == token } }
  /// The place whose last token this is.
  func ending(at token: Int) -> Place? { places.first { $0.last == token } }
  /// Whether a token belongs to the name of a place.
  func cover(_ token: Int) -> Bool { places.contains { ($0.first...$0.last).contains(token) } }
}
