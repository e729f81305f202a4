// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Checks what an extractor made of one document against its manifest and the text.
struct OutputCheck {
  let manifest: ExtractorManifest
  let input: String

  func violations(in result: AnnotationSet) -> [Violation] {
    // The host refuses wild spans and undeclared labels, and says so in an error.
    var violations = result.diagnostics.filter { $0.severity == .error }
      .map { Violation("no error", on: input, $0.message) }
    for annotation in result.annotations where annotation.extractor == manifest.id {
      violations += self.violations(of: annotation, in: result.document.text)
    }
    return violations
  }

  private func violations(of annotation: Annotation, in text: SourceText) -> [Violation] {
    var violations: [Violation] = []
    let place = "\(annotation.label) at \(annotation.range.start)..\(annotation.range.end)"
    func demand(_ isMet: Bool, _ what: String, _ detail: String) {
      if !isMet { violations.append(Violation(what, on: input, "\(place) \(detail)")) }
    }
    for range in [annotation.range] + annotation.parts.map(\.range) {
      let isInside =
        !range.isEmpty && text.isScalarBoundary(range.start) && text.isScalarBoundary(range.end)
      demand(isInside, "spans on characters of the text", "has \(range.start)..\(range.end)")
    }
    demand(
      manifest.layers.contains(annotation.layer), "layers of the manifest",
      "is of layer \"\(annotation.layer)\"")
    demand(manifest.labels.contains(annotation.label), "labels of the manifest", "is not declared")
    demand(
      manifest.types.contains(annotation.type) || manifest.types.isEmpty && annotation.type.isEmpty,
      "types of the manifest", "has the type \"\(annotation.type)\"")
    demand(!annotation.rule.isEmpty, "a rule", "names no rule")
    demand(
      (0...1).contains(annotation.confidence), "a confidence from 0 to 1",
      "has \(annotation.confidence)")
    return violations
  }
}
