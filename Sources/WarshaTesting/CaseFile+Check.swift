// SPDX-License-Identifier: Apache-2.0

import WarshaModel

extension CaseFile {
  /// Runs every case; what was expected and not found, and what was found and not expected.
  public func violations(of extractor: ExtractorUnderTest) -> [Violation] {
    cases.flatMap { $0.violations(of: extractor) }
  }
}

extension CaseFile.Case {
  /// Runs the case.
  public func violations(of extractor: ExtractorUnderTest) -> [Violation] {
    let result = extractor.annotate(text, date: date)
    var unmet = expectations
    var found = result.annotations.filter { $0.extractor == extractor.manifest.id }
    found.removeAll { annotation in
      guard let index = unmet.firstIndex(where: { isMet($0, by: annotation, in: result) }) else {
        return false
      }
      unmet.remove(at: index)
      return true
    }
    let missing = unmet.map { Violation("expected", on: name, describe($0)) }
    let surplus = found.map { Violation("found", on: name, describe($0, in: result)) }
    let errors = result.diagnostics.filter { $0.severity == .error }
      .map { Violation("no error", on: name, $0.message) }
    return missing + surplus + errors
  }

  private func isMet(
    _ wanted: CaseFile.Expectation, by annotation: Annotation, in result: AnnotationSet
  ) -> Bool {
    let surface = result.document.text[annotation.range]
    guard annotation.label == wanted.label, surface == wanted.surface,
      wanted.type == nil || wanted.type == annotation.type,
      occurrence(of: annotation.range, in: result.document.text) == wanted.occurrence,
      wanted.value.isEmpty || wanted.value == annotation.value?.description ?? "-"
    else { return false }
    return wanted.attributes.allSatisfy { key, value in
      annotation.attribute(key)?.description == value
    }
  }

  /// How many times the surface of a span begins at or before it.
  private func occurrence(of range: TextRange, in text: SourceText) -> Int {
    let surface = text.units[range.start..<range.end]
    return (0...range.start).count { text.units[$0...].starts(with: surface) }
  }

  private func describe(_ wanted: CaseFile.Expectation) -> String {
    let attributes = wanted.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    return "\(wanted.label)\(wanted.type.map { "/" + $0 } ?? "") "
      + "\u{2068}\(wanted.surface)\u{2069} (\(wanted.occurrence)) = \(wanted.value)"
      + attributes.joined()
  }

  private func describe(_ annotation: Annotation, in result: AnnotationSet) -> String {
    let text = result.document.text
    let attributes = annotation.attributes.map { " \($0.key)=\($0.value.description)" }
    return "\(annotation.label)/\(annotation.type) \u{2068}\(text[annotation.range])\u{2069} "
      + "(\(occurrence(of: annotation.range, in: text))) = "
      + (annotation.value?.description ?? "-") + attributes.joined() + " by \(annotation.rule)"
  }
}
