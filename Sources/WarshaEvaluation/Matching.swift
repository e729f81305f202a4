// SPDX-License-Identifier: Apache-2.0

/// One-to-one matching of gold with predicted items.
enum Matching {
  /// A pair that may be matched.
  struct Edge {
    var predicted: Int
    /// Level plus closeness in 0 ..< 1.
    var grade: Double
  }

  /// The predicted item of each gold item, or nil: a largest matching of the pairs graded `least`
  /// or more.
  ///
  /// Pairs of a higher level are matched first and stay matched where that costs no pair: Kuhn's
  /// algorithm with breadth-first augmenting paths, level by level. `edges` holds the possible pairs
  /// of each gold item, the best first. Complexity: O(gold · edges).
  static func largest(_ edges: [[Edge]], predictedCount: Int, least: Int) -> [Int?] {
    var ofGold = [Int?](repeating: nil, count: edges.count)
    var ofPredicted = [Int?](repeating: nil, count: predictedCount)
    let levels = Set(edges.joined().filter { $0.grade >= Double(least) }.map { Int($0.grade) })
    for level in levels.sorted(by: >) {
      for root in edges.indices where ofGold[root] == nil {
        var reachedFrom: [Int: Int] = [:]
        var queue = [root]
        var next = 0
        var free: Int?
        search: while next < queue.count {
          let gold = queue[next]
          next += 1
          for edge in edges[gold]
          where edge.grade >= Double(level) && reachedFrom[edge.predicted] == nil {
            reachedFrom[edge.predicted] = gold
            guard let taken = ofPredicted[edge.predicted] else {
              free = edge.predicted
              break search
            }
            queue.append(taken)
          }
        }
        while let end = free, let gold = reachedFrom[end] {  // flip the path, back to its root
          free = ofGold[gold]
          ofPredicted[end] = gold
          ofGold[gold] = end
        }
      }
    }
    return ofGold
  }
}
