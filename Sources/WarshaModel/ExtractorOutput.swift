// SPDX-License-Identifier: Apache-2.0

/// What one extractor found in one document, free of the numbers of the run that found it.
///
/// A run numbers the annotations of all its extractors together, so the same output has other
/// numbers beside other extractors. Here an annotation is known by its place in the output of its
/// extractor, which lets an output be kept and put beside any others.
package struct ExtractorOutput: Sendable, Equatable {
  /// A relation, of places.
  package struct Link: Sendable, Equatable {
    /// Place of the annotation that the relation belongs to, from 0.
    package var annotation: Int
    /// Name of the relation.
    package var role: String
    /// Extractor that made the target.
    package var extractor: String
    /// Place of the target in the output of that extractor, from 0.
    package var target: Int

    /// Makes a link.
    package init(annotation: Int, role: String, extractor: String, target: Int) {
      self.annotation = annotation
      self.role = role
      self.extractor = extractor
      self.target = target
    }
  }

  /// In the order of emission, without relations and with `id` 0.
  package var annotations: [Annotation]
  /// The relations, by annotation and then in their order.
  package var links: [Link]
  /// What the extractor said.
  package var diagnostics: [Diagnostic]
  /// Whether another run would find the same: not where the extractor failed or complained of an
  /// error, or one that it reads did.
  package var isSure: Bool

  /// Makes an output.
  package init(
    annotations: [Annotation] = [], links: [Link] = [], diagnostics: [Diagnostic] = [],
    isSure: Bool = true
  ) {
    self.annotations = annotations
    self.links = links
    self.diagnostics = diagnostics
    self.isSure = isSure
  }
}

/// The annotations of several extractors on one document, numbered together from 1 in the order in
/// which the extractors ran.
package struct OutputSequence: Sendable {
  /// All annotations; `id` is the place plus one.
  package private(set) var annotations: [Annotation] = []
  /// Where the annotations of each extractor begin.
  private var starts: [String: Int] = [:]
  /// Where those of the one that began last do.
  private var start = 0

  package init() {}

  /// Says that the annotations from here on are of an extractor.
  package mutating func begin(_ extractor: String) {
    start = annotations.count
    starts[extractor] = start
  }

  /// Appends an annotation whose relations lead to numbers of this sequence.
  ///
  /// - Returns: Its number.
  package mutating func append(_ annotation: Annotation) -> Int {
    annotations.append(annotation)
    annotations[annotations.count - 1].id = annotations.count
    return annotations.count
  }

  /// How many annotations the extractor that began last has.
  package var currentCount: Int { annotations.count - start }

  /// Takes back the annotations of the extractor that began last.
  package mutating func dropCurrent() { annotations.removeSubrange(start...) }

  /// Appends an output that was kept. A link to what is not here is dropped.
  package mutating func append(_ output: ExtractorOutput, of extractor: String) {
    begin(extractor)
    for annotation in output.annotations { _ = append(annotation) }
    for link in output.links where output.annotations.indices.contains(link.annotation) {
      guard let origin = starts[link.extractor], link.target >= 0,
        origin + link.target < annotations.count
      else { continue }
      annotations[start + link.annotation].relations.append(
        Relation(link.role, target: origin + link.target + 1))
    }
  }

  /// The annotations of some extractors, and those of others that a relation of these leads to.
  package func annotations(of wanted: Set<String>) -> [Annotation] {
    if starts.keys.allSatisfy(wanted.contains) { return annotations }
    let targets = Set(
      annotations.lazy.filter { wanted.contains($0.extractor) }
        .flatMap { $0.relations.map(\.target) })
    return annotations.filter { wanted.contains($0.extractor) || targets.contains($0.id) }
  }

  /// The output of the extractor that began last.
  package func currentOutput(
    diagnostics: [Diagnostic], isSure: Bool = true
  ) -> ExtractorOutput {
    var output = ExtractorOutput(diagnostics: diagnostics, isSure: isSure)
    for (place, annotation) in annotations[start...].enumerated() {
      var own = annotation
      own.id = 0
      own.relations = []
      output.annotations.append(own)
      for relation in annotation.relations {
        let target = annotations[relation.target - 1]
        output.links.append(
          ExtractorOutput.Link(
            annotation: place, role: relation.role, extractor: target.extractor,
            target: relation.target - 1 - (starts[target.extractor] ?? 0)))
      }
    }
    return output
  }
}
