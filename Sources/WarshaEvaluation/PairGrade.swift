// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How well a gold and a predicted item of one layer go together.
///
/// The level is the whole part: 3 all right, 2 what strict (of claims: claim) counts, 1 the spans
/// (of claims: the cues) overlap, 0 no pair. The fraction prefers the closer of equal pairs.
struct PairGrade {
  let layer: String
  /// Words of the text, in order; contents of claims are compared by the words they touch.
  let words: [TextRange]

  /// What two claims have in common beside the cue.
  struct ClaimAgreement {
    var sameSource: Bool
    /// Both absent, or overlapping.
    var nearSource: Bool
    /// F1 of the contents by words.
    var contentF1: Double
  }

  /// The possible pairs of each gold item, the best first.
  func edges(_ gold: [ScoredItem], _ predicted: [ScoredItem]) -> [[Matching.Edge]] {
    gold.map { item in
      let edges = predicted.indices.compactMap { place -> Matching.Edge? in
        let grade = grade(item, predicted[place])
        return grade > 0 ? Matching.Edge(predicted: place, grade: grade) : nil
      }
      return edges.sorted {
        $0.grade == $1.grade ? $0.predicted < $1.predicted : $0.grade > $1.grade
      }
    }
  }

  /// Pairs of equal spans.
  func equalSpans(_ gold: [ScoredItem], _ predicted: [ScoredItem]) -> [[Matching.Edge]] {
    gold.map { item in
      predicted.indices.filter { predicted[$0].range == item.range }
        .map { Matching.Edge(predicted: $0, grade: 1) }
    }
  }

  /// What two claims have in common beside the cue.
  func agreement(_ gold: ScoredItem, _ predicted: ScoredItem) -> ClaimAgreement {
    let (a, b) = (touched(gold.content), touched(predicted.content))
    let sum = a.count + b.count
    return ClaimAgreement(
      sameSource: gold.source == predicted.source,
      nearSource: gold.source == predicted.source || shared(gold.source, predicted.source) > 0,
      contentF1: sum > 0
        ? Double(2 * a.clamped(to: b).count) / Double(sum)
        : gold.content == predicted.content ? 1 : 0)
  }

  private func grade(_ gold: ScoredItem, _ predicted: ScoredItem) -> Double {
    let same = gold.range == predicted.range
    let common = shared(gold.range, predicted.range)
    if layer == "relations" {
      return same && gold.type == predicted.type && gold.content == predicted.content ? 3 : 0
    }
    if layer == "claims" && common > 0 {
      let agreement = agreement(gold, predicted)
      let isExact = same && agreement.sameSource && gold.content == predicted.content
      let isClaim = agreement.nearSource && agreement.contentF1 >= 0.7
      let level = isExact ? 3.0 : isClaim ? 2 : 1
      let bonus = (same ? 0.2 : 0) + (agreement.sameSource ? 0.1 : 0)
      return level + bonus + (agreement.nearSource ? 0.2 : 0) + 0.4 * agreement.contentF1
    }
    if same { return ValueComparison.agree(gold, predicted, layer: layer) ? 3 : 2 }
    if common == 0 { return 0 }
    return 1 + Double(common) / Double(gold.range.count + predicted.range.count)
  }

  /// Indices of the words that a span touches.
  private func touched(_ span: TextRange?) -> Range<Int> {
    guard let span, !span.isEmpty else { return 0..<0 }
    func firstWord(where isAfter: (TextRange) -> Bool) -> Int {
      var low = 0
      var high = words.count
      while low < high {
        let middle = (low + high) / 2
        if isAfter(words[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let first = firstWord { $0.end > span.start }
    return first..<max(first, firstWord { $0.start >= span.end })
  }

  private func shared(_ one: TextRange?, _ other: TextRange?) -> Int {
    guard let one, let other else { return 0 }
    return max(0, min(one.end, other.end) - max(one.start, other.start))
  }

  /// The words of a text: runs of letters, numbers, underscores and Arabic vowel signs.
  static func words(of text: SourceText) -> [TextRange] {
    var words: [TextRange] = []
    var start: Int?
    var at = 0
    for scalar in text.string.unicodeScalars {
      if isWordScalar(scalar) {
        if start == nil { start = at }
      } else if let begin = start {
        words.append(TextRange(begin, at))
        start = nil
      }
      at += scalar.utf16.count
    }
    if let begin = start { words.append(TextRange(begin, at)) }
    return words
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED, 0x5F: true
    default: NameFolding.isAlphanumeric(scalar)
    }
  }
}
