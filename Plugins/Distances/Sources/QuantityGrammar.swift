// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Number + unit in all its arrangements: figures and words, ranges, brackets, duals, halves, a
/// single unit without a number. Never areas, volumes or speeds.
struct QuantityGrammar {
  let numbers: NumberGrammar
  let units: LengthUnits
  let words: DistanceWords
  let modifiers: Modifiers

  private static let openBracket: UInt16 = 0x28
  private static let closeBracket: UInt16 = 0x29
  private static let slash: UInt16 = 0x2F
  private static let dashes: [UInt16] = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014]

  /// The quantity that begins at a token, within its sentence.
  func quantity(in text: AnalysedText, at index: Int, sentence: Range<Int>) -> Quantity? {
    let end = sentence.upperBound
    if let number = numbers.phrase(in: text, at: index, end: end),
      let found = numbered(number, text, sentence)
    {
      return found
    }
    return text.tokens[index].isArabic ? bare(index, text, sentence) : nil
  }

  // MARK: With a number

  private func numbered(
    _ number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Quantity? {
    let end = sentence.upperBound
    var next = number.last + 1
    var first = number.first
    var upper: NumberPhrase?
    if next < end, text.isMark(next, Self.closeBracket), first > sentence.lowerBound,
      text.isMark(first - 1, Self.openBracket)
    {
      first -= 1
      next += 1
    } else if let second = secondNumber(after: number, text, end) {
      upper = second
      next = second.last + 1
    }
    // عشرات الأميال: only vague counts and fractions take the unit with its article.
    let mayHaveArticle = number.form == .vague || number.form == .fraction
    let article = mayHaveArticle && next < end && text.tokens[next].hasArticle(after: 0) ? 2 : 0
    guard next < end, let (unit, count) = units.form(in: text, at: next, front: article, end: end),
      unit.number != .dual
    else { return nil }
    var last = next + count - 1
    if isOther(than: unit, number, text, next, last, sentence) { return nil }
    var quantity = Quantity(
      first: first, front: first == number.first ? number.front : 0, last: last,
      low: number.value, high: upper?.value, unit: unit, rule: "quantity.number-unit")
    quantity.isVague = number.form == .vague
    if let upper, upper.value < number.value {
      quantity.low = upper.value
      quantity.high = number.value
    }
    if upper != nil { quantity.rule = "quantity.range" }
    if upper == nil, let half = fraction(after: last, unit, text, end) {
      quantity.low += half.value
      last = half.last
      quantity.last = last
      quantity.rule = "quantity.number-unit-fraction"
    }
    return quantity
  }

  /// The upper end of a range or the second number of a list: `5 إلى 10`, `5-10`, `5 و10`.
  private func secondNumber(
    after number: NumberPhrase, _ text: AnalysedText, _ end: Int
  ) -> NumberPhrase? {
    let next = number.last + 1
    guard next + 1 < end else { return nil }
    let token = text.tokens[next]
    let isDash = token.kind == .punctuation && Self.dashes.contains(text.source[Int(token.start)])
    let isLink = words.classes(at: next, in: text).classes.contains(.link)
    if isDash || isLink || text.isMark(next, Letter.waw) || isOr(next, text) {
      return numbers.phrase(in: text, at: next + 1, end: end).flatMap { $0.front == 0 ? $0 : nil }
    }
    // خمسة وعشرة: the conjunction sticks to the word.
    if token.mayStrip(1), text.unit(0, of: token) == Letter.waw {
      return numbers.phrase(in: text, at: next, end: end).flatMap { $0.front == 1 ? $0 : nil }
    }
    return nil
  }

  private func isOr(_ index: Int, _ text: AnalysedText) -> Bool {
    let token = text.tokens[index]
    return token.viewCount == 2 && text.unit(0, of: token) == Letter.alif
      && text.unit(1, of: token) == Letter.waw
  }

  /// Whether number and unit are something else than a length: an area, a speed, a year.
  private func isOther(
    than unit: LengthUnits.Form, _ number: NumberPhrase, _ text: AnalysedText, _ unitToken: Int,
    _ last: Int, _ sentence: Range<Int>
  ) -> Bool {
    let next = last + 1
    if next < sentence.upperBound {
      let token = text.tokens[next]
      let following = words.classes(at: next, in: text).classes
      if following.contains(.area) { return true }
      // كم², كم2: the exponent sticks to the unit. ² is a symbol that folds to a digit.
      if token.flags.contains(.glued), (0x30...0x39).contains(text.unit(0, of: token)) {
        return true
      }
      if text.isMark(next, Self.slash) { return true }
      if following.contains(.link), next + 1 < sentence.upperBound,
        words.classes(at: next + 1, in: text).classes.contains(.per)
      {
        return true
      }
      if token.mayStrip(1), text.tokens[next].hasArticle(after: 1), following.contains(.per) {
        return true  // بالساعة
      }
    }
    // A single letter may be anything: after a large number or a word of time it is no metre.
    // 9:18م is a time.
    if number.first > sentence.lowerBound, text.isMark(number.first - 1, 0x3A),
      text.tokens[number.first].flags.contains(.glued)
    {
      return true
    }
    if unit.number == .abbreviation, text.tokens[unitToken].viewCount == 1 {
      if number.value >= 1000 { return true }
      if number.first > sentence.lowerBound,
        words.classes(at: number.first - 1, in: text).classes.contains(.age)
      {
        return true
      }
      return next < sentence.upperBound && text.tokens[next].flags.contains(.glued)
        && text.tokens[next].isArabic
    }
    return false
  }

  /// `ونصف` after the unit, with the unit said again or not.
  private func fraction(
    after last: Int, _ unit: LengthUnits.Form, _ text: AnalysedText, _ end: Int
  ) -> (value: Double, last: Int)? {
    let next = last + 1
    guard next < end, text.tokens[next].mayStrip(1),
      text.unit(0, of: text.tokens[next]) == Letter.waw,
      let fraction = numbers.phrase(in: text, at: next, end: end), fraction.form == .fraction,
      fraction.front == 1
    else { return nil }
    let again = fraction.last + 1
    if again < end {
      let article = text.tokens[again].hasArticle(after: 0) ? 2 : 0
      if let (same, count) = units.form(in: text, at: again, front: article, end: end),
        same.unit == unit.unit
      {
        return (fraction.value, again + count - 1)
      }
    }
    return (fraction.value, fraction.last)
  }

  // MARK: Without a number

  /// A dual, or a single unit where a distance is due: `كيلومترين`, `كيلومتر واحد`, `كيلومتر ونصف`,
  /// `على بعد كيلومتر من`.
  private func bare(_ index: Int, _ text: AnalysedText, _ sentence: Range<Int>) -> Quantity? {
    let end = sentence.upperBound
    let token = text.tokens[index]
    for front in 0...2 where token.mayStrip(front) && !token.hasArticle(after: front) {
      guard let (unit, count) = units.form(in: text, at: index, front: front, end: end) else {
        continue
      }
      let last = index + count - 1
      guard unit.number == .dual || unit.number == .singular, !isSquared(last + 1, text, end) else {
        return nil
      }
      var quantity = Quantity(
        first: index, front: front, last: last, low: unit.number == .dual ? 2 : 1, unit: unit,
        rule: unit.number == .dual ? "quantity.dual" : "quantity.single")
      let isDue = isDue(before: index, front, text, sentence)
      let isOrdinary = Self.ordinaryWords.contains(unit.unit)
      if let half = fraction(after: last, unit, text, end), !isOrdinary || isDue {
        quantity.low += half.value
        quantity.last = half.last
        return quantity
      }
      if unit.number == .dual { return isOrdinary && !isDue ? nil : quantity }
      if last + 1 < end, words.classes(at: last + 1, in: text).classes.contains(.one),
        !isOrdinary || isDue, text.tokens[last + 1].viewCount >= 4
      {
        quantity.last = last + 1
        return quantity
      }
      return isDue ? quantity : nil
    }
    return nil
  }

  /// Units whose names are ordinary words: a foot of the body, an inclination.
  private static let ordinaryWords: Set<String> = ["foot", "mile", "league"]

  private func isSquared(_ next: Int, _ text: AnalysedText, _ end: Int) -> Bool {
    next < end && words.classes(at: next, in: text).classes.contains(.area)
  }

  /// Whether a word of measure or a modifier stands right before.
  private func isDue(
    before index: Int, _ front: Int, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    var place = index
    if let modifier = modifiers.before(index, in: text, from: sentence.lowerBound) {
      place = modifier.first
    }
    if place < index { return true }
    guard place > sentence.lowerBound else { return false }
    return words.classes(at: place - 1, in: text).classes.contains(.measure)
  }
}
