// SPDX-License-Identifier: Apache-2.0

/// Aligned columns for a terminal or a file, by display width.
///
/// Put Arabic into the last columns: a terminal that reorders moves what follows it in the line.
package struct TextTable {
  /// To which side the cells of a column keep.
  package enum Alignment: Sendable { case left, right }

  /// A column.
  package struct Column: Sendable {
    /// Its head.
    package var title: String
    /// `.right` for numbers.
    package var alignment: Alignment

    /// Makes a column.
    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// A value in a row.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    /// What it says, on one line.
    package var text: String
    /// How it stands out.
    package var ink: Ink?

    /// Makes a cell; control characters become visible ones.
    package init(_ text: String, _ ink: Ink? = nil) {
      self.text = Style.oneLine(text)
      self.ink = ink
    }
    /// Makes a plain cell.
    package init(stringLiteral text: String) { self.init(text) }
  }

  /// The columns, left to right.
  package var columns: [Column]
  /// The rows; missing cells at the end are empty.
  package var rows: [[Cell]] = []

  private static let gap = "  "
  /// Cells that a cut last column keeps at least.
  private static let least = 10

  /// Makes an empty table.
  package init(_ columns: [Column]) { self.columns = columns }

  /// The table with its head and a rule, a line break after each line, no blanks at line ends.
  ///
  /// Where the style has a width, the last column is cut to it; else nothing is ever cut.
  package func rendered(_ style: Style = .plain) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { widest, row in
        max(widest, index < row.count ? DisplayWidth.of(row[index].text) : 0)
      }
    }
    let limit = style.width.map { width in
      max(Self.least, width - widths.dropLast().reduce(0) { $0 + $1 + Self.gap.count })
    }
    let rule = widths.indices.map { index in
      let isLast = index == widths.count - 1
      return Cell(
        String(repeating: "-", count: isLast ? min(widths[index], limit ?? .max) : widths[index]),
        .dim)
    }
    var lines = [line(columns.map { Cell($0.title, .bold) }, widths, limit, style)]
    lines.append(line(rule, widths, limit, style))
    lines += rows.map { line($0, widths, limit, style) }
    return lines.joined()
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ limit: Int?, _ style: Style) -> String {
    var result = ""
    var pending = ""  // blanks, written only before something visible
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : ""
      var text = cell.text
      if index == columns.count - 1, let limit { text = DisplayWidth.truncate(text, to: limit) }
      let free = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      if column.alignment == .right { pending += free }
      if !text.isEmpty {
        result += pending + style.paint(style.isolate(text), cell.ink)
        pending = ""
      }
      if column.alignment == .left { pending += free }
      pending += Self.gap
    }
    return result + "\n"
  }
}
