// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The number grammar as annotations of its own: cardinals, ordinals, percentages, ranges.
package struct NumbersExtractor: Extractor {
  package static let id = "numbers"
  package static let version = "0.1.0"

  private let numbers: NumberGrammar
  private let modifiers: Modifiers
  private let words: Lexicon
  private let classes: [String]

  package init(_ setup: Setup) throws {
    let folding = setup.folding
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: folding)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: folding)
    let (lexicon, rows) = try setup.lexicon("Data/words.tsv", column: "form")
    words = lexicon
    classes = rows.map { $0["class"] }
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    for sentence in text.sentences {
      if output.isCancelled { return }
      let tokens = sentence.tokens
      var i = tokens.lowerBound
      while i < tokens.upperBound {
        if let last = cardinal(text, i, tokens, &output) ?? ordinal(text, i, tokens, &output) {
          i = last + 1
        } else {
          i += 1
        }
      }
    }
  }

  /// Emits a cardinal, a percentage or a range at a token; its last token.
  private func cardinal(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>, _ output: inout Output
  ) -> Int? {
    guard let number = numbers.phrase(in: text, at: index, end: sentence.upperBound),
      number.form != .few
    else { return nil }
    var last = number.last
    var type = "NUMBER"
    var value = Scalar.number(number.value)
    var rule = "numbers.cardinal"
    if let upper = upper(after: number, text, sentence) {
      last = upper.last
      type = "NUMBER_RANGE"
      value = .text(
        "\(Scalar.number(number.value).description)..\(Scalar.number(upper.value).description)")
      rule = "numbers.range"
    }
    if let percent = match("percent", text, last + 1, sentence) {
      last = percent
      type = "PERCENT"
      rule = "numbers.percent"
    }
    emit(
      type, text.range(from: number.first, front: number.front, through: last), value, rule,
      modifier(number.first, last, text, sentence), &output)
    return last
  }

  /// The upper end of `5-10`, `من 5 إلى 10`, `بين 5 و10`.
  private func upper(
    after number: NumberPhrase, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> NumberPhrase? {
    let next = number.last + 1
    guard next + 1 < sentence.upperBound, number.form == .digits || number.form == .words else {
      return nil
    }
    let isDash = text.isMark(next, 0x2D) || text.isMark(next, 0x2013)
    let isBetween =
      number.first > sentence.lowerBound
      && match("between", text, number.first - 1, sentence) == number.first - 1
    let isAnd = isBetween && text.isMark(next, Letter.waw)
    let isLink = isBetween && match("link", text, next, sentence) == next
    guard isDash || isAnd || isLink,
      let upper = numbers.phrase(in: text, at: next + 1, end: sentence.upperBound),
      upper.front == 0, upper.value > number.value
    else { return nil }
    return upper
  }

  private func ordinal(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>, _ output: inout Output
  ) -> Int? {
    guard let number = numbers.ordinal(in: text, at: index, end: sentence.upperBound) else {
      return nil
    }
    emit(
      "ORDINAL", text.range(from: number.first, front: number.front, through: number.last),
      .number(number.value), "numbers.ordinal", nil, &output)
    return number.last
  }

  /// Last token of the word or phrase of a class at a token.
  private func match(
    _ kind: String, _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> Int? {
    guard index >= sentence.lowerBound, index < sentence.upperBound,
      let match = words.longest(in: text, at: index, end: sentence.upperBound),
      classes[words.payload(of: match.entry)] == kind
    else { return nil }
    return index + match.tokenCount - 1
  }

  private func modifier(
    _ first: Int, _ last: Int, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> String? {
    modifiers.before(first, in: text, from: sentence.lowerBound)?.name
      ?? modifiers.after(last + 1, in: text, end: sentence.upperBound)?.name
  }

  private func emit(
    _ type: String, _ range: TextRange, _ value: Scalar, _ rule: String, _ modifier: String?,
    _ output: inout Output
  ) {
    output.emit(
      Annotation(
        layer: "numbers", label: "Number", type: type, range: range, value: value,
        attributes: modifier.map { [Attribute("modifier", .text($0))] } ?? [], rule: rule,
        evidence: output.wantsEvidence ? ["value: \(value.description) (numbers.tsv)"] : []))
  }
}
