// SPDX-License-Identifier: Apache-2.0

/// How much text of an article is in each element, by its paragraphs.
///
/// A paragraph of n characters outside links counts n²/(n + 80): long ones nearly whole, the short
/// lines of menus and teasers next to nothing. One with more text in links than outside is none, nor
/// is that of a teaser: one of several alike, with a headline that is a link.
struct TextWeights {
  /// Weight of a node with all that is inside it.
  private(set) var weights: [Float]
  /// Characters of each block that are in no block inside it, blanks left out.
  private(set) var own: [Int32]
  /// Weight of the page.
  private(set) var total: Float = 0

  /// Least share of a teaser's text in its link.
  private static let teaserLink: Float = 0.2
  /// Most paragraphs and characters of one.
  private static let teaserSize: (paragraphs: Int32, length: Int32) = (2, 400)
  /// Length that halves the weight of a paragraph.
  private static let short: Float = 80

  /// Weighs a page.
  ///
  /// `headline` is that of the page, which no teaser has; `isLeftOut` tells of each node whether it
  /// and what is inside counts for nothing.
  init(_ tree: PageTree, _ shape: PageShape, headline: Int?, isLeftOut: [Bool]) {
    let count = tree.nodes.count
    own = [Int32](repeating: 0, count: count)
    weights = [Float](repeating: 0, count: count)
    var linked = own
    var index = 0
    while index < count {
      let node = tree.nodes[index]
      if isLeftOut[index] {
        index = max(Int(node.end), index + 1)
        continue
      }
      let block = Int(shape.block[index])
      if node.element == .text && block >= 0 {
        let length = Self.length(of: tree.text[tree.bytes(of: index)])
        own[block] += length
        if shape.isLinked[index] { linked[block] += length }
      }
      index += 1
    }
    var inside = Array(zip(own, linked).map { Inside(length: $0, linked: $1) })
    for index in stride(from: count - 1, through: 0, by: -1) {
      let plain = Float(own[index] - linked[index])
      if plain > 0 && own[index] >= 2 * linked[index] {
        weights[index] += plain * plain / (plain + Self.short)
        inside[index].paragraphs += 1
      }
      if shape.isOneOfSeveral[index] && inside[index].isTeaser
        && !(headline.map { tree.inside(index).contains($0) } ?? false)
      {
        weights[index] = 0
        inside[index].paragraphs = 0
      }
      if let parent = tree.parent(of: index) {
        weights[parent] += weights[index]
        inside[parent].add(inside[index])
      } else {
        total += weights[index]
      }
    }
  }

  /// Characters and paragraphs in an element.
  private struct Inside {
    var length: Int32
    var linked: Int32
    var paragraphs: Int32 = 0

    mutating func add(_ other: Inside) {
      length += other.length
      linked += other.linked
      paragraphs += other.paragraphs
    }

    var isTeaser: Bool {
      (1...teaserSize.paragraphs).contains(paragraphs) && length <= teaserSize.length
        && Float(linked) >= teaserLink * Float(length)
    }
  }

  subscript(node: Int) -> Float { weights[node] }

  /// Number of characters, blanks left out.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int32 {
    bytes.withUnsafeBufferPointer { bytes in
      var count: Int32 = 0
      // All but the bytes within a character.
      for byte in bytes where byte & 0xC0 != 0x80 && byte > 0x20 { count &+= 1 }
      return count
    }
  }
}
