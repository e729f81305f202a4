// SPDX-License-Identifier: Apache-2.0

/// The rows of a file in the form of RFC 4180, quoted fields over several lines included.
struct DelimitedTable {
  /// A row: its fields and the line on which it begins.
  struct Row: Equatable {
    var fields: [String]
    var line: Int
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [FormatError] = []

  init(_ text: String, delimiter: Unicode.Scalar, file: String) {
    var row = Row(fields: [], line: 1)
    var field = String.UnicodeScalarView()
    var line = 1
    var opened: Int?
    var wasQuoted = false
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    func problem(_ line: Int, _ reason: String) -> FormatError {
      FormatError(file: file, line: line, reason)
    }
    func endField() {
      row.fields.append(String(field))
      field = String.UnicodeScalarView()
      wasQuoted = false
    }
    while let scalar = scalars.popFirst() {
      if scalar == "\n" { line += 1 }
      if opened != nil {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          field.append("\"")
        } else {
          opened = nil
        }
      } else if scalar == delimiter {
        endField()
      } else if scalar == "\n" || (scalar == "\r" && scalars.first == "\n") {
        if scalar == "\r" {
          scalars.removeFirst()
          line += 1
        }
        endField()
        if row.fields != [""] { rows.append(row) }
        row = Row(fields: [], line: line)
      } else if scalar == "\"" && field.isEmpty && !wasQuoted {
        (opened, wasQuoted) = (line, true)
      } else {
        if wasQuoted {
          problems.append(
            problem(
              line, "text follows the closing quotation mark of a field. Double marks inside."))
          wasQuoted = false
        }
        field.append(scalar)
      }
    }
    if let opened {
      // All that follows the mark went into its field: the row is none.
      problems.append(
        problem(opened, "the quotation mark that opens here is not closed. Is the file cut off?"))
    } else if !field.isEmpty || !row.fields.isEmpty {
      endField()
      rows.append(row)
    }
  }
}
