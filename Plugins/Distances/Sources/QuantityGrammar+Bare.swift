// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Units without a number.
extension QuantityGrammar {
  /// Units whose names are ordinary words: a foot of the body, an inclination.
  static let ordinaryUnits: Set<String> = ["foot", "mile", "league"]

  /// How many tokens a text may have that is nothing but a unit.
  private static let shortText = 12

  /// A text that is nothing but one unit, as a form's field or a query: one of it, of a dual two.
  ///
  /// `كم` in a sentence asks how many, and `كم؟` does so alone: no mark of a question may stand there.
  func wholeText(_ text: AnalysedText) -> Quantity? {
    guard text.tokens.count <= Self.shortText,
      let first = text.tokens.firstIndex(where: { $0.isWord }),
      let (unit, count) = units.form(in: text, at: first, end: text.tokens.count),
      unit.number != .plural,
      !isTooWeak(first, count, number: first, text, from: 0)
    else { return nil }
    let last = first + count - 1
    for index in text.tokens.indices where !(first...last).contains(index) {
      let token = text.tokens[index]
      guard token.kind == .punctuation else { return nil }
      let mark = text.source[Int(token.start)]
      if mark == 0x3F || mark == 0x061F { return nil }
    }
    var quantity = Quantity(
      first: first, front: 0, last: last, low: unit.number == .dual ? 2 : 1, unit: unit,
      rule: "quantity.whole-text")
    quantity.unitToken = first
    return quantity
  }

  /// A dual, or a single unit where a distance is due: `كيلومترين`, `كيلومتر واحد`, `كيلومتر ونصف`,
  /// `على بعد كيلومتر من`.
  func bare(_ index: Int, _ text: AnalysedText, _ sentence: Range<Int>) -> Quantity? {
    let end = sentence.upperBound
    let token = text.tokens[index]
    for front in 0...2 where token.mayStrip(front) && !token.hasArticle(after: front) {
      guard let (unit, count) = units.form(in: text, at: index, front: front, end: end) else {
        continue
      }
      let last = index + count - 1
      guard unit.number == .dual || unit.number == .singular, !isSquared(last + 1, text, end),
        !isTooWeak(index, count, number: index, text, from: sentence.lowerBound)
      else { return nil }
      var quantity = Quantity(
        first: index, front: front, last: last, low: unit.number == .dual ? 2 : 1, unit: unit,
        rule: unit.number == .dual ? "quantity.dual" : "quantity.single")
      quantity.unitToken = index
      let isOrdinary = Self.ordinaryUnits.contains(unit.unit)
      let isDue = isDue(index, last, isOrdinary, text, sentence)
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
      return isDue || !isOrdinary && isInRange(index, last, text, sentence) ? quantity : nil
    }
    return nil
  }

  private func isSquared(_ next: Int, _ text: AnalysedText, _ end: Int) -> Bool {
    next < end && words.classes(at: next, in: text).classes.contains(.area)
  }

  /// Whether a word of measure or a modifier stands right before. An ordinary word needs more than
  /// a modifier (`فوق قدم`): the place it is measured from must follow.
  private func isDue(
    _ index: Int, _ last: Int, _ isOrdinary: Bool, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    var place = index
    if let modifier = modifiers.before(index, in: text, from: sentence.lowerBound) {
      place = modifier.first
    }
    if place < index {
      if !isOrdinary { return true }
      if last + 1 < sentence.upperBound,
        !words.classes(at: last + 1, in: text).classes.isDisjoint(with: [.origin, .direction])
      {
        return true
      }
      return isMeasured(before: place, text, sentence)
    }
    guard place > sentence.lowerBound else { return false }
    return words.classes(at: place - 1, in: text).classes.contains(.measure)
  }

  /// Whether a word of measure stands within a few tokens: `المسافة الأفقية إلى أقل من ميلين`.
  private func isMeasured(
    before index: Int, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    for place in max(sentence.lowerBound, index - 4)..<index
    where !words.classes(at: place, in: text).classes.isDisjoint(with: [.measure, .kind]) {
      return true
    }
    return false
  }

  /// `من متر إلى متر ونصف`, `متر أو مترين`: an end of a range whose other end has a unit too.
  private func isInRange(
    _ index: Int, _ last: Int, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    if last + 2 < sentence.upperBound, isRange(last + 1, text) {
      var next = last + 2
      if let number = numbers.phrase(in: text, at: next, end: sentence.upperBound) {
        next = number.last + 1
      }
      if units.form(in: text, at: next, end: sentence.upperBound) != nil { return true }
    }
    // `ما بين كيلومتر وكيلومترين`
    if last + 1 < sentence.upperBound, index > sentence.lowerBound,
      words.classes(at: index - 1, in: text).classes.contains(.between),
      text.tokens[last + 1].mayStrip(1), text.unit(0, of: text.tokens[last + 1]) == Letter.waw,
      units.form(in: text, at: last + 1, front: 1, end: sentence.upperBound) != nil
    {
      return true
    }
    return index - 2 >= sentence.lowerBound && isRange(index - 1, text)
      && units.form(in: text, at: index - 2, end: index - 1) != nil
  }
}
