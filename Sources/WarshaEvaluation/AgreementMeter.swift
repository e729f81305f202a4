// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Measures how far two annotations of the same documents agree in one layer.
///
/// Documents are laid end to end. The label of a code point or of a word is the types of the
/// annotations that touch it, or none.
struct AgreementMeter {
  let layer: String

  /// The figures over pairs of annotations of the same document.
  func agreement(_ pairs: [(AnnotationSet, AnnotationSet)]) -> SpanAgreement {
    var (words, characters) = (Kappa(), Kappa())
    let lengths = pairs.map { $0.0.document.text.codePointOffset(of: $0.0.document.text.count) }
    var alpha = UnitizingAlpha(length: lengths.reduce(0, +))
    var base = 0
    for ((left, right), length) in zip(pairs, lengths) {
      let text = left.document.text
      let sides = [left, right].map { ScoredItem.items(of: $0, layer: layer) }
      let spans = sides.map { items in
        items.map { item in
          let start = text.codePointOffset(of: item.range.start)
          return (range: start..<text.codePointOffset(of: item.range.end), type: item.type)
        }
      }
      for (observer, units) in spans.enumerated() {
        for unit in units {
          alpha.add(
            base + unit.range.lowerBound..<base + unit.range.upperBound, unit.type,
            observer: observer)
        }
      }
      base += length
      // Labels change only where a span begins or ends.
      let edges = Set(spans.joined().flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        .union([0, length]).sorted()
      for (start, end) in zip(edges, edges.dropFirst()) {
        let labels = spans.map { Self.label($0.filter { $0.range.contains(start) }.map(\.type)) }
        characters.add(labels[0], labels[1], count: end - start)
      }
      for word in PairGrade.words(of: text) {
        let labels = sides.map { items in
          Self.label(items.filter { $0.range.overlaps(word) }.map(\.type))
        }
        words.add(labels[0], labels[1])
      }
    }
    return SpanAgreement(
      layer: layer, kappaWords: words.value, kappaCharacters: characters.value,
      alphaUnits: alpha.value)
  }

  private static func label(_ types: [String]) -> String {
    types.isEmpty ? "" : Set(types).sorted().joined(separator: "+")
  }
}
