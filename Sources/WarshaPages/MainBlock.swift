// SPDX-License-Identifier: Apache-2.0

/// Finds the elements that hold the main text.
struct MainBlock {
  /// The elements, in document order, none inside another; empty when the page has no text.
  let roots: [Int]
  /// How they were found, for a note.
  let reason: String

  /// Least share of the text in what the page itself calls its article.
  private static let leastDeclared: Float = 0.4
  /// Least share in the element to go down into.
  private static let leastChild: Float = 0.75
  /// The same where elements of the same kind stand beside it: parts of one text.
  private static let leastAmongAlike: Float = 0.95

  /// Elements with `itemprop="articleBody"`, none inside another.
  static func declaredBodies(_ tree: PageTree) -> [Int] {
    outermost(tree) { index in
      tree[index, .itemprop].map { $0.lowercased().split(separator: " ").contains("articlebody") }
        ?? false
    }
  }

  init(_ tree: PageTree, words: PageWords, weights: TextWeights) {
    let bodies = Self.declaredBodies(tree).filter { weights[$0] > 0 }
    let declared = bodies.reduce(0) { $0 + weights[$1] }
    if declared > 0 && declared >= Self.leastDeclared * weights.total {
      (roots, reason) = (bodies, "itemprop articleBody")
      return
    }
    let heaviest = { (indices: [Int]) in indices.max { weights[$0] < weights[$1] } }
    let articles = Self.outermost(tree) { index in
      tree.nodes[index].element == .article || tree[index, .role]?.lowercased() == "article"
    }
    let mains = Self.outermost(tree) { index in
      tree.nodes[index].element == .main || tree[index, .role]?.lowercased() == "main"
    }
    let tops = Self.outermost(tree) { _ in true }
    // Several only where a page was nested too deeply and read on from the top.
    var start = heaviest(tops)
    var found = "the densest text"
    for (name, candidates) in [("main", mains), ("article", articles)] {
      if let candidate = heaviest(candidates),
        weights[candidate] > 0, weights[candidate] >= 0.5 * weights.total
      {
        (start, found) = (candidate, "element \(name)")
      }
    }
    guard let start, weights[start] >= 0.5 * weights.total else {
      (roots, reason) = (tops, "all of the page")
      return
    }
    var names = ClassNames(words: words)
    let contents = tree.inside(start).filter { index in
      [PageAttribute.words, .id].contains { attribute in
        tree[index, attribute].map { names.kind(of: $0) == .content } ?? false
      } && weights[index] >= Self.leastChild * weights[start]
    }
    // The innermost of them: pages wrap their content in content.
    if let content = contents.last(where: { weights[$0] > 0 }) {
      (roots, reason) = ([content], "a class for content")
    } else {
      (roots, reason) = ([Self.densest(in: start, tree, weights: weights)], found)
    }
  }

  /// Goes down as long as one child has nearly all of the text.
  private static func densest(in start: Int, _ tree: PageTree, weights: TextWeights) -> Int {
    var current = start
    while true {
      var best: Int?
      var child = current + 1
      var kinds: [String: Float] = [:]
      while child < Int(tree.nodes[current].end) {
        let node = tree.nodes[child]
        if node.element != .text && weights[child] > 0 {
          if weights[child] > best.map({ weights[$0] }) ?? 0 { best = child }
          kinds[kind(of: child, tree), default: 0] += weights[child]
        }
        child = max(Int(node.end), child + 1)
      }
      guard let best, tree.nodes[best].element.isBlock || tree.nodes[best].element == .other else {
        return current
      }
      let isAlone = kinds[kind(of: best, tree)] == weights[best]
      let least = isAlone ? leastChild : leastAmongAlike
      // A single paragraph is no frame: its neighbours belong to it.
      if weights[best] < least * weights[current] || tree.nodes[best].element == .p {
        return current
      }
      current = best
    }
  }

  /// Elements of one name and class are parts of one thing.
  private static func kind(of node: Int, _ tree: PageTree) -> String {
    tree.nodes[node].element.rawValue + "." + (tree[node, .words] ?? "")
  }

  private static func outermost(_ tree: PageTree, where isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      if tree.nodes[index].element != .text && isWanted(index) {
        found.append(index)
        index = max(Int(tree.nodes[index].end), index + 1)
      } else {
        index += 1
      }
    }
    return found
  }
}
