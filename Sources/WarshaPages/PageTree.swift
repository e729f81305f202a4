// SPDX-License-Identifier: Apache-2.0

/// A page as elements and texts in document order: what is inside an element follows it, up to its
/// `end`. Every pass over a page is a loop over `nodes`, however deep they are nested.
struct PageTree {
  /// An element or a stretch of text.
  struct Node {
    var element: Element
    /// Whether elements of this name never hold text of an article.
    var isVoid = false
    /// Whether elements of this name stand around an article unless most of the text is in them.
    var isPart = false
    /// The element it is in; -1 at the top.
    var parent: Int32
    /// First node behind what is inside it.
    var end: Int32 = 0
    /// Its attributes, or the bytes of a text.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private var attributes: [(name: PageAttribute, value: String)] = []

  /// An attribute of an element; nil when it has none of that name.
  subscript(node: Int, name: PageAttribute) -> String? {
    let node = nodes[node]
    if node.element == .text { return nil }
    return attributes[Int(node.start)..<Int(node.start + node.count)]
      .first { $0.name == name }?.value
  }

  /// The bytes of a text.
  func bytes(of node: Int) -> Range<Int> {
    Int(nodes[node].start)..<Int(nodes[node].start + nodes[node].count)
  }

  /// What is inside an element, itself left out.
  func inside(_ node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// The parent of a node; nil at the top.
  func parent(of node: Int) -> Int? {
    let parent = Int(nodes[node].parent)
    return parent < 0 ? nil : parent
  }

  /// The text inside an element, blanks collapsed; cut where it is longer than any title or date.
  func plainText(of node: Int) -> String {
    var bytes: [UInt8] = []
    for inner in inside(node).prefix(1000) where nodes[inner].element == .text {
      bytes += text[self.bytes(of: inner)]
      if bytes.count > 10_000 { break }
    }
    return Blanks.collapsed(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Building

  /// Adds an element behind all that is there.
  mutating func add(
    _ node: Node, attributes added: [(name: PageAttribute, value: String)]
  ) -> Int {
    var node = node
    node.start = Int32(attributes.count)
    node.count = Int32(added.count)
    attributes += added
    nodes.append(node)
    return nodes.count - 1
  }

  /// Adds text; to the text before it when nothing stands between.
  mutating func add(text bytes: UnsafeBufferPointer<UInt8>, in parent: Int32) {
    if let last = nodes.indices.last, nodes[last].element == .text, nodes[last].parent == parent {
      nodes[last].count += Int32(bytes.count)
    } else {
      nodes.append(
        Node(
          element: .text, parent: parent, end: Int32(nodes.count + 1), start: Int32(text.count),
          count: Int32(bytes.count)))
    }
    text.append(contentsOf: bytes)
  }

  /// Ends an element behind all that is there.
  mutating func end(_ node: Int) { nodes[node].end = Int32(nodes.count) }
}
