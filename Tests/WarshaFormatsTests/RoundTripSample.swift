// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// A text with every trap that offsets and tokens have in Arabic, with annotations on each.
enum RoundTripSample {
  /// An emoji before everything, CR LF inside a span and between sentences, harakat and tatweel, names
  /// behind a clitic and behind the lam that swallowed an alif, a bidi mark, a quotation mark.
  static let text = SourceText(
    "😀 قال مُحمّـــد إن وفداً وصل\r\nمن بالقاهرة وللقاهرة على بعد 5 كم من \u{200F}حمص يوم 27 رجب.\r\n"
      + "=\"نفى\" المصدر\tذلك\r\n")

  static func range(_ phrase: String) -> TextRange { Sample.range(phrase, in: text) }

  static func set() -> AnnotationSet {
    let content = range("وفداً وصل\r\nمن بالقاهرة")
    return AnnotationSet(
      document: Document(id: "دمشق 1", text: text, date: "2024-12-06"),
      annotations: [
        Annotation(
          id: 1, layer: "actors", label: "Actor", type: "person", range: range("مُحمّـــد"),
          value: .text("محمد; \\علي"), attributes: [Attribute("role", .text("=وزير|نائب[1] *_->"))],
          extractor: "actors", version: "0.2.0", rule: "actors.name", confidence: 0.75,
          evidence: ["title", "name"]),
        // Behind a proclitic, and where the lam swallowed the alif of the article.
        place(2, "القاهرة", "بالقاهرة", dropping: 1),
        place(3, "القاهرة", "للقاهرة", dropping: 1),
        place(4, "حمص", "حمص", dropping: 0),
        Annotation(
          id: 5, layer: "distances", label: "Distance", type: "Distance", range: range("5 كم"),
          value: .number(5000),
          attributes: [Attribute("unit", .text("kilometer")), Attribute("min", .number(4.5))],
          relations: [Relation("from", target: 4), Relation("to", target: 2)], confidence: 0.98),
        Annotation(
          id: 6, layer: "dates", label: "Date", type: "DATE", range: range("27 رجب"),
          value: .text("2025-01-27"),
          attributes: [Attribute("mod", .text("APPROX")), Attribute("calendar", .text("hijri"))]),
        Annotation(
          id: 7, layer: "claims", label: "Claim", type: "assert", range: range("قال"),
          attributes: [
            Attribute("stance", .text("assert")), Attribute("quote", .text("indirect")),
          ],
          parts: [Part("source", range("مُحمّـــد")), Part("content", content)]),
        Annotation(
          id: 8, layer: "claims", label: "Claim", type: "deny", range: range("نفى"),
          attributes: [Attribute("stance", .text("deny"))],
          parts: [Part("source", range("المصدر")), Part("content", range("المصدر\tذلك"))]),
        Annotation(
          id: 9, layer: "extras", label: "Odd", type: "", range: range("27 رجب"),
          attributes: [Attribute("sure", .flag(true))]),
      ])
  }

  private static func place(
    _ id: Int, _ value: String, _ word: String, dropping count: Int
  ) -> Annotation {
    let range = range(word)
    return Annotation(
      id: id, layer: "locations", label: "Location", type: "place",
      range: TextRange(range.start + count, range.end), value: .text(value),
      attributes: [
        Attribute("lat", .number(30.06)), Attribute("lon", .number(-31.25)),
        Attribute("candidates", .text("القاهرة (أخرى) 7|القاهرة 3")),
      ], rule: "locations.gazetteer")
  }

  /// The words and marks of each line, as the text core has them: bidi marks are no part of a token.
  static let sentences: [[TextRange]] = {
    var lines: [[TextRange]] = [[]]
    var start: Int?
    for i in 0...text.count {
      let unit = i < text.count ? text.units[i] : 0x0A
      let isMark = [0x2E, 0x22, 0x3D].contains(unit)
      let isBlank = [0x20, 0x09, 0x0D, 0x0A, 0x200F].contains(unit)
      if isBlank || isMark, let first = start {
        lines[lines.count - 1].append(TextRange(first, i))
        start = nil
      }
      if isMark { lines[lines.count - 1].append(TextRange(i, i + 1)) }
      if !isBlank && !isMark && start == nil { start = i }
      // The first line break stands inside the first sentence.
      if unit == 0x2E { lines.append([]) }
    }
    return lines
  }()
}
