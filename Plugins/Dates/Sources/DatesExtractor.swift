// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Expressions of time with their TIMEX3 values.
package struct DatesExtractor: Extractor {
  package static let id = "dates"
  package static let version = "0.1.0"

  private let words: DateWords
  private let numbers: NumberGrammar
  private let modifiers: Modifiers
  private let grammar = TimeGrammar()

  package init(_ setup: Setup) throws {
    words = try DateWords(setup)
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: setup.folding)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: setup.folding)
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    let reference = Reference(document.date)
    if let date = document.date, reference.year == nil {
      output.diagnose(
        .warning, "the document date \"\(date)\" is no ISO date; relative dates stay unresolved")
    }
    var lastDay: CivilDay?
    var lastValue: String?
    for sentence in text.sentences {
      if output.isCancelled { return }
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard
          text.tokens[i].isNumber || isOpen(i, text) || words.mayBegin(text, i)
            || isNumberWord(i, text)
        else {
          i += 1
          continue
        }
        let scope = Scope(
          text: text, words: words, numbers: numbers, reference: reference,
          sentence: sentence.tokens, lastDay: lastDay, lastValue: lastValue)
        let found = grammar.expressions(scope, i)
        for expression in found {
          emit(expression, text, sentence.tokens, &output)
          if let day = expression.day { lastDay = day }
          if expression.kind == .date, !expression.value.contains("REF") {
            lastValue = expression.value
          }
        }
        i = max(i + 1, (found.last?.last ?? i) + 1)
      }
    }
  }

  private func isOpen(_ index: Int, _ text: AnalysedText) -> Bool { text.isMark(index, 0x28) }

  private func isNumberWord(_ index: Int, _ text: AnalysedText) -> Bool {
    numbers.mayBegin(text, index)
  }

  private func emit(
    _ expression: TimeExpression, _ text: AnalysedText, _ sentence: Range<Int>,
    _ output: inout Output
  ) {
    var attributes: [Attribute] = []
    let modifier = modifier(of: expression, text, sentence)
    if let mod = expression.mod ?? modifier { attributes.append(Attribute("mod", .text(mod))) }
    if let calendar = expression.calendar {
      attributes.append(Attribute("calendar", .text(calendar)))
    }
    let range = text.range(
      from: expression.first, front: expression.front, through: expression.last)
    if expression.steps.contains(where: { $0.contains("does not fit") }) {
      output.diagnose(
        .note, "weekday and date contradict each other: \(text.string(range))", at: range)
    }
    output.emit(
      Annotation(
        layer: "dates", label: "Date", type: expression.kind.rawValue, range: range,
        value: .text(expression.value), attributes: attributes, rule: expression.rule,
        confidence: expression.rule == "dates.reference" ? 0.85 : 0.95,
        evidence: output.wantsEvidence ? expression.steps + ["value: \(expression.value)"] : []))
  }

  /// TIMEX3 mod of an approximator beside the expression.
  private func modifier(
    of expression: TimeExpression, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> String? {
    let name =
      modifiers.before(expression.first, in: text, from: sentence.lowerBound)?.name
      ?? modifiers.after(expression.last + 1, in: text, end: sentence.upperBound)?.name
    switch name {
    case "approx": return "APPROX"
    case "more_than": return "MORE_THAN"
    case "less_than": return "LESS_THAN"
    case "at_least": return "EQUAL_OR_MORE"
    case "at_most": return "EQUAL_OR_LESS"
    default: return nil
    }
  }
}
