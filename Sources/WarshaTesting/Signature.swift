// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A result as lines that can be compared and read.
enum Signature {
  /// Everything: annotations and diagnostics.
  static func whole(_ set: AnnotationSet) -> [String] {
    set.annotations.map { line($0) + $0.evidence.map { " | \($0)" }.joined() }
      + set.diagnostics.map { "\($0.severity) of \($0.origin): \($0.message)" }
  }

  /// Everything but the evidence, which is only made when it is wanted.
  static func withoutEvidence(_ set: AnnotationSet) -> [String] {
    set.annotations.map(line)
      + set.diagnostics.map { "\($0.severity) of \($0.origin): \($0.message)" }
  }

  private static func line(_ annotation: Annotation) -> String {
    var words = [
      "\(annotation.id)", "\(annotation.layer)/\(annotation.label)/\(annotation.type)",
      "\(annotation.range.start)..\(annotation.range.end)",
      annotation.value.map { "\($0)" } ?? "-", annotation.rule, "\(annotation.confidence)",
    ]
    words += annotation.attributes.map { "\($0.key)=\($0.value)" }
    words += annotation.relations.map { "\($0.role)#\($0.target)" }
    words += annotation.parts.map { "\($0.role) \($0.range.start)..\($0.range.end)" }
    return words.joined(separator: " ")
  }
}
