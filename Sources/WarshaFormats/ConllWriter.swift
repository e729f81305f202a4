// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a token a line with its IOB2 tag, an empty line after each sentence.
///
/// Only spans of whole tokens of one sentence fit, and no two that overlap; annotations go before
/// parts of claims, the longer before the shorter. The others are told as lost.
package struct ConllWriter: ExchangeWriter {
  /// The columns.
  package enum Layout: Sendable {
    /// Four with single blanks between, `token -X- _ tag`; `-DOCSTART-` begins a document, which
    /// loses its id and date.
    case conll2003
    /// Three with tabs between: token, tag, `start_char=5|end_char=9` in code points. Comments have
    /// the id, the date and the text of each sentence.
    case iob2
  }

  /// Which columns are written.
  package var layout: Layout

  /// Makes a writer.
  package init(layout: Layout) { self.layout = layout }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    let document = set.document
    let labelled = LabelledSpans(set)
    var losses = labelled.losses
    let fitting = labelled.spans.filter { span in
      guard let kind = Self.misfit(of: span.range, in: sentences) else { return true }
      losses.add(kind, at: span.range, in: document)
      return false
    }
    var spans = LabelledSpans.flat(fitting, of: document, losses: &losses)[...]
    addLosses(of: sentences, in: document, &losses)
    var text = opening(of: document)
    for (place, tokens) in sentences.enumerated() where !tokens.isEmpty {
      if layout == .iob2, let first = tokens.first, let last = tokens.last {
        // A tab would make the line one of columns.
        let line = Brat.quoted(document.text[first.union(last)]).split(
          separator: "\t", omittingEmptySubsequences: false)
        text += "# text = \(line.joined(separator: " "))\n"
      }
      let next = place + 1 < sentences.count ? sentences[place + 1].first?.start : nil
      for (index, token) in tokens.enumerated() {
        while let span = spans.first, span.range.end <= token.start { spans.removeFirst() }
        var tag = "O"
        if let span = spans.first, span.range.contains(token) {
          let label = span.label.split(separator: " ").joined(separator: "_")
          tag = (span.range.start == token.start ? "B-" : "I-") + label
        }
        let following = index + 1 < tokens.count ? tokens[index + 1].start : next
        text += line(token, tag, following: following, of: document, &losses)
      }
      text += "\n"
    }
    return Exported(bytes: Array(text.utf8), losses: losses)
  }

  /// Tells what the reader will put differently: it has blanks, and a line break for each sentence.
  private func addLosses(
    of sentences: [[TextRange]], in document: Document, _ losses: inout LossList
  ) {
    if layout == .conll2003 {
      losses.add(.documentID, naming: document.id, in: document)
      if let date = document.date { losses.add(.documentDate, naming: date, in: document) }
    }
    var end = 0
    func check(_ next: Int, _ expected: (Int) -> String) {
      let gap = TextRange(end, next)
      let text = document.text[gap]
      // The three columns have offsets, which say how long a gap is.
      let length = layout == .iob2 ? text.unicodeScalars.count : 1
      if !text.utf16.elementsEqual(expected(length).utf16) {
        losses.add(.betweenTokens, at: gap, in: document)
      }
    }
    for tokens in sentences {
      for (index, token) in tokens.enumerated() {
        check(token.start) { length in
          if end == 0 { return layout == .iob2 ? String(repeating: " ", count: length) : "" }
          let blanks = String(repeating: " ", count: max(0, length - 1))
          return length == 0 ? "" : (index == 0 ? "\n" : " ") + blanks
        }
        end = token.end
      }
    }
    check(document.text.count) { _ in "" }
  }

  private func opening(of document: Document) -> String {
    switch layout {
    case .conll2003: "-DOCSTART- -X- O O\n\n"
    case .iob2:
      "# newdoc id = \(Brat.quoted(document.id))\n"
        + (document.date.map { "# date = \(Brat.quoted($0))\n" } ?? "")
    }
  }

  private func line(
    _ token: TextRange, _ tag: String, following: Int?, of document: Document,
    _ losses: inout LossList
  ) -> String {
    var form = String.UnicodeScalarView()
    var hasBlank = false
    for scalar in document.text[token].unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      if isBlank { hasBlank = true }
      form.append(isBlank ? "_" : scalar)
    }
    if hasBlank { losses.add(.blankInToken, at: token, in: document) }
    switch layout {
    case .conll2003: return "\(String(form)) -X- _ \(tag)\n"
    case .iob2:
      let start = document.text.codePointOffset(of: token.start)
      let end = document.text.codePointOffset(of: token.end)
      let glued = following == token.end ? "|SpaceAfter=No" : ""
      return "\(String(form))\t\(tag)\tstart_char=\(start)|end_char=\(end)\(glued)\n"
    }
  }

  /// Why a span does not fit; nil when it is made of whole tokens of one sentence.
  private static func misfit(
    of range: TextRange, in sentences: [[TextRange]]
  ) -> LossList.Kind? {
    // Sentences are in text order: skip to the first that ends behind the start.
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if (sentences[middle].last?.end ?? 0) > range.start {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let touched = sentences[low...].prefix { ($0.first?.start ?? 0) < range.end }
    let tokens = touched.flatMap(\.self).filter { $0.overlaps(range) }
    guard let first = tokens.first, let last = tokens.last else { return .spanWithoutToken }
    if first.start != range.start || last.end != range.end { return .spanInsideToken }
    return touched.count > 1 ? .spanOverSentences : nil
  }
}
