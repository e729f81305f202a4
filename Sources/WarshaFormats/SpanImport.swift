// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Turns the offsets of a file into spans of its text, and refuses those that do not fit.
///
/// Where the file says what stands at a span, that is compared with the text. When it differs, the
/// units in which the offsets would be right, or the constant shift, are named: guessing would move
/// every annotation without anybody noticing.
struct SpanImport {
  /// A span as the file has it.
  struct Item {
    /// Offsets in `unit`, end exclusive.
    var start: Int
    var end: Int
    /// Nil of a span that is only there to be compared, as a token is.
    var label: String?
    /// What the file says stands there.
    var quoted: String?
    /// Line of the file.
    var line: Int
  }

  private let text: SourceText
  private let unit: OffsetUnit
  private let file: String
  /// One for each item that fits and has a label, with its number in the list of items as id.
  private(set) var annotations: [Annotation] = []
  /// What does not fit.
  private(set) var problems: [FormatError] = []

  init(_ items: [Item], of text: SourceText, unit: OffsetUnit, file: String) {
    self.text = text
    self.unit = unit
    self.file = file
    let table = OffsetTable(text, unit: unit)
    let ranges = items.map { table.range(from: $0.start, to: $0.end) }
    let wrong = items.indices.filter { items[$0].quoted != nil && !says(items[$0], at: ranges[$0]) }
    if !wrong.isEmpty { refuse(wrong.map { items[$0] }, among: items, ranges) }
    let isWrong = Set(wrong)
    for (index, item) in items.enumerated() where !isWrong.contains(index) {
      guard let label = item.label else { continue }
      guard let range = ranges[index] else {
        problem(
          item.line,
          "\(label) at \(item.start)..<\(item.end) is no stretch of the text, which has "
            + "\(table.offset(of: text.count)) \(Self.name(of: unit)).")
        continue
      }
      if item.quoted == nil && !wrong.isEmpty {
        problem(
          item.line,
          "\(label) at \(item.start)..<\(item.end) is left out: other spans of its document are not "
            + "where they say, and it does not say what it covers.")
        continue
      }
      annotations.append(
        Annotation(
          id: index + 1, layer: Brat.layer(ofLabel: label), label: label, type: "", range: range))
    }
  }

  private mutating func refuse(_ wrong: [Item], among items: [Item], _ ranges: [TextRange?]) {
    let cause = self.cause(wrong, among: items.filter { $0.quoted != nil })
    for item in wrong where item.label != nil || cause == nil || wrong.count == 1 {
      let has = OffsetTable(text, unit: unit).range(from: item.start, to: item.end)
      problem(
        item.line,
        "\(item.label ?? "token") at \(item.start)..<\(item.end) says \"\(item.quoted ?? "")\" but the "
          + "text has " + (has.map { "\"\(text[$0])\"." } ?? "no such stretch.") + (cause ?? ""))
    }
    if problems.isEmpty, let item = wrong.first {
      problem(item.line, "the tokens are not where they say.\(cause ?? "")")
    }
  }

  /// What explains that spans are not where they say: another unit or a constant shift; nil when
  /// nothing does.
  private func cause(_ wrong: [Item], among items: [Item]) -> String? {
    for other in OffsetUnit.allCases where other != unit {
      let table = OffsetTable(text, unit: other)
      if items.allSatisfy({ says($0, at: table.range(from: $0.start, to: $0.end)) }) {
        return " \(Self.counted(items)) if offsets count \(Self.name(of: other)), not "
          + "\(Self.name(of: unit)). Convert them."
      }
    }
    if let positions = positionsWithFoldedLineEnds() {
      func range(_ item: Item) -> TextRange? {
        guard item.start >= 0, item.start < item.end, item.end < positions.count else { return nil }
        return TextRange(positions[item.start], positions[item.end])
      }
      if items.allSatisfy({ says($0, at: range($0)) }) {
        return " \(Self.counted(items)) if CR LF counts as one. Convert the offsets, or "
          + "import the text with LF."
      }
    }
    guard let shift = commonShift(of: wrong) else { return nil }
    let name = Self.name(of: unit, one: abs(shift) == 1)
    return " It stands \(abs(shift)) \(name) \(shift > 0 ? "further on" : "before")"
      + (wrong.count > 1 ? ", as all \(wrong.count) such spans do" : "")
      + ". Has the text changed? Move the offsets or bring back the text."
  }

  /// The smallest shift that puts every one of the spans right, or nil.
  private func commonShift(of items: [Item]) -> Int? {
    let isFar = items.contains {
      Int32(exactly: $0.start) == nil || Int32(exactly: $0.end) == nil
    }
    guard let first = items.first, !isFar else { return nil }
    let table = OffsetTable(text, unit: unit)
    let limit = min(max(first.start, table.offset(of: text.count) - first.start), 20_000)
    for distance in stride(from: 1, through: limit, by: 1) {
      for shift in [distance, -distance]
      where items.allSatisfy({
        says($0, at: table.range(from: $0.start + shift, to: $0.end + shift))
      }) {
        return shift
      }
    }
    return nil
  }

  /// UTF-16 position of each code point, and of the end, when CR LF is one; nil without CR LF.
  private func positionsWithFoldedLineEnds() -> [Int]? {
    var positions: [Int] = []
    var folded = false
    for i in 0...text.count where text.isScalarBoundary(i) {
      let ends = i > 0 && i < text.count && text.units[i] == 0x0A && text.units[i - 1] == 0x0D
      if ends { folded = true } else { positions.append(i) }
    }
    return folded ? positions : nil
  }

  /// Whether the text has at a span what its item says. Code units are compared, because == takes
  /// canonically equivalent letters for the same; line breaks may have become blanks.
  private func says(_ item: Item, at range: TextRange?) -> Bool {
    guard let range, let quoted = item.quoted else { return false }
    let has = text[range]
    return has.utf16.elementsEqual(quoted.utf16)
      || Brat.quoted(has).utf16.elementsEqual(quoted.utf16)
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }

  private static func counted(_ items: [Item]) -> String {
    items.count == 1 ? "It fits" : "All \(items.count) such spans fit"
  }

  private static func name(of unit: OffsetUnit, one: Bool = false) -> String {
    switch unit {
    case .codepoint: one ? "code point" : "code points"
    case .utf8: one ? "byte of UTF-8" : "bytes of UTF-8"
    case .utf16: one ? "UTF-16 unit" : "UTF-16 units"
    }
  }
}
