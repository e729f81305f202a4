// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Which quotation mark or bracket closes which, sentence by sentence. Complexity: linear.
struct MarkPairs {
  private let text: AnalysedText
  private let classes: UnsafeMutableBufferPointer<WordClass>
  /// The other mark of each mark, or -1.
  private let partners: UnsafeMutableBufferPointer<Int32>
  /// Closing mark of the innermost quotation around each token, or -1.
  private let enclosing: UnsafeMutableBufferPointer<Int32>

  /// Writes to buffers that hold -1 for each token.
  init(
    _ text: AnalysedText, classes: UnsafeMutableBufferPointer<WordClass>,
    partners: UnsafeMutableBufferPointer<Int32>, enclosing: UnsafeMutableBufferPointer<Int32>
  ) {
    self.text = text
    self.classes = classes
    self.partners = partners
    self.enclosing = enclosing
  }

  /// Pairs the quotation marks and brackets of a sentence with a stack.
  func pairMarks(_ range: Range<Int>) {
    var all: WordClass = []
    for index in range { all.formUnion(classes[index]) }
    if all.isDisjoint(with: [.openBracket, .quoteMark]) { return }
    var open: [Int] = []
    for index in range {
      if classes[index].contains(.openBracket) {
        open.append(index)
      } else if classes[index].contains(.closeBracket) {
        if let top = open.last, classes[top].contains(.openBracket) {
          pair(top, index)
          open.removeLast()
        }
      } else if classes[index].contains(.quoteMark) {
        pairQuote(index, &open, isLast: index + 1 == range.upperBound)
      }
    }
    enclose(range)
  }

  private func enclose(_ range: Range<Int>) {
    var closers: [Int32] = []
    for index in range {
      if classes[index].contains(.quoteMark), closers.last == Int32(index) { closers.removeLast() }
      enclosing[index] = closers.last ?? -1
      if classes[index].contains(.quoteMark), partners[index] > Int32(index) {
        closers.append(partners[index])
      }
    }
  }

  private func pairQuote(_ index: Int, _ open: inout [Int], isLast: Bool) {
    let mark = text.source[Int(text.tokens[index].start)]
    // An unclosed bracket does not hide the quotation around it.
    var top = open.count - 1
    while top >= 0 && top > open.count - 3 && classes[open[top]].contains(.openBracket) { top -= 1 }
    let outer = top >= 0 && classes[open[top]].contains(.quoteMark) ? open[top] : nil
    let direction = Self.direction(of: mark)
    let glued = text.tokens[index].flags.contains(.glued)
    let gluedAfter = index + 1 < classes.count && text.tokens[index + 1].flags.contains(.glued)
    guard let outer else {
      // Right-to-left text often swaps ” and “.
      if direction < 0 && !(gluedAfter && !glued) { return }
      open.append(index)
      return
    }
    let outerMark = text.source[Int(text.tokens[outer].start)]
    // A plain mark after a full stop and before a word takes the quotation up again.
    if direction == 0, !glued, gluedAfter, !isLast, classes[index - 1].contains(.stop) { return }
    let outerDirection = Self.direction(of: outerMark)
    let closes: Bool
    if direction < 0 {
      closes = true
    } else if direction == 0 {
      closes = outerDirection == 0 || (outerMark == 0x201C && glued)
    } else {
      closes = outerDirection < 0
    }
    if closes {
      pair(outer, index)
      open.removeSubrange(top...)
    } else {
      open.append(index)
    }
  }

  /// 1 of an opening mark, -1 of a closing one, 0 of one that does either.
  private static func direction(of mark: UInt16) -> Int {
    switch mark {
    case 0xAB, 0x201C, 0x201E, 0x2039, 0x2018: 1
    case 0xBB, 0x201D, 0x203A, 0x2019: -1
    default: 0
    }
  }

  private func pair(_ first: Int, _ last: Int) {
    partners[first] = Int32(last)
    partners[last] = Int32(first)
  }
}
