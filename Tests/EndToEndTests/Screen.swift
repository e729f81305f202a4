// SPDX-License-Identifier: Apache-2.0

/// What a terminal shows: the part of xterm that line editors use, with marks joined to letters.
struct Screen {
  private(set) var row = 0
  private var column = 0
  private var cells: [[String]] = [[]]
  private var state = State.text
  private var parameters = ""

  private enum State { case text, escape, control, skipOne, command }

  /// The rows without blanks at their ends and without empty rows at the end.
  var lines: [String] {
    var lines = cells.map { row in
      var text = row.joined()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The row of the cursor.
  var line: String { row < lines.count ? lines[row] : "" }

  /// Shows some output.
  mutating func show(_ text: String) {
    for scalar in text.unicodeScalars { show(scalar) }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    switch state {
    case .text: character(scalar)
    case .escape:
      switch scalar {
      case "[":
        state = .control
        parameters = ""
      case "]": state = .command
      case "(", ")": state = .skipOne
      default: state = .text
      }
    case .control:
      if (0x40...0x7E).contains(scalar.value) {
        control(scalar)
        state = .text
      } else {
        parameters.unicodeScalars.append(scalar)
      }
    case .skipOne: state = .text
    case .command: if scalar.value == 7 { state = .text }
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x0D: column = 0
    case 0x0A: move(to: row + 1)
    case 0x08: column = max(0, column - 1)
    case 0x09: column = (column / 8 + 1) * 8
    case 0..<0x20, 0x7F: break
    default:
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark || category == .format {
        if column > 0, column <= cells[row].count {
          cells[row][column - 1].unicodeScalars.append(scalar)
        }
        return
      }
      fill()
      if column < cells[row].count {
        cells[row][column] = String(scalar)
      } else {
        cells[row].append(String(scalar))
      }
      column += 1
    }
  }

  private mutating func control(_ command: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    let count = max(1, numbers.first ?? 1)
    switch command {
    case "A": row = max(0, row - count)
    case "B": move(to: row + count)
    case "C": column += count
    case "D": column = max(0, column - count)
    case "G": column = count - 1
    case "d": move(to: count - 1)
    case "H", "f":
      move(to: count - 1)
      column = max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
    case "K": if column < cells[row].count { cells[row].removeSubrange(column...) }
    case "J":
      if numbers.first == 2 {
        for index in cells.indices { cells[index] = [] }
      } else {
        if column < cells[row].count { cells[row].removeSubrange(column...) }
        cells.removeSubrange((row + 1)...)
      }
    case "P":
      let end = min(cells[row].count, column + count)
      if column < end { cells[row].removeSubrange(column..<end) }
    case "@":
      fill()
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    default: break  // colours and modes
    }
  }

  private mutating func move(to row: Int) {
    self.row = row
    while cells.count <= row { cells.append([]) }
  }

  private mutating func fill() {
    while cells[row].count < column { cells[row].append(" ") }
  }
}
