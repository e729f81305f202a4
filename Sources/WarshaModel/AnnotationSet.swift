// SPDX-License-Identifier: Apache-2.0

/// The annotations of one document: gold or made by extractors.
public struct AnnotationSet: Sendable {
  /// What is annotated.
  public var document: Document
  /// In text order, ids 1, 2, 3 ….
  public private(set) var annotations: [Annotation]
  /// What was met on the way.
  public var diagnostics: [Diagnostic]

  /// Makes a set: sorts the annotations into text order (longer spans first where they begin
  /// together, then by layer), numbers them from 1 and adjusts relations. A relation whose target
  /// is not among them is dropped.
  public init(document: Document, annotations: [Annotation], diagnostics: [Diagnostic] = []) {
    self.document = document
    self.diagnostics = diagnostics
    let order = annotations.indices.sorted { left, right in
      let (a, b) = (annotations[left], annotations[right])
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      if a.range.end != b.range.end { return a.range.end > b.range.end }
      return a.layer == b.layer ? left < right : a.layer < b.layer
    }
    var newID: [Int: Int] = [:]
    for (place, index) in order.enumerated() { newID[annotations[index].id] = place + 1 }
    self.annotations = order.enumerated().map { place, index in
      var annotation = annotations[index]
      annotation.id = place + 1
      if !annotation.relations.isEmpty {
        annotation.relations = annotation.relations.compactMap { relation in
          newID[relation.target].map { Relation(relation.role, target: $0) }
        }
      }
      return annotation
    }
  }

  /// The annotations of one layer, in text order.
  public func layer(_ name: String) -> [Annotation] {
    annotations.filter { $0.layer == name }
  }

  /// The annotation of an id; nil outside 1 … count.
  public subscript(id: Int) -> Annotation? {
    annotations.indices.contains(id - 1) ? annotations[id - 1] : nil
  }
}
