// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What is different between two sets of annotations of one text.
package struct AnnotationDiff: Sendable {
  /// One difference.
  package struct Change: Sendable, Equatable {
    /// What happened to the annotation.
    package enum Kind: String, Sendable, Codable, CaseIterable {
      /// It is in the later set only.
      case gained
      /// It is in the earlier set only.
      case lost
      /// Its span is another one, which overlaps the old one.
      case moved
      /// Its span is the same; type, value, attributes, parts or relations are not.
      case changed
    }

    /// What happened.
    package var kind: Kind
    /// The annotation in the earlier set; nil when gained.
    package var before: Annotation?
    /// The annotation in the later set; nil when lost.
    package var after: Annotation?
    /// Of a changed or moved one what is different: `type: place → admin`.
    package var details: [String]

    /// Makes a change.
    package init(
      kind: Kind, before: Annotation? = nil, after: Annotation? = nil, details: [String] = []
    ) {
      self.kind = kind
      self.before = before
      self.after = after
      self.details = details
    }

    /// Where it stands: in the later set, else in the earlier one.
    package var annotation: Annotation? { after ?? before }
  }

  /// The differences, in text order.
  package let changes: [Change]
  /// Ids of the annotations that are in both sets, by their id in the later one.
  package let kept: [Int: Int]

  /// Compares two sets of one text, which must be the same text in both.
  ///
  /// Annotations of one layer and span belong together, the equal ones first; what is left over and
  /// overlaps in one layer has moved. Rules, confidence and versions are no difference.
  package init(from earlier: AnnotationSet, to later: AnnotationSet) {
    var changes: [Change] = []
    var kept: [Int: Int] = [:]
    var before = Dictionary(grouping: earlier.annotations, by: Key.init)
    var gained: [Annotation] = []
    for (key, there) in Dictionary(grouping: later.annotations, by: Key.init) {
      var open = before.removeValue(forKey: key) ?? []
      var rest: [Annotation] = []
      for annotation in there {
        let content = Content(annotation, in: later)
        if let same = open.firstIndex(where: { Content($0, in: earlier) == content }) {
          kept[annotation.id] = open.remove(at: same).id
        } else {
          rest.append(annotation)
        }
      }
      for (old, new) in zip(open, rest) {
        changes.append(
          Change(
            kind: .changed, before: old, after: new,
            details: Content(old, in: earlier).differences(to: Content(new, in: later))))
      }
      gained += rest.dropFirst(open.count)
      before[key] = Array(open.dropFirst(rest.count))
    }
    // From here on in text order, whatever order the dictionaries have.
    var lost = before.values.flatMap { $0 }.sorted { $0.id < $1.id }
    for new in gained.sorted(by: { $0.id < $1.id }) {
      if let place = lost.firstIndex(where: {
        $0.layer == new.layer && $0.range.overlaps(new.range)
      }) {
        let old = lost.remove(at: place)
        let words = "\(earlier.document.text[old.range]) → \(later.document.text[new.range])"
        changes.append(
          Change(
            kind: .moved, before: old, after: new,
            details: ["span: \(words)"]
              + Content(old, in: earlier).differences(to: Content(new, in: later))))
      } else {
        changes.append(Change(kind: .gained, after: new))
      }
    }
    changes += lost.map { Change(kind: .lost, before: $0) }
    self.kept = kept
    self.changes = changes.sorted { left, right in
      guard let a = left.annotation, let b = right.annotation else { return false }
      if a.range != b.range { return a.range < b.range }
      if a.layer != b.layer { return a.layer < b.layer }
      return (a.id, left.kind.rawValue) < (b.id, right.kind.rawValue)
    }
  }

  /// Layer and span.
  private struct Key: Hashable {
    var layer: String
    var range: TextRange
    init(_ annotation: Annotation) {
      layer = annotation.layer
      range = annotation.range
    }
  }

  /// All of an annotation that is a difference, as named words.
  private struct Content: Equatable {
    var fields: [(name: String, value: String)]

    init(_ annotation: Annotation, in set: AnnotationSet) {
      fields = [("type", annotation.type)]
      if let value = annotation.value { fields.append(("value", value.description)) }
      fields += annotation.attributes.map { ($0.key, $0.value.description) }
        .sorted { $0.0 < $1.0 }
      fields += annotation.parts.map { ($0.role, set.document.text[$0.range]) }
      for relation in annotation.relations {
        if let target = set[relation.target] {
          fields.append((relation.role, set.document.text[target.range]))
        }
      }
    }

    static func == (left: Content, right: Content) -> Bool {
      left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
    }

    func differences(to later: Content) -> [String] {
      var words: [String] = []
      var open = later.fields
      for field in fields {
        if let same = open.firstIndex(where: { $0 == field }) {
          open.remove(at: same)
        } else if let other = open.firstIndex(where: { $0.name == field.name }) {
          words.append("\(field.name): \(field.value) → \(open[other].value)")
          open.remove(at: other)
        } else {
          words.append("\(field.name): \(field.value) is gone")
        }
      }
      return words + open.map { "\($0.name): \($0.value) is new" }
    }
  }
}
