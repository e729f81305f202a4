// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The rows of a WebAnno TSV file: tokens, and the stretches of tokens at which spans begin or end.
struct WebAnnoUnits {
  /// A row.
  struct Unit: Hashable {
    /// Index of the token.
    var token: Int
    /// The token, or the stretch of it.
    var range: TextRange
  }

  /// The tokens of each sentence; sentences without a character between them are one.
  ///
  /// INCEpTION puts a line break behind each sentence that it reads: without room for one, all that
  /// follows would stand in the wrong place.
  let sentences: [Range<Int>]
  let tokens: [TextRange]
  /// The units of each span given, by its number.
  private(set) var units: [Int: [Unit]] = [:]
  /// The numbers of the spans of each unit.
  private(set) var spans: [Unit: [Int]] = [:]
  private var parts: [Int: Set<TextRange>] = [:]

  init(_ sentences: [[TextRange]]) {
    var tokens: [TextRange] = []
    var bounds: [Range<Int>] = []
    for sentence in sentences where !sentence.isEmpty {
      let first = tokens.count
      let isGlued = sentence.first.map { $0.start == tokens.last?.end } ?? false
      tokens += sentence
      if isGlued, let last = bounds.popLast() {
        bounds.append(last.lowerBound..<tokens.count)
      } else {
        bounds.append(first..<tokens.count)
      }
    }
    self.tokens = tokens
    self.sentences = bounds
  }

  /// Gives a span its rows.
  ///
  /// - Returns: Why it has none: no token in it, or an end between two tokens.
  mutating func place(_ number: Int, _ range: TextRange) -> LossList.Kind? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end > range.start { high = middle } else { low = middle + 1 }
    }
    let covered = tokens[low...].prefix { $0.start < range.end }
    guard let first = covered.first, let last = covered.last else { return .spanWithoutToken }
    guard first.start <= range.start, last.end >= range.end else { return .spanBetweenTokens }
    for (index, token) in zip(covered.indices, covered) {
      let part = TextRange(max(token.start, range.start), min(token.end, range.end))
      let unit = Unit(token: index, range: part)
      if part != token { parts[index, default: []].insert(part) }
      units[number, default: []].append(unit)
      spans[unit, default: []].append(number)
    }
    return nil
  }

  /// The rows of a token: itself, then stretches of it that spans need.
  func rows(ofToken index: Int) -> [Unit] {
    let whole = Unit(token: index, range: tokens[index])
    return [whole] + (parts[index] ?? []).sorted().map { Unit(token: index, range: $0) }
  }

  /// Name of a unit, `2-5` or `2-5.1`, in the sentence of that number.
  func name(of unit: Unit) -> String {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound > unit.token { high = middle } else { low = middle + 1 }
    }
    let first = low < sentences.count ? sentences[low].lowerBound : 0
    let name = "\(low + 1)-\(unit.token - first + 1)"
    let place = rows(ofToken: unit.token).firstIndex(of: unit) ?? 0
    return place == 0 ? name : "\(name).\(place)"
  }
}
