// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Past, present and future without a calendar: `مؤخرا`, `الآن`, `وقت سابق من الأسبوع`, `ذلك الحين`.
struct ReferenceGrammar {
  let days: DayGrammar

  func reference(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let hit = scope.hit(.past, index), !isAdjective(scope, index) {
      var found = expression(index, hit, "PAST_REF")
      earlierIn(scope, &found)
      return found
    }
    // حالا says "in a state" too: some words count only in a question.
    if let hit = scope.hit(.present, index), hit.value == "0" || scope.isUtterance {
      return expression(index, hit, "PRESENT_REF")
    }
    if let hit = scope.hit(.future, index), hit.last > index {
      var found = expression(index, hit, "FUTURE_REF")
      earlierIn(scope, &found)
      return found
    }
    if let hit = scope.hit(.future, index), !isName(scope, index, hit) {
      return expression(index, hit, "FUTURE_REF")
    }
    if let hit = scope.hit(.thatTime, index) {
      return expression(index, hit, told(scope, hit) ?? "PAST_REF")
    }
    if let hit = scope.hit(.pastIn, index, front: 0),
      let before = scope.hit(.prep, index - 1), before.number == 2,
      index > scope.sentence.lowerBound
    {
      return expression(index, hit, "PAST_REF")
    }
    return nil
  }

  /// ذلك العام is the year of what was told of, ذلك الشهر its month, ذلك اليوم the last day.
  private func told(_ scope: Scope, _ hit: DateWords.Hit) -> String? {
    let told = hit.number == 10 ? scope.told.day?.iso ?? scope.lastValue : scope.lastValue
    return told.map { hit.number > 0 ? String($0.prefix(hit.number)) : $0 }
  }

  /// المستقبل الرياضي: with an adjective of its own it is a name.
  private func isName(_ scope: Scope, _ index: Int, _ hit: DateWords.Hit) -> Bool {
    let next = hit.last + 1
    return hit.value == "1" && next < scope.end && scope.text.tokens[next].hasArticle(after: 0)
  }

  /// مسؤولا سابقا: after a word with the same ending it is an adjective.
  private func isAdjective(_ scope: Scope, _ index: Int) -> Bool {
    guard index > scope.sentence.lowerBound else { return false }
    let (word, before) = (scope.text.tokens[index], scope.text.tokens[index - 1])
    // عليها مؤخرا: a pronoun is no such ending.
    if before.enclitics != 0, scope.text.unit(before.viewCount - 2, of: before) == Letter.ha {
      return false
    }
    return before.isArabic && before.viewCount >= 4
      && scope.text.unit(before.viewCount - 1, of: before) == Letter.alif
      && scope.text.unit(word.viewCount - 1, of: word) == Letter.alif
  }

  private func expression(
    _ index: Int, _ hit: DateWords.Hit, _ value: String
  ) -> TimeExpression {
    TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: value, rule: "dates.reference")
  }

  /// وقت سابق من الأسبوع, وقت سابق الأحد.
  private func earlierIn(_ scope: Scope, _ found: inout TimeExpression) {
    guard found.last > found.first else { return }
    let next = found.last + 1
    if let day = days.day(scope, next), day.front == 0 {
      found.last = day.last
      found.value = day.value
      found.day = day.day
      return
    }
    if let period = scope.period(next), period.front == 0 {
      found.last = period.last
      found.value = value(scope, period.unit, period.offset) ?? found.value
      return
    }
    guard let of = scope.hit(.of, next, front: 0) else { return }
    if let day = days.day(scope, of.last + 1), day.front == 0 {
      found.last = day.last
      found.value = day.value
      found.day = day.day
      return
    }
    if let period = scope.period(of.last + 1) {
      found.last = period.last
      found.value = value(scope, period.unit, period.offset) ?? found.value
    } else if let that = scope.hit(.thatTime, of.last + 1, front: 0), that.number > 0 {
      found.last = that.last
      found.value = told(scope, that) ?? found.value
    } else if let noun = scope.hit(.period, of.last + 1, front: 0) {
      found.last = noun.last
      found.value = value(scope, noun.number, 0) ?? found.value
    }
  }

  private func value(_ scope: Scope, _ unit: Int, _ offset: Int) -> String? {
    switch unit {
    case 3: scope.reference.dayValue(offset)
    case 4: scope.reference.weekValue(offset)
    case 5: scope.reference.monthValue(offset)
    case 6: scope.reference.yearValue(offset)
    default: nil
    }
  }
}
