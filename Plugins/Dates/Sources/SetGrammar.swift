// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What recurs: `يوميا`, `كل يوم`, `كل عامين`, `كل يوم جمعة`.
struct SetGrammar {
  func recurrence(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let every = scope.hit(.every, index), let found = after(every, scope, index) {
      return found
    }
    if let times = scope.hit(.times, index), let set = scope.hit(.set, times.last + 1) {
      var found = TimeExpression(
        .set, first: index, front: times.front, last: set.last, value: set.value,
        rule: "dates.set")
      found.frequency = times.value + "X"
      return found
    }
    guard let hit = scope.hit(.set, index) else { return nil }
    return TimeExpression(
      .set, first: index, front: hit.front, last: hit.last, value: hit.value, rule: "dates.set")
  }

  private func after(
    _ every: DateWords.Hit, _ scope: Scope, _ index: Int
  ) -> TimeExpression? {
    let next = every.last + 1
    var found = TimeExpression(
      .set, first: index, front: every.front, last: next, value: "", rule: "dates.every")
    if let part = scope.hit(.partOfDay, next, front: 0) {
      found.last = part.last
      found.value = "XXXX-XX-XXT" + part.value
      return found
    }
    let dayNoun = scope.hit(.dayNoun, next, front: 0)
    let named = dayNoun.map { $0.last + 1 } ?? next
    if let weekday = scope.hit(.weekdayBare, named, front: 0)
      ?? scope.hit(.weekday, named, front: 0)
    {
      found.last = weekday.last
      found.value = "XXXX-WXX-\(weekday.number)"
      return found
    }
    if let dual = scope.hit(.dual, next, front: 0) {
      found.last = dual.last
      found.value = DurationGrammar.value("2", unit: dual.number)
      return found
    }
    if let number = scope.numbers.phrase(in: scope.text, at: next, end: scope.end),
      number.front == 0,
      let unit = scope.hit(.units, number.last + 1, front: 0)
        ?? scope.hit(.unit, number.last + 1, front: 0)
    {
      found.last = unit.last
      found.value = DurationGrammar.value(
        Scalar.number(number.value).description, unit: unit.number)
      return found
    }
    if let part = scope.hit(.partOf, next, front: 0),
      let unit = scope.hit(.unit, part.last + 1, front: 0)
    {
      found.last = unit.last
      found.value = DurationGrammar.value("1", unit: unit.number)
      return found
    }
    guard let unit = scope.hit(.unit, next, front: 0) else { return nil }
    found.last = unit.last
    found.value = DurationGrammar.value("1", unit: unit.number)
    return found
  }
}
