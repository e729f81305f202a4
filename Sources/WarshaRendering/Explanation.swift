// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Why an annotation is there: its rule, what it says, and the steps that led to it.
package struct Explanation {
  /// The annotation.
  package var annotation: Annotation
  /// The set it belongs to; relations lead to others of it.
  package var set: AnnotationSet

  /// Code points of context on each side of the span.
  private static let context = 40

  /// Makes an explanation.
  package init(_ annotation: Annotation, in set: AnnotationSet) {
    self.annotation = annotation
    self.set = set
  }

  /// A heading, the place, a line for each thing known, the numbered evidence.
  package func rendered(_ style: Style = .plain) -> String {
    var lines = [heading(style), "  " + place(style)]
    for (name, value) in facts where !value.isEmpty {
      let label = name + String(repeating: " ", count: max(1, 12 - name.count))
      lines.append("  " + style.paint(label, .dim) + style.isolate(Style.oneLine(value)))
    }
    if annotation.evidence.isEmpty {
      lines.append("  " + style.paint("evidence    ", .dim) + "none was recorded")
    } else {
      lines.append("  " + style.paint("evidence", .dim))
      for (index, step) in annotation.evidence.enumerated() {
        lines.append("    \(pad(index + 1)). " + style.isolate(Style.oneLine(step)))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ style: Style) -> String {
    let text = style.isolate(Style.oneLine(set.document.text[annotation.range]))
    return style.paint("T\(annotation.id) \(annotation.label)", .label(annotation.label))
      + " " + style.paint(text, .bold)
  }

  /// The span in its surroundings, on one line.
  private func place(_ style: Style) -> String {
    let text = set.document.text
    let start = text.codePointOffset(of: annotation.range.start) - Self.context
    let end = text.codePointOffset(of: annotation.range.end) + Self.context
    let around = TextRange(
      text.position(ofCodePoint: max(start, 0)) ?? 0,
      text.position(ofCodePoint: min(end, text.codePointCount)) ?? text.count)
    // In brackets: one colour would say no more, and line breaks are shown, not obeyed.
    let marked = Style.oneLine(
      Highlighter(text, [annotation], in: around).rendered(Style(isolates: style.isolates)))
    let ellipsis = "\u{2026}"
    return style.paint(
      (around.start > 0 ? ellipsis : "") + marked + (around.end < text.count ? ellipsis : ""), .dim)
  }

  private var facts: [(String, String)] {
    let text = set.document.text
    var facts = [
      ("type", annotation.type),
      ("value", annotation.value?.description ?? ""),
      ("span", CodePointSpan.text(of: annotation.range, in: text)),
      ("rule", annotation.rule),
      ("extractor", "\(annotation.extractor) \(annotation.version)"),
      ("confidence", Scalar.number(annotation.confidence).description),
    ]
    facts += annotation.attributes.map { ($0.key, $0.value.description) }
    facts += annotation.parts.map { part in
      (part.role, "\(CodePointSpan.text(of: part.range, in: text)) \(text[part.range])")
    }
    facts += annotation.relations.map { relation in
      let target = set[relation.target].map { " \($0.label) \(text[$0.range])" } ?? ""
      return (relation.role, "T\(relation.target)\(target)")
    }
    return facts
  }

  private func pad(_ number: Int) -> String { number < 10 ? " \(number)" : "\(number)" }
}
