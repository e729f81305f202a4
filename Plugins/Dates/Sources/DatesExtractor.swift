// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Expressions of time with their TIMEX3 values.
package struct DatesExtractor: Extractor {
  package static let id = "dates"
  package static let version = "0.2.0"

  private let knowledge: TimeKnowledge
  private let grammar = TimeGrammar()
  /// Reused from document to document.
  private var marks: [UInt64] = []

  private let hijri: HijriDates

  package init(_ setup: Setup) throws {
    knowledge = try TimeKnowledge(setup)
    switch setup.parameter("hijri") {
    case 1: hijri = HijriDates(calendar: .civil)
    case 2: hijri = HijriDates(calendar: .tabular)
    default: hijri = HijriDates()
    }
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    var reference = Reference(document.date)
    reference.hijri = hijri
    if let date = document.date, reference.year == nil {
      output.diagnose(
        .warning, "the document date \"\(date)\" is no ISO date; relative dates stay unresolved")
    }
    knowledge.words.marks(document.text, into: &marks)
    marks.withUnsafeBufferPointer { marks in
      extract(document.text, marks: marks, reference, &output)
    }
  }

  private func extract(
    _ text: AnalysedText, marks: UnsafeBufferPointer<UInt64>, _ reference: Reference,
    _ output: inout Output
  ) {
    var scope = Scope(
      text: text, knowledge: knowledge, marks: marks, reference: reference,
      explains: output.wantsEvidence, sentence: 0..<text.tokens.count)
    // A short text that is nothing but an expression of time.
    if let whole = Utterance(grammar: grammar).expression(scope) {
      emit(whole, scope, &output)
      return
    }
    for sentence in text.sentences {
      if output.isCancelled { return }
      scope.sentence = sentence.tokens
      scope.told.beginSentence()
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard
          marks[i] & DateWords.openers != 0 || text.tokens[i].isNumber || text.isMark(i, 0x28)
            || isSign(text, i)
            || knowledge.numbers.mayBegin(text, i)
        else {
          i += 1
          continue
        }
        if let trap = scope.hit(.nothing, i), scope.hit(.of, trap.last + 1) == nil {
          // اليوم السابع is a newspaper, اليوم السابع من أكتوبر a day.
          i = trap.last + 1
          continue
        }
        let found = grammar.expressions(scope, i)
        for expression in found {
          emit(expression, scope, &output)
          scope.told.take(expression, reference)
        }
        i = max(i + 1, (found.last?.last ?? i) + 1)
      }
    }
  }

  /// A sign that sticks to its figure.
  private func isSign(_ text: AnalysedText, _ index: Int) -> Bool {
    guard index + 1 < text.tokens.count, text.isMark(index, 0x2D) || text.isMark(index, 0x2B) else {
      return false
    }
    let next = text.tokens[index + 1]
    return next.isNumber && next.flags.contains(.glued)
  }

  private func emit(_ expression: TimeExpression, _ scope: Scope, _ output: inout Output) {
    let text = scope.text
    let range = text.range(
      from: expression.first, front: expression.front, through: expression.last)
    if expression.isImpossible {
      output.diagnose(
        .note, "no calendar has this date, it is not annotated: \(text.string(range))", at: range)
      return
    }
    var attributes: [Attribute] = []
    let modifier = modifier(of: expression, text, scope.sentence)
    if let mod = expression.mod ?? modifier { attributes.append(Attribute("mod", .text(mod))) }
    if let frequency = expression.frequency {
      attributes.append(Attribute("freq", .text(frequency)))
    }
    if let calendar = expression.calendar {
      attributes.append(Attribute("calendar", .text(calendar)))
    }
    if expression.isContradictory {
      output.diagnose(
        .note, "weekday and date contradict each other: \(text.string(range))", at: range)
    }
    output.emit(
      Annotation(
        layer: "dates", label: "Date", type: expression.kind.rawValue, range: range,
        value: .text(expression.value), attributes: attributes, rule: expression.rule,
        confidence: expression.rule == "dates.reference" ? 0.85 : 0.95,
        evidence: output.wantsEvidence ? Derivation(scope: scope).lines(of: expression) : []))
  }

  /// TIMEX3 mod of an approximator beside the expression.
  private func modifier(
    of expression: TimeExpression, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> String? {
    let name =
      knowledge.modifiers.before(expression.first, in: text, from: sentence.lowerBound)?.name
      ?? knowledge.modifiers.after(expression.last + 1, in: text, end: sentence.upperBound)?.name
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
