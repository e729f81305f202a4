// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Ties the spans of a file together, where it has claims as several spans with links between.
///
/// A link to a span that is labelled as the link is named, such as `source` to `Source`, makes that
/// span a part; any other is a relation.
struct SpanLinks {
  private(set) var annotations: [Int: Annotation]
  private var parts: Set<Int> = []

  /// Begins with the spans of the file.
  init(_ annotations: [Annotation]) {
    self.annotations = Dictionary(annotations.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Adds a link. One that leads from or to a span that was left out is left out with it.
  mutating func add(_ role: String, from: Int, to: Int) {
    guard annotations[from] != nil, let target = annotations[to] else { return }
    if target.label == Brat.capitalised(role), role != target.label {
      annotations[from]?.parts.append(Part(role, target.range))
      parts.insert(to)
    } else {
      annotations[from]?.relations.append(Relation(Brat.role(ofLinkType: role), target: to))
    }
  }

  /// The annotations by id, without the spans that are parts of one; a source before its content.
  var whole: [Annotation] {
    annotations.values.filter { !parts.contains($0.id) }.sorted { $0.id < $1.id }.map { item in
      var item = item
      let sources = item.parts.filter { $0.role == "source" }
      item.parts = sources + item.parts.filter { $0.role != "source" }
      return item
    }
  }
}

extension Annotation {
  /// Takes over the attributes of a note; `layer`, `subtype` and `resolved` have a place of their own.
  mutating func apply(_ note: [BratNote.Pair]) {
    for pair in note {
      switch pair.key {
      case "layer": layer = pair.value
      case "subtype": type = pair.value
      case "resolved": value = Self.value(pair.value, ofLayer: layer)
      default: attributes.append(Attribute(pair.key, BratNote.scalar(pair.value, key: pair.key)))
      }
    }
  }

  /// The value that a text stands for: a number only where the layer has numbers.
  static func value(_ text: String, ofLayer layer: String) -> Scalar {
    // A year is a text: 2011 of a date is no number to calculate with.
    ["locations", "actors", "dates"].contains(layer)
      ? .text(text) : BratNote.scalar(text, key: Brat.valueKey(ofLayer: layer))
  }
}
