// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Pairs the items of a layer once and reads the outcome of every `SpanScheme` off the pairs.
///
/// Pairs are made in four rounds, each as large as can be, and stay: equal span and type, equal
/// span, overlap and equal type, overlap. So the correct pairs of `exact` are those that `strict`
/// counts, and the order of annotations plays no part. Among the pairs of one round the one that
/// shares the larger part comes first.
struct SpanOutcomes {
  private(set) var counts: [SpanScheme: OutcomeCount] = [:]
  /// The same by type: pairs and what was missed count for the gold's type, what is spurious for
  /// its own.
  private(set) var types: [String: [SpanScheme: OutcomeCount]] = [:]

  init(gold: [ScoredItem], predicted: [ScoredItem]) {
    var openGold = Array(gold.indices)
    var openPredicted = Array(predicted.indices)
    for round in 0..<4 {
      let (isEqual, sameType) = (round < 2, round.isMultiple(of: 2))
      let edges = openGold.map { item in
        openPredicted.indices.compactMap { place -> Matching.Edge? in
          let (one, other) = (gold[item], predicted[openPredicted[place]])
          guard isEqual ? one.range == other.range : one.range.overlaps(other.range),
            !sameType || one.sharesType(with: other)
          else { return nil }
          return Matching.Edge(predicted: place, grade: 1 + one.closeness(to: other))
        }.sorted { $0.grade == $1.grade ? $0.predicted < $1.predicted : $0.grade > $1.grade }
      }
      let partners = Matching.largest(edges, predictedCount: openPredicted.count, least: 1)
      for (item, partner) in zip(openGold, partners) {
        if let partner { add(gold[item], predicted[openPredicted[partner]]) }
      }
      let taken = Set(partners.compactMap { $0 })
      openGold = zip(openGold, partners).filter { $0.1 == nil }.map(\.0)
      openPredicted = openPredicted.indices.filter { !taken.contains($0) }.map {
        openPredicted[$0]
      }
    }
    for scheme in SpanScheme.allCases {
      for item in openGold { count(OutcomeCount(missed: 1), scheme, gold[item].type) }
      for item in openPredicted { count(OutcomeCount(spurious: 1), scheme, predicted[item].type) }
    }
  }

  private mutating func count(_ outcome: OutcomeCount, _ scheme: SpanScheme, _ type: String) {
    counts[scheme, default: OutcomeCount()] += outcome
    types[type, default: [:]][scheme, default: OutcomeCount()] += outcome
  }

  private mutating func add(_ gold: ScoredItem, _ predicted: ScoredItem) {
    let (sameSpan, sameType) = (gold.range == predicted.range, gold.sharesType(with: predicted))
    for scheme in SpanScheme.allCases {
      let isRight =
        switch scheme {
        case .typed: sameSpan && sameType
        case .exact, .partial: sameSpan
        case .type: sameType
        }
      let outcome =
        isRight
        ? OutcomeCount(correct: 1)
        : scheme == .partial ? OutcomeCount(partial: 1) : OutcomeCount(incorrect: 1)
      count(outcome, scheme, gold.type)
    }
  }
}

extension ScoredItem {
  fileprivate func sharesType(with other: ScoredItem) -> Bool {
    type.lowercased() == other.type.lowercased()
  }

  /// Shared units over those of both, below 1.
  fileprivate func closeness(to other: ScoredItem) -> Double {
    let shared = min(range.end, other.range.end) - max(range.start, other.range.start)
    return Double(max(0, shared)) / Double(range.count + other.range.count + 1)
  }
}
