// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a FeatureCollection of RFC 7946: a point `[lon, lat]` for each mention of a place that has
/// the attributes `lat` and `lon`, in degrees of WGS 84. `start` and `end` are code points.
package struct GeoJSONWriter: ExchangeWriter {
  /// Makes a writer.
  package init() {}

  package var opening: String { "{\"type\":\"FeatureCollection\",\"features\":[\n" }
  package var separator: String { ",\n" }
  package var closing: String { "\n]}\n" }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    var json = JSONBytes()
    var losses = LossList()
    for item in set.annotations {
      guard item.layer == "locations" else {
        losses.add(.otherLabel, at: item.range, in: set.document)
        continue
      }
      guard let latitude = degrees("lat", of: item, limit: 90),
        let longitude = degrees("lon", of: item, limit: 180)
      else {
        losses.add(.withoutCoordinates, at: item.range, in: set.document)
        continue
      }
      if !json.bytes.isEmpty { json.raw(",\n") }
      json.raw("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[")
      json.number(longitude)
      json.raw(",")
      json.number(latitude)
      json.raw("]},\"properties\":")
      properties(of: item, in: set.document, to: &json)
      json.raw("}")
      for relation in item.relations {
        losses.add(.relation, at: item.range, in: set.document, naming: relation.role)
      }
      if !item.evidence.isEmpty { losses.add(.evidence, at: item.range, in: set.document) }
    }
    if json.bytes.isEmpty {
      losses.add(.emptyDocument, naming: set.document.id, in: set.document)
    }
    return Exported(bytes: json.bytes, losses: losses)
  }

  private func properties(
    of item: Annotation, in document: Document, to json: inout JSONBytes
  ) {
    json.raw("{\"doc\":")
    json.string(document.id)
    json.raw(",\"start\":")
    json.integer(document.text.codePointOffset(of: item.range.start))
    json.raw(",\"end\":")
    json.integer(document.text.codePointOffset(of: item.range.end))
    json.raw(",\"text\":")
    json.string(document.text[item.range])
    json.raw(",\"name\":")
    json.scalar(item.value)
    json.raw(",\"type\":")
    json.string(item.type)
    for attribute in item.attributes where !Self.taken.contains(attribute.key) {
      json.raw(",")
      json.string(attribute.key)
      json.raw(":")
      if attribute.key == "candidates" {
        list(attribute.value.description, to: &json)
      } else {
        json.scalar(attribute.value)
      }
    }
    json.raw(",\"score\":")
    json.number(item.confidence)
    json.raw(",\"extractor\":")
    json.string(item.extractor)
    json.raw(",\"version\":")
    json.string(item.version)
    json.raw(",\"rule\":")
    json.string(item.rule)
    json.raw("}")
  }

  /// Appends the entries of a list whose separator is `|`.
  private func list(_ entries: String, to json: inout JSONBytes) {
    json.raw("[")
    for (place, entry) in entries.split(separator: "|").enumerated() {
      if place > 0 { json.raw(",") }
      json.string(String(entry))
    }
    json.raw("]")
  }

  /// Properties with a meaning of their own, and the coordinates.
  static let taken: Set<String> = [
    "doc", "start", "end", "text", "name", "type", "score", "extractor", "version", "rule", "lat",
    "lon",
  ]

  private func degrees(_ key: String, of item: Annotation, limit: Double) -> Double? {
    guard case .number(let value) = item.attribute(key), abs(value) <= limit else { return nil }
    return value
  }
}
