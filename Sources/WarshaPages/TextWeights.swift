// SPDX-License-Identifier: Apache-2.0

/// How much text of an article is in each element, by its paragraphs.
///
/// A paragraph of n characters outside links counts n²/(n + 80): long ones nearly whole, the short
/// lines of menus and teasers next to nothing. One with more text in links than outside is none.
struct TextWeights {
  /// Weight of a node with all that is inside it.
  private(set) var weights: [Float]
  /// Characters of each block that are in no block inside it, blanks left out.
  private(set) var own: [Int32]
  /// Weight of the page.
  private(set) var total: Float = 0

  /// Length that halves the weight of a paragraph.
  private static let short: Float = 80

  /// Weighs a page.
  ///
  /// - Parameter isLeftOut: Of each node, whether it and what is inside counts for nothing.
  init(_ tree: PageTree, _ shape: PageShape, isLeftOut: [Bool]) {
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
    for index in stride(from: count - 1, through: 0, by: -1) {
      let plain = Float(own[index] - linked[index])
      if plain > 0 && own[index] >= 2 * linked[index] {
        weights[index] += plain * plain / (plain + Self.short)
      }
      if let parent = tree.parent(of: index) {
        weights[parent] += weights[index]
      } else {
        total += weights[index]
      }
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
