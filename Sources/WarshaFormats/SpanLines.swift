// SPDX-License-Identifier: Apache-2.0

/// The formats that have a JSON object with the text and its labelled spans on each line.
///
/// Offsets are code points, end exclusive. Writers put the document's id and date into `meta`.
package enum SpanLinesDialect: Sendable {
  /// `{"text": …, "entities": [[start, end, label]]}`
  case spacy
  /// `{"text": …, "label": [[start, end, label]]}`; with relations, `entities` and `relations`.
  case doccano
  /// `{"text": …, "tokens": […], "spans": [{"start": …, "end": …, "label": …}]}`; `token_end` of a
  /// span is its last token, not the one after it.
  case prodigy

  /// Members that may hold the spans, the first one present counts.
  var keys: [String] {
    switch self {
    case .spacy: ["entities", "spans"]
    case .doccano: ["label", "labels", "entities"]
    case .prodigy: ["spans"]
    }
  }
}
