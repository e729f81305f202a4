// SPDX-License-Identifier: Apache-2.0

/// For every node of a page, the nearest elements around it that matter for lines.
struct PageShape {
  /// The block that a node stands in, or that it is; -1 at the top.
  private(set) var block: [Int32] = []
  /// The line of a list or table that a node is in, or that it is; -1 of none.
  private(set) var item: [Int32] = []
  /// Whether a node is a link or in one.
  private(set) var isLinked: [Bool] = []
  /// Whether a node is in an article or the main part of the page.
  private(set) var isInArticle: [Bool] = []
  /// Whether an element is a row of a table of data, to be written as one line.
  private(set) var isDataRow: [Bool] = []
  /// Whether the element next to an element is of the same name and class.
  private(set) var isOneOfSeveral: [Bool] = []
  /// Bytes of text before each node, and of the page.
  private var bytesBefore: [Int32] = []

  /// Longer cells are columns of a page that was laid out with tables.
  private static let longestCell = 400

  init(_ tree: PageTree) {
    let count = tree.nodes.count
    block = [Int32](repeating: -1, count: count)
    item = block
    isLinked = [Bool](repeating: false, count: count)
    isInArticle = isLinked
    isDataRow = isLinked
    isOneOfSeveral = isLinked
    var lastChild = [Int32](repeating: -1, count: count)
    bytesBefore = [0]
    bytesBefore.reserveCapacity(count + 1)
    for (index, node) in tree.nodes.enumerated() {
      bytesBefore.append(bytesBefore[index] + (node.element == .text ? node.count : 0))
      let parent = Int(node.parent)
      if parent >= 0 {
        (block[index], item[index]) = (block[parent], item[parent])
        (isLinked[index], isInArticle[index]) = (isLinked[parent], isInArticle[parent])
      }
      let element = node.element
      if parent >= 0 && element != .text {
        let last = Int(lastChild[parent])
        let isBox = element.isBlock && element != .p && element != .tr && !element.isCell
        if isBox && last >= 0 && tree.nodes[last].element == element
          && tree[last, .words] == tree[index, .words]
        {
          (isOneOfSeveral[last], isOneOfSeveral[index]) = (true, true)
        }
        lastChild[parent] = Int32(index)
      }
      if element == .tr { isDataRow[index] = Self.holdsData(tree, row: index) }
      if element.isBlock && !(element.isCell && parent >= 0 && isDataRow[parent]) {
        block[index] = Int32(index)
      }
      if element.isItem { item[index] = Int32(index) }
      if element == .a { isLinked[index] = true }
      if element == .article || element == .main { isInArticle[index] = true }
    }
  }

  /// Bytes of text inside a node.
  func bytes(inside node: Int, of tree: PageTree) -> Int {
    Int(bytesBefore[Int(tree.nodes[node].end)] - bytesBefore[node])
  }

  /// Whether a row has two cells or more with nothing but short text and inline elements.
  private static func holdsData(_ tree: PageTree, row: Int) -> Bool {
    var cells = 0
    var length = 0
    for inner in tree.inside(row) {
      let node = tree.nodes[inner]
      if node.element.isCell {
        cells += 1
        length = 0
      } else if node.element.isBlock || node.element == .br {
        return false
      } else if node.element == .text {
        length += Int(node.count)
        if length > longestCell { return false }
      }
    }
    return cells >= 2
  }
}
