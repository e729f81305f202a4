// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Parts of days: `صباح اليوم الجمعة`, `ليل السبت الأحد`, `هذا الصباح`, `في الصباح الباكر`.
struct TimeOfDayGrammar {
  let days: DayGrammar

  /// A part of a day with its day, or alone as an adverb.
  func partOfDay(_ scope: Scope, _ index: Int) -> TimeExpression? {
    // ليلة رأس السنة is a day of its own.
    if scope.hit(.feast, index) != nil || scope.hit(.feastHijri, index) != nil { return nil }
    // ساعة متأخرة من مساء أمس
    if let late = scope.hit(.lateHour, index), let inner = partOfDay(scope, late.last + 1),
      inner.front == 0
    {
      var found = inner.starting(at: index, front: late.front)
      found.mod = late.value
      return found
    }
    if let night = scope.hit(.tonight, index), night.last == index,
      let beyond = scope.hit(.beyond, night.last + 1, front: 0)
        ?? scope.hit(.rel, night.last + 1, front: 0)
    {
      let day = scope.reference.day?.adding(days: beyond.number)
      return TimeExpression(
        .time, first: index, front: night.front, last: beyond.last,
        value: (day?.iso ?? scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "TNI",
        rule: "dates.tonight", day: day)
    }
    if let tonight = scope.hit(.tonight, index), scope.hit(.day, tonight.last + 1) == nil,
      scope.hit(.weekday, tonight.last + 1) == nil, scope.text.tokens[index].viewCount > 0,
      tonight.last > index
        || scope.reference.day != nil && tonight.front == 0 && isTonight(scope, index)
    {
      return TimeExpression(
        .time, first: index, front: tonight.front, last: tonight.last,
        value: (scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "TNI", rule: "dates.tonight",
        day: scope.reference.day)
    }
    // هذا الصباح
    if let this = scope.hit(.this, index),
      let part = scope.hit(.partOfDay, this.last + 1, front: 0),
      part.last == this.last + 1
    {
      return TimeExpression(
        .time, first: index, front: this.front, last: part.last,
        value: (scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + part.value,
        rule: "dates.this-part-of-day", day: scope.reference.day)
    }
    guard let hit = scope.hit(.partOfDay, index) else { return bareAdverb(scope, index) }
    let next = hit.last + 1
    if next < scope.end, let day = days.day(scope, next), day.front == 0 {
      var found = joined(scope, index, hit, day)
      found.last = zone(scope, found.last + 1) ?? found.last
      return found
    }
    return bareAdverb(scope, index) ?? general(scope, index)
  }

  /// Last token of a time zone: ليل الخميس بتوقيت القاهرة.
  private func zone(_ scope: Scope, _ index: Int) -> Int? {
    if let zone = scope.hit(.zone, index) { return zone.last }
    guard let of = scope.hit(.zoneOf, index), of.last + 1 < scope.end,
      scope.text.tokens[of.last + 1].isWord
    else { return nil }
    return of.last + 1
  }

  private func isTonight(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.night, index) == nil
  }

  private func joined(
    _ scope: Scope, _ index: Int, _ hit: DateWords.Hit, _ day: TimeExpression
  ) -> TimeExpression {
    var found = day.starting(at: index, front: hit.front)
    found.kind = .time
    found.rule = "dates.part-of-day"
    // ليلة الثلاثاء الأربعاء, ليل الجمعة - السبت: the first day counts.
    if hit.value == "NI", day.rule == "dates.weekday" {
      var next = day.last + 1
      if scope.isDash(next) || scope.isSlash(next) { next += 1 }
      if let to = scope.hit(.prep, next, front: 0),
        scope.hit(.weekday, to.last + 1, front: 0) != nil,
        to.last == next
      {
        next = to.last + 1
      }
      if let second = scope.hit(.weekday, next, front: 0) ?? scope.hit(.weekday, next, front: 1),
        second.number == weekdayAfter(scope, day)
      {
        found.last = second.last
        // With two days named, the night began on the last such pair before the document's date.
        if let first = day.day, let today = scope.reference.day, first == today {
          found.day = first.adding(days: -7)
          found.value = found.day?.iso ?? found.value
        }
      }
    }
    // ليل 5-6 ديسمبر: here too.
    if hit.value == "NI", day.rule == "dates.day-range" {
      found.value = String(found.value.prefix { $0 != "/" })
    }
    found.value = found.dayPrefix + "T" + hit.value
    return found
  }

  private func weekdayAfter(_ scope: Scope, _ day: TimeExpression) -> Int {
    if let date = day.day { return date.weekday % 7 + 1 }
    return (day.value.last.flatMap { Int(String($0)) } ?? 0) % 7 + 1
  }

  /// ليلاً, صباحاً: the night or morning that the text tells of, else the nearest one.
  private func bareAdverb(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.barePart, index), hit.front == 0 || scope.isJoined(index) else {
      return nil
    }
    // مساء without tanwin needs a day; with it, or before punctuation, it is an adverb.
    if hit.value == "EV", !isClosed(scope, hit.last + 1) { return nil }
    if isHabit(scope, index) {
      return TimeExpression(
        .time, first: index, front: hit.front, last: hit.last, value: "XXXX-XX-XXT" + hit.value,
        rule: "dates.night-in-general")
    }
    let day = scope.lastDay ?? scope.reference.day
    return TimeExpression(
      .time, first: index, front: hit.front, last: hit.last,
      value: (day?.iso ?? scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + hit.value,
      rule: "dates.adverb-of-day", day: day)
  }

  /// ليلا ونهارا is no night of its own.
  private func isHabit(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.barePart, index + 1, front: 1) != nil
      || scope.isJoined(index) && scope.hit(.barePart, index - 1) != nil
  }

  /// في الصباح, حتى المساء, منذ الفجر, في الصباح الباكر: behind a preposition of time, and never
  /// before a noun of its own (في صباح الأحد is read above).
  private func definite(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.generalPart, index, front: 0),
      hit.last > index || scope.hit(.prep, before: index) != nil,
      hit.last + 1 >= scope.end || !scope.text.tokens[hit.last + 1].hasArticle(after: 0)
    else { return nil }
    let day = scope.lastDay ?? scope.reference.day
    return TimeExpression(
      .time, first: index, front: 0, last: hit.last,
      value: (day?.iso ?? scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + hit.value,
      rule: "dates.adverb-of-day", day: day)
  }

  private func isClosed(_ scope: Scope, _ index: Int) -> Bool {
    index >= scope.end || scope.text.tokens[index].kind == .punctuation
      || scope.hit(.prep, index) != nil
  }

  /// الليل in general; in a question any part of the day.
  private func general(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if scope.isUtterance, let part = scope.hit(.partOfDay, index) {
      return TimeExpression(
        .time, first: index, front: part.front, last: part.last,
        value: (scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + part.value,
        rule: "dates.part-of-day", day: scope.reference.day)
    }
    if let found = definite(scope, index) { return found }
    guard let hit = scope.hit(.night, index) else { return nil }
    return TimeExpression(
      .time, first: index, front: hit.front, last: hit.last, value: "XXXX-XX-XXTNI",
      rule: "dates.night-in-general")
  }
}
