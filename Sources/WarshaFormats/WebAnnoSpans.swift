// SPDX-License-Identifier: Apache-2.0

/// The annotations that the rows of a WebAnno TSV file make up together.
struct WebAnnoSpans {
  /// A span of a span layer.
  struct Span {
    var layer: WebAnnoFile.Layer
    /// By feature, those without a value left out.
    var values: [String: String] = [:]
    var start: Int
    var end: Int
    /// Line of its first row.
    var line: Int
    /// Place of its last row among all.
    fileprivate var row: Int
    /// Line of the first row that does not follow on the one before.
    var gap: Int?
  }

  /// A relation.
  struct Link {
    var role: String
    /// Indices of spans.
    var from: Int
    var to: Int
  }

  /// How a relation finds its ends: by number, or by unit where the span has none.
  private enum Key: Hashable {
    case id(Int)
    case unit(String, layer: String)
  }

  private(set) var spans: [Span] = []
  private(set) var links: [Link] = []
  private(set) var problems: [FormatError] = []
  private let file: String
  /// Indices of spans; of those of one unit and layer without number, the first.
  private var places: [Key: Int] = [:]
  /// The place among the tokens, for spans that hold several.
  private var token = 0

  init(_ file: WebAnnoFile, name: String) {
    self.file = name
    let rows = file.sentences.flatMap(\.rows)
    for row in rows {
      if !row.unit.contains(".") { token += 1 }
      for layer in file.layers where layer.kind == .span { add(row, layer) }
    }
    for row in rows {
      for layer in file.layers where layer.kind == .relation { link(row, layer) }
    }
  }

  private mutating func add(_ row: WebAnnoFile.Row, _ layer: WebAnnoFile.Layer) {
    guard let columns = columns(of: row, layer), let count = columns.first?.count else { return }
    for place in 0..<count {
      let entries = columns.map { $0[place] }
      let id = entries.compactMap(\.id).first
      let key = id.map { Key.id($0) } ?? .unit(row.unit, layer: layer.name)
      if let id, let known = places[key] {
        guard spans[known].layer == layer else {
          problem(
            row.line,
            "[\(id)] is that of an annotation of \(spans[known].layer.name) on line "
              + "\(spans[known].line). Give this one a free number.")
          continue
        }
        if token > spans[known].row + 1 { spans[known].gap = spans[known].gap ?? row.line }
        spans[known].end = max(spans[known].end, row.end)
        spans[known].row = token
        continue
      }
      var span = Span(layer: layer, start: row.start, end: row.end, line: row.line, row: token)
      for (feature, entry) in zip(layer.features, entries) { span.values[feature] = entry.value }
      if places[key] == nil { places[key] = spans.count }
      spans.append(span)
    }
  }

  private mutating func link(_ row: WebAnnoFile.Row, _ layer: WebAnnoFile.Layer) {
    guard let columns = columns(of: row, layer), let sources = columns.last else { return }
    // The last column is named for the layer of the ends: `BT_webanno.custom.WarshaSpan`.
    let base = layer.features.last?.split(separator: ".").last.map(String.init) ?? ""
    for (place, source) in sources.enumerated() {
      let role = columns.count > 1 ? columns[0][place].value : nil
      guard let (unit, from, to) = Self.reference(source.value ?? ""),
        let start = places[from > 0 ? .id(from) : .unit(unit, layer: base)],
        let end = places[to > 0 ? .id(to) : .unit(row.unit, layer: base)]
      else {
        problem(
          row.line,
          "the relation \(role ?? layer.name) comes from \"\(source.value ?? "")\", where no annotation is."
        )
        continue
      }
      links.append(Link(role: role ?? layer.name, from: start, to: end))
    }
  }

  /// The entries of each column of a layer in a row; nil when there are none.
  private mutating func columns(
    of row: WebAnnoFile.Row, _ layer: WebAnnoFile.Layer
  ) -> [[WebAnnoText.Entry]]? {
    let cells = row.cells[layer.column..<layer.column + layer.features.count]
    let columns =
      layer.kind == .relation
      ? cells.map(WebAnnoText.references) : cells.map(WebAnnoText.entries)
    let count = columns.first?.count ?? 0
    if !columns.allSatisfy({ $0.count == count }) {
      problem(
        row.line,
        "the columns of \(layer.name) have different numbers of entries: "
          + columns.map { String($0.count) }.joined(separator: ", ") + ". Part entries with |.")
      return nil
    }
    return count > 0 ? columns : nil
  }

  /// `1-5[3_0]`: the unit, the number of the source and of the target, 0 where they have none.
  private static func reference(_ text: String) -> (String, Int, Int)? {
    guard let bracket = text.firstIndex(of: "[") else { return text.isEmpty ? nil : (text, 0, 0) }
    let numbers = text[text.index(after: bracket)...].dropLast().split(separator: "_")
      .map { Int($0) }
    guard text.hasSuffix("]"), numbers.count == 2, let from = numbers[0], let to = numbers[1]
    else { return nil }
    return (String(text[..<bracket]), from, to)
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }
}
