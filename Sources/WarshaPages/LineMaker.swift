// SPDX-License-Identifier: Apache-2.0

/// Lays out a part of a page as lines, as a browser would without style sheets.
///
/// Blocks begin lines, `br` breaks them, two of it and `hr` part paragraphs, cells of a row of data
/// are parted by tabs. Inline elements part nothing. Runs of blanks become one blank; a single
/// no-break space stays, controls of direction stay. Code points U+0080 to U+009F, which come from
/// references such as `&#150;`, are read as windows-1252 as in HTML.
struct LineMaker {
  private let tree: PageTree
  private let shape: PageShape
  private let isLeftOut: [Bool]
  private var lines: [PageLine] = []
  private var current = PageLine(node: -1, block: -1)
  private var next = PageLine.Break.paragraph
  private var blank = Blank.none
  private var breaks = 0
  private var item: Int32 = -1

  private enum Blank { case none, space, noBreak, tab }

  private init(_ tree: PageTree, _ shape: PageShape, isLeftOut: [Bool]) {
    self.tree = tree
    self.shape = shape
    self.isLeftOut = isLeftOut
  }

  /// The lines of the nodes in a range that are not left out.
  static func lines(
    of range: Range<Int>, _ tree: PageTree, _ shape: PageShape, isLeftOut: [Bool]
  ) -> [PageLine] {
    var maker = LineMaker(tree, shape, isLeftOut: isLeftOut)
    var index = range.lowerBound
    while index < range.upperBound {
      if isLeftOut[index] {
        maker.skip(index)
        index = max(Int(tree.nodes[index].end), index + 1)
      } else {
        maker.read(index)
        index += 1
      }
    }
    maker.endLine()
    return maker.lines
  }

  /// What is left out still parts the text around it, if it is a block.
  private mutating func skip(_ index: Int) {
    if tree.nodes[index].element.isBlock { endParagraph() }
  }

  private mutating func read(_ index: Int) {
    let node = tree.nodes[index]
    switch node.element {
    case .text:
      if !current.bytes.isEmpty && current.block != Int(shape.block[index]) { endParagraph() }
      add(tree.text[tree.bytes(of: index)], from: index)
    case .br:
      // Behind a block it is an empty line.
      if !current.bytes.isEmpty && current.block != Int(shape.block[index]) { endParagraph() }
      endLine()
      breaks += 1
      next = breaks > 1 ? .paragraph : .line
    case .td, .th:
      if Int(shape.block[index]) != index {
        if !current.bytes.isEmpty { blank = .tab }
      } else {
        endParagraph()
      }
    default:
      if node.element.isBlock { endParagraph() }
    }
  }

  private mutating func endParagraph() {
    endLine()
    next = .paragraph
    breaks = 1
  }

  private mutating func endLine() {
    blank = .none
    if !current.bytes.isEmpty { lines.append(current) }
    current = PageLine(node: -1, block: -1)
  }

  /// Begins a line at a text.
  private mutating func begin(_ index: Int) {
    current.node = index
    current.block = Int(shape.block[index])
    current.start = next
    let newItem = shape.item[index]
    // Lines of one list or table follow each other closely.
    if newItem >= 0, item >= 0, newItem != item,
      tree.nodes[Int(newItem)].parent == tree.nodes[Int(item)].parent
    {
      current.start = .line
    }
    item = newItem
    current.item = Int(newItem)
    if newItem >= 0 { current.isOfList = tree.nodes[Int(newItem)].element == .li }
    var ancestor = current.block
    for _ in 0..<4 where ancestor >= 0 {
      let element = tree.nodes[ancestor].element
      if element == .figcaption || element == .caption || element == .figure {
        current.isCaption = true
      }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    (next, breaks) = (.paragraph, 0)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, from index: Int) {
    let block = Int(shape.block[index])
    let keepsLines = block >= 0 && tree.nodes[block].element == .pre
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if Blanks.isBlank(byte) {
          if keepsLines && byte == 0x0A {
            endLine()
            next = .line
          } else if blank != .tab {
            blank = .space
          }
          at += 1
          continue
        }
        if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] <= 0xA0 {
          if bytes[at + 1] == 0xA0 {
            if blank != .tab { blank = blank == .none ? .noBreak : .space }
          } else {
            put(Self.windows1252[Int(bytes[at + 1] - 0x80)].utf8, from: index)
          }
          at += 2
          continue
        }
        let start = at
        at += 1
        while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0xC2 { at += 1 }
        put(bytes[start..<at], from: index)
      }
    }
  }

  /// Writes characters behind the blank that waits.
  private mutating func put(_ bytes: some Collection<UInt8>, from index: Int) {
    if bytes.isEmpty { return }
    if current.bytes.isEmpty {
      begin(index)
    } else {
      switch blank {
      case .none: break
      case .space: current.bytes.append(0x20)
      case .noBreak: current.bytes += [0xC2, 0xA0]
      case .tab: current.bytes.append(0x09)
      }
    }
    blank = .none
    current.bytes += bytes
    let count = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    current.length += count
    if shape.isLinked[index] { current.linked += count }
  }

  /// The characters of windows-1252 from 0x80 on; empty where it has none.
  private static let windows1252: [String] = [
    "\u{20AC}", "", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "", "\u{17D}", "",
    "", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "", "\u{17E}", "\u{178}",
  ]
}
