// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A text of our own with one annotation of each layer.
enum Sample {
  static let text = SourceText("نفت الوزارة أن الجيش على بعد 5 كم من حمص 😀 و\"تدمر\" منذ الجمعة")

  /// The span of a phrase, at its n-th occurrence.
  static func range(_ phrase: String, occurrence: Int = 1, in text: SourceText = text) -> TextRange
  {
    let wanted = Array(phrase.utf16)
    var found = 0
    for start in 0...max(0, text.count - wanted.count)
    where text.units[start..<start + wanted.count].elementsEqual(wanted) {
      found += 1
      if found == occurrence { return TextRange(start, start + wanted.count) }
    }
    return TextRange(0, 0)
  }

  static func document(id: String = "a1") -> Document {
    Document(id: id, text: text, date: "2024-12-06")
  }

  static func set() -> AnnotationSet {
    let annotations = [
      Annotation(
        id: 1, layer: "distances", label: "Distance", type: "Distance", range: range("5 كم"),
        value: .number(5000),
        attributes: [Attribute("unit", .text("kilometer")), Attribute("min", .number(4.5))],
        relations: [Relation("from", target: 2)], extractor: "distances", version: "0.1.0",
        rule: "quantity.number-unit", confidence: 0.98),
      Annotation(
        id: 2, layer: "locations", label: "Location", type: "place", range: range("حمص"),
        value: .text("حمص"), attributes: [Attribute("lat", .number(34.73))]),
      Annotation(
        id: 3, layer: "locations", label: "Location", type: "place", range: range("تدمر"),
        value: .text("تدمر; بالميرا")),
      Annotation(
        id: 4, layer: "dates", label: "Date", type: "DATE", range: range("الجمعة"),
        value: .text("2024"), evidence: ["weekday", "past"]),
      Annotation(
        id: 5, layer: "claims", label: "Claim", type: "deny", range: range("نفت"),
        attributes: [Attribute("stance", .text("deny")), Attribute("quote", .text("indirect"))],
        parts: [
          Part("source", range("الوزارة")), Part("content", range("الجيش على بعد 5 كم من حمص")),
        ]),
      Annotation(
        id: 6, layer: "claims", label: "Claim", type: "deny", range: range("نفت"),
        attributes: [
          Attribute("stance", .text("deny")), Attribute("implied", .text("الوزارة")),
          Attribute("quote", .text("indirect")),
        ],
        parts: [Part("content", range("الجيش على بعد 5 كم من حمص"))]),
    ]
    return AnnotationSet(document: document(), annotations: annotations)
  }

  /// What a gold file keeps of an annotation, with its attributes by name.
  static func kept(_ set: AnnotationSet) -> [String] {
    set.annotations.map { item in
      let attributes = item.attributes.map { "\($0.key)=\($0.value)" }.sorted()
      return "\(item.id) \(item.layer) \(item.label) \(item.type) \(item.range) "
        + "\(String(describing: item.value)) \(attributes) \(item.relations) \(item.parts)"
    }
  }
}
