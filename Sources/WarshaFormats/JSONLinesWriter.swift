// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes one document a line, as the contract of the `jsonl` format has it.
///
/// `text` of every span is the slice of the source between its offsets. The same set gives the same
/// bytes. Complexity: O(text + annotations).
package struct JSONLinesWriter: Sendable {
  /// What offsets count.
  package var offsetUnit: OffsetUnit
  /// Whether lines hold title and text too, as lines to be read as input do.
  package var writesText: Bool

  /// Makes a writer.
  package init(offsetUnit: OffsetUnit = .codepoint, writesText: Bool = false) {
    self.offsetUnit = offsetUnit
    self.writesText = writesText
  }

  /// The line of a document, its newline included.
  package func line(_ set: AnnotationSet) -> [UInt8] {
    var bytes: [UInt8] = []
    write(set, to: &bytes)
    return bytes
  }

  /// Appends the line of a document, its newline included.
  package func write(_ set: AnnotationSet, to bytes: inout [UInt8]) {
    var json = JSONBytes()
    swap(&json.bytes, &bytes)
    defer { swap(&json.bytes, &bytes) }
    let offsets = OffsetTable(set.document.text, unit: offsetUnit)
    json.raw("{\"id\":")
    json.string(set.document.id)
    if let date = set.document.date {
      json.raw(",\"date\":")
      json.string(date)
    }
    if writesText {
      if let title = set.document.title {
        json.raw(",\"title\":")
        json.string(title)
      }
      json.raw(",\"text\":")
      json.string(set.document.text.units[...])
    }
    json.raw(",\"text_sha256\":\"")
    json.bytes.append(contentsOf: SHA256.hexDigits(of: UTF8Bytes.of(set.document.text)))
    json.raw("\",\"offset_unit\":")
    json.string(offsetUnit.rawValue)
    json.raw(",\"annotations\":")
    json.list(set.annotations) { json, annotation in
      write(annotation, of: set.document.text, offsets, to: &json)
    }
    json.raw(",\"diagnostics\":")
    json.list(set.document.diagnostics + set.diagnostics) { json, diagnostic in
      json.raw("{\"severity\":")
      json.string(diagnostic.severity.rawValue)
      json.raw(",\"origin\":")
      json.string(diagnostic.origin)
      json.raw(",\"message\":")
      json.string(diagnostic.message)
      if let range = diagnostic.range { limits(range, offsets, first: false, to: &json) }
      json.raw("}")
    }
    json.raw("}\n")
  }

  private func write(
    _ annotation: Annotation, of text: SourceText, _ offsets: OffsetTable, to json: inout JSONBytes
  ) {
    json.raw("{\"id\":")
    json.reference(annotation.id)
    json.raw(",\"layer\":")
    json.string(annotation.layer)
    json.raw(",\"label\":")
    json.string(annotation.label)
    json.raw(",\"type\":")
    json.string(annotation.type)
    limits(annotation.range, offsets, first: false, to: &json)
    json.raw(",\"text\":")
    json.string(text.slice(annotation.range))
    json.raw(",\"value\":")
    json.scalar(annotation.value)
    writeParts(annotation, of: text, offsets, to: &json)
    json.raw(",\"attributes\":{")
    for (place, attribute) in annotation.attributes.enumerated() {
      if place > 0 { json.raw(",") }
      json.string(attribute.key)
      json.raw(":")
      json.scalar(attribute.value)
    }
    json.raw("},\"relations\":")
    json.list(annotation.relations) { json, relation in
      json.raw("{\"role\":")
      json.string(relation.role)
      json.raw(",\"target\":")
      json.reference(relation.target)
      json.raw("}")
    }
    json.raw(",\"extractor\":")
    json.string(annotation.extractor)
    json.raw(",\"version\":")
    json.string(annotation.version)
    json.raw(",\"rule\":")
    json.string(annotation.rule)
    json.raw(",\"confidence\":")
    json.number(annotation.confidence)
    if !annotation.evidence.isEmpty {
      json.raw(",\"evidence\":")
      json.list(annotation.evidence) { json, step in json.string(step) }
    }
    json.raw("}")
  }

  /// A claim has always the keys `cue`, `source` and `content`, the last two null when absent; any
  /// other part has its role as key.
  ///
  /// Of several parts of one role the first is written.
  private func writeParts(
    _ annotation: Annotation, of text: SourceText, _ offsets: OffsetTable, to json: inout JSONBytes
  ) {
    let isClaim = annotation.layer == "claims"
    if !isClaim && annotation.parts.isEmpty { return }
    var parts: [(role: String, range: TextRange?)] = []
    if isClaim {
      parts = [("cue", annotation.range)]
      parts += ["source", "content"].map { ($0, annotation.part($0)) }
    }
    for part in annotation.parts where !parts.contains(where: { $0.role == part.role }) {
      parts.append((part.role, part.range))
    }
    for (role, range) in parts {
      json.raw(",")
      json.string(role)
      json.raw(":")
      guard let range else {
        json.raw("null")
        continue
      }
      json.raw("{")
      limits(range, offsets, first: true, to: &json)
      json.raw(",\"text\":")
      json.string(text.slice(range))
      json.raw("}")
    }
  }

  private func limits(
    _ range: TextRange, _ offsets: OffsetTable, first: Bool, to json: inout JSONBytes
  ) {
    if !first { json.raw(",") }
    json.raw("\"start\":")
    json.integer(offsets.offset(of: range.start))
    json.raw(",\"end\":")
    json.integer(offsets.offset(of: range.end))
  }
}

extension JSONBytes {
  /// Appends an array.
  fileprivate mutating func list<T>(_ items: [T], _ write: (inout JSONBytes, T) -> Void) {
    raw("[")
    for (place, item) in items.enumerated() {
      if place > 0 { raw(",") }
      write(&self, item)
    }
    raw("]")
  }

  /// Appends the name of an annotation, `"T7"`.
  fileprivate mutating func reference(_ id: Int) {
    raw("\"T")
    integer(id)
    raw("\"")
  }
}

extension SourceText {
  /// The units of a range, cut to the text.
  fileprivate func slice(_ range: TextRange) -> ArraySlice<UInt16> {
    let start = min(max(range.start, 0), count)
    return units[start..<min(max(range.end, start), count)]
  }
}
