// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads WebAnno TSV 3, a document a file.
///
/// The label of a span is its feature `label`, or `value` in the layer NamedEntity, or the name of its
/// layer; `subtype`, `value` and `attributes` are what `WebAnnoWriter` makes of them, other features
/// are attributes. The format has no text between sentences: a known text of the file's name is taken
/// whole, else a line break stands there.
package struct WebAnnoReader: ExchangeReader {
  private let texts: KnownTexts?

  /// Makes a reader.
  package init(texts: KnownTexts? = nil) { self.texts = texts }

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    let lines = WebAnnoFile(bytes, file: file)
    var problems = lines.problems
    if lines.sentences.isEmpty {
      let reason = "there is no #Text= line, so there is no text."
      return Imported(
        sets: [], problems: problems + [FormatError(file: file, line: 1, reason)])
    }
    let id = FileName.stem(of: file)
    let document = texts?[id] ?? Document(id: id, text: Self.text(of: lines.sentences))
    let found = WebAnnoSpans(lines, name: file)
    problems += found.problems
    var items = found.spans.map { span in
      SpanImport.Item(
        start: span.start, end: span.end, label: Self.label(of: span), quoted: nil, line: span.line)
    }
    items += lines.sentences.flatMap(\.rows).map { row in
      SpanImport.Item(
        start: row.start, end: row.end, label: nil, quoted: row.form, line: row.line)
    }
    let spans = SpanImport(items, of: document.text, unit: .utf16, file: file)
    problems += spans.problems
    var links = SpanLinks(
      spans.annotations.map { Self.filled($0, from: found.spans[$0.id - 1]) })
    // Rows have them in the order of their targets: from comes before to all the same.
    let inOrder = found.links.sorted { ($0.from, $0.role, $0.to) < ($1.from, $1.role, $1.to) }
    for link in inOrder { links.add(link.role, from: link.from + 1, to: link.to + 1) }
    var diagnostics = found.spans.compactMap { span in
      span.gap.map { line in
        Diagnostic(
          .warning, origin: "reader",
          "\(file):\(line): \(Self.label(of: span)) of line \(span.line) leaves tokens out: it is "
            + "taken for one stretch.")
      }
    }
    for layer in lines.layers where layer.kind == .other {
      diagnostics.append(
        Diagnostic(
          .warning, origin: "reader", "\(file): the layer \(layer.name) of chains is left out."))
    }
    return Imported(
      sets: [
        AnnotationSet(document: document, annotations: links.whole, diagnostics: diagnostics)
      ], problems: problems)
  }

  /// The sentences at the places that their tokens say.
  private static func text(of sentences: [WebAnnoFile.Sentence]) -> SourceText {
    var units: [UInt16] = []
    for sentence in sentences {
      let line = Array(sentence.text.utf16)
      var start = units.count
      if let token = sentence.rows.first {
        let form = Array(token.form.utf16)
        let lead = line.indices.first { line[$0...].starts(with: form) } ?? 0
        start = max(start, min(token.start - lead, units.count + longestGap))
      }
      for place in units.count..<start {
        units.append(place == units.count && place > 0 ? 0x0A : 0x20)
      }
      units += line
    }
    // A text without a token is one sentence, which is all of it.
    let isWhole = sentences.allSatisfy(\.rows.isEmpty)
    return SourceText(units: isWhole ? units : units + [0x0A])
  }

  /// UTF-16 units that may lie between two sentences: the text between is made up.
  private static let longestGap = 100_000

  private static func label(of span: WebAnnoSpans.Span) -> String {
    if let label = span.values["label"] { return label }
    return span.layer.name == "NamedEntity"
      ? span.values["value"] ?? span.layer.name : span.layer.name
  }

  private static func filled(
    _ annotation: Annotation, from span: WebAnnoSpans.Span
  ) -> Annotation {
    var annotation = annotation
    let note = span.values["attributes"].flatMap(BratNote.pairs)
    annotation.apply(note ?? [])
    for feature in span.layer.features {
      guard let value = span.values[feature] else { continue }
      switch feature {
      case "label": break
      case "subtype": annotation.type = value
      case "value" where span.layer.name == "NamedEntity": break
      case "value": annotation.value = Annotation.value(value, ofLayer: annotation.layer)
      case "attributes" where note != nil: break
      default:
        annotation.attributes.append(
          Attribute(feature, BratNote.scalar(value, key: feature)))
      }
    }
    return annotation
  }
}
