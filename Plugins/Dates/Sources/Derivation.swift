// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What `why` prints of an expression: the document's date, the rows of the tables that its words
/// have, its numbers, the steps of the calendar and the value.
struct Derivation {
  let scope: Scope

  func lines(of expression: TimeExpression) -> [String] {
    var lines = [
      scope.reference.day.map { "document date \($0.iso), weekday \($0.weekday)" }
        ?? "document date not known to the day"
    ]
    var token = expression.first
    var front = expression.front
    while token <= expression.last {
      let (line, last) = word(token, front) ?? number(token, expression.last) ?? (nil, token)
      if let line { lines.append(line) }
      token = last + 1
      front = 0
    }
    return lines + expression.steps + ["value: \(expression.value)"]
  }

  /// `صباح: part-of-day MO, clock-half am (words.tsv)`
  private func word(_ token: Int, _ front: Int) -> (String?, Int)? {
    for front in front...max(front, 2) where scope.text.tokens[token].mayStrip(front) {
      if let (rows, last) = scope.knowledge.words.rows(
        scope.text, token, front: front, end: scope.end)
      {
        let text = scope.text.string(scope.text.range(from: token, front: front, through: last))
        return ("\(text): \(rows.joined(separator: ", ")) (words.tsv)", last)
      }
    }
    return nil
  }

  /// `خمس وعشرين: 25 (numbers.tsv)`
  private func number(_ token: Int, _ end: Int) -> (String?, Int)? {
    guard let found = scope.number(token) ?? scope.ordinal(token), found.last <= end else {
      return nil
    }
    let text = scope.text.string(
      scope.text.range(from: token, front: found.front, through: found.last))
    let source = scope.text.tokens[token].isNumber ? "figures" : "numbers.tsv"
    return ("\(text): \(Scalar.number(found.value).description) (\(source))", found.last)
  }
}
