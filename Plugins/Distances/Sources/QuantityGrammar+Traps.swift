// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What looks like a number with a unit of length and is none.
extension QuantityGrammar {
  /// A number with its unit, before it is known to be a length.
  struct Measured {
    let number: NumberPhrase
    let upper: NumberPhrase?
    let unit: LengthUnits.Form
    let unitToken: Int
    let last: Int
  }

  private static let slash: UInt16 = 0x2F
  private static let openBracket: UInt16 = 0x28
  private static let fullStop: UInt16 = 0x2E
  /// How far before a number a word for area or speed makes it one.
  private static let otherReach = 4

  /// Whether number and unit are something else than a length: an area, a speed, a year.
  func isOther(_ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>) -> Bool {
    isAreaOrSpeed(found, text, sentence) || isOfOther(found, text, sentence)
      || isSaidAgain(found, text, sentence) || isVerb(found, text, sentence)
      || isTime(found, text, sentence) || isLetter(found, text, sentence)
  }

  /// What stands behind the unit: مربع, ², /ساعة, في الساعة, بالساعة.
  private func isAreaOrSpeed(
    _ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    let next = found.last + 1
    guard next < sentence.upperBound else { return false }
    let token = text.tokens[next]
    let following = words.classes(at: next, in: text).classes
    if following.contains(.area) { return true }
    // كم², كم2: the exponent sticks to the unit. ² is a symbol that folds to a digit.
    if token.flags.contains(.glued), (0x30...0x39).contains(text.unit(0, of: token)) {
      return true
    }
    // مليون متر 3: the exponent stands alone, before no word that it counts.
    if token.isNumber, token.viewCount == 1, (0x32...0x33).contains(text.unit(0, of: token)) {
      let after = next + 1
      if after >= sentence.upperBound || !text.tokens[after].isWord
        || words.classes(at: after, in: text).classes != []
      {
        return true
      }
    }
    if text.isMark(next, Self.slash) {
      return next + 1 >= sentence.upperBound || !text.tokens[next + 1].isNumber
    }
    if following.contains(.link), next + 1 < sentence.upperBound,
      words.classes(at: next + 1, in: text).classes.contains(.per)
    {
      return true
    }
    return token.mayStrip(1) && token.hasArticle(after: 1) && following.contains(.per)  // بالساعة
  }

  /// What is measured is an area or a speed: `مساحة كل محل ثمانية أمتار`, `سرعة الرياح 60 كم`.
  private func isOfOther(
    _ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    let next = found.last + 1
    if next < sentence.upperBound,
      !words.classes(at: next, in: text).classes.isDisjoint(with: [.origin, .direction])
    {
      return false
    }
    let first = found.number.first
    var index = first - 1
    while index >= max(sentence.lowerBound, first - Self.otherReach) {
      let token = text.tokens[index]
      let classes = words.classes(at: index, in: text).classes
      if classes.contains(.other) { return true }
      if !classes.isDisjoint(with: [.measure, .kind]) { return false }
      if token.kind == .punctuation, !text.isMark(index, Self.openBracket) { return false }
      index -= 1
    }
    return false
  }

  /// The speed or area before is said again in another unit: `40 ميلا في الساعة (64 كم)`,
  /// `ميل مربع (نحو 1.6 كيلومتر)`.
  private func isSaidAgain(
    _ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    let first = found.number.first
    let modifier = modifiers.before(first, in: text, from: sentence.lowerBound)
    let per = (modifier?.first ?? first) - 2
    guard per - 1 > sentence.lowerBound, text.isMark(per + 1, Self.openBracket) else {
      return false
    }
    let before = words.classes(at: per, in: text).classes
    if before.contains(.area) { return true }
    guard before.contains(.per) else { return false }
    return words.classes(at: per - 1, in: text).classes.contains(.link)
      || text.tokens[per].hasArticle(after: 1) || text.isMark(per - 1, Self.slash)
  }

  /// `عام 2011 قدم الرئيس`: behind a year قدم is a verb.
  private func isVerb(_ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>) -> Bool {
    guard Self.ordinaryUnits.contains(found.unit.unit), found.unit.number == .singular,
      found.upper == nil, found.number.form == .digits
    else { return false }
    let (number, next) = (found.number, found.last + 1)
    if number.first > sentence.lowerBound {
      let before = words.classes(at: number.first - 1, in: text).classes
      if before.contains(.age) { return true }
      if !before.isDisjoint(with: [.measure, .kind, .link]) { return false }
    }
    return (1900...2100).contains(number.value) && next < sentence.upperBound
      && text.tokens[next].hasArticle(after: 0)
  }

  /// 9:18م is a time.
  private func isTime(_ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>) -> Bool {
    found.number.first > sentence.lowerBound && text.isMark(found.number.first - 1, 0x3A)
      && text.tokens[found.number.first].flags.contains(.glued)
  }

  /// A single letter may be anything: a year (2012م, عام 900 م), a date (24 - 3 - 2012م), part of an
  /// abbreviation (141 م د, 23 م.ط).
  private func isLetter(_ found: Measured, _ text: AnalysedText, _ sentence: Range<Int>) -> Bool {
    guard found.unit.number == .abbreviation, text.tokens[found.unitToken].viewCount == 1 else {
      return false
    }
    let (number, next) = (found.number, found.last + 1)
    if max(abs(number.value), found.upper?.value ?? 0) >= 1000 { return true }
    if number.first > sentence.lowerBound,
      words.classes(at: number.first - 1, in: text).classes.contains(.age)
    {
      return true
    }
    guard next < sentence.upperBound else { return false }
    let token = text.tokens[next]
    if token.flags.contains(.glued), token.isArabic { return true }
    if token.isArabic, token.viewCount == 1, !text.isMark(next, Letter.waw) { return true }
    return next + 1 < sentence.upperBound && text.isMark(next, Self.fullStop)
      && text.tokens[next + 1].isArabic && text.tokens[next + 1].viewCount == 1
      && text.tokens[next + 1].flags.contains(.glued)
  }

  /// Whether a unit that is mostly another word (ذراع, كيلو) may not count: a word of measure must
  /// stand right before its number, or a verb of distance not far before.
  func isTooWeak(
    _ unit: Int, _ count: Int, number first: Int, _ text: AnalysedText, from start: Int
  ) -> Bool {
    guard count == 1, words.classes(at: unit, in: text).classes.contains(.weak) else {
      return false
    }
    let edge = modifiers.before(first, in: text, from: start)?.first ?? first
    var place = edge - 1
    while place >= max(start, edge - Self.otherReach), text.tokens[place].kind != .punctuation {
      let classes = words.classes(at: place, in: text).classes
      if classes.isSuperset(of: [.away, .locative]) { return false }
      if place == edge - 1, !classes.isDisjoint(with: [.measure, .kind]) {
        // بعد alone is "after".
        return classes.contains(.away) && place > start
          && !words.classes(at: place - 1, in: text).classes.contains(.link)
      }
      place -= 1
    }
    return true
  }
}
