// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// What became of one annotation, ready to be shown.
struct ChangeLine: Encodable {
  /// Id of the document.
  var document: String
  /// gained, lost, moved, changed; `kept` for what the oldest run has already.
  var kind: String
  /// Layer.
  var layer: String
  /// Type.
  var type: String
  /// Code points, end exclusive.
  var start: Int
  /// Code points, end exclusive.
  var end: Int
  /// Words of the span.
  var text: String
  /// What is different.
  var details: [String]
  /// The run in which it happened; nil in a comparison of two.
  var run: String?
  /// What changed about the extractor then.
  var causes: [String]?

  /// A difference between two runs.
  init(_ change: AnnotationDiff.Change, of document: Document) {
    let annotation = change.annotation
    let range = annotation?.range ?? TextRange(0, 0)
    self.document = document.id
    kind = change.kind.rawValue
    layer = annotation?.layer ?? ""
    type = annotation?.type ?? ""
    start = document.text.codePointOffset(of: range.start)
    end = document.text.codePointOffset(of: range.end)
    text = document.text[range]
    details = change.details
    if details.isEmpty, let value = annotation?.value { details = ["value: \(value.description)"] }
  }

  /// An annotation and the run that it goes back to.
  init(_ line: RunBlame.Line, of document: Document) {
    self.init(
      AnnotationDiff.Change(kind: line.kind ?? .gained, after: line.annotation), of: document)
    kind = line.kind?.rawValue ?? "kept"
    if !line.details.isEmpty { details = line.details }
    run = line.run.title
    causes = line.causes.map { "\($0.extractor): \($0.words.joined(separator: ", "))" }
  }

  /// The lines as a table; columns that all leave empty are left out.
  static func table(_ lines: ArraySlice<ChangeLine>, _ style: Style) -> String {
    let isBlame = lines.contains { $0.run != nil }
    let columns: [TextTable.Column] =
      isBlame
      ? [
        .init("run"), .init("what"), .init("layer"), .init("type"), .init("span", .right),
        .init("why"), .init("text"), .init("details"),
      ]
      : [
        .init("what"), .init("layer"), .init("type"), .init("document"), .init("span", .right),
        .init("text"), .init("details"),
      ]
    var table = TextTable(columns)
    for line in lines {
      let ink: Ink? =
        switch line.kind {
        case "gained": .label("Distance")
        case "lost": .error
        default: nil
        }
      let span = TextTable.Cell("\(line.start)-\(line.end)")
      let tail: [TextTable.Cell] = [
        .init(line.text), .init(line.details.joined(separator: "; "), .dim),
      ]
      let head: [TextTable.Cell] =
        isBlame
        ? [
          .init(line.run ?? ""), .init(line.kind, ink), .init(line.layer), .init(line.type), span,
          .init(line.causes?.joined(separator: "; ") ?? ""),
        ]
        : [
          .init(line.kind, ink), .init(line.layer), .init(line.type), .init(line.document), span,
        ]
      table.rows.append(head + tail)
    }
    return table.rendered(style)
  }
}
