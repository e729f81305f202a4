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
    Page(
      title: comparison.names.joined(separator: " · "),
      subtitle: "\(title): \(counted(texts.count, "document"))", verdict: verdict,
      parts: [
        chart, scores, agreement, cases, MarkedText.section(texts, names: comparison.names),
      ]
    ).rendered
  }

  /// The first row of each layer: what people quote.
  private var headRows: [Comparison.Row] {
    var seen: Set<String> = []
    return comparison.rows.filter { row in
      row.counts.contains { $0.gold + $0.predicted > 0 } && seen.insert(row.layer).inserted
    }
  }

  /// A sentence for each side: where it differs from the first beyond chance.
  private var verdict: [String] {
    comparison.names.indices.dropFirst().filter { _ in !headRows.isEmpty }.map { place in
      let sure = headRows.compactMap { row -> String? in
        guard let p = row.adjusted[place], p <= 0.05, let delta = row.deltas[place] else {
          return nil
        }
        return "\(row.layer) \(row.scheme) \(delta > 0 ? "better" : "worse") by "
          + "\(ScoreTable.figure(abs(delta))) (p \(ScoreTable.figure(p)))"
      }
      let (name, first) = (comparison.names[place], comparison.names[0])
      return sure.isEmpty
        ? "\(name) and \(first) differ in no layer by more than chance."
        : "\(name) against \(first): \(sure.joined(separator: ", "))."
    }
  }

  private var chart: String {
    ScoreChart(
      names: comparison.names,
      rows: headRows.map { row in
        ScoreChart.Row(
          label: "\(row.layer) \(row.scheme)",
          points: row.counts.enumerated().map { place, count in
            count.f1.map { f1 in
              let bounds = bounds(row, place)
              return ScoreChart.Point(f1: f1, interval: bounds.map { ($0.low, $0.high) })
            }
          })
      }
    ).rendered
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
      var cells = [
        HTMLText.cell(row.layer), HTMLText.cell(row.scheme),
        HTMLText.cell("\(row.counts.first?.gold ?? 0)", "number"),
      ]
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
    bounds(row, place).map { "\(ScoreTable.figure($0.low))–\(ScoreTable.figure($0.high))" } ?? ""
  }

  private func bounds(_ row: Comparison.Row, _ place: Int) -> ConfidenceInterval? {
    guard comparison.reports.indices.contains(place) else { return nil }
    return comparison.reports[place].layer(row.layer)?.counted
      .first { $0.name == row.scheme }?.interval
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
      (list, list.isRight.map { $0 ? "right" : "wrong" } ?? "differs")
    }
    let browser = CaseBrowser(lists: lists, anchors: MarkedText.anchors(texts)).rendered
    return browser.isEmpty ? "" : "<h2>Where they differ</h2>\n" + browser
  }
}
