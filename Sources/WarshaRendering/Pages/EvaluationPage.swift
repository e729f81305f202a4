// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation

/// The scores of one run against gold as a page that needs nothing beside itself: figures with
/// intervals, kinds of mistakes, every error in its context, and the texts with gold and what was
/// found.
package struct EvaluationPage {
  /// The scores.
  package var report: EvaluationReport
  /// What was scored, such as the names of the extractors.
  package var name: String
  /// The texts to show, in this order, each with one side.
  package var texts: [MarkedText]

  /// Makes a page.
  package init(_ report: EvaluationReport, name: String, texts: [MarkedText]) {
    self.report = report
    self.name = name
    self.texts = texts
  }

  /// The page, from doctype to end.
  package var rendered: String {
    let gold = report.all.layers.map(\.given).reduce(0, +)
    return Page(
      title: name,
      subtitle: "\(report.name): \(counted(report.documents.count, "document")), \(gold) gold "
        + "annotations in, \(report.scoredAllGold ? "all" : "NOT all") scored",
      parts: [
        chart, scores, mistakes, errors, MarkedText.section(texts, names: ["found"]),
      ]
    ).rendered
  }

  private var layers: [LayerScore] {
    report.all.layers.filter { layer in
      layer.counted.contains { $0.count.gold + $0.count.predicted > 0 }
    }
  }

  private var chart: String {
    ScoreChart(
      names: [name],
      rows: layers.compactMap { layer in
        guard let head = layer.counted.first else { return nil }
        let point = head.count.f1.map { f1 in
          ScoreChart.Point(f1: f1, interval: head.interval.map { ($0.low, $0.high) })
        }
        return ScoreChart.Row(label: "\(layer.layer) \(head.name)", points: [point])
      }
    ).rendered
  }

  private var scores: String {
    let counts = layers.flatMap { layer in
      layer.counted.map { named -> [String] in
        let count = named.count
        let interval = named.interval.map {
          "\(ScoreTable.figure($0.low))–\(ScoreTable.figure($0.high))"
        }
        return [HTMLText.cell(layer.layer), HTMLText.cell(named.name)]
          + [count.gold, count.predicted, count.matched].map { HTMLText.cell("\($0)", "number") }
          + [count.precision, count.recall].map {
            HTMLText.cell(ScoreTable.figure($0), "number")
          }
          + [
            HTMLText.cell(ScoreTable.figure(count.f1), "number best"),
            HTMLText.cell(interval ?? "", "number dim"),
          ]
      }
    }
    let rates = layers.flatMap { layer in
      layer.rated.filter { $0.rate.total > 0 }.map { rated in
        [HTMLText.cell(layer.layer), HTMLText.cell(rated.name)]
          + [
            HTMLText.cell("\(rated.rate.total)", "number"),
            HTMLText.cell(ScoreTable.figure(rated.rate.accuracy), "number best"),
          ]
      }
    }
    let head = ["layer", "scheme", "gold", "found", "matched", "P", "R", "F1", "95 %"]
    return "<h2>Scores</h2>\n" + HTMLText.table(head, counts)
      + (rates.isEmpty
        ? "" : "\n" + HTMLText.table(["layer", "of matched pairs", "pairs", "right"], rates))
  }

  private var mistakes: String {
    var rows: [[String]] = []
    for layer in layers {
      for boundary in layer.boundaries {
        rows.append([
          HTMLText.cell(layer.layer), HTMLText.cell("\(boundary.part): \(boundary.kind.rawValue)"),
          HTMLText.cell("\(boundary.count)", "number"),
        ])
      }
    }
    for confusion in report.confusions {
      rows.append([
        HTMLText.cell(confusion.gold), HTMLText.cell("found among \(confusion.predicted)"),
        HTMLText.cell("\(confusion.count)", "number"),
      ])
    }
    if rows.isEmpty { return "" }
    return "<h2>Kinds of mistakes</h2>\n" + HTMLText.table(["layer", "mistake", "count"], rows)
  }

  private var errors: String {
    let lists = ScoringError.Kind.allCases.map { kind in
      CaseList(
        title: "", name: kind.rawValue, cases: report.errors.filter { $0.kind == kind })
    }.filter { !$0.cases.isEmpty }
    let browser = CaseBrowser(
      lists: lists.map { ($0, "wrong") }, anchors: MarkedText.anchors(texts)
    ).rendered
    return browser.isEmpty ? "" : "<h2>Errors</h2>\n" + browser
  }
}
