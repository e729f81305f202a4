// SPDX-License-Identifier: Apache-2.0

/// Leaves out lines that are no text of an article although they stand in it: links to other
/// articles, buttons, credits of pictures, comments that no name tells.
struct LineFilter {
  private let words: PageWords
  private let tree: PageTree

  /// Longer lines are prose, whatever they begin with; characters.
  private static let longestLabelled = 160
  /// Longer lines of a list are more than the date of a link; characters.
  private static let longestNote = 40
  /// From this share on a line is a link.
  private static let link = 0.9
  /// Least share of the text before an ending: a heading of that wording above an article ends nothing.
  private static let leastBeforeEnding = 0.3

  init(_ tree: PageTree, words: PageWords) {
    self.tree = tree
    self.words = words
  }

  /// The lines that stay.
  func kept(of lines: [PageLine]) -> [PageLine] {
    var state = State(total: lines.reduce(0) { $0 + $1.length })
    var kept: [PageLine] = []
    // What follows a line that goes begins as that one did.
    var start: PageLine.Break?
    for var line in lines {
      if !stays(line, &state) {
        if line.start == .paragraph { start = .paragraph }
        continue
      }
      line.start = start ?? line.start
      start = nil
      kept.append(line)
    }
    return kept
  }

  /// What the lines so far tell about the next.
  private struct State {
    /// Characters in all lines, and in those so far.
    let total: Int
    var before = 0
    /// Whether the heading of related links was just seen.
    var isAfterLabel = false
    /// First node behind what an ending ended.
    var over = 0
    /// Item of a list whose link was left out.
    var teaserItem = -1

    init(total: Int) { self.total = total }
  }

  private func stays(_ line: PageLine, _ state: inout State) -> Bool {
    state.before += line.length
    if line.node >= 0 && line.node < state.over { return false }
    // Prose needs no look at its words.
    if line.length > Self.longestLabelled && line.linkShare < 0.5 {
      state.isAfterLabel = false
      return true
    }
    let folded = FoldedWords.of(line.text)
    if folded.isEmpty || words.buttons.covers(folded) { return false }
    if isEnding(folded), Double(state.before) > Self.leastBeforeEnding * Double(state.total) {
      state.over = end(ofPartWith: line)
      return false
    }
    let label = words.labels.prefix(of: folded)
    if label > 0 && isReference(line, folded, label) {
      state.isAfterLabel = label == folded.count
      return false
    }
    if line.linkShare >= Self.link
      && (state.isAfterLabel || line.isOfList || isTeaser(line, folded))
    {
      state.teaserItem = line.item
      return false
    }
    // Its date or section.
    if line.item >= 0 && line.item == state.teaserItem && line.length <= Self.longestNote {
      return false
    }
    if line.isCaption && words.credits.covers(folded) { return false }
    state.isAfterLabel = false
    return true
  }

  /// Whether a line is a heading behind which an article is over, a number before or behind it.
  private func isEnding(_ folded: [String]) -> Bool {
    let plain = folded.filter { !$0.allSatisfy(\.isNumber) }
    return words.endings.contains(plain)
  }

  /// Whether a line that begins with the label of related links is one of these.
  private func isReference(_ line: PageLine, _ folded: [String], _ label: Int) -> Bool {
    if label == folded.count || line.linkShare >= 0.5 { return true }
    // Text behind a colon: a reference whose link was lost.
    let signs = line.text.unicodeScalars.drop { !Self.separators.contains($0) }
    let behind = FoldedWords.of(String(String.UnicodeScalarView(signs)))
    return folded.count - behind.count == label && line.length <= Self.longestLabelled
  }

  private static let separators: Set<Unicode.Scalar> = [
    ":", "|", "\u{BB}", "\u{AB}", ">", "\u{2190}", ".",
  ]

  /// Whether a line that is all link is the headline of another article: a paragraph of some words
  /// without a full stop.
  private func isTeaser(_ line: PageLine, _ folded: [String]) -> Bool {
    let last = line.bytes.last
    if line.start == .line { return false }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: "\"") && folded.count > 2
  }

  /// The first node behind the element that a heading opens: its parent, or that element's parent
  /// when there is nothing else in it.
  private func end(ofPartWith line: PageLine) -> Int {
    guard line.block >= 0 else { return tree.nodes.count }
    let end = Int(tree.nodes[line.block].end)
    var node = line.block
    while let parent = tree.parent(of: node) {
      if Int(tree.nodes[parent].end) > end { return Int(tree.nodes[parent].end) }
      node = parent
    }
    return tree.nodes.count
  }
}
