// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What was found in the elements of a page.
struct PageContent {
  let text: SourceText
  /// Whether there is text besides the headline.
  let hasBody: Bool
  let title: PageTitle?
  /// The headline that the page shows.
  let headline: String?
  let date: PageDate?
  let linked: LinkedData
  /// How the main text was found.
  let reason: String

  /// Longer text between headline and main text is no lead; characters.
  private static let longestLead = 1500

  init(_ tree: PageTree, words: PageWords) {
    let shape = PageShape(tree)
    linked = LinkedData(tree)
    let meta = MetaTags(tree, words: words)
    let site = meta[.site].first ?? linked.site
    let document = tree.nodes.indices.first { tree.nodes[$0].element == .title }.map {
      tree.plainText(of: $0)
    }
    let titles = [meta[.title].first, linked.headline, document].compactMap { $0 }
    let shown = Headline.find(tree, shape, titles: titles, site: site)
    headline = shown?.text
    title = PageTitle.find(
      meta: meta, linked: linked, headline: shown, document: document, site: site)

    let furniture = Furniture(tree, shape, words: words, headline: shown?.node)
    let weights = TextWeights(
      tree, shape, headline: shown?.node, isLeftOut: furniture.isLeftOut)
    let main = MainBlock(tree, words: words, weights: weights)
    reason = main.reason
    var lines: [PageLine] = []
    if let shown, let first = main.roots.first {
      lines += Self.lead(from: shown.node, to: first, tree, shape, furniture)
    }
    for root in main.roots {
      lines += LineMaker.lines(
        of: root..<Int(tree.nodes[root].end), tree, shape, isLeftOut: furniture.isLeftOut)
    }
    lines = LineFilter(tree, words: words).kept(of: lines)
    let opening = headline ?? title?.text
    hasBody = lines.contains { line in
      opening.map { FoldedWords.key(of: $0) } != FoldedWords.key(of: line.text)
    }
    text = Self.joined(lines, headline: opening)
    date = PageDate.find(
      tree, linked: linked, meta: meta, words: words,
      region: Self.region(tree, main.roots, headline: shown?.node), furniture: furniture)
  }

  /// The lines between headline and main text: a summary, the caption of the picture on top.
  private static func lead(
    from headline: Int, to root: Int, _ tree: PageTree, _ shape: PageShape, _ furniture: Furniture
  ) -> [PageLine] {
    let start = Int(tree.nodes[headline].end)
    guard start < root else { return [] }
    let lines = LineMaker.lines(of: start..<root, tree, shape, isLeftOut: furniture.isLeftOut)
      .filter { $0.linkShare < 0.5 && !$0.isOfList && ($0.length > 40 || $0.isCaption) }
    return lines.reduce(0) { $0 + $1.length } > longestLead ? [] : lines
  }

  /// The nodes from what holds the headline to the end of what holds the main text.
  private static func region(_ tree: PageTree, _ roots: [Int], headline: Int?) -> Range<Int> {
    guard let first = roots.first, let last = roots.last else { return tree.nodes.indices }
    // Two levels: bylines stand beside the box of the headline or of the text.
    func box(_ node: Int) -> Range<Int> {
      let parent = tree.parent(of: node).map { tree.parent(of: $0) ?? $0 } ?? node
      return parent..<Int(tree.nodes[parent].end)
    }
    let text = box(first).lowerBound..<box(last).upperBound
    guard let headline else { return text }
    let top = box(headline)
    return min(text.lowerBound, top.lowerBound)..<max(text.upperBound, top.upperBound)
  }

  /// Lines as one text, the headline before them unless they have it.
  static func joined(_ lines: [PageLine], headline: String?) -> SourceText {
    var bytes: [UInt8] = []
    let key = headline.map { FoldedWords.key(of: $0) } ?? ""
    let isThere = lines.prefix(5).contains {
      $0.length < 400 && FoldedWords.key(of: $0.text) == key
    }
    if let headline, !key.isEmpty, !isThere { bytes += Array(headline.utf8) + [0x0A] }
    for (place, line) in lines.enumerated() {
      if !bytes.isEmpty && (line.start == .paragraph || place == 0) { bytes.append(0x0A) }
      bytes += line.bytes
      bytes.append(0x0A)
    }
    return SourceText(String(decoding: bytes, as: UTF8.self))
  }
}
