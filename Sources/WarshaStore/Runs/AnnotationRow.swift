// SPDX-License-Identifier: Apache-2.0

import GRDB
import WarshaFormats
import WarshaModel

/// An annotation as a row: what people ask for in columns of their own, the rest as JSON in
/// `detail`.
struct AnnotationRow {
  var annotation: Annotation
  /// Relations of this annotation.
  var links: [ExtractorOutput.Link]

  /// The values of the columns behind `output` and `place`.
  func columns(of text: SourceText) -> [(any DatabaseValueConvertible)?] {
    [
      annotation.layer, annotation.label, annotation.type,
      text.codePointOffset(of: annotation.range.start),
      text.codePointOffset(of: annotation.range.end), text[annotation.range],
      annotation.value?.description, annotation.rule, annotation.version, annotation.confidence,
      detail(text),
    ]
  }

  private func detail(_ text: SourceText) -> String {
    var json = JSONBytes()
    json.raw("{\"value\":")
    json.scalar(annotation.value)
    json.raw(",\"attributes\":{")
    for (place, attribute) in annotation.attributes.enumerated() {
      if place > 0 { json.raw(",") }
      json.string(attribute.key)
      json.raw(":")
      json.scalar(attribute.value)
    }
    json.raw("},\"parts\":[")
    for (place, part) in annotation.parts.enumerated() {
      json.raw(place > 0 ? ",[" : "[")
      json.string(part.role)
      json.raw(",")
      json.integer(text.codePointOffset(of: part.range.start))
      json.raw(",")
      json.integer(text.codePointOffset(of: part.range.end))
      json.raw("]")
    }
    json.raw("],\"links\":[")
    for (place, link) in links.enumerated() {
      json.raw(place > 0 ? ",[" : "[")
      json.string(link.role)
      json.raw(",")
      json.string(link.extractor)
      json.raw(",")
      json.integer(link.target)
      json.raw("]")
    }
    json.raw("],\"evidence\":[")
    for (place, line) in annotation.evidence.enumerated() {
      if place > 0 { json.raw(",") }
      json.string(line)
    }
    json.raw("]}")
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension AnnotationRow {
  /// Reads a row; nil when it does not fit the text or is not what `columns` writes, as in a file
  /// that another program changed.
  init?(_ row: Row, extractor: String, text: SourceText) {
    guard let place: Int = row["place"], let range = Self.range(row["start"], row["end"], text),
      let detail: String = row["detail"], let json = try? JSONValue(parsing: detail.utf8)
    else { return nil }
    annotation = Annotation(
      layer: row["layer"], label: row["label"], type: row["type"], range: range,
      value: json["value"].flatMap(Self.scalar), extractor: extractor, version: row["version"],
      rule: row["rule"], confidence: row["confidence"])
    if case .object(let members)? = json["attributes"] {
      annotation.attributes = members.compactMap { member in
        Self.scalar(member.value).map { Attribute(member.key, $0) }
      }
    }
    for part in json["parts"]?.array ?? [] {
      guard let fields = part.array, fields.count == 3, let role = fields[0].string,
        let range = Self.range(fields[1].integer, fields[2].integer, text)
      else { return nil }
      annotation.parts.append(Part(role, range))
    }
    links = []
    for link in json["links"]?.array ?? [] {
      guard let fields = link.array, fields.count == 3, let role = fields[0].string,
        let maker = fields[1].string, let target = fields[2].integer
      else { return nil }
      links.append(
        ExtractorOutput.Link(annotation: place, role: role, extractor: maker, target: target))
    }
    annotation.evidence = (json["evidence"]?.array ?? []).compactMap(\.string)
  }

  private static func range(_ start: Int?, _ end: Int?, _ text: SourceText) -> TextRange? {
    guard let start, let end, start <= end, let from = text.position(ofCodePoint: start),
      let to = text.position(ofCodePoint: end)
    else { return nil }
    return TextRange(from, to)
  }

  private static func scalar(_ value: JSONValue) -> Scalar? {
    switch value {
    case .string(let text): .text(text)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .null, .array, .object: nil
    }
  }
}
