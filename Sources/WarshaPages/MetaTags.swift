// SPDX-License-Identifier: Apache-2.0

/// What the `<meta>` elements of a page say, by field, in the order in which it counts.
struct MetaTags {
  private var values: [MetadataField: [(rank: Int, value: String)]] = [:]

  init(_ tree: PageTree, words: PageWords) {
    for (index, node) in tree.nodes.enumerated() where node.element == .meta {
      guard let content = tree[index, .content] else { continue }
      let value = Blanks.collapsed(content)
      if value.isEmpty { continue }
      for attribute in [PageAttribute.property, .name, .itemprop] {
        guard let name = tree[index, attribute]?.lowercased() else { continue }
        for (field, ranks) in words.metadata {
          if let rank = ranks[name] { values[field, default: []].append((rank, value)) }
        }
      }
    }
    // Stable: of two of one name the first in the page counts.
    for field in values.keys {
      values[field] = values[field]?.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }.map(\.element)
    }
  }

  /// The values of a field, the one that counts most first.
  subscript(field: MetadataField) -> [String] { values[field]?.map(\.value) ?? [] }
}
