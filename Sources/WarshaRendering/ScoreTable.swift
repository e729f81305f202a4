// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation

/// The figures of an evaluation: counted, rated, by group, by type or document, and the errors.
package struct ScoreTable {
  /// The figures.
  package var report: EvaluationReport
  /// Names of the counted schemes to show; nil for all.
  package var schemes: Set<String>?

  /// Makes a table.
  package init(_ report: EvaluationReport, schemes: Set<String>? = nil) {
    self.report = report
    self.schemes = schemes
  }

  /// Counted and rated figures of all documents.
  package func rendered(_ style: Style = .plain) -> String {
    var counted = TextTable([
      .init("layer"), .init("scheme"), .init("gold", .right), .init("pred", .right),
      .init("matched", .right), .init("P", .right), .init("R", .right), .init("F1", .right),
      .init("95 %"),
    ])
    var rated = TextTable([
      .init("layer"), .init("rated"), .init("of", .right), .init("right", .right),
      .init("accuracy", .right),
    ])
    for layer in report.all.layers
    where layer.given > 0 || layer.counted.contains(where: { $0.count.predicted > 0 }) {
      for named in layer.counted where schemes?.contains(named.name) ?? true {
        counted.rows.append(Self.row(layer.layer, named.name, named.count, named.interval))
      }
      for rate in layer.rated where rate.rate.total > 0 {
        rated.rows.append([
          .init(layer.layer), .init(rate.name), .init("\(rate.rate.total)"),
          .init(Self.figure(rate.rate.right, places: 1)), .init(Self.figure(rate.rate.accuracy)),
        ])
      }
    }
    return counted.rendered(style) + (rated.rows.isEmpty ? "" : "\n" + rated.rendered(style))
  }

  /// The outcomes of the schemes of SemEval-2013, and of each type where `byType` says so.
  package func outcomes(
    _ schemes: Set<SpanScheme>, byType: Bool = false, _ style: Style = .plain
  ) -> String {
    var table = TextTable([
      .init("layer"), .init("SemEval"), .init("COR", .right), .init("INC", .right),
      .init("PAR", .right), .init("MIS", .right), .init("SPU", .right), .init("P", .right),
      .init("R", .right), .init("F1", .right),
    ])
    func add(_ outcomes: [LayerScore.Outcome], _ name: String) {
      for outcome in outcomes where schemes.contains(outcome.scheme) {
        let count = outcome.count
        if count.possible + count.actual == 0 { continue }
        let figures = [
          count.correct, count.incorrect, count.partial, count.missed, count.spurious,
        ]
        table.rows.append(
          [.init(name), .init(outcome.scheme.rawValue)] + figures.map { .init("\($0)") }
            + [
              .init(Self.figure(count.precision)), .init(Self.figure(count.recall)),
              .init(Self.figure(count.f1), .bold),
            ])
      }
    }
    for layer in report.all.layers {
      add(layer.outcomes, layer.layer)
      for type in layer.typeOutcomes where byType { add(type.outcomes, "  \(type.name)") }
    }
    return table.rows.isEmpty ? "" : table.rendered(style)
  }

  /// By what the figures of a layer are parted.
  package enum Part: String, Sendable, CaseIterable { case type, document }

  /// Figures by type and by document, and the mean over each.
  package func details(by parts: Set<Part> = [.type, .document], _ style: Style = .plain) -> String
  {
    var table = TextTable([
      .init("layer"), .init("by"), .init("gold", .right), .init("pred", .right),
      .init("matched", .right), .init("P", .right), .init("R", .right), .init("F1", .right),
      .init("95 %"),
    ])
    for layer in report.all.layers where parts.contains(.type) {
      for type in layer.types {
        table.rows.append(Self.row(layer.layer, type.name, type.count, type.interval))
      }
    }
    for document in report.documents where parts.contains(.document) {
      for layer in document.layers {
        // A document that has none of the layer still counts what was predicted there.
        guard let first = layer.counted.first, first.count.f1 != nil else { continue }
        table.rows.append(Self.row(layer.layer, document.id, first.count, nil))
      }
    }
    for macro in report.all.macros {
      for (part, mean) in [(Part.type, macro.overTypes), (.document, macro.overDocuments)]
      where parts.contains(part) && mean != nil {
        let blank = TextTable.Cell("")
        table.rows.append(
          [.init(macro.layer), .init("mean over \(part.rawValue)s")]
            + [blank, blank, blank, blank, blank, .init(Self.figure(mean), .bold)])
      }
    }
    return table.rendered(style)
  }

  /// What was given, what was scored, what was left out.
  package var summary: String {
    let gold = report.all.layers.map(\.given).reduce(0, +)
    var lines = [
      "\(report.name): \(counted(report.documents.count, "document")), "
        + "\(gold) gold annotations in, \(report.scoredAllGold ? "all" : "NOT all") scored"
    ]
    if !report.unpredicted.isEmpty {
      lines.append(
        "without predictions, counted as missed: \(report.unpredicted.joined(separator: ", "))")
    }
    if !report.unscored.isEmpty {
      lines.append("without gold, not scored: \(report.unscored.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Kinds of boundary errors and what was found in the wrong layer, with their numbers; empty where
  /// there is neither.
  package func mistakes(_ style: Style = .plain) -> String {
    var table = TextTable([.init("layer"), .init("mistake"), .init("count", .right)])
    for layer in report.all.layers {
      for boundary in layer.boundaries {
        table.rows.append([
          .init(layer.layer), .init("\(boundary.part): \(boundary.kind.rawValue)"),
          .init("\(boundary.count)"),
        ])
      }
    }
    for confusion in report.confusions {
      table.rows.append([
        .init(confusion.gold), .init("found among \(confusion.predicted)"),
        .init("\(confusion.count)"),
      ])
    }
    return table.rows.isEmpty ? "" : table.rendered(style)
  }

  /// Up to `limit` errors of each layer and kind, with their context.
  package func errors(limit: Int, _ style: Style = .plain) -> String {
    var seen: [String: Int] = [:]
    var lines: [String] = []
    for error in report.errors {
      let key = "\(error.layer) \(error.kind.rawValue)"
      seen[key, default: 0] += 1
      guard seen[key, default: 0] <= limit else { continue }
      let differs = error.differences.map { difference in
        "\(difference.part) \(difference.kind.rawValue): gold [\(difference.gold ?? "")], "
          + "predicted [\(difference.predicted ?? "")]"
      }
      let values =
        error.kind == .value || error.kind == .type
        ? "gold \(error.gold ?? "none"), predicted \(error.predicted ?? "none")" : ""
      let context = style.isolate(
        Style.oneLine("…\(error.before)[\(error.text)]\(error.after)…"))
      lines.append(
        "\(key)  \(error.document) \(error.start)..\(error.end)  \(context)  "
          + ([values] + differs).filter { !$0.isEmpty }.joined(separator: "; "))
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ layer: String, _ name: String, _ count: Count, _ interval: ConfidenceInterval?
  ) -> [TextTable.Cell] {
    [
      .init(layer), .init(name), .init("\(count.gold)"), .init("\(count.predicted)"),
      .init("\(count.matched)"), .init(figure(count.precision)), .init(figure(count.recall)),
      .init(figure(count.f1), .bold),
      .init(interval.map { "\(figure($0.low))–\(figure($0.high))" } ?? ""),
    ]
  }

  /// A number with some places.
  package static func number(_ value: Double, places: Int) -> String {
    figure(value, places: places)
  }

  /// A figure with three places, a dash for none.
  static func figure(_ value: Double?, places: Int = 3) -> String {
    guard let value else { return "–" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    let fraction = String(abs(rounded) % Int(scale))
    let whole = "\(rounded < 0 ? "-" : "")\(abs(rounded) / Int(scale))"
    return whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
