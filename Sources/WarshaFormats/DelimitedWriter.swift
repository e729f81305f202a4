// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a row for each annotation, quoted as RFC 4180 says, lines ended by LF.
///
/// `start_scalar` and `end_scalar` are code points, end exclusive. Fields that a spreadsheet would take
/// for a formula are guarded, see `SpreadsheetGuard`. `attributes` has the form of a brat note,
/// `parts` holds `role start..<end`, `relations` `role=T7`.
package struct DelimitedWriter: ExchangeWriter {
  /// What stands between two fields: `,` or a tab.
  package var delimiter: Unicode.Scalar

  /// Columns without which a row is no annotation.
  static let needed = ["document", "label", "start_scalar", "end_scalar"]

  /// Makes a writer.
  package init(delimiter: Unicode.Scalar) { self.delimiter = delimiter }

  package var opening: String {
    row([
      "document", "id", "layer", "label", "type", "start_scalar", "end_scalar", "text", "value",
      "attributes", "rule", "extractor", "version", "confidence", "parts", "relations",
    ])
  }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    let text = set.document.text
    var rows = ""
    var losses = LossList()
    func offset(_ position: Int) -> String { String(text.codePointOffset(of: position)) }
    for item in set.annotations {
      let pairs = item.attributes.map {
        BratNote.Pair(key: $0.key, value: $0.value.description)
      }
      let parts = item.parts.map {
        "\($0.role) \(offset($0.range.start))..<\(offset($0.range.end))"
      }
      rows += row([
        set.document.id, "T\(item.id)", item.layer, item.label, item.type,
        offset(item.range.start), offset(item.range.end), text[item.range],
        item.value?.description ?? "", BratNote.text(of: pairs), item.rule, item.extractor,
        item.version, Scalar.number(item.confidence).description, parts.joined(separator: "; "),
        item.relations.map { "\($0.role)=T\($0.target)" }.joined(separator: "; "),
      ])
      if !item.evidence.isEmpty { losses.add(.evidence, at: item.range, in: set.document) }
    }
    if rows.isEmpty { losses.add(.emptyDocument, naming: set.document.id, in: set.document) }
    return Exported(bytes: Array(rows.utf8), losses: losses)
  }

  private func row(_ fields: [String]) -> String {
    fields.map { quoted(SpreadsheetGuard.guarded($0)) }.joined(
      separator: String(Character(delimiter))) + "\n"
  }

  private func quoted(_ field: String) -> String {
    // Scalars, because \r\n is one character and equals neither.
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == delimiter
    }
    guard needsQuotes else { return field }
    var scalars = String.UnicodeScalarView()
    scalars.append("\"")
    for scalar in field.unicodeScalars {
      if scalar == "\"" { scalars.append("\"") }
      scalars.append(scalar)
    }
    scalars.append("\"")
    return String(scalars)
  }
}
