// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads the places of a FeatureCollection whose features say in which text and where they stand:
/// `doc`, `start` and `end`, as `GeoJSONWriter` writes them.
package struct GeoJSONReader: ExchangeReader {
  private let texts: KnownTexts?

  /// Makes a reader.
  package init(texts: KnownTexts?) { self.texts = texts }

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    let bytes = withoutMark(bytes)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      let reason = "\(error). The file must be one whole JSON value."
      return Imported(sets: [], problems: [FormatError(file: file, line: error.line, reason)])
    }
    var spans = LooseSpans(file: file)
    guard let features = value["features"]?.array else {
      spans.problem(1, "there are no \"features\": the file is no FeatureCollection.")
      return spans.imported(with: texts)
    }
    let lines = JSONLines.ofObjects(in: bytes, depth: 3)
    for (place, feature) in features.enumerated() {
      let line = lines.count == features.count ? lines[place] : 1
      guard let span = Self.span(feature, line) else {
        spans.problem(
          line,
          "feature \(place + 1) lacks doc, start or end: it stands on the map, but in no text.")
        continue
      }
      spans.add(span)
    }
    return spans.imported(with: texts)
  }

  private static func span(_ feature: JSONValue, _ line: Int) -> LooseSpans.Span? {
    guard let properties = feature["properties"], let document = properties["doc"]?.string,
      let start = properties["start"]?.integer, let end = properties["end"]?.integer
    else { return nil }
    func text(_ key: String) -> String { properties[key]?.string ?? "" }
    var item = Annotation(
      layer: "locations", label: "Location", type: text("type"), range: TextRange(0, 0),
      value: properties["name"]?.string.map { .text($0) }, extractor: text("extractor"),
      version: text("version"), rule: text("rule"))
    if case .number(let score) = properties["score"] { item.confidence = score }
    let position = feature["geometry"]?["coordinates"]?.array ?? []
    if feature["geometry"]?["type"]?.string == "Point", position.count >= 2,
      case .number(let longitude) = position[0], case .number(let latitude) = position[1]
    {
      item.attributes += [
        Attribute("lat", .number(latitude)), Attribute("lon", .number(longitude)),
      ]
    }
    guard case .object(let members) = properties else { return nil }
    for member in members where !GeoJSONWriter.taken.contains(member.key) {
      let list = member.value.array?.compactMap(\.string).joined(separator: "|")
      if let value = list.map(Scalar.text) ?? member.value.scalar {
        item.attributes.append(Attribute(member.key, value))
      }
    }
    return LooseSpans.Span(
      document: document, id: nil, start: start, end: end, quoted: properties["text"]?.string,
      annotation: item, line: line)
  }
}
