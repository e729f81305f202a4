// SPDX-License-Identifier: Apache-2.0

/// Confidence and significance of F1 by resampling documents.
///
/// The same seed gives the same figures.
struct Resampling {
  let count: Int
  let seed: UInt64

  /// 95 % percentile bootstrap of micro-averaged F1; nil where no sample has an F1.
  func interval(_ documents: [Count]) -> ConfidenceInterval? {
    if documents.isEmpty { return nil }
    var random = SplitMix64(state: seed)
    var figures: [Double] = []
    for _ in 0..<count {
      var sum = Count()
      for _ in documents.indices { sum += documents[random.index(below: documents.count)] }
      if let f1 = sum.f1 { figures.append(f1) }
    }
    if figures.isEmpty { return nil }
    figures.sort()
    func quantile(_ share: Double) -> Double {
      figures[Int((share * Double(figures.count - 1)).rounded(.toNearestOrEven))]
    }
    return ConfidenceInterval(low: quantile(0.025), high: quantile(0.975))
  }

  /// How likely a difference in F1 at least as large is when both are equally good: approximate
  /// randomisation over paired documents (Noreen 1989), two-sided.
  func significance(_ one: [Count], _ other: [Count]) -> Double? {
    func difference(_ a: Count, _ b: Count) -> Double { abs((a.f1 ?? 0) - (b.f1 ?? 0)) }
    func sum(_ counts: [Count]) -> Count { counts.reduce(into: Count()) { $0 += $1 } }
    if one.isEmpty || count == 0 { return nil }
    let seen = difference(sum(one), sum(other))
    var random = SplitMix64(state: seed)
    var extreme = 0
    for _ in 0..<count {
      var (left, right) = (Count(), Count())
      for (a, b) in zip(one, other) {
        let swaps = random.next() & 1 == 1
        left += swaps ? b : a
        right += swaps ? a : b
      }
      if difference(left, right) >= seen - 1e-12 { extreme += 1 }
    }
    return Double(extreme + 1) / Double(count + 1)
  }
}
