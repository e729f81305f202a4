// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Ranges: closed ones (بين 5 و10, من 5 إلى 10, `5-10`) and those that a comparator opens
/// (أكثر من 190, `<= 30`, 200 أو أكثر).
struct RangeGrammar {
  private static let dashes: [UInt16] = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]

  let numbers: NumberGrammar
  let vocabulary: NumberVocabulary

  // MARK: Closed

  /// The closed range at a token; `number` is what begins there.
  func closed(
    _ text: AnalysedText, _ index: Int, _ number: NumberPhrase?, _ sentence: Range<Int>
  ) -> NumberFinding? {
    if let number {
      return Self.mayBound(number) ? upTo(text, number, from: index, number.front, sentence) : nil
    }
    let end = sentence.upperBound
    if let between = vocabulary.last(of: .between, text, index, sentence) {
      return between + 1 < end ? self.between(text, index, between + 1, sentence) : nil
    }
    guard let from = vocabulary.last(of: .from, text, index, sentence), from + 1 < end,
      let low = bound(text, from + 1, sentence), low.front == 0
    else { return nil }
    return upTo(text, low, from: index, 0, sentence)
  }

  private func upTo(
    _ text: AnalysedText, _ low: NumberPhrase, from first: Int, _ front: Int,
    _ sentence: Range<Int>
  ) -> NumberFinding? {
    guard let high = high(after: low, text, sentence) else { return nil }
    return NumberFinding(
      .init(low: low.value, high: high.value), from: first, front: front, [low, high],
      rule: "numbers.range")
  }

  /// بين 5 و10, بين خمسة وعشرة, and بين خمسة وعشرين, where و joins no sum.
  private func between(
    _ text: AnalysedText, _ index: Int, _ start: Int, _ sentence: Range<Int>
  ) -> NumberFinding? {
    let end = sentence.upperBound
    let whole = bound(text, start, sentence) ?? numbers.ordinal(in: text, at: start, end: end)
    guard let whole, whole.front == 0 else { return nil }
    func range(_ low: NumberPhrase, _ high: NumberPhrase) -> NumberFinding {
      NumberFinding(
        .init(low: low.value, high: high.value), from: index, front: 0, [low, high],
        rule: "numbers.range")
    }
    let next = pastPercent(text, whole.last + 1, sentence)
    if let high = joined(text, next, sentence) ?? high(after: whole, text, sentence),
      high.value > whole.value, agree(text, whole, high, sentence)
    {
      return range(whole, high)
    }
    guard whole.last > whole.first else { return nil }
    for middle in whole.first + 1...whole.last {
      if let low = numbers.phrase(in: text, at: start, end: middle), low.last == middle - 1,
        let high = joined(text, middle, sentence), high.value > low.value
      {
        return range(low, high)
      }
    }
    return nil
  }

  /// The number behind و.
  private func joined(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> NumberPhrase? {
    guard index < sentence.upperBound, text.unit(0, of: text.tokens[index]) == Letter.waw else {
      return nil
    }
    let stands = text.isMark(index, Letter.waw)
    guard index + 1 < sentence.upperBound || !stands,
      let number = bound(text, stands ? index + 1 : index, sentence),
      number.front == (stands ? 0 : 1)
    else { return nil }
    return number
  }

  /// The upper end behind a dash or إلى.
  private func high(
    after low: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> NumberPhrase? {
    let next = pastPercent(text, low.last + 1, sentence)
    guard next + 1 < sentence.upperBound else { return nil }
    let link = vocabulary.last(of: .link, text, next, sentence)
    let isDash = isDash(text, next)
    guard isDash || link != nil,
      let high = bound(text, (link ?? next) + 1, sentence), high.front == 0,
      high.value > low.value, agree(text, low, high, sentence)
    else { return nil }
    // 05-06-2020 is a day.
    if isDash, isPartOfChain(text, low.first - 1) || isPartOfChain(text, high.last + 1) {
      return nil
    }
    return high
  }

  /// The token behind a percent sign at a token, or the token itself.
  private func pastPercent(_ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> Int {
    vocabulary.last(of: .percent, text, index, sentence).map { $0 + 1 } ?? index
  }

  /// Whether the upper end is a percentage when the lower one is: `5%-10%`.
  private func agree(
    _ text: AnalysedText, _ low: NumberPhrase, _ high: NumberPhrase, _ sentence: Range<Int>
  ) -> Bool {
    vocabulary.last(of: .percent, text, low.last + 1, sentence) == nil
      || vocabulary.last(of: .percent, text, high.last + 1, sentence) != nil
  }

  private func isDash(_ text: AnalysedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.viewCount == 1 && Self.dashes.contains(text.unit(0, of: token))
  }

  private func isPartOfChain(_ text: AnalysedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && isDash(text, index)
      && text.tokens[index].flags.contains(.glued)
  }

  /// A number that may end a range.
  private func bound(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> NumberPhrase? {
    numbers.numeral(in: text, at: index, end: sentence.upperBound).flatMap {
      Self.mayBound($0) ? $0 : nil
    }
  }

  private static func mayBound(_ number: NumberPhrase) -> Bool {
    number.form != .few && number.form != .vague
  }

  // MARK: Comparators

  /// The range that a comparator opens at a token; both ends when a second one follows behind و.
  func compared(_ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> NumberFinding? {
    guard let first = half(text, index, sentence) else { return nil }
    let next = first.last + 1
    let isAlone = sentence.contains(next) && text.isMark(next, Letter.waw)
    guard let second = half(text, isAlone ? next + 1 : next, sentence),
      isAlone ? second.front == 0 : second.front == 1,
      let bounds = Self.both(first, second)
    else { return first }
    var found = NumberFinding(
      bounds, from: first.first, front: first.front, first.numbers + second.numbers,
      rule: "numbers.compared")
    found.last = second.last
    return found
  }

  private static func both(_ a: NumberFinding, _ b: NumberFinding) -> NumberFinding.Bounds? {
    guard let first = a.bounds, let second = b.bounds else { return nil }
    let ends = (first.low ?? second.low, first.high ?? second.high)
    guard first.low == nil || first.high == nil, second.low == nil || second.high == nil,
      (first.low == nil) != (second.low == nil), let low = ends.0, let high = ends.1, low < high
    else { return nil }
    return .init(low: low, high: high)
  }

  /// One comparator and its number.
  private func half(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> NumberFinding? {
    guard let comparator = vocabulary.comparator(text, index, sentence),
      comparator.comparison != .approximate, comparator.comparison != .none
    else { return nil }
    var comparison = comparator.comparison
    var last = comparator.last
    if let or = vocabulary.last(of: .or, text, last + 1, sentence),
      let other = vocabulary.comparator(text, or + 1, sentence)
    {
      // أقل من أو يساوي 30, يساوي أو أكثر من 30
      if other.comparison == .equal {
        comparison = comparison.inclusive
        last = other.last
      } else if comparison == .equal, other.comparison != .approximate {
        comparison = other.comparison.inclusive
        last = other.last
      }
    }
    guard last + 1 < sentence.upperBound, let number = bound(text, last + 1, sentence),
      number.front == 0, vocabulary.last(of: .percent, text, number.last + 1, sentence) == nil
    else { return nil }
    var end = number.last
    // أقل من 5000 أو يساوي, without a second number
    if let after = vocabulary.comparatorAfter(text, end + 1, sentence), after.comparison == .equal,
      comparison != .equal,
      after.last + 1 >= sentence.upperBound || bound(text, after.last + 1, sentence) == nil
    {
      comparison = comparison.inclusive
      end = after.last
    }
    var found = open(comparison, number, from: index, front: comparator.front)
    found.last = end
    return found
  }

  /// The range that a number and a comparator behind it make: 200 أو أكثر.
  func comparedBehind(
    _ number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> NumberFinding? {
    guard let after = vocabulary.comparatorAfter(text, number.last + 1, sentence),
      after.comparison != .equal, after.comparison != .approximate, after.comparison != .none
    else { return nil }
    var found = open(after.comparison, number, from: number.first, front: number.front)
    found.last = after.last
    return found
  }

  private func open(
    _ comparison: NumberVocabulary.Comparison, _ number: NumberPhrase, from first: Int, front: Int
  ) -> NumberFinding {
    let isLow = [.moreThan, .atLeast, .equal].contains(comparison)
    let isHigh = [.lessThan, .atMost, .equal].contains(comparison)
    var found = NumberFinding(
      .init(low: isLow ? number.value : nil, high: isHigh ? number.value : nil), from: first,
      front: front, [number], rule: "numbers.compared")
    if comparison != .equal { found.modifier = comparison.rawValue }
    return found
  }
}
