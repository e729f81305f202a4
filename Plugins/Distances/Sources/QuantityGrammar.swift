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
  private static let dashes: [UInt16] = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014]

  /// How many tokens before its unit a number, or a range of two, may begin.
  private static let longestNumber = 16

  /// The tokens of a sentence at which a unit may begin; in nearly every sentence none.
  func unitTokens(in sentence: Range<Int>, of text: AnalysedText) -> [Int] {
    var found: [Int] = []
    for index in sentence where text.tokens[index].isWord {
      if units.mayBegin(in: text, at: index) { found.append(index) }
    }
    return found
  }

  /// The first quantity from a token on, within its sentence.
  func next(
    in text: AnalysedText, from start: Int, units: [Int], sentence: Range<Int>
  ) -> Quantity? {
    var index = start
    for unit in units where unit >= start {
      index = max(index, unit - Self.longestNumber)
      while index <= unit {
        if let found = quantity(in: text, at: index, isUnit: index == unit, sentence: sentence) {
          return found
        }
        index += 1
      }
    }
    return nil
  }

  private func quantity(
    in text: AnalysedText, at index: Int, isUnit: Bool, sentence: Range<Int>
  ) -> Quantity? {
    let end = sentence.upperBound
    if let number = amount(in: text, at: index, end: end),
      let found = numbered(number, text, sentence)
    {
      return found
    }
    return isUnit && text.tokens[index].isArabic ? bare(index, text, sentence) : nil
  }

  /// The number at a token, which may be its sign.
  private func amount(in text: AnalysedText, at index: Int, end: Int) -> NumberPhrase? {
    let token = text.tokens[index]
    return token.isWord || token.isNumber
      ? numbers.phrase(in: text, at: index, end: end)
      : numbers.numeral(in: text, at: index, end: end)
  }

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
    guard let (unit, token, count) = unit(after: number, at: next, text, sentence) else {
      return nil
    }
    var last = token + count - 1
    let measured = Measured(
      number: number, upper: upper, unit: unit, unitToken: token, last: last)
    if isOther(measured, text, sentence) { return nil }
    var quantity = Quantity(
      first: first, front: first == number.first ? number.front : 0, last: last,
      low: number.value, high: upper?.value, unit: unit, rule: "quantity.number-unit")
    quantity.form = number.form
    quantity.unitToken = token
    quantity.isVague = isVague(number, token, text)
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

  /// The unit of a number. عشرات الأميال, آلاف الأميال, مئات من الأمتار, نصف الكيلومتر: only vague
  /// counts, fractions and single words of thousands take it with its article.
  private func unit(
    after number: NumberPhrase, at next: Int, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> (form: LengthUnits.Form, token: Int, count: Int)? {
    let (start, end) = (sentence.lowerBound, sentence.upperBound)
    guard next < end else { return nil }
    var token = next
    let isOneWord = number.form == .words && number.first == number.last && number.endsInScale
    let isVague = number.form == .vague || isOneWord
    if isVague, token + 1 < end, text.tokens[token + 1].hasArticle(after: 0),
      words.classes(at: token, in: text).classes.contains(.origin)
    {
      token += 1
    }
    let hasArticle = text.tokens[token].hasArticle(after: 0)
    let mayHaveArticle = isVague || number.form == .fraction
    let article = mayHaveArticle && hasArticle ? 2 : 0
    guard let (form, count) = units.form(in: text, at: token, front: article, end: end),
      form.number != .dual
    else { return nil }
    // `ألف المتر` is no count.
    if isOneWord, article > 0, form.number != .plural { return nil }
    if isTooWeak(token, count, number: number.first, text, from: start) { return nil }
    return (form, token, count)
  }

  /// Whether only the smallest such number is known: عشرات الأميال, آلاف الأميال.
  private func isVague(_ number: NumberPhrase, _ unit: Int, _ text: AnalysedText) -> Bool {
    number.form == .vague || (number.form == .words && text.tokens[unit].hasArticle(after: 0))
  }

  /// The upper end of a range or the second number of a list: `5 إلى 10`, `5-10`, `5 و10`.
  private func secondNumber(
    after number: NumberPhrase, _ text: AnalysedText, _ end: Int
  ) -> NumberPhrase? {
    let next = number.last + 1
    guard next + 1 < end else { return nil }
    let token = text.tokens[next]
    let isDash = token.kind == .punctuation && Self.dashes.contains(text.source[Int(token.start)])
    if isDash || text.isMark(next, Letter.waw) || isRange(next, text) {
      let second =
        isDash
        ? numbers.phrase(in: text, at: next + 1, end: end)
        : amount(in: text, at: next + 1, end: end)
      return second.flatMap { $0.front == 0 ? $0 : nil }
    }
    // خمسة وعشرة: the conjunction sticks to the word.
    if token.mayStrip(1), text.unit(0, of: token) == Letter.waw {
      return numbers.phrase(in: text, at: next, end: end).flatMap { $0.front == 1 ? $0 : nil }
    }
    return nil
  }

  /// إلى, حتى, أو
  func isRange(_ index: Int, _ text: AnalysedText) -> Bool {
    let token = text.tokens[index]
    return token.viewCount == 2 && text.unit(0, of: token) == Letter.alif
      && text.unit(1, of: token) == Letter.waw
      || words.classes(at: index, in: text).classes.contains(.range)
  }

  /// `ونصف` after the unit, with the unit said again or not.
  func fraction(
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
}
