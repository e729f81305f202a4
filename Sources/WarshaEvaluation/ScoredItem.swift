// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What is matched: an annotation, or a relation between two.
struct ScoredItem: Sendable {
  /// Span of the annotation; of a claim the cue, of a relation the distance.
  var range: TextRange
  /// Subtype; of a claim the stance, of a relation the role.
  var type: String
  var value: Scalar?
  var attributes: [Attribute]
  /// Source of a claim, when it has one.
  var source: TextRange?
  /// Content of a claim; of a relation the location.
  var content: TextRange?

  /// The items of a layer in an order that does not depend on that of the annotations.
  static func items(of set: AnnotationSet, layer: String) -> [ScoredItem] {
    var items: [ScoredItem] = []
    if layer == "relations" {
      for annotation in set.annotations where annotation.layer == "distances" {
        for relation in annotation.relations where relation.role == "from" || relation.role == "to"
        {
          guard let target = set[relation.target] else { continue }
          items.append(
            ScoredItem(
              range: annotation.range, type: relation.role, value: nil, attributes: [],
              source: nil, content: target.range))
        }
      }
    } else {
      let isClaim = layer == "claims"
      for annotation in set.annotations where annotation.layer == layer {
        let stance = isClaim ? annotation.attribute("stance")?.description : nil
        items.append(
          ScoredItem(
            range: annotation.range, type: stance ?? annotation.type,
            value: isClaim ? nil : annotation.value, attributes: annotation.attributes,
            source: isClaim ? annotation.part("source") : nil,
            content: isClaim ? annotation.part("content") : nil))
      }
    }
    let ties = items.map(\.tie)
    let order = items.indices.sorted { left, right in
      let (a, b) = (items[left].range, items[right].range)
      return a == b ? ties[left] < ties[right] : a < b
    }
    return order.map { items[$0] }
  }

  /// Decides the order of items with equal ranges.
  private var tie: String {
    let pairs = attributes.map { "\($0.key)=\($0.value.description)" }.sorted()
    let spans = [source, content].map { $0.map { "[\($0.start), \($0.end)]" } ?? "null" }
    return ([type, value?.description ?? ""] + pairs + spans).joined(separator: "\u{1}")
  }

  /// An attribute as text.
  func text(_ key: String) -> String? { attributes.first { $0.key == key }?.value.description }

  /// An attribute as a number, also when it is written as text.
  func number(_ key: String) -> Double? {
    attributes.first { $0.key == key }.flatMap { $0.value.asNumber }
  }
}

extension Scalar {
  /// The number that it is or reads as.
  var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .flag(let flag): flag ? 1 : 0
    case .text(let text): Double(text.filter { !$0.isWhitespace })
    }
  }
}
