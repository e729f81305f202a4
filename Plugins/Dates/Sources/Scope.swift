// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What the grammars of time work on: one sentence, the document's date, what was found before.
struct Scope {
  let text: AnalysedText
  let knowledge: TimeKnowledge
  /// Classes of words that begin at each token.
  let marks: UnsafeBufferPointer<UInt64>
  let reference: Reference
  /// Whether the steps of derivations are wanted.
  let explains: Bool
  /// Tokens of the sentence.
  let sentence: Range<Int>
  /// The day the text told of last.
  var lastDay: CivilDay?
  /// The value of the last date of any size.
  var lastValue: String?

  var end: Int { sentence.upperBound }

  var numbers: NumberGrammar { knowledge.numbers }
  var modifiers: Modifiers { knowledge.modifiers }

  /// The word of a class at a token, within the sentence.
  @inline(__always)
  func hit(_ kind: DateWords.Class, _ index: Int, front: Int? = nil) -> DateWords.Hit? {
    guard index >= 0, index < end, marks[index] & kind.bit != 0 else { return nil }
    return knowledge.words.hit(kind, text, index, front: front, end: end)
  }

  /// The word of a class that is one token, right before another of the sentence.
  func hit(_ kind: DateWords.Class, before index: Int) -> DateWords.Hit? {
    guard index > sentence.lowerBound, marks[index - 1] & kind.bit != 0 else { return nil }
    return knowledge.words.hit(kind, text, index - 1, end: index)
  }

  /// The day that a clock time without a day belongs to: yesterday when the text tells of it, else
  /// the document's.
  var clockDay: CivilDay? {
    guard let today = reference.day else { return lastDay }
    guard let lastDay, today.number - lastDay.number <= 1 else { return today }
    return lastDay
  }

  /// A number in plain digits at a token, with its number of digits.
  func digits(_ index: Int) -> (value: Int, width: Int)? {
    guard index >= 0, index < end else { return nil }
    let token = text.tokens[index]
    guard token.isNumber, token.viewCount <= 9 else { return nil }
    var value = 0
    for offset in 0..<token.viewCount {
      let unit = text.unit(offset, of: token)
      guard unit >= 0x30, unit <= 0x39 else { return nil }
      value = value * 10 + Int(unit - 0x30)
    }
    return (value, token.viewCount)
  }

  /// Whether a token is one of some marks.
  func isMark(_ index: Int, _ units: UInt16...) -> Bool {
    index >= 0 && index < end && units.contains { text.isMark(index, $0) }
  }

  func isDash(_ index: Int) -> Bool { isMark(index, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014) }
  func isSlash(_ index: Int) -> Bool { isMark(index, 0x2F) }

  /// Whether the word at a token begins with و and is read so.
  func isJoined(_ index: Int) -> Bool {
    guard index < end else { return false }
    let token = text.tokens[index]
    return token.mayStrip(1) && text.unit(0, of: token) == Letter.waw
  }

  /// -1, 0 or 1 when الماضي, الحالي or المقبل stands at a token.
  func relative(_ index: Int) -> (direction: Int, last: Int)? {
    guard let hit = hit(.rel, index, front: 0) else { return nil }
    return (hit.number, hit.last)
  }

  /// Whether the words before a token speak of the future: a verb with سـ, المقرر, موعد …
  func isFuture(before index: Int) -> Bool {
    var i = index - 1
    while i >= max(sentence.lowerBound, index - 12) {
      if isFutureVerb(i) || hit(.futureCue, i) != nil { return true }
      i -= 1
    }
    return false
  }

  /// ستبدأ, سيصل, وستعلن: س before the imperfect's prefix, five letters at least.
  private func isFutureVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic else { return false }
    let start = text.unit(0, of: token) == Letter.waw ? 1 : 0
    guard token.viewCount - start >= 5, text.unit(start, of: token) == Letter.sin else {
      return false
    }
    let prefix = text.unit(start + 1, of: token)
    return prefix == Letter.ya || prefix == Letter.ta || prefix == Letter.nun
  }
}
