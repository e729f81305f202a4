// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a document as WebAnno TSV 3.3, which INCEpTION imports.
///
/// Offsets are UTF-16 units. One span layer, `WarshaSpan`, holds all labels, because the ends of a
/// relation must be of one layer; `WarshaLink` holds relations, and leads from a claim to its parts. A
/// span inside a token has a row of its own, `1-3.1`.
package struct WebAnnoWriter: ExchangeWriter {
  static let spanLayer = "webanno.custom.WarshaSpan"
  static let linkLayer = "webanno.custom.WarshaLink"
  static let features = ["label", "subtype", "value", "attributes"]

  /// A span as the file has it.
  private struct Span: Hashable {
    var range: TextRange
    /// Values of `features`, in their order.
    var values: [String]
  }

  private struct Link {
    var from: Int
    var to: Int
    var role: String
  }

  /// Makes a writer.
  package init() {}

  package var opening: String {
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=\(Self.spanLayer)|\(Self.features.joined(separator: "|"))\n"
      + "#T_RL=\(Self.linkLayer)|role|BT_\(Self.spanLayer)\n\n"
  }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    var losses = LossList()
    var (spans, links) = Self.content(of: set, &losses)
    var units = WebAnnoUnits(sentences)
    for (number, span) in spans.enumerated() {
      guard let kind = units.place(number, span.range) else { continue }
      losses.add(kind, at: span.range, in: set.document)
    }
    links.removeAll { link in
      if units.units[link.from] != nil && units.units[link.to] != nil { return false }
      losses.add(.relation, at: spans[link.from].range, in: set.document, naming: link.role)
      return true
    }
    if units.tokens.isEmpty {
      // One sentence without rows: a file without a text cannot be read.
      return Exported(
        bytes: Array(("\n" + Self.header(of: set.document.text.string)).utf8), losses: losses)
    }
    Self.losses(between: units, of: set.document, &losses)
    let ids = Self.ids(of: spans.indices, in: units)
    let incoming = Dictionary(grouping: links) { units.units[$0.to]?.first }
    var text = ""
    for (place, sentence) in units.sentences.enumerated() {
      let whole = units.tokens[sentence.lowerBound].union(units.tokens[sentence.upperBound - 1])
      text += "\n" + Self.header(of: set.document.text[whole])
      for (index, token) in sentence.enumerated() {
        for (part, unit) in units.rows(ofToken: token).enumerated() {
          let name = "\(place + 1)-\(index + 1)" + (part == 0 ? "" : ".\(part)")
          let form = WebAnnoText.line(set.document.text[unit.range])
          text += "\(name)\t\(unit.range.start)-\(unit.range.end)\t\(form)\t"
          text += Self.cells(of: unit, units, spans, ids)
          text += Self.cells(of: incoming[unit] ?? [], units, ids) + "\n"
        }
      }
    }
    return Exported(bytes: Array(text.utf8), losses: losses)
  }

  /// The lines with the text of a sentence.
  private static func header(of sentence: String) -> String {
    sentence.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "#Text=\(WebAnnoText.line(String($0)))\n" }.joined()
  }

  /// Annotations and their parts as spans, equal parts once, and what links them.
  private static func content(
    of set: AnnotationSet, _ losses: inout LossList
  ) -> (spans: [Span], links: [Link]) {
    var spans = set.annotations.map { item in
      Span(
        range: item.range,
        values: [
          item.label, item.type, item.value?.description ?? "", BratNote.text(of: note(of: item)),
        ])
    }
    var links: [Link] = []
    var parts: [Span: Int] = [:]
    for (place, item) in set.annotations.enumerated() {
      for part in item.parts {
        let span = Span(range: part.range, values: [Brat.capitalised(part.role), "", "", ""])
        if parts[span] == nil { spans.append(span) }
        let number = parts[span] ?? spans.count - 1
        parts[span] = number
        links.append(Link(from: place, to: number, role: part.role))
      }
      for relation in item.relations {
        let role = Brat.linkType(ofRole: relation.role)
        links.append(Link(from: place, to: relation.target - 1, role: role))
      }
      losses.addProvenance(of: item, in: set.document)
    }
    if let date = set.document.date { losses.add(.documentDate, naming: date, in: set.document) }
    return (spans, links)
  }

  private static func note(of item: Annotation) -> [BratNote.Pair] {
    let isPlain = item.layer == Brat.layer(ofLabel: item.label)
    return (isPlain ? [] : [BratNote.Pair(key: "layer", value: item.layer)])
      + item.attributes.map { BratNote.Pair(key: $0.key, value: $0.value.description) }
  }

  /// Numbers for the spans that several rows hold, or that share a row.
  private static func ids(of spans: Range<Int>, in units: WebAnnoUnits) -> [Int: Int] {
    var ids: [Int: Int] = [:]
    for span in spans {
      let rows = units.units[span] ?? []
      let isStacked = rows.contains { (units.spans[$0]?.count ?? 0) > 1 }
      if rows.count > 1 || isStacked { ids[span] = ids.count + 1 }
    }
    return ids
  }

  private static func cells(
    of unit: WebAnnoUnits.Unit, _ units: WebAnnoUnits, _ spans: [Span], _ ids: [Int: Int]
  ) -> String {
    let numbers = units.spans[unit] ?? []
    if numbers.isEmpty { return String(repeating: "_\t", count: features.count) }
    return features.indices.map { feature in
      let entries = numbers.map { number in
        WebAnnoText.value(spans[number].values[feature]) + (ids[number].map { "[\($0)]" } ?? "")
      }
      return entries.joined(separator: "|") + "\t"
    }.joined()
  }

  /// The role and the source of each link that leads here.
  private static func cells(
    of links: [Link], _ units: WebAnnoUnits, _ ids: [Int: Int]
  ) -> String {
    if links.isEmpty { return "_\t_\t" }
    let roles = links.map { WebAnnoText.value($0.role) }.joined(separator: "|")
    let sources = links.map { link in
      let name = units.units[link.from]?.first.map(units.name) ?? ""
      let (from, to) = (ids[link.from], ids[link.to])
      return from == nil && to == nil ? name : "\(name)[\(from ?? 0)_\(to ?? 0)]"
    }
    return "\(roles)\t\(sources.joined(separator: "|"))\t"
  }

  /// Tells what stands between sentences and is not the line break that readers put there.
  private static func losses(
    between units: WebAnnoUnits, of document: Document, _ losses: inout LossList
  ) {
    var end = 0
    let starts = units.sentences.map { units.tokens[$0.lowerBound].start }
    for (place, start) in (starts + [document.text.count]).enumerated() {
      let gap = TextRange(end, start)
      let expected = place == 0 ? "" : "\n"
      if !document.text[gap].utf16.elementsEqual(expected.utf16) {
        losses.add(.betweenSentences, at: gap, in: document)
      }
      if place < units.sentences.count {
        end = units.tokens[units.sentences[place].upperBound - 1].end
      }
    }
  }
}
