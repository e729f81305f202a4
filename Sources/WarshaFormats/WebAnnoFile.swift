// SPDX-License-Identifier: Apache-2.0

/// The header, sentences and rows of a WebAnno TSV file, before they are held against one another.
struct WebAnnoFile {
  /// A layer of the header and its columns.
  struct Layer: Equatable {
    enum Kind: Equatable { case span, relation, other }
    var kind: Kind
    /// Its name, packages left out: `NamedEntity`.
    var name: String
    /// Names of its columns; the last of a relation, `BT_…`, holds the source.
    var features: [String]
    /// Index of its first column among the cells of a row.
    var column: Int
  }

  /// A token or a stretch of one.
  struct Row: Equatable {
    /// `2-5`, or `2-5.1` of a stretch.
    var unit: String
    var start: Int
    var end: Int
    var form: String
    var cells: [String]
    var line: Int
  }

  /// A sentence: its text and its rows.
  struct Sentence: Equatable {
    var text: String
    var rows: [Row] = []
  }

  private(set) var layers: [Layer] = []
  private(set) var sentences: [Sentence] = []
  private(set) var problems: [FormatError] = []
  private let file: String
  private var columns = 0
  private var isInText = false

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    var hasFormat = false
    for (number, bytes) in numberedLines(bytes) {
      guard let line = String(validating: bytes, as: UTF8.self) else {
        problems.append(.notUTF8(file, number))
        continue
      }
      if line.hasPrefix("#FORMAT=") {
        hasFormat = true
        if !line.hasPrefix("#FORMAT=WebAnno TSV 3") {
          problem(number, "the format is \(line.dropFirst(8)), not WebAnno TSV 3. Export it anew.")
        }
      } else if line.hasPrefix("#T_") {
        header(line)
      } else if line.hasPrefix("#Text=") {
        add(WebAnnoText.unescapedLine(String(line.unicodeScalars.dropFirst(6))))
      } else if !line.isEmpty && !line.hasPrefix("#Sentence.id=") {
        isInText = false
        row(line, number)
      } else if line.isEmpty {
        isInText = false
      }
    }
    if !hasFormat { problem(1, "the file does not begin with #FORMAT=WebAnno TSV 3.3.") }
  }

  /// `#T_SP=webanno.custom.Place|kind|name`
  private mutating func header(_ line: String) {
    let sides = line.split(separator: "=", maxSplits: 1).map(String.init)
    var parts = (sides.count > 1 ? sides[1] : "")
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let name = parts.removeFirst()
    // A layer without features has a column all the same.
    if parts.isEmpty { parts = [""] }
    let kind: Layer.Kind = sides[0] == "#T_SP" ? .span : sides[0] == "#T_RL" ? .relation : .other
    let short = name.split(separator: ".").last.map(String.init) ?? name
    layers.append(Layer(kind: kind, name: short, features: parts, column: columns))
    columns += parts.count
  }

  /// Each line of a sentence with line breaks in it has its own `#Text=`.
  private mutating func add(_ line: String) {
    if isInText, let last = sentences.indices.last {
      sentences[last].text += "\n" + line
    } else {
      sentences.append(Sentence(text: line))
    }
    isInText = true
  }

  private mutating func row(_ line: String, _ number: Int) {
    var fields = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String($0) }
    // WebAnno ends each row with a tab.
    if fields.count == columns + 4, fields.last?.isEmpty == true { fields.removeLast() }
    let ends = (fields.count > 1 ? fields[1] : "").split(separator: "-").map { Int32($0) }
    guard fields.count > 2, ends.count == 2, let start = ends[0], let end = ends[1] else {
      return problem(
        number, "a row begins with 1-2, tab, 4-8, tab, the token, tab. Is the file cut off here?")
    }
    guard fields.count == columns + 3 else {
      return problem(
        number,
        "the row has \(fields.count - 3) columns behind its token, the header \(columns). Is the "
          + "file cut off here?")
    }
    guard let last = sentences.indices.last else {
      return problem(number, "the row stands before the first #Text= line.")
    }
    sentences[last].rows.append(
      Row(
        unit: fields[0], start: Int(start), end: Int(end),
        form: WebAnnoText.unescapedLine(fields[2]), cells: Array(fields[3...]), line: number))
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }
}
