// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation

/// Two or more predictions side by side.
package struct ComparisonTable {
  /// The comparison.
  package var comparison: Comparison

  /// Makes a table.
  package init(_ comparison: Comparison) { self.comparison = comparison }

  /// F1 of each, the difference to the first with its p values and the smallest that would show (MDE);
  /// agreement of each pair.
  package func rendered(_ style: Style = .plain) -> String {
    var scores = TextTable(
      [.init("layer"), .init("scheme"), .init("gold", .right)]
        + comparison.names.map { .init($0, .right) }
        + comparison.names.dropFirst().flatMap {
          [
            .init("Δ \($0)", .right), .init("p", .right), .init("p Holm", .right),
            .init("MDE", .right),
          ]
        })
    for row in comparison.rows where row.counts.contains(where: { $0.gold + $0.predicted > 0 }) {
      var cells: [TextTable.Cell] = [
        .init(row.layer), .init(row.scheme), .init("\(row.counts.first?.gold ?? 0)"),
      ]
      cells += row.counts.map { .init(ScoreTable.figure($0.f1), .bold) }
      for place in row.counts.indices.dropFirst() {
        cells.append(.init(Self.signed(row.deltas[place])))
        cells.append(.init(ScoreTable.figure(row.significance[place])))
        cells.append(.init(ScoreTable.figure(row.adjusted[place])))
        cells.append(.init(ScoreTable.figure(row.detectable[place])))
      }
      scores.rows.append(cells)
    }
    var text = scores.rows.isEmpty ? "" : scores.rendered(style) + "\n"
    var agreement = TextTable([
      .init("agreement"), .init("layer"), .init("scheme"), .init("both", .right),
      .init("F1", .right),
    ])
    for pair in comparison.agreements {
      for layer in pair.layers {
        for named in layer.counted where named.count.gold + named.count.predicted > 0 {
          agreement.rows.append([
            .init("\(pair.left) ~ \(pair.right)"), .init(layer.layer), .init(named.name),
            .init("\(named.count.matched)"), .init(ScoreTable.figure(named.count.f1)),
          ])
        }
      }
    }
    if !agreement.rows.isEmpty { text += agreement.rendered(style) }
    return text + beyondChance(style)
  }

  /// Kappa and alpha of each pair; empty where no layer has any.
  private func beyondChance(_ style: Style) -> String {
    var table = TextTable([
      .init("beyond chance"), .init("layer"), .init("κ words", .right),
      .init("κ characters", .right), .init("α units", .right),
    ])
    for pair in comparison.agreements {
      for span in pair.spans where span.alphaUnits != nil {
        table.rows.append([
          .init("\(pair.left) ~ \(pair.right)"), .init(span.layer),
          .init(ScoreTable.figure(span.kappaWords)), .init(ScoreTable.figure(span.kappaCharacters)),
          .init(ScoreTable.figure(span.alphaUnits), .bold),
        ])
      }
    }
    return table.rows.isEmpty ? "" : "\n" + table.rendered(style)
  }

  /// Of each pair what they say alike about the annotations that both have: type, value and so on.
  package func attributes(_ style: Style = .plain) -> String {
    var table = TextTable([
      .init("of what both have"), .init("layer"), .init("same"), .init("pairs", .right),
      .init("share", .right),
    ])
    for pair in comparison.agreements {
      for layer in pair.layers {
        for rated in layer.rated where rated.rate.total > 0 {
          table.rows.append([
            .init("\(pair.left) ~ \(pair.right)"), .init(layer.layer), .init(rated.name),
            .init("\(rated.rate.total)"), .init(ScoreTable.figure(rated.rate.accuracy)),
          ])
        }
      }
    }
    return table.rows.isEmpty ? "" : table.rendered(style)
  }

  /// About what the sides differ, up to `limit` of each list.
  package func cases(limit: Int, _ style: Style = .plain) -> String {
    var text = ""
    for list in comparison.lists {
      text += "\(list.name) \(list.title): \(list.cases.count)\n"
      for error in list.cases.prefix(limit) {
        let context = style.isolate(
          Style.oneLine("…\(error.before)[\(error.text)]\(error.after)…"))
        text += "  \(error.layer) \(error.document) \(error.start)..\(error.end)  \(context)"
        let contrast = error.contrast
        text += contrast.isEmpty ? "\n" : "  \(style.isolate(Style.oneLine(contrast)))\n"
      }
    }
    return text
  }

  /// A difference with its sign.
  static func signed(_ value: Double?) -> String {
    guard let value else { return "–" }
    return (value > 0 ? "+" : "") + ScoreTable.figure(value)
  }
}
