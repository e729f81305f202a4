// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// A text with the traps of offsets: an emoji before everything, CR LF, a bidi mark, a name behind a
/// clitic, a claim in three pieces.
enum ExchangeSample {
  static let text = SourceText(
    "😀 نفت الوزارة بالقاهرة\r\nأن \u{200F}الجيش في حمص، قال إنه «غادر» تدمر.")

  static func range(_ phrase: String) -> TextRange { Sample.range(phrase, in: text) }

  /// The words and marks between blanks and bidi marks, a sentence a line.
  static let sentences: [[TextRange]] = {
    var lines: [[TextRange]] = [[]]
    var start: Int?
    func isMark(_ unit: UInt16) -> Bool {
      unit == 0x2E || unit == 0x60C || unit == 0xAB || unit == 0xBB
    }
    for i in 0...text.count {
      let unit = i < text.count ? text.units[i] : 0x0A
      let isBlank = unit == 0x20 || unit == 0x0D || unit == 0x0A || unit == 0x200F
      if isBlank || isMark(unit), let first = start {
        lines[lines.count - 1].append(TextRange(first, i))
        start = nil
      }
      if isMark(unit) { lines[lines.count - 1].append(TextRange(i, i + 1)) }
      if !isBlank && !isMark(unit) && start == nil { start = i }
      if unit == 0x0A && i < text.count { lines.append([]) }
    }
    return lines
  }()

  static func set() -> AnnotationSet {
    let content = range("الجيش في حمص، قال إنه «غادر» تدمر")
    return AnnotationSet(
      document: Document(id: "a1", text: text, date: "2024-12-06"),
      annotations: [
        Annotation(
          id: 1, layer: "locations", label: "Location", type: "place", range: range("القاهرة"),
          value: .text("القاهرة"),
          attributes: [
            Attribute("lat", .number(30.06)), Attribute("lon", .number(31.25)),
            Attribute("candidates", .text("القاهرة (أخرى) 7|القاهرة 3")),
          ], extractor: "locations", version: "0.1.0", rule: "name"),
        Annotation(
          id: 2, layer: "locations", label: "Location", type: "place", range: range("حمص"),
          relations: [Relation("near", target: 1)]),
        Annotation(
          id: 3, layer: "claims", label: "Claim", type: "deny", range: range("نفت"),
          parts: [Part("source", range("الوزارة")), Part("content", content)]),
      ])
  }

  /// Label, span and text of what a format gave back.
  static func spans(_ set: AnnotationSet) -> [String] {
    set.annotations.map { "\($0.label) \($0.range.start) \(set.document.text[$0.range])" }
  }

  static func text(_ format: ExchangeFormat, _ set: AnnotationSet = set()) -> String {
    let writer = format.writer
    let bytes = writer.write(set, sentences: sentences).bytes
    return writer.opening + String(decoding: bytes, as: UTF8.self) + writer.closing
  }

  static func losses(_ format: ExchangeFormat) -> LossList {
    format.writer.write(set(), sentences: sentences).losses
  }
}
