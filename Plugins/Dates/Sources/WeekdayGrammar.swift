// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Weekdays with what says which one is meant: `الأحد الماضي`, `السبت ٨ فبراير المقبل`,
/// `الجمعة الموافق 14 شباط`, `الثلاثاء من الأسبوع المقبل`, `السبت السادس عشر`.
struct WeekdayGrammar {
  let daysOfMonths: DayOfMonthGrammar

  func weekday(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = name(scope, index) else { return nil }
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: "XXXX-WXX-\(hit.number)",
      rule: "dates.weekday")
    if let date = date(scope, after: hit.last) {
      return joined(scope, found, hit.number, date)
    }
    if let dated = numbered(scope, found, hit.number) { return dated }
    if let week = week(scope, hit.last + 1), week.unit == 4 {
      found.last = week.last
      found.day = scope.reference.weekday(hit.number, inWeek: week.offset)
      found.value = found.day?.iso ?? found.value
      found.note(scope, "weekday \(hit.number) of the ISO week \(week.offset) away")
      return found
    }
    let direction = direction(scope, index, &found)
    if let day = scope.reference.weekday(hit.number, direction: direction.map { $0.signum() }) {
      found.day = direction.map { abs($0) == 2 ? day.adding(days: 7 * $0.signum()) : day } ?? day
      found.value = found.day?.iso ?? day.iso
      found.note(scope, told(direction))
    } else if let value = scope.reference.dayValue(0) {
      found.value = value
    }
    return found
  }

  /// The weekday with its article; without it behind يوم, or in a question where it is no number.
  private func name(_ scope: Scope, _ index: Int) -> DateWords.Hit? {
    if let hit = scope.hit(.weekday, index) { return hit }
    guard let hit = scope.hit(.weekdayBare, index, front: 0) else { return nil }
    if scope.hit(.dayNoun, before: index) != nil { return hit }
    guard scope.isUtterance else { return nil }
    // اثنين and أحد are numbers too.
    let isNumber = scope.numbers.cardinal(ofHash: scope.text.tokens[index].hash) != nil
    return !isNumber || week(scope, hit.last + 1) != nil ? hit : nil
  }

  /// -1 and 1 for the last and the next, -2 and 2 for one more, nil where nothing says.
  private func direction(
    _ scope: Scope, _ index: Int, _ found: inout TimeExpression
  ) -> Int? {
    let next = found.last + 1
    if let beyond = scope.hit(.beyond, next) {
      found.last = beyond.last
      return beyond.number
    }
    if let relative = scope.relative(next) {
      found.last = relative.last
      return relative.direction == 0 ? nil : relative.direction
    }
    guard isDeadline(scope, index) || scope.isFuture(before: index) else { return nil }
    // What only the tense says may be today.
    if let today = scope.reference.day, !scope.isUtterance,
      scope.hit(.weekday, index)?.number == today.weekday
    {
      return nil
    }
    return 1
  }

  private func told(_ direction: Int?) -> String {
    switch direction {
    case 1: "first such weekday after the document date"
    case -1: "last such weekday before the document date"
    case 2: "second such weekday after the document date"
    case -2: "second such weekday before the document date"
    default: "nearest such weekday not after the document date"
    }
  }

  /// قبل الجمعة, قبل يوم الجمعة: what has an end to be met lies ahead.
  private func isDeadline(_ scope: Scope, _ index: Int) -> Bool {
    let first = scope.hit(.dayNoun, index - 1) != nil ? index - 1 : index
    return first > scope.sentence.lowerBound && scope.hit(.deadline, first - 1) != nil
  }

  // MARK: With a date

  /// The date behind a weekday; a comma, الموافق or في may part them.
  private func date(_ scope: Scope, after last: Int) -> TimeExpression? {
    var next = last + 1
    if let agreed = scope.hit(.agreed, next) {
      next = agreed.last + 1
    } else if scope.isMark(next, Letter.comma, 0x2C) {
      next += 1
    } else if let of = scope.hit(.of, next, front: 0) {
      next = of.last + 1
    }
    guard let date = daysOfMonths.day(scope, next), date.front == 0, !date.isImpossible,
      // `الأربعاء، 5-10 ديسمبر` are two.
      date.rule != "dates.day-range"
    else { return nil }
    return date
  }

  private func joined(
    _ scope: Scope, _ weekday: TimeExpression, _ number: Int, _ date: TimeExpression
  ) -> TimeExpression {
    var found = weekday
    found.last = date.last
    found.value = date.value
    found.day = date.day
    found.calendar = date.calendar
    found.hasYear = date.hasYear
    found.steps = date.steps
    guard let day = date.day, day.weekday != number else { return found }
    // The year that makes the weekday true, where none is written.
    if !date.hasYear, let (month, day) = date.monthDay,
      let year = scope.reference.year(ofMonth: month, day: day, on: number)
    {
      found.day = CivilDay(year, month, day)
      found.value = found.day?.iso ?? found.value
      found.note(scope, "year \(year), in which the weekday is right")
      return found
    }
    found.isContradictory = true
    found.note(scope, "weekday \(number) contradicts the date, which counts")
    return found
  }

  /// `السبت السادس عشر`, `الأربعاء 27`, `السبت في 23`: the nearest such day of a month.
  private func numbered(
    _ scope: Scope, _ weekday: TimeExpression, _ number: Int
  ) -> TimeExpression? {
    var next = weekday.last + 1
    if let of = scope.hit(.of, next, front: 0), of.value == "0" { next = of.last + 1 }
    guard next < scope.end else { return nil }
    let day: Int
    let last: Int
    if let digits = scope.digits(next), digits.width <= 2,
      scope.isClosed(next + 1) || isEnd(scope, next)
    {
      (day, last) = (digits.value, next)
    } else if scope.text.tokens[next].hasArticle(after: 0),
      let ordinal = scope.ordinal(next),
      ordinal.value > 5, ordinal.front == 0
    {
      (day, last) = (Int(min(ordinal.value, 99)), ordinal.last)
    } else {
      return nil
    }
    guard (1...31).contains(day) else { return nil }
    var found = weekday
    found.last = last
    found.value = "XXXX-XX-\(ISO.pad(day, 2))"
    guard scope.reference.day != nil else { return found }
    let candidates = [0, -1, 1, -2, 2, -3, 3].compactMap {
      scope.reference.day(day, monthsAway: $0)
    }
    guard let match = candidates.first(where: { $0.weekday == number }) else { return nil }
    found.day = match
    found.value = match.iso
    found.note(scope, "nearest day \(day) of a month on that weekday")
    return found
  }

  private func isEnd(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.hourWord, index + 1) != nil
  }

  // MARK: With a week

  /// `من الأسبوع المقبل`, `هذا الأسبوع`: the period behind a weekday.
  private func week(
    _ scope: Scope, _ index: Int
  ) -> (unit: Int, offset: Int, front: Int, last: Int)? {
    if let period = scope.period(index), period.front == 0 { return period }
    guard let of = scope.hit(.of, index, front: 0), let period = scope.period(of.last + 1),
      period.front == 0
    else { return nil }
    return period
  }
}
