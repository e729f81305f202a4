// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Expressions of time with their TIMEX3 values.
package struct DatesExtractor: Extractor {
  package static let id = "dates"
  package static let version = "0.1.0"

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
    if let whole = utterance(text, marks: marks, reference, output.wantsEvidence) {
      emit(whole, text, 0..<text.tokens.count, &output)
      return
    }
    var lastDay: CivilDay?
    var lastValue: String?
    var told = Told()
    for sentence in text.sentences {
      if output.isCancelled { return }
      told.beginSentence()
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard
          marks[i] & DateWords.openers != 0 || text.tokens[i].isNumber || text.isMark(i, 0x28)
            || knowledge.numbers.mayBegin(text, i)
        else {
          i += 1
          continue
        }
        if marks[i] & DateWords.Class.nothing.bit != 0,
          let trap = knowledge.words.hit(.nothing, text, i, end: sentence.tokens.upperBound),
          // اليوم السابع is a newspaper, اليوم السابع من أكتوبر a day.
          knowledge.words.hit(.of, text, trap.last + 1, end: sentence.tokens.upperBound) == nil
        {
          i = trap.last + 1
          continue
        }
        let scope = Scope(
          text: text, knowledge: knowledge, marks: marks, reference: reference,
          explains: output.wantsEvidence, sentence: sentence.tokens, lastDay: lastDay, told: told,
          lastValue: lastValue)
        let found = grammar.expressions(scope, i)
        for expression in found {
          if expression.isImpossible {
            tell(expression, text, &output)
            continue
          }
          emit(expression, text, sentence.tokens, &output)
          // What the text tells of now: not the future, not last month.
          if let day = expression.day, isRecent(day, reference) { lastDay = day }
          if expression.kind == .date, !expression.value.contains("REF") {
            lastValue = expression.value
          }
          told.take(expression, reference)
        }
        i = max(i + 1, (found.last?.last ?? i) + 1)
      }
    }
  }

  /// A short text that is nothing but an expression of time.
  private func utterance(
    _ text: AnalysedText, marks: UnsafeBufferPointer<UInt64>, _ reference: Reference,
    _ explains: Bool
  ) -> TimeExpression? {
    guard !text.tokens.isEmpty else { return nil }
    let scope = Scope(
      text: text, knowledge: knowledge, marks: marks, reference: reference, explains: explains,
      sentence: 0..<text.tokens.count)
    return Utterance(grammar: grammar).expression(scope)
  }

  private func isRecent(_ day: CivilDay, _ reference: Reference) -> Bool {
    guard let today = reference.day else { return true }
    return (0...3).contains(today.number - day.number)
  }

  private func emit(
    _ expression: TimeExpression, _ text: AnalysedText, _ sentence: Range<Int>,
    _ output: inout Output
  ) {
    var attributes: [Attribute] = []
    let modifier = modifier(of: expression, text, sentence)
    if let mod = expression.mod ?? modifier { attributes.append(Attribute("mod", .text(mod))) }
    if let frequency = expression.frequency {
      attributes.append(Attribute("freq", .text(frequency)))
    }
    if let calendar = expression.calendar {
      attributes.append(Attribute("calendar", .text(calendar)))
    }
    let range = text.range(
      from: expression.first, front: expression.front, through: expression.last)
    if expression.isContradictory {
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

  private func tell(
    _ expression: TimeExpression, _ text: AnalysedText, _ output: inout Output
  ) {
    let range = text.range(
      from: expression.first, front: expression.front, through: expression.last)
    output.diagnose(
      .note, "no calendar has this date, it is not annotated: \(text.string(range))", at: range)
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
