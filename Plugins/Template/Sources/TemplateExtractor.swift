// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Sums of money: a number in figures or words and a currency, or a currency in the dual.
public struct TemplateExtractor: Extractor {
  /// As in the manifest.
  public static let id = "template"
  /// As in the manifest.
  public static let version = "0.1.0"

  private let numbers: NumberGrammar
  private let modifiers: Modifiers
  private let currencies: Currencies
  private let smallest: Double

  /// Reads the tables; they must be listed in manifest.json.
  public init(_ setup: Setup) throws {
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: setup.folding)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: setup.folding)
    currencies = try Currencies(setup)
    smallest = setup.parameter("smallest") ?? 0
  }

  /// Finds the amounts of a document.
  public mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    for sentence in text.sentences {
      if output.isCancelled { return }
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let sum = sum(in: text, at: i, end: sentence.tokens.upperBound) else {
          i += 1
          continue
        }
        if sum.amount >= smallest { emit(sum, text, sentence.tokens, &output) }
        i = sum.last + 1
      }
    }
  }

  /// A sum by its tokens; `front` proclitic units of the first are outside the span.
  private struct Sum {
    var first: Int
    var front: Int
    var last: Int
    var amount: Double
    var currency: String
    var rule: String
  }

  private func sum(in text: AnalysedText, at index: Int, end: Int) -> Sum? {
    if let number = numbers.phrase(in: text, at: index, end: end) {
      guard let currency = currencies.form(in: text, at: number.last + 1, end: end),
        !currency.isDual
      else { return nil }
      return Sum(
        first: number.first, front: number.front, last: currency.last, amount: number.value,
        currency: currency.code, rule: "money.number-currency")
    }
    // A currency in the dual says the number itself. The article makes it a known sum: no match.
    let token = text.tokens[index]
    for front in 0...2 where token.mayStrip(front) && !token.hasArticle(after: front) {
      if let currency = currencies.form(in: text, at: index, front: front, end: end),
        currency.isDual
      {
        return Sum(
          first: index, front: front, last: currency.last, amount: 2, currency: currency.code,
          rule: "money.dual")
      }
    }
    return nil
  }

  private func emit(
    _ sum: Sum, _ text: AnalysedText, _ sentence: Range<Int>, _ output: inout Output
  ) {
    var attributes: [Attribute] = []
    if !sum.currency.isEmpty { attributes.append(Attribute("currency", .text(sum.currency))) }
    let modifier =
      modifiers.before(sum.first, in: text, from: sentence.lowerBound)?.name
      ?? modifiers.after(sum.last + 1, in: text, end: sentence.upperBound)?.name
    if let modifier { attributes.append(Attribute("modifier", .text(modifier))) }
    output.emit(
      Annotation(
        layer: "template", label: "Money", type: "sum",
        range: text.range(from: sum.first, front: sum.front, through: sum.last),
        value: .number(sum.amount), attributes: attributes, rule: sum.rule, confidence: 0.95,
        evidence: output.wantsEvidence
          ? ["amount: \(sum.amount)", "currency: \(sum.currency) (currencies.tsv)"] : []))
  }
}
