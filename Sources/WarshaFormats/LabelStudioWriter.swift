// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes tasks for Label Studio: the text and, as one prediction, a region for each span.
///
/// Offsets are UTF-16 units, end exclusive. Parts of a claim are regions of their own with a relation
/// from the cue to each, named by role, so that claims come back whole; `subtype`, `value` and
/// attributes stand in the `meta` of a region, as text. The labels belong to `from_name` `label`, the
/// text to `to_name` `text`.
package struct LabelStudioWriter: ExchangeWriter {
  /// Makes a writer.
  package init() {}

  package var opening: String { "[\n" }
  package var separator: String { ",\n" }
  package var closing: String { "\n]\n" }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    let document = set.document
    var losses = LossList()
    var json = JSONBytes()
    json.raw("{\"data\":{\"text\":")
    json.string(document.text.units[...])
    json.raw(",\"id\":")
    json.string(document.id)
    if let date = document.date {
      json.raw(",\"date\":")
      json.string(date)
    }
    json.raw("},\"predictions\":[{\"model_version\":\"warsha\",\"result\":[")
    var isFirst = true
    func separate(_ json: inout JSONBytes) {
      if !isFirst { json.raw(",") }
      isFirst = false
    }
    for item in set.annotations {
      separate(&json)
      region(
        "T\(item.id)", item.label, item.range, of: document.text, meta: Self.meta(of: item),
        score: item.confidence, to: &json)
      for (place, part) in item.parts.enumerated() {
        separate(&json)
        region(
          Self.partID(item.id, place), Brat.capitalised(part.role), part.range, of: document.text,
          meta: [], score: item.confidence, to: &json)
      }
      // The score holds the confidence.
      var scored = item
      scored.confidence = 1
      losses.addProvenance(of: scored, in: document)
    }
    for item in set.annotations {
      for (place, part) in item.parts.enumerated() {
        relation("T\(item.id)", Self.partID(item.id, place), part.role, to: &json)
      }
      for link in item.relations {
        relation("T\(item.id)", "T\(link.target)", link.role, to: &json)
      }
    }
    json.raw("]}]}")
    return Exported(bytes: json.bytes, losses: losses)
  }

  /// `layer`, where the label does not say it, `subtype`, `value` and the attributes.
  private static func meta(of item: Annotation) -> [BratNote.Pair] {
    var pairs: [BratNote.Pair] = []
    if item.layer != Brat.layer(ofLabel: item.label) {
      pairs.append(BratNote.Pair(key: "layer", value: item.layer))
    }
    if !item.type.isEmpty { pairs.append(BratNote.Pair(key: "subtype", value: item.type)) }
    if let value = item.value {
      pairs.append(BratNote.Pair(key: "resolved", value: value.description))
    }
    return pairs
      + item.attributes.map { BratNote.Pair(key: $0.key, value: $0.value.description) }
  }

  /// `T7.1` is the first part of `T7`.
  private static func partID(_ id: Int, _ place: Int) -> String { "T\(id).\(place + 1)" }

  private func region(
    _ id: String, _ label: String, _ range: TextRange, of text: SourceText,
    meta: [BratNote.Pair], score: Double, to json: inout JSONBytes
  ) {
    json.raw("{\"id\":")
    json.string(id)
    json.raw(
      ",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\",\"value\":{\"start\":")
    json.integer(range.start)
    json.raw(",\"end\":")
    json.integer(range.end)
    json.raw(",\"text\":")
    json.string(text[range])
    json.raw(",\"labels\":[")
    json.string(label)
    json.raw("]}")
    if !meta.isEmpty {
      // Label Studio shows `meta.text`, a list of strings, beside the region.
      json.raw(",\"meta\":{\"text\":[")
      json.string(BratNote.text(of: meta))
      json.raw("]}")
    }
    json.raw(",\"score\":")
    json.number(score)
    json.raw("}")
  }

  private func relation(
    _ from: String, _ to: String, _ role: String, to json: inout JSONBytes
  ) {
    json.raw(",{\"type\":\"relation\",\"from_id\":")
    json.string(from)
    json.raw(",\"to_id\":")
    json.string(to)
    json.raw(",\"direction\":\"right\",\"labels\":[")
    json.string(role)
    json.raw("]}")
  }
}
