// SPDX-License-Identifier: Apache-2.0

/// Decides which elements stand around an article: menus, related links, comments, buttons.
///
/// By element, ARIA role, what is hidden, itemprop, and the words in class and id. What holds much of the text,
/// or the headline with some of it, is none, whatever it is called: pages give such names to their
/// whole frame (`has-sidebar`), or put all of it into a form.
struct Furniture {
  /// Of each node, whether it and what is inside is left out; not told of what is inside.
  private(set) var isLeftOut: [Bool]
  /// Elements that are left out for a name such as `post-meta`, and have so little inside that they
  /// may say who wrote the article and when.
  private var bylines: Set<Int> = []

  private let tree: PageTree
  private let shape: PageShape
  private let words: PageWords
  private let weights: TextWeights
  private let headline: Int?
  private let bodies: [Int]

  /// Share of the text from which on a name is not believed; comments may be longer than articles.
  private static let limits: (usual: Float, comments: Float) = (0.5, 0.9)
  /// The same for what holds the headline.
  private static let limitWithHeadline: Float = 0.2
  /// Nodes; names, dates, links and icons.
  private static let largestByline = 60

  init(_ tree: PageTree, _ shape: PageShape, words: PageWords, headline: Int?) {
    self.tree = tree
    self.shape = shape
    self.words = words
    self.headline = headline
    isLeftOut = tree.nodes.map(\.isVoid)
    weights = TextWeights(tree, shape, headline: headline, isLeftOut: isLeftOut)
    // A page has one or few; each is looked at for each element that may go.
    bodies = Array(MainBlock.declaredBodies(tree).prefix(50))
    var names = ClassNames(words: words)
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if !isLeftOut[index] && node.element != .text {
        isLeftOut[index] = isFurniture(index, &names)
      }
      index = isLeftOut[index] ? max(Int(node.end), index + 1) : index + 1
    }
  }

  private mutating func isFurniture(_ index: Int, _ names: inout ClassNames) -> Bool {
    let node = tree.nodes[index]
    if node.element == .html || node.element == .body || node.element == .main { return false }
    let isPart = node.isPart && !(node.element == .header && shape.isInArticle[index])
    if isPart || isHidden(index) { return isSmall(index, Self.limits.usual) }
    if let role = tree[index, .role], words.roles.contains(role.lowercased()) {
      return isSmall(index, Self.limits.usual)
    }
    var kinds: [PageWords.ClassKind] = []
    for attribute in [PageAttribute.words, .id] {
      if let value = tree[index, attribute], let kind = names.kind(of: value) { kinds.append(kind) }
    }
    if let property = tree[index, .itemprop], words.properties.contains(property.lowercased()) {
      kinds.append(.furniture)
    } else if tree[index, .pubdate] != nil {
      kinds.append(.furniture)
    }
    if kinds.isEmpty || kinds.contains(.content) || isWithinProse(index) { return false }
    let isOfComments = kinds.contains(.comments)
    let goes = isSmall(index, isOfComments ? Self.limits.comments : Self.limits.usual)
    if goes && !isOfComments && tree.inside(index).count <= Self.largestByline {
      bylines.insert(index)
    }
    return goes
  }

  /// Whether an element is part of the article, or of its byline.
  func isOfArticle(_ index: Int) -> Bool {
    var node: Int? = index
    while let current = node {
      if isLeftOut[current] {
        let element = tree.nodes[current].element
        return bylines.contains(current)
          || shape.isInArticle[current] && (element == .header || element == .footer)
      }
      node = tree.parent(of: current)
    }
    return true
  }

  /// Whether little enough of the page is in it to leave it out.
  private func isSmall(_ index: Int, _ limit: Float) -> Bool {
    let inside = tree.inside(index)
    if bodies.contains(where: { inside.contains($0) && weights[$0] > 0 }) { return false }
    if weights.total == 0 { return true }
    let share = weights[index] / weights.total
    if let headline, inside.contains(headline), share > Self.limitWithHeadline { return false }
    return share <= limit
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree[index, .hidden] != nil { return true }
    if tree[index, .ariaHidden]?.lowercased() == "true" { return true }
    guard let style = tree[index, .style] else { return false }
    let rules = style.lowercased().filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }

  /// Whether an element is a part of a sentence: keywords in a text carry the names of tag lists.
  private func isWithinProse(_ index: Int) -> Bool {
    let block = Int(shape.block[index])
    guard block >= 0, block != index else { return false }
    switch tree.nodes[block].element {
    case .p, .blockquote, .li, .td, .dd, .h1, .h2, .h3, .h4, .h5, .h6:
      // Two bytes a letter: nearly all of the block's text is a line of its own.
      return shape.bytes(inside: index, of: tree) < Int(weights.own[block])
    default: return false
    }
  }
}
