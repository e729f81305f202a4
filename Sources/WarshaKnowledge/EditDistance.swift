// SPDX-License-Identifier: Apache-2.0

/// Insertions, deletions, replacements and swaps of neighbours between two sequences.
enum EditDistance {
  /// The distance, or `limit` + 1 when it is greater. Complexity: O(n × limit).
  static func between<Unit: Equatable>(_ a: [Unit], _ b: [Unit], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var before = [Int](repeating: limit + 1, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      let low = max(0, i - limit)
      let high = min(b.count, i + limit + 1)
      row[low] = low == 0 ? i + 1 : limit + 1
      var best = row[low]
      for j in low..<max(low, high) {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row[j + 1] = cost
        best = min(best, cost)
      }
      if high < b.count { row[high + 1] = limit + 1 }
      if best > limit { return limit + 1 }
      (before, last, row) = (last, row, before)
    }
    return min(last[b.count], limit + 1)
  }
}
