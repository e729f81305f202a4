// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The number grammar as annotations of its own: cardinals, ordinals, percentages, ranges.
package struct NumbersExtractor: Extractor {
  package static let id = "numbers"
  package static let version = "0.2.0"

  private let numbers: NumberGrammar
  private let modifiers: Modifiers
  private let vocabulary: NumberVocabulary
  private let ranges: RangeGrammar

  package init(_ setup: Setup) throws {
    let folding = setup.folding
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: folding)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: folding)
    vocabulary = try NumberVocabulary(setup)
    ranges = RangeGrammar(numbers: numbers, vocabulary: vocabulary)
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    var endOfURL = 0
    for sentence in text.sentences {
      if output.isCancelled { return }
      let tokens = sentence.tokens
      // An address may hold what else ends a sentence.
      var i = max(tokens.lowerBound, endOfURL)
      var afterCardinal = tokens.lowerBound - 1
      while i < tokens.upperBound {
        if !mayBegin(text, i) {
          i += 1
        } else if vocabulary.last(of: .url, text, i, tokens) != nil {
          endOfURL = endOfRun(text, i)
          i = endOfURL
        } else if let last = vocabulary.exclusion(text, i, tokens) {
          i = last + 1
        } else if let found = cardinal(text, i, tokens) {
          emit(found, text, &output)
          i = found.last + 1
          afterCardinal = i
        } else if let found = ordinal(text, i, tokens, isCounted: afterCardinal == i) {
          emit(found, text, &output)
          i = found.last + 1
        } else {
          tellOfTooLong(text, i, &output)
          i += 1
        }
      }
    }
  }

  /// More digits than the largest number that a `Double` holds.
  private static let longestFigure = 309

  private func tellOfTooLong(_ text: AnalysedText, _ index: Int, _ output: inout Output) {
    let token = text.tokens[index]
    guard token.isNumber, token.viewCount >= Self.longestFigure else { return }
    output.diagnose(
      .note, "a figure of \(token.viewCount) digits is no number, it is not annotated",
      at: text.range(from: index, front: 0, through: index))
  }

  /// Whether anything may begin at a token; most are refused here.
  @inline(__always)
  private func mayBegin(_ text: AnalysedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.isNumber { return true }
    guard token.isArabic else {
      // Signs stick to their figures.
      let next = index + 1
      return vocabulary.mayBegin(withHash: token.hash)
        || !token.isWord && next < text.tokens.count && !text.tokens[next].isWord
          && text.tokens[next].flags.contains(.glued)
    }
    for front in 0...2 where token.mayStrip(front) {
      let hash = text.hash(of: token, front: front)
      if numbers.mayBegin(withHash: hash) || vocabulary.mayBegin(withHash: hash) { return true }
      if token.hasArticle(after: front),
        numbers.mayBegin(withHash: text.hash(of: token, front: front + 2))
      {
        return true
      }
    }
    return false
  }

  /// The token behind an address: what no blank parts from its first word.
  private func endOfRun(_ text: AnalysedText, _ index: Int) -> Int {
    var end = index + 1
    while end < text.tokens.count, text.tokens[end].flags.contains(.glued) { end += 1 }
    return end
  }

  // MARK: Cardinals

  /// A range, a percentage or a cardinal at a token.
  private func cardinal(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> NumberFinding? {
    if let found = ranges.compared(text, index, sentence) { return found }
    let number = numbers.numeral(in: text, at: index, end: sentence.upperBound)
    if var found = ranges.closed(text, index, number, sentence) {
      if let percent = vocabulary.last(of: .percent, text, found.last + 1, sentence) {
        found.kind = .percent
        found.last = percent
      }
      return found
    }
    if let found = percentBefore(text, index, sentence) { return found }
    guard let number, number.form != .few || number.last > number.first && number.value >= 100,
      !isUnsure(number, text, sentence)
    else { return nil }
    var found = NumberFinding(.number, number, rule: "numbers.cardinal")
    if let last = vocabulary.last(of: .percent, text, number.last + 1, sentence) {
      found.kind = .percent
      found.last = last
      found.rule = "numbers.percent"
    } else if isCode(number, text, sentence) {
      return nil
    } else if let (last, divisor) = vocabulary.per(text, number.last + 1, sentence) {
      found.last = last
      found.value = .number(number.value / divisor)
      found.rule = "numbers.per"
    } else if let range = ranges.comparedBehind(number, text, sentence) {
      return range
    }
    found.modifier =
      modifiers.before(found.first, in: text, from: sentence.lowerBound)?.name
      ?? modifiers.after(found.last + 1, in: text, end: sentence.upperBound)?.name
      ?? (number.form == .vague || number.form == .few ? "vague" : nil)
    return found
  }

  /// %5, the sign in front.
  private func percentBefore(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> NumberFinding? {
    guard text.tokens[index].viewCount == 1, index + 1 < sentence.upperBound,
      vocabulary.last(of: .percent, text, index, sentence) != nil,
      text.tokens[index + 1].flags.contains(.glued),
      let number = numbers.numeral(in: text, at: index + 1, end: sentence.upperBound),
      number.form == .digits
    else { return nil }
    var found = NumberFinding(.percent, number, rule: "numbers.percent")
    found.first = index
    return found
  }

  /// Whether figures are glued to letters: ٢٥مل, COVID19. Short proclitics before them are none: ال28.
  private func isCode(
    _ number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    let (first, next) = (text.tokens[number.first], number.last + 1)
    if !first.isArabic, first.flags.contains(.glued), number.first > 0 {
      let before = text.tokens[number.first - 1]
      if before.isWord, !(before.isArabic && before.viewCount <= 2) { return true }
    }
    guard next < sentence.upperBound, text.tokens[number.last].isNumber else { return false }
    let token = text.tokens[next]
    return token.isWord && token.flags.contains(.glued) && !text.isMark(next, Letter.waw)
  }

  /// Whether a single word that is seldom a number (متين, نص) stands among other words.
  private func isUnsure(
    _ number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> Bool {
    guard number.first == number.last,
      vocabulary.last(of: .unsure, text, number.first, sentence) != nil,
      vocabulary.last(of: .percent, text, number.last + 1, sentence) == nil
    else { return false }
    return sentence.contains { $0 != number.first && text.tokens[$0].isWord }
  }

  // MARK: Ordinals

  private func ordinal(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>, isCounted: Bool
  ) -> NumberFinding? {
    guard text.tokens[index].isArabic else { return nil }
    if let number = numbers.ordinal(in: text, at: index, end: sentence.upperBound) {
      // 30 ثانية counts seconds.
      let isBare = !text.tokens[index].hasArticle(after: number.front)
      if isCounted, isBare, number.first == number.last { return nil }
      return fromEnd(number, text, sentence)
        ?? NumberFinding(.ordinal, number, rule: "numbers.ordinal")
    }
    guard let (value, front, last) = vocabulary.relative(text, index, sentence) else { return nil }
    return relative(value, index, front, last, [])
  }

  /// الثاني قبل الأخير, الثالث من الأخير
  private func fromEnd(
    _ number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> NumberFinding? {
    let next = number.last + 1
    let link =
      vocabulary.last(of: .from, text, next, sentence)
      ?? vocabulary.last(of: .link, text, next, sentence)
    guard let link, number.value >= 2,
      let (value, front, last) = vocabulary.relative(text, link + 1, sentence), front == 0,
      value == Self.lastPlace
    else { return nil }
    let place = Scalar.number(number.value - 1).description
    return relative("end-" + place, number.first, number.front, last, [number])
  }

  private static let lastPlace = "end+0"

  private func relative(
    _ value: String, _ first: Int, _ front: Int, _ last: Int, _ numbers: [NumberPhrase]
  ) -> NumberFinding {
    var found = NumberFinding(
      .ordinal, NumberPhrase(first: first, front: front, last: last, value: 0, form: .ordinal),
      rule: "numbers.relative")
    found.value = .text(value)
    found.numbers = numbers
    return found
  }

  // MARK: Output

  private func emit(_ found: NumberFinding, _ text: AnalysedText, _ output: inout Output) {
    let wantsEvidence = output.wantsEvidence
    output.emit(
      found.annotation(text) {
        guard wantsEvidence else { return [] }
        var steps = found.numbers.map { "parts: " + numbers.derivation(of: $0, in: text) }
        if let modifier = found.modifier { steps.append("modifier: \(modifier)") }
        let table = found.numbers.isEmpty ? "words.tsv" : "numbers.tsv"
        steps.append("value: \(found.value.description) (\(table))")
        return steps
      })
  }
}
