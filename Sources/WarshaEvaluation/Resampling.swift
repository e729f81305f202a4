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
    var random = MersenneTwister(seed: seed)
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
    var random = MersenneTwister(seed: seed)
    var extreme = 0
    for _ in 0..<count {
      var (left, right) = (Count(), Count())
      for (a, b) in zip(one, other) {
        let swaps = random.index(below: 2) == 1
        left += swaps ? b : a
        right += swaps ? a : b
      }
      if difference(left, right) >= seen - 1e-12 { extreme += 1 }
    }
    return Double(extreme + 1) / Double(count + 1)
  }

  /// The smallest true difference in F1 that a two-sided test at 5 % would find in 80 of 100 such
  /// sets of documents.
  ///
  /// With s, the standard error of the paired difference over n documents (estimated by resampling
  /// documents in pairs), and z the quantiles of the normal distribution, it is the d of
  /// d = z(0.975) · √(s² + d²/n) + z(0.8) · s: a test that swaps pairs takes a part of the difference
  /// itself for noise, so that few documents show less than (z(0.975) + z(0.8)) · s. Nil for fewer
  /// than five documents, and where the two never differ.
  func detectableDifference(_ one: [Count], _ other: [Count]) -> Double? {
    let number = Double(one.count)
    if one.count < 5 || count < 2 { return nil }
    var random = MersenneTwister(seed: seed)
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<count {
      var (left, right) = (Count(), Count())
      for _ in one.indices {
        let place = random.index(below: one.count)
        left += one[place]
        right += other[place]
      }
      let difference = (right.f1 ?? 0) - (left.f1 ?? 0)
      sum += difference
      squares += difference * difference
    }
    let mean = sum / Double(count)
    // A sample of n documents varies by (n - 1) / n of what n new ones would.
    let variance = (squares - sum * mean) / Double(count - 1) * number / (number - 1)
    if variance < 1e-18 { return nil }
    let (level, power) = (1.959964, 0.841621)
    // The larger root of a·d² - 2·b·d - c = 0.
    let a = 1 - level * level / number
    let b = power * variance.squareRoot()
    let c = (level * level - power * power) * variance
    return (b + (b * b + a * c).squareRoot()) / a
  }

  /// P values of several tests, adjusted so that the chance of one false alarm among all stays
  /// below the level (Holm 1979); nil stays nil and counts for nothing.
  static func holm(_ values: [Double?]) -> [Double?] {
    let tests = values.indices.compactMap { place in values[place].map { (place, $0) } }
      .sorted { $0.1 < $1.1 }
    var adjusted = values
    var least = 0.0
    for (rank, test) in tests.enumerated() {
      least = max(least, min(1, Double(tests.count - rank) * test.1))
      adjusted[test.0] = least
    }
    return adjusted
  }
}
