// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A text with what gold and several sides marked in it.
package struct MarkedText {
  /// Sides that have a colour of their own.
  static let colours = 4
  /// The text.
  package var document: Document
  /// What is right; nil when nobody knows.
  package var gold: [Annotation]?
  /// What each side found, in the order of the names.
  package var sides: [[Annotation]]

  /// Makes a marked text.
  package init(_ document: Document, gold: [Annotation]?, sides: [[Annotation]]) {
    self.document = document
    self.gold = gold
    self.sides = sides
  }

  /// The text as HTML: a `mark` for every run of letters that the same annotations cover.
  func rendered(names: [String]) -> String {
    let everything = sides.joined() + (gold ?? [])
    let edges = Set(everything.flatMap { [$0.range.start, $0.range.end] })
      .union([0, document.text.count]).sorted()
    var sweeps = sides.map { CoverSweep($0) }
    var goldSweep = CoverSweep(gold ?? [])
    return zip(edges, edges.dropFirst()).map { start, end in
      let text = HTMLText.escaped(document.text[TextRange(start, end)], isLine: false)
      // All ends are edges: what covers the start covers the run.
      let found = sweeps.indices.map { sweeps[$0].covering(start) }
      let right = goldSweep.covering(start)
      let hits = found.indices.filter { !found[$0].isEmpty }
      if hits.isEmpty && right.isEmpty { return text }
      var classes: [String] = []
      if hits.count == sides.count {
        classes.append("all")
      } else if hits.count > 1 || (hits.first ?? 0) >= Self.colours {
        classes.append("some")
      } else if let only = hits.first {
        classes.append("side\(only)")
      }
      if !right.isEmpty { classes.append("gold") }
      let notes =
        hits.map { "\(names[$0]): \(Self.said(found[$0]))" }
        + (right.isEmpty ? [] : ["gold: \(Self.said(right))"])
      return "<mark class=\"\(classes.joined(separator: " "))\" "
        + "data-start=\"\(document.text.codePointOffset(of: start))\" "
        + "title=\"\(HTMLText.escaped(notes.joined(separator: "; ")))\">\(text)</mark>"
    }.joined()
  }

  /// Texts with a legend, a part each; a reader opens them or is led there by a case.
  static func section(_ texts: [MarkedText], names: [String]) -> String {
    if texts.isEmpty { return "" }
    var legend = names.prefix(colours).enumerated().map { place, name in
      "<span class=\"side\(place)\">\(names.count > 1 ? "only " : "")"
        + "\(HTMLText.escaped(name))</span>"
    }
    if names.count > 2 { legend.append("<span class=\"some\">several</span>") }
    if names.count > 1 {
      legend.append("<span class=\"all\">\(names.count == 2 ? "both" : "all")</span>")
    }
    if texts.contains(where: { $0.gold != nil }) {
      legend.append("<span class=\"gold\">gold</span>")
    }
    return "<h2>Texts</h2>\n<p class=\"legend\">\(legend.joined(separator: " "))</p>\n"
      + texts.enumerated().map { place, text in
        """
        <details class="document" id="\(anchor(place))"\(texts.count <= 3 ? " open" : "")>
        <summary>\(HTMLText.escaped(text.document.id))</summary>
        <div class="text" dir="auto">\(text.rendered(names: names))</div>
        </details>
        """
      }.joined(separator: "\n")
  }

  /// The anchors that lead to texts of a section, by id of the document.
  ///
  /// Numbers: ids may hold what a link would have to escape.
  static func anchors(_ texts: [MarkedText]) -> [String: String] {
    Dictionary(texts.enumerated().map { ($1.document.id, anchor($0)) }) { first, _ in first }
  }

  private static func anchor(_ place: Int) -> String { "text-\(place + 1)" }

  private static func said(_ annotations: [Annotation]) -> String {
    annotations.map { annotation in
      let value = annotation.value.map { " = \($0.description)" } ?? ""
      return "\(annotation.layer) \(annotation.type)\(value)"
    }.joined(separator: ", ")
  }
}
