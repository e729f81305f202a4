// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a line of JSON for each document: spaCy, doccano or Prodigy.
///
/// spaCy allows no two entities to overlap and drops those inside a token when it loads them; the
/// tokens of Prodigy are parted where a span begins or ends, so that it holds every span.
package struct SpanLinesWriter: ExchangeWriter {
  /// Which of the formats.
  package var dialect: SpanLinesDialect

  /// Makes a writer.
  package init(dialect: SpanLinesDialect) { self.dialect = dialect }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    let document = set.document
    let labelled = LabelledSpans(set)
    var losses = labelled.losses
    var spans = labelled.spans
    var json = JSONBytes()
    json.raw("{\"text\":")
    json.string(document.text.units[...])
    switch dialect {
    case .spacy:
      spans = LabelledSpans.flat(spans, of: document, losses: &losses)
      remarkOnTokens(spans, sentences, document, &losses)
      json.raw(",\"entities\":")
      triples(spans, of: document.text, to: &json)
    case .doccano:
      json.raw(",\"label\":")
      triples(spans, of: document.text, to: &json)
    case .prodigy:
      let tokens = parted(sentences.flatMap(\.self), at: spans)
      write(tokens, of: document.text, to: &json)
      write(spans, tokens, of: document, to: &json, losses: &losses)
      json.raw(",\"_view_id\":\"spans_manual\",\"answer\":\"accept\"")
    }
    json.raw(",\"meta\":{\"id\":")
    json.string(document.id)
    if let date = document.date {
      json.raw(",\"date\":")
      json.string(date)
    }
    json.raw("}}\n")
    return Exported(bytes: json.bytes, losses: losses)
  }

  private func triples(
    _ spans: [LabelledSpans.Span], of text: SourceText, to json: inout JSONBytes
  ) {
    json.raw("[")
    for (place, span) in spans.enumerated() {
      json.raw(place > 0 ? ",[" : "[")
      json.integer(text.codePointOffset(of: span.range.start))
      json.raw(",")
      json.integer(text.codePointOffset(of: span.range.end))
      json.raw(",")
      json.string(span.label)
      json.raw("]")
    }
    json.raw("]")
  }

  private func remarkOnTokens(
    _ spans: [LabelledSpans.Span], _ sentences: [[TextRange]], _ document: Document,
    _ losses: inout LossList
  ) {
    let tokens = sentences.flatMap(\.self)
    let (starts, ends) = (Set(tokens.map(\.start)), Set(tokens.map(\.end)))
    for span in spans where !starts.contains(span.range.start) || !ends.contains(span.range.end) {
      losses.add(.unaligned, at: span.range, in: document)
    }
  }

  /// The tokens, cut where a span begins or ends inside one.
  private func parted(_ tokens: [TextRange], at spans: [LabelledSpans.Span]) -> [TextRange] {
    let cuts = Set(spans.flatMap { [$0.range.start, $0.range.end] }).sorted()
    var next = 0
    return tokens.flatMap { token in
      var pieces: [TextRange] = []
      var start = token.start
      while next < cuts.count, cuts[next] < token.end {
        if cuts[next] > start {
          pieces.append(TextRange(start, cuts[next]))
          start = cuts[next]
        }
        next += 1
      }
      return pieces + [TextRange(start, token.end)]
    }
  }

  private func write(_ tokens: [TextRange], of text: SourceText, to json: inout JSONBytes) {
    json.raw(",\"tokens\":[")
    for (place, token) in tokens.enumerated() {
      json.raw(place > 0 ? ",{\"text\":" : "{\"text\":")
      json.string(text.units[token.start..<token.end])
      limits(token, of: text, to: &json)
      json.raw(",\"id\":")
      json.integer(place)
      let next = place + 1 < tokens.count ? tokens[place + 1].start : text.count
      json.raw(",\"ws\":")
      json.scalar(.flag(next > token.end))
      json.raw("}")
    }
    json.raw("]")
  }

  private func write(
    _ spans: [LabelledSpans.Span], _ tokens: [TextRange], of document: Document,
    to json: inout JSONBytes, losses: inout LossList
  ) {
    json.raw(",\"spans\":[")
    var isFirst = true
    for span in spans {
      let first = tokens.partitioningIndex { $0.start >= span.range.start }
      let last = tokens.partitioningIndex { $0.end > span.range.end } - 1
      guard first <= last else {
        losses.add(.spanWithoutToken, at: span.range, in: document)
        continue
      }
      json.raw(isFirst ? "{\"text\":" : ",{\"text\":")
      isFirst = false
      json.string(document.text[span.range])
      limits(span.range, of: document.text, to: &json)
      json.raw(",\"token_start\":")
      json.integer(first)
      json.raw(",\"token_end\":")
      json.integer(last)
      json.raw(",\"label\":")
      json.string(span.label)
      json.raw("}")
    }
    json.raw("]")
  }

  private func limits(_ range: TextRange, of text: SourceText, to json: inout JSONBytes) {
    json.raw(",\"start\":")
    json.integer(text.codePointOffset(of: range.start))
    json.raw(",\"end\":")
    json.integer(text.codePointOffset(of: range.end))
  }
}

extension [TextRange] {
  /// Index of the first element that fulfils a condition which all after it fulfil too.
  fileprivate func partitioningIndex(_ isBehind: (TextRange) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
