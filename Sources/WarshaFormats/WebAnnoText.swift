// SPDX-License-Identifier: Apache-2.0

/// The escapes of WebAnno TSV 3.3.
enum WebAnnoText {
  /// One of the values that stand in a cell, with the number that keeps the rows of its annotation
  /// together.
  struct Entry: Equatable {
    /// Nil of `*`, a feature without a value.
    var value: String?
    var id: Int?
  }

  /// A value of a feature, escaped; `*` of none.
  static func value(_ text: String) -> String {
    if text.isEmpty { return "*" }
    var escaped = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      // There is no escape for it, and readers in Java take it for the end of the line.
      case "\r": escaped.append(" ")
      case "\\", "[", "]", "|", "_", ";", "*":
        escaped.append("\\")
        escaped.append(scalar)
      case "-" where scalars.first == ">":
        escaped.append(contentsOf: "\\-".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The entries of a cell, `Location[1]|Actor[2]`; empty of `_`.
  static func entries(of cell: String) -> [Entry] {
    if cell == "_" || cell.isEmpty { return [] }
    return split(cell, at: "|").map(entry)
  }

  /// The entries of a cell of a relation, whose brackets belong to the value: `1-5[3_0]|1-7`.
  static func references(of cell: String) -> [Entry] {
    if cell == "_" || cell.isEmpty { return [] }
    return split(cell, at: "|").map { text in
      Entry(value: text == "*" ? nil : unescaped(text.unicodeScalars[...]), id: nil)
    }
  }

  /// A line of the text, escaped.
  static func line(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letter = lineEscapes.first(where: { $0.value == scalar })?.key {
        escaped.append("\\")
        escaped.append(letter)
      } else {
        if scalar.value < 0x20 { escaped.append("\\") }
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The text that an escaped line stands for.
  static func unescapedLine(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var scalars = line.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\\", let next = scalars.popFirst() {
        text.append(lineEscapes[next] ?? next)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static let lineEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "t": "\t", "n": "\n", "r": "\r", "f": "\u{C}", "b": "\u{8}", "\\": "\\",
  ]

  private static func entry(_ text: String) -> Entry {
    var body = text.unicodeScalars[...]
    var id: Int?
    // The bracket of a value is escaped: this one is not.
    let opening = body.lastIndex(of: "[")
    if body.last == "]", let opening, opening == body.startIndex || !isEscaped(opening, in: body),
      let number = Int(String(body[body.index(after: opening)...].dropLast()))
    {
      id = number
      body = body[..<opening]
    }
    let isNone = body.elementsEqual("*".unicodeScalars)
    return Entry(value: isNone ? nil : unescaped(body), id: id)
  }

  private static func unescaped(_ value: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    var scalars = value
    while let scalar = scalars.popFirst() {
      if scalar == "\\", let next = scalars.popFirst() {
        text.append(next == "t" ? "\t" : next == "n" ? "\n" : next)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
    var pieces: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == separator && !isEscaped {
        pieces.append(String.UnicodeScalarView())
      } else {
        pieces[pieces.count - 1].append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return pieces.map { String($0) }
  }

  private static func isEscaped(
    _ place: String.UnicodeScalarView.Index, in text: Substring.UnicodeScalarView
  ) -> Bool {
    text[..<place].reversed().prefix { $0 == "\\" }.count % 2 == 1
  }
}
