// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel

/// A comparison as one HTML page that needs nothing beside itself: scores with intervals and p
/// values, agreement, who alone is right or wrong, and the texts with what every side marked.
package struct ComparisonPage {
  /// The comparison.
  package var comparison: Comparison
  /// What was compared on, such as the name of a corpus.
  package var title: String
  /// The texts to show, in this order.
  package var texts: [MarkedText]

  /// Makes a page.
  package init(_ comparison: Comparison, title: String, texts: [MarkedText]) {
    self.comparison = comparison
    self.title = title
    self.texts = texts
  }

  /// The page, from doctype to end.
  package var rendered: String {
    let names = comparison.names.joined(separator: " · ")
    let body = [
      "<h1>\(HTMLText.escaped(names))</h1>",
      "<p class=\"lead\">\(HTMLText.escaped(title)): \(counted(texts.count, "document"))</p>",
      scores, agreement, cases, marked,
    ]
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(names)) – \(HTMLText.escaped(title))</title>
      <style>
      \(PageStyle.comparison)</style>
      </head>
      <body>
      \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var scores: String {
    let rows = comparison.rows.filter { row in
      row.counts.contains { $0.gold + $0.predicted > 0 }
    }
    if rows.isEmpty { return "" }
    var head = ["layer", "scheme", "gold"]
    for (place, name) in comparison.names.enumerated() {
      head += [name + " F1", "95 %"] + (place == 0 ? [] : ["Δ", "p", "p Holm", "MDE"])
    }
    let lines = rows.map { row in
      var cells = [row.layer, row.scheme, "\(row.counts.first?.gold ?? 0)"].map {
        HTMLText.cell($0)
      }
      let best = row.counts.compactMap(\.f1).max()
      for (place, count) in row.counts.enumerated() {
        let isBest = count.f1 != nil && count.f1 == best
        cells.append(HTMLText.cell(ScoreTable.figure(count.f1), isBest ? "number best" : "number"))
        cells.append(HTMLText.cell(interval(row, place), "number dim"))
        if place == 0 { continue }
        let isSure = (row.adjusted[place] ?? 1) <= 0.05
        cells.append(
          HTMLText.cell(
            ComparisonTable.signed(row.deltas[place]), isSure ? "number sure" : "number"))
        for value in [row.significance[place], row.adjusted[place], row.detectable[place]] {
          cells.append(HTMLText.cell(ScoreTable.figure(value), "number dim"))
        }
      }
      return cells
    }
    return """
      <h2>Scores</h2>
      \(HTMLText.table(head, lines))
      <p class="note">Δ: difference to \(HTMLText.escaped(comparison.names.first ?? "")). p: approximate
      randomisation over documents; p Holm: corrected for the layers. Δ is bold where p Holm is 0.05 at
      most. MDE: the smallest true difference that these documents would show with power 0.8.</p>
      """
  }

  private func interval(_ row: Comparison.Row, _ place: Int) -> String {
    guard comparison.reports.indices.contains(place),
      let interval = comparison.reports[place].layer(row.layer)?.counted
        .first(where: { $0.name == row.scheme })?.interval
    else { return "" }
    return "\(ScoreTable.figure(interval.low))–\(ScoreTable.figure(interval.high))"
  }

  private var agreement: String {
    let rows = comparison.agreements.flatMap { pair in
      pair.spans.filter { $0.alphaUnits != nil }.map { span in
        let f1 = pair.layers.first { $0.layer == span.layer }?.counted.first?.count.f1
        let figures = [f1, span.kappaWords, span.kappaCharacters, span.alphaUnits]
        return [HTMLText.cell("\(pair.left) ~ \(pair.right)"), HTMLText.cell(span.layer)]
          + figures.map { HTMLText.cell(ScoreTable.figure($0), "number") }
      }
    }
    if rows.isEmpty { return "" }
    let head = ["pair", "layer", "F1", "κ words", "κ characters", "α units"]
    return "<h2>Agreement of the sides</h2>\n" + HTMLText.table(head, rows)
  }

  private var cases: String {
    let lists = comparison.lists.map { list in
      let lines = list.cases.map { error in
        let contrast = error.contrast
        return """
          <li><span class="where">\(HTMLText.escaped(error.layer)) · \
          <a href="#\(HTMLText.anchor(error.document))">\(HTMLText.escaped(error.document))</a> \
          \(error.start)–\(error.end)\(error.kind == .spurious && list.isRight != nil ? " · spurious" : "")\
          \(contrast.isEmpty ? "" : " · <bdi>\(HTMLText.escaped(contrast))</bdi>")</span>
          <div class="kwic" dir="rtl"><bdi class="before" dir="rtl">\(HTMLText.escaped(error.before))</bdi>\
          <bdi class="hit">\(HTMLText.escaped(error.text))</bdi>\
          <bdi class="after" dir="rtl">\(HTMLText.escaped(error.after))</bdi></div></li>
          """
      }
      let tone = list.isRight.map { $0 ? "right" : "wrong" } ?? "differs"
      return """
        <details class="\(tone)"\(lines.count <= 20 ? " open" : "")>
        <summary><bdi>\(HTMLText.escaped(list.name))</bdi> \(HTMLText.escaped(list.title)): \
        <b>\(lines.count)</b></summary>
        <ul>
        \(lines.joined(separator: "\n"))
        </ul>
        </details>
        """
    }
    return lists.isEmpty ? "" : "<h2>Where they differ</h2>\n" + lists.joined(separator: "\n")
  }

  private var marked: String {
    if texts.isEmpty { return "" }
    let names = comparison.names
    var legend = names.prefix(MarkedText.colours).enumerated().map { place, name in
      "<span class=\"side\(place)\">only \(HTMLText.escaped(name))</span>"
    }
    if names.count > 2 { legend.append("<span class=\"some\">several</span>") }
    legend.append("<span class=\"all\">\(names.count == 2 ? "both" : "all")</span>")
    if texts.contains(where: { $0.gold != nil }) {
      legend.append("<span class=\"gold\">gold</span>")
    }
    return "<h2>Texts</h2>\n<p class=\"legend\">\(legend.joined(separator: " "))</p>\n"
      + texts.map { text in
        """
        <details id="\(HTMLText.anchor(text.document.id))"\(texts.count <= 3 ? " open" : "")>
        <summary>\(HTMLText.escaped(text.document.id))</summary>
        <div class="text" dir="auto">\(text.rendered(names: names))</div>
        </details>
        """
      }.joined(separator: "\n")
  }
}
