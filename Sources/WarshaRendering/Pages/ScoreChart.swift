// SPDX-License-Identifier: Apache-2.0

import Foundation

/// F1 of several sides with their intervals, a row a layer, as a drawing: what a table of figures
/// hides, whether intervals overlap, is seen at once.
struct ScoreChart {
  /// One side's figure.
  struct Point {
    var f1: Double
    /// 95 % interval, where there is one.
    var interval: (low: Double, high: Double)?
  }

  /// A row.
  struct Row {
    /// What is scored, e.g. `dates strict`.
    var label: String
    /// One for each name; nil where a side has no figure.
    var points: [Point?]
  }

  /// The sides.
  var names: [String]
  /// The rows, from above.
  var rows: [Row]

  private static let left = 190.0
  private static let width = 640.0
  private static let right = 60.0
  private static let step = 14.0

  /// The drawing as SVG with its legend; empty without rows.
  var rendered: String {
    if rows.isEmpty { return "" }
    let lowest =
      rows.flatMap(\.points).compactMap { $0.map { $0.interval?.low ?? $0.f1 } }.min() ?? 0
    // A round figure a little below the worst, so that good extractors do not look all alike.
    let origin = max(0, (lowest * 10 - 0.5).rounded(.down) / 10)
    let height = Self.step * Double(max(1, names.count)) + 12
    let bottom = height * Double(rows.count) + 6
    func x(_ value: Double) -> Double {
      Self.left + Self.width * (value - origin) / max(0.1, 1 - origin)
    }
    var shapes: [String] = []
    for tick in 0...10 {
      let value = Double(tick) / 10
      if value < origin - 0.001 { continue }
      shapes.append(
        "<line class=\"grid\" x1=\"\(n(x(value)))\" x2=\"\(n(x(value)))\" y1=\"0\" y2=\"\(n(bottom))\"/>"
          + "<text class=\"tick\" x=\"\(n(x(value)))\" y=\"\(n(bottom + 14))\">\(n(value))</text>")
    }
    for (place, row) in rows.enumerated() {
      let top = height * Double(place) + 6
      shapes.append(
        "<text class=\"label\" x=\"\(n(Self.left - 10))\" y=\"\(n(top + height / 2))\">"
          + "\(HTMLText.escaped(row.label))</text>")
      for (side, point) in row.points.enumerated() {
        guard let point else { continue }
        let y = top + Self.step * (Double(side) + 0.5) + 4
        let style = "side\(min(side, MarkedText.colours - 1))"
        if let interval = point.interval {
          shapes.append(
            "<line class=\"bar \(style)\" x1=\"\(n(x(interval.low)))\" x2=\"\(n(x(interval.high)))\" "
              + "y1=\"\(n(y))\" y2=\"\(n(y))\"/>")
        }
        let note = "\(names[side]): \(row.label) \(ScoreTable.figure(point.f1))"
        shapes.append(
          "<circle class=\"dot \(style)\" cx=\"\(n(x(point.f1)))\" cy=\"\(n(y))\" r=\"4.5\">"
            + "<title>\(HTMLText.escaped(note))</title></circle>"
            + "<text class=\"figure\" x=\"\(n(Self.left + Self.width + 12))\" y=\"\(n(y))\">"
            + "\(ScoreTable.figure(point.f1))</text>")
      }
    }
    let size = (Self.left + Self.width + Self.right, bottom + 22)
    let legend = names.enumerated().map { side, name in
      "<span class=\"key side\(min(side, MarkedText.colours - 1))\">\(HTMLText.escaped(name))</span>"
    }
    return """
      <div class="wide chart"><p class="legend">\(legend.joined(separator: " "))</p>
      <svg viewBox="0 0 \(n(size.0)) \(n(size.1))" role="img" direction="ltr" \
      aria-label="F1 with 95 % intervals by layer; the figures stand in the table below">
      \(shapes.joined(separator: "\n"))
      </svg></div>
      """
  }

  private func n(_ value: Double) -> String { ScoreTable.number(value, places: 1) }
}
