// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The annotations of one document, a row each; parts (a claim's source and content) below theirs.
package struct AnnotationTable {
  /// The annotations.
  package var set: AnnotationSet

  /// Makes a table.
  package init(_ set: AnnotationSet) { self.set = set }

  /// Columns id, layer, type, value, span (code points, end exclusive), rule, text.
  package func rendered(_ style: Style = .plain) -> String {
    var table = TextTable([
      .init("id"), .init("layer"), .init("type"), .init("value"), .init("span", .right),
      .init("rule"), .init("text"),
    ])
    for annotation in set.annotations {
      let ink = Ink.label(annotation.label)
      table.rows.append([
        .init("T\(annotation.id)"), .init(annotation.layer), .init(annotation.type),
        .init(annotation.value?.description ?? ""), .init(span(annotation.range)),
        .init(annotation.rule, .dim), .init(set.document.text[annotation.range], ink),
      ])
      for part in annotation.parts {
        table.rows.append([
          "", .init("  " + part.role), "", "", .init(span(part.range)), "",
          .init(set.document.text[part.range]),
        ])
      }
    }
    return table.rendered(style)
  }

  private func span(_ range: TextRange) -> String {
    CodePointSpan.text(of: range, in: set.document.text)
  }
}
