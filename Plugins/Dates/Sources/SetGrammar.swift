// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What recurs: `يوميا`, `كل يوم`, `كل عامين`, `كل يوم جمعة`.
struct SetGrammar {
  func recurrence(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let every = scope.hit(.every, index), let found = after(every, scope, index) {
      return found
    }
    if let found = often(scope, index) { return found }
    guard let hit = scope.hit(.set, index) else { return nil }
    return TimeExpression(
      .set, first: index, front: hit.front, last: hit.last, value: hit.value, rule: "dates.set")
  }

  /// مرتين أسبوعيا, مرتين في الأسبوع, 3 مرات يوميا, مرة كل شهرين.
  private func often(_ scope: Scope, _ index: Int) -> TimeExpression? {
    var front: Int
    var last: Int
    var count: String
    if let times = scope.hit(.times, index) {
      (front, last, count) = (times.front, times.last, times.value)
    } else if let number = scope.number(index),
      number.value >= 2, let times = scope.hit(.times, number.last + 1, front: 0)
    {
      (front, last) = (number.front, times.last)
      count = Scalar.number(number.value).description
    } else {
      return nil
    }
    var found = TimeExpression(
      .set, first: index, front: front, last: last, value: "", rule: "dates.set")
    found.frequency = count + "X"
    if let set = scope.hit(.set, last + 1) {
      found.last = set.last
      found.value = set.value
      return found
    }
    if let every = scope.hit(.every, last + 1, front: 0), let set = after(every, scope, index) {
      found.last = set.last
      found.value = set.value
      return found
    }
    guard let of = scope.hit(.of, last + 1, front: 0),
      let unit = scope.hit(.period, of.last + 1, front: 0), unit.number >= 3, unit.number <= 6,
      scope.relative(unit.last + 1) == nil
    else { return nil }
    found.last = unit.last
    // في العام الواحد
    if unit.last + 1 < scope.end, scope.text.tokens[unit.last + 1].hasArticle(after: 0),
      scope.numbers.cardinal(
        ofHash: scope.text.hash(of: scope.text.tokens[unit.last + 1], front: 2)) == 1
    {
      found.last = unit.last + 1
    }
    found.value = DurationGrammar.value("1", unit: unit.number)
    return found
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
    if let season = scope.hit(.season, next, front: 0) {
      found.last = season.last
      found.value = "XXXX-\(season.value)"
      return found
    }
    if let fraction = scope.hit(.fractionUnit, next, front: 0), let part = Double(fraction.value),
      let unit = DurationGrammar.unit(scope, fraction.last + 1)
    {
      found.last = unit.last
      found.value = DurationGrammar.withFraction(0, part, unit: unit.number)
      return found
    }
    if let number = scope.number(next),
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
