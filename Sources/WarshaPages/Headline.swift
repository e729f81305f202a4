// SPDX-License-Identifier: Apache-2.0

/// The element of a page that shows the headline of its article.
struct Headline {
  let node: Int
  let text: String

  /// Seeks it: the `h1` that says what the titles of the page say, else one marked as headline or in
  /// the article, else a smaller heading or a line of that wording.
  ///
  /// `titles` is what metadata and `<title>` give as title, `site` the name of the site, which is the
  /// only `h1` of some pages.
  static func find(_ tree: PageTree, _ shape: PageShape, titles: [String], site: String?)
    -> Headline?
  {
    let keys = titles.map { FoldedWords.key(of: $0) }.filter { !$0.isEmpty }
    let siteKey = site.map { FoldedWords.key(of: $0) }
    var best: (headline: Headline, score: Int)?
    // Lists of search results have thousands of headings; none is that of an article.
    for index in tree.nodes.indices.lazy.filter({ isCandidate($0, tree) }).prefix(500) {
      let text = tree.plainText(of: index)
      let key = FoldedWords.key(of: text)
      if key.isEmpty || key == siteKey { continue }
      let score = score(index, key, tree, shape, keys)
      if score > best?.score ?? 0 { best = (Headline(node: index, text: text), score) }
    }
    return best?.headline ?? line(tree, shape, keys: keys)
  }

  private static func isCandidate(_ index: Int, _ tree: PageTree) -> Bool {
    tree.nodes[index].element.isHeading || isMarked(index, tree)
  }

  private static func isMarked(_ index: Int, _ tree: PageTree) -> Bool {
    guard tree.nodes[index].element != .text, tree.nodes[index].element != .meta else {
      return false
    }
    return tree[index, .itemprop]?.lowercased() == "headline"
  }

  /// 0 of what is no headline.
  private static func score(
    _ index: Int, _ key: String, _ tree: PageTree, _ shape: PageShape, _ keys: [String]
  ) -> Int {
    let isTop = tree.nodes[index].element == .h1
    let isMarked = isMarked(index, tree)
    let saysTitle = keys.contains { $0 == key }
    // A word or two are in the title by chance.
    let isLong = key.utf8.count > 24
    let isInTitle = isLong && keys.contains { holds($0, key) || holds(key, $0) }
    if !isTop && !isMarked && !saysTitle && !isInTitle { return 0 }
    return (isTop ? 4 : 0) + (isMarked ? 4 : 0) + (saysTitle ? 8 : isInTitle ? 6 : 0)
      + (shape.isInArticle[index] ? 2 : 0)
  }

  /// Whether a text has another in it. By bytes: the standard library's search goes by characters and
  /// takes most of the time of a page.
  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard let first = part.first, text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// The longest line that a title begins or ends with: pages of the 2000s know no headings.
  private static func line(_ tree: PageTree, _ shape: PageShape, keys: [String]) -> Headline? {
    let keys = keys.filter { $0.contains(" ") }
    guard let longest = keys.map(\.utf8.count).max() else { return nil }
    var best: (headline: Headline, length: Int)?
    let lines = LineMaker.lines(
      of: tree.nodes.indices, tree, shape, isLeftOut: tree.nodes.map(\.isVoid))
    // Marks add to the bytes of a key.
    for line in lines where line.bytes.count < 2 * longest + 50 && line.bytes.count > 8 {
      let key = FoldedWords.key(of: line.text)
      let isPart = keys.contains { title in
        title == key || title.hasPrefix(key + " ") || title.hasSuffix(" " + key)
      }
      if isPart, key.contains(" "), key.utf8.count > best?.length ?? 0 {
        best = (Headline(node: line.node, text: line.text), key.utf8.count)
      }
    }
    return best?.headline
  }
}
