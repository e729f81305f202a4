// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Spans of a file that says which texts they belong to, but does not have the texts.
struct LooseSpans {
  /// A span in code points.
  struct Span {
    /// Id of the text.
    var document: String
    /// Id in the file; nil when it has none.
    var id: Int?
    var start: Int
    var end: Int
    /// What the file says stands there.
    var quoted: String?
    /// All but the range; relations lead to ids of the file.
    var annotation: Annotation
    /// Further spans: role and offsets.
    var parts: [(role: String, offsets: Range<Int>)] = []
    var line: Int
  }

  private let file: String
  private var order: [String] = []
  private var spans: [String: [Span]] = [:]
  private var lines: [String: [Int: Int]] = [:]
  private var problems: [FormatError] = []

  init(file: String) { self.file = file }

  mutating func add(_ span: Span) {
    if spans[span.document] == nil { order.append(span.document) }
    if let id = span.id {
      if let first = lines[span.document]?[id] {
        return problem(
          span.line,
          "id T\(id) of \(span.document) is already that of line \(first). Give this one a free "
            + "number.")
      }
      lines[span.document, default: [:]][id] = span.line
    }
    spans[span.document, default: []].append(span)
  }

  mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }

  /// The documents that spans name, in the order in which they are named first.
  mutating func imported(with texts: KnownTexts?) -> Imported {
    guard let texts else {
      problem(1, "the format has no texts in it: name them, too.")
      return Imported(sets: [], problems: problems)
    }
    var sets: [AnnotationSet] = []
    for id in order {
      let spans = spans[id] ?? []
      guard let document = texts[id] else {
        problem(spans.first?.line ?? 1, texts.missing(id))
        continue
      }
      sets.append(set(of: spans, document))
    }
    return Imported(sets: sets, problems: problems)
  }

  private mutating func set(of spans: [Span], _ document: Document) -> AnnotationSet {
    let items = spans.map { span in
      SpanImport.Item(
        start: span.start, end: span.end, label: span.annotation.label, quoted: span.quoted,
        line: span.line)
    }
    let found = SpanImport(items, of: document.text, unit: .codepoint, file: file)
    problems += found.problems
    let table = OffsetTable(document.text, unit: .codepoint)
    var annotations: [Annotation] = []
    for place in found.annotations {
      let span = spans[place.id - 1]
      var annotation = span.annotation
      annotation.range = place.range
      // Rows without an id cannot be meant by a relation.
      annotation.id = span.id ?? -place.id
      for part in span.parts {
        guard let range = table.range(from: part.offsets.lowerBound, to: part.offsets.upperBound)
        else {
          problem(
            span.line,
            "\(part.role) at \(part.offsets.lowerBound)..<\(part.offsets.upperBound) is no stretch "
              + "of the text, which has \(document.text.codePointCount) code points.")
          continue
        }
        annotation.parts.append(Part(part.role, range))
      }
      for link in annotation.relations where lines[document.id]?[link.target] == nil {
        problem(
          span.line,
          "relation \(link.role) leads to T\(link.target), which \(document.id) does not have.")
      }
      annotations.append(annotation)
    }
    return AnnotationSet(document: document, annotations: annotations)
  }
}
