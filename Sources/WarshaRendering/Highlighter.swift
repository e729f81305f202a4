// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Annotations in the running text.
///
/// Without colour a span reads `[Homs]Loc`. In colour it has the colour of its label; where spans
/// share text, the innermost colours it and the ends of all of them are marked like without colour.
/// The text's own characters all appear, in their order; lines are wrapped after the blanks where
/// they break.
package struct Highlighter {
  /// The text.
  package var text: SourceText
  /// What is marked in it, in any order; empty spans are left out.
  package var annotations: [Annotation]
  /// The part of the text to show; nil for all.
  package var range: TextRange?

  /// Makes a highlighter.
  package init(_ text: SourceText, _ annotations: [Annotation], in range: TextRange? = nil) {
    self.text = text
    self.annotations = annotations
    self.range = range
  }

  /// The same with the parts of annotations marked like annotations, by their role: a claim's
  /// `Source` and `Content` beside its cue.
  package func showingParts() -> Highlighter {
    var wider = self
    for annotation in annotations {
      wider.annotations += annotation.parts.map { part in
        let label = part.role.prefix(1).uppercased() + part.role.dropFirst()
        return Annotation(
          layer: annotation.layer, label: label, type: annotation.type, range: part.range,
          rule: annotation.rule)
      }
    }
    return wider
  }

  /// The text with its annotations marked.
  ///
  /// On a terminal (a style with a width) its control characters are shown, not obeyed, apart from
  /// line feed and tab.
  ///
  /// O(t + a · d) for t units of text, a annotations, and at most d of them at one place.
  package func rendered(_ style: Style = .plain) -> String {
    let part = shownRange
    var line = HighlightLine(style: style)
    var spans = OpenSpans(annotations.filter { !$0.range.isEmpty && $0.range.overlaps(part) })
    let shown = text[part]
    var position = part.start
    for scalar in shown.unicodeScalars {
      spans.close(through: position) { line.closeSpan($0, isShared: $1) }
      spans.open(through: position) { line.openSpan($0, isShared: $1) }
      line.append(scalar, spans.innermost.map { .label($0.label) })
      position += UTF16.width(scalar)
    }
    spans.close(through: part.end) { line.closeSpan($0, isShared: $1) }
    spans.closeAll { line.closeSpan($0, isShared: $1) }
    return line.finish()
  }

  /// One line: each label as it looks in the text, and how often; empty without annotations.
  package func legend(_ style: Style = .plain) -> String {
    let part = shownRange
    var counts: [String: Int] = [:]
    for annotation in annotations where annotation.range.overlaps(part) {
      counts[annotation.label, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { label, count in
      let code = LabelCode.of(label)
      let name = code == label ? label : "\(label) (\(code))"
      return style.paint(name, .label(label)) + " \(count)"
    }.joined(separator: "  ")
  }

  private var shownRange: TextRange {
    let whole = TextRange(0, text.count)
    guard let range else { return whole }
    return TextRange(max(range.start, 0), min(range.end, text.count))
  }
}
