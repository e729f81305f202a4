// SPDX-License-Identifier: Apache-2.0

/// Cohen's kappa (1960): agreement of two observers who label the same things, less what chance
/// would give them.
struct Kappa {
  private var pairs: [[String]: Int] = [:]

  /// Counts things that have the same two labels.
  mutating func add(_ one: String, _ other: String, count: Int = 1) {
    pairs[[one, other], default: 0] += count
  }

  /// (observed - expected) / (1 - expected); nil without things, and where both always use the same
  /// single label.
  var value: Double? {
    let total = Double(pairs.values.reduce(0, +))
    if total == 0 { return nil }
    var (left, right): ([String: Int], [String: Int]) = ([:], [:])
    var equal = 0
    for (pair, count) in pairs {
      left[pair[0], default: 0] += count
      right[pair[1], default: 0] += count
      if pair[0] == pair[1] { equal += count }
    }
    // Sums of whole numbers: the order of a dictionary must not reach the last digit.
    let chance = left.reduce(0.0) { $0 + Double($1.value * (right[$1.key] ?? 0)) } / (total * total)
    if chance >= 1 { return nil }
    return (Double(equal) / total - chance) / (1 - chance)
  }
}
