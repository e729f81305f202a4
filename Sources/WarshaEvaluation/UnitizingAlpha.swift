// SPDX-License-Identifier: Apache-2.0

/// Krippendorff's alpha for two observers who mark units of several categories on one continuum.
///
/// Source: Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology
/// 25 (1995); Content Analysis, 2nd edition (2004), section 11.6. Complexity: O(units · gaps) within
/// a category.
struct UnitizingAlpha {
  /// Length of the continuum.
  let length: Int
  /// By category, the units of each of the two observers.
  private var units: [String: [[Range<Int>]]] = [:]

  init(length: Int) { self.length = length }

  /// Adds a unit of observer 0 or 1; empty ones are left out.
  mutating func add(_ unit: Range<Int>, _ category: String, observer: Int) {
    if unit.isEmpty { return }
    units[category, default: [[], []]][observer].append(unit)
  }

  /// 1 - observed / expected disagreement, each summed over the categories; nil without units.
  var value: Double? {
    var (observed, expected) = (0.0, 0.0)
    for category in units.keys.sorted() {
      let sums = disagreement(category)
      observed += sums.observed
      expected += sums.expected
    }
    return expected > 0 ? 1 - observed / expected : nil
  }

  /// Observed and expected disagreement about one category.
  func disagreement(_ category: String) -> (observed: Double, expected: Double) {
    let sides = (units[category] ?? [[], []]).map(Self.disjoint)
    let gaps = sides.map(gaps)
    return (observed(sides, gaps), expected(sides, gaps))
  }

  private func observed(_ sides: [[Range<Int>]], _ gaps: [[Range<Int>]]) -> Double {
    var sum = 0.0
    for one in sides[0] {
      for other in sides[1] where one.overlaps(other) {
        sum +=
          square(one.lowerBound - other.lowerBound) + square(one.upperBound - other.upperBound)
      }
    }
    // A unit that lies in a gap of the other observer.
    for side in 0...1 {
      for unit in sides[side] where gaps[1 - side].contains(where: { $0.contains(unit) }) {
        sum += square(unit.count)
      }
    }
    // Both orders of the two observers, over m (m - 1) L².
    return 2 * sum / (2 * square(length))
  }

  private func expected(_ sides: [[Range<Int>]], _ gaps: [[Range<Int>]]) -> Double {
    let all = sides.flatMap { $0 }
    let wide = Double(2 * length)
    let gapLengths = gaps.flatMap { $0.map(\.count) }
    var (sum, within) = (0.0, 0.0)
    for unit in all {
      let size = Double(unit.count)
      let between = Double(all.count - 1) / 3 * (2 * size * size * size - 3 * size * size + size)
      let places = gapLengths.reduce(0.0) { $1 >= unit.count ? $0 + Double($1) - size + 1 : $0 }
      sum += between + size * size * places
      within += size * (size - 1)
    }
    let chances = wide * (wide - 1) - within
    return chances > 0 ? 2 / Double(length) * sum / chances : 0
  }

  /// What lies between the units, and before and behind them.
  private func gaps(_ units: [Range<Int>]) -> [Range<Int>] {
    var (gaps, end): ([Range<Int>], Int) = ([], 0)
    for unit in units {
      if unit.lowerBound > end { gaps.append(end..<unit.lowerBound) }
      end = unit.upperBound
    }
    if length > end { gaps.append(end..<length) }
    return gaps
  }

  /// The units in order; of those of one observer that overlap, the first and longest stays.
  private static func disjoint(_ units: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for unit in units.sorted(by: {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }) where unit.lowerBound >= kept.last?.upperBound ?? 0 {
      kept.append(unit)
    }
    return kept
  }

  private func square(_ number: Int) -> Double { Double(number) * Double(number) }
}
