// SPDX-License-Identifier: Apache-2.0

/// When a page was published, by what it says itself.
struct PageDate {
  /// ISO date or date-time.
  let iso: String
  /// Where it was found.
  let source: String
  /// Whether it is only the date of the last change.
  let isOfChange: Bool

  /// Seeks the date; nil when there is none that can be read.
  ///
  /// JSON-LD, then `<meta>`, then `itemprop`, then `<time>`; the same for the last change.
  ///
  /// `region` is the article with its headline: comments and teasers elsewhere have dates too;
  /// `furniture` tells what is left out within it.
  static func find(
    _ tree: PageTree, linked: LinkedData, meta: MetaTags, words: PageWords, region: Range<Int>,
    furniture: Furniture
  ) -> PageDate? {
    func first(_ texts: [String], _ source: String, isOfChange: Bool = false) -> PageDate? {
      texts.lazy.compactMap(DateStamp.normalised).first.map {
        PageDate(iso: $0, source: source, isOfChange: isOfChange)
      }
    }
    var marked = Marked()
    for index in region where marked.times.count < 100 && tree.nodes[index].element != .text {
      marked.add(index, of: tree, words: words, furniture: furniture)
    }
    return first(linked.published, "JSON-LD datePublished")
      ?? first(meta[.published], "meta")
      ?? first(marked.published, "itemprop")
      ?? first(marked.times, "time")
      ?? first(linked.modified, "JSON-LD dateModified", isOfChange: true)
      ?? first(meta[.modified], "meta", isOfChange: true)
      ?? first(marked.modified, "itemprop", isOfChange: true)
  }

  /// Dates in the body of a page, in document order.
  private struct Marked {
    var published: [String] = []
    var modified: [String] = []
    var times: [String] = []

    mutating func add(_ index: Int, of tree: PageTree, words: PageWords, furniture: Furniture) {
      let name = tree[index, .itemprop]?.lowercased()
      let isTime = tree.nodes[index].element == .time
      guard isTime || name != nil, tree.nodes[index].element != .meta,
        furniture.isOfArticle(index)
      else { return }
      let texts = [
        tree[index, .datetime], tree[index, .content], tree[index, .title],
        tree.plainText(of: index),
      ]
      .compactMap { $0 }
      if let name, words.metadata[.published]?[name] != nil {
        published += texts
      } else if let name, words.metadata[.modified]?[name] != nil {
        modified += texts
      } else if isTime, tree[index, .pubdate] != nil {
        times.insert(contentsOf: texts, at: 0)
      } else if isTime {
        times += texts
      }
    }
  }
}
