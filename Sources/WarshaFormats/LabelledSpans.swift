// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The annotations of a document as formats see them that know spans with a label and no more.
///
/// A claim gives a span for its cue and one for each part, labelled as in brat: `Cue`, `Source`,
/// `Content`. Equal spans of one label are one span. Everything else is counted as lost.
struct LabelledSpans {
  /// A stretch of the text with a label.
  struct Span: Hashable {
    /// UTF-16 units.
    var range: TextRange
    var label: String
    /// Whether it is a part of an annotation and no annotation itself.
    var isPart: Bool
  }

  /// In text order, longer ones first where they begin together.
  let spans: [Span]
  /// What spans with labels do not hold.
  let losses: LossList

  init(_ set: AnnotationSet) {
    var found: Set<Span> = []
    var losses = LossList()
    func lose(_ kind: LossList.Kind, _ item: Annotation, _ name: String?) {
      losses.add(kind, at: item.range, in: set.document, naming: name)
    }
    for item in set.annotations {
      let isClaim = item.layer == "claims"
      found.insert(Span(range: item.range, label: isClaim ? "Cue" : item.label, isPart: isClaim))
      for part in item.parts {
        let label = Brat.capitalised(part.role)
        found.insert(Span(range: part.range, label: label, isPart: true))
        lose(.partLink, item, part.role)
      }
      for relation in item.relations { lose(.relation, item, relation.role) }
      if let value = item.value { lose(.value, item, Brat.quoted(value.description)) }
      if !item.type.isEmpty && item.type != item.label { lose(.subtype, item, item.type) }
      for attribute in item.attributes { lose(.attribute, item, attribute.key) }
      losses.addProvenance(of: item, in: set.document)
    }
    self.losses = losses
    spans = found.sorted { a, b in
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      return a.range.end == b.range.end ? a.label < b.label : a.range.end > b.range.end
    }
  }

  /// The spans without those that overlap another. Annotations come before parts of annotations,
  /// among each the longer before the shorter; those left out are counted as lost.
  static func flat(
    _ spans: [Span], of document: Document, losses: inout LossList
  ) -> [Span] {
    let order = spans.indices.sorted { left, right in
      let (a, b) = (spans[left], spans[right])
      if a.isPart != b.isPart { return b.isPart }
      return a.range.count == b.range.count ? left < right : a.range.count > b.range.count
    }
    var taken: [Bool] = Array(repeating: false, count: document.text.count)
    var kept: [Int] = []
    var lost: [Int] = []
    for index in order {
      let range = spans[index].range
      if taken[range.start..<range.end].contains(true) {
        lost.append(index)
      } else {
        for i in range.start..<range.end { taken[i] = true }
        kept.append(index)
      }
    }
    for index in lost.sorted() {
      losses.add(.overlappingSpan, at: spans[index].range, in: document)
    }
    return kept.sorted().map { spans[$0] }
  }
}
