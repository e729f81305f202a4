// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Days of months: `5 ديسمبر`, `الثاني من أبريل/نيسان`, `28-نوفمبر`, `20 من الشهر الماضي`,
/// `شباط 13`, `22-5-1436هـ`.
struct DayOfMonthGrammar {
  /// Year and month at the front of a value.
  private struct Month {
    var year: Int
    var month: Int

    init?(_ value: String) {
      let fields = value.split(separator: "-")
      guard fields.count >= 2, fields[0].count == 4, let year = Int(fields[0]),
        let month = Int(fields[1].prefix(2))
      else { return nil }
      (self.year, self.month) = (year, month)
    }
  }

  let months = MonthReader()

  /// A day of a month at a token, in figures or as an ordinal, or an all-figure date.
  func day(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard index < scope.end else { return nil }
    if let digits = scope.digits(index) {
      return FigureDates.date(scope, index) ?? inFigures(scope, index, digits.value)
    }
    if scope.text.tokens[index].isNumber { return FigureDates.pointed(scope, index) }
    if scope.isMark(index, 0x28), let day = scope.digits(index + 1), scope.isMark(index + 2, 0x29),
      let found = dayMonth(scope, first: index, front: 0, day: day.value, from: index + 3)
    {
      return found
    }
    if let hit = scope.hit(.firstOf, index),
      let found = dayMonth(scope, first: index, front: hit.front, day: 1, from: hit.last + 1)
    {
      return found
    }
    if let found = monthFirst(scope, index) { return found }
    if let ordinal = scope.ordinal(index) {
      return dayMonth(
        scope, first: index, front: ordinal.front, day: Int(min(ordinal.value, 99)),
        from: ordinal.last + 1)
    }
    // واحد وعشرين مايو
    guard let number = scope.number(index),
      number.form == .words, number.value > 2, number.value <= 31
    else { return nil }
    return dayMonth(
      scope, first: index, front: number.front, day: Int(number.value), from: number.last + 1)
  }

  private func inFigures(_ scope: Scope, _ index: Int, _ day: Int) -> TimeExpression? {
    // 9-10 أكتوبر
    if scope.isDash(index + 1), let upper = scope.digits(index + 2), upper.value > day,
      let end = dayMonth(scope, first: index, front: 0, day: upper.value, from: index + 3),
      let named = end.day
    {
      return range(end, from: named.adding(days: day - upper.value), to: named)
    }
    // 28-نوفمبر, 2/ أكتوبر
    if scope.isDash(index + 1) || scope.isSlash(index + 1) || scope.isMark(index + 1, 0x2E),
      scope.text.tokens[index + 1].flags.contains(.glued),
      scope.hit(.month, index + 2, front: 0) != nil,
      let found = dayMonth(scope, first: index, front: 0, day: day, from: index + 2)
    {
      return found
    }
    return dayMonth(scope, first: index, front: 0, day: day, from: index + 1)
  }

  private func range(
    _ found: TimeExpression, from start: CivilDay, to end: CivilDay
  ) -> TimeExpression {
    var range = found
    range.value = "\(start.iso)/\(end.iso)"
    range.rule = "dates.day-range"
    return range
  }

  private func dayMonth(
    _ scope: Scope, first: Int, front: Int, day: Int, from start: Int
  ) -> TimeExpression? {
    guard (1...31).contains(day) else { return nil }
    var next = start
    if let of = scope.hit(.of, next, front: 0) { next = of.last + 1 }
    if let noun = scope.hit(.monthNoun, next) {
      if let named = months.afterNoun(scope, noun.last + 1) {
        return resolved(scope, named, first: first, front: front, day: day)
      }
    } else if let named = months.named(scope, next) {
      return resolved(scope, named, first: first, front: front, day: day)
    }
    return ofRelativeMonth(scope, first: first, front: front, day: day, from: start)
  }

  private func resolved(
    _ scope: Scope, _ named: MonthReader.Named, first: Int, front: Int, day: Int
  ) -> TimeExpression? {
    var found = TimeExpression(
      .date, first: first, front: front, last: named.last, value: "", rule: "dates.day-month")
    found.hasYear = named.year != nil || named.direction != nil
    if named.isHijri { return hijri(scope, found, named, day) }
    guard day <= (named.month == 2 ? 29 : CivilDay.days(in: named.month, of: 2023)) else {
      found.isImpossible = true
      return found
    }
    let year =
      named.year
      ?? (named.direction == nil
        ? scope.year(ofMonth: named.month, day: day, before: first)
        : scope.reference.year(ofMonth: named.month, day: day, direction: named.direction))
    found.day = year.flatMap { CivilDay($0, named.month, day) }
    found.value =
      found.day?.iso
      ?? "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(named.month, 2))-\(ISO.pad(day, 2))"
    found.monthDay = (named.month, day)
    found.note(
      scope,
      named.year != nil
        ? "day \(day) of month \(named.month), year written"
        : "day \(day) of month \(named.month), "
          + (year == nil ? "no year and no document date" : "year by the document date"))
    return found
  }

  /// `الأول من الشهر الجاري` after a preposition or يوم: elsewhere the ordinal is an adjective.
  /// `20 من الشهر الماضي`, `16 من هذا الشهر`.
  private func ofRelativeMonth(
    _ scope: Scope, first: Int, front: Int, day: Int, from start: Int
  ) -> TimeExpression? {
    let of = scope.hit(.of, start, front: 0)
    guard of != nil || scope.isUtterance else { return nil }
    let next = of.map { $0.last + 1 } ?? start
    // يوم 23 من نفس الشهر, من الشهر ذاته: the month told of before.
    if let same = scope.sameMonth(next), let month = scope.lastValue.flatMap({ Month($0) }),
      let found = CivilDay(month.year, month.month, day)
    {
      var expression = TimeExpression(
        .date, first: first, front: front, last: same, value: found.iso, rule: "dates.day-month",
        day: found)
      expression.hasYear = true
      expression.note(scope, "day \(day) of the month told of before")
      return expression
    }
    let isFigure = scope.digits(first) != nil
    guard
      isFigure || scope.isUtterance || scope.hit(.prep, before: first) != nil || front > 0
        || scope.hit(.dayNoun, first - 1) != nil || scope.hit(.weekday, before: first) != nil
    else { return nil }
    // من الشهر الثامن
    if let noun = scope.hit(.period, next, front: 0), noun.number == 5,
      let ordinal = scope.ordinal(noun.last + 1),
      ordinal.front == 0, (1...12).contains(ordinal.value)
    {
      var named = MonthReader.Named(
        month: Int(ordinal.value), isHijri: false, last: ordinal.last)
      months.addYear(scope, &named)
      return resolved(scope, named, first: first, front: front, day: day)
    }
    guard let period = scope.period(next), period.unit == 5, period.front == 0 else { return nil }
    let found = scope.reference.day(day, monthsAway: period.offset)
    var expression = TimeExpression(
      .date, first: first, front: front, last: period.last,
      value: found?.iso ?? "XXXX-XX-\(ISO.pad(day, 2))", rule: "dates.day-month", day: found)
    expression.hasYear = true
    expression.note(scope, "day \(day), \(period.offset) months from the document date")
    return expression
  }

  private func hijri(
    _ scope: Scope, _ expression: TimeExpression, _ named: MonthReader.Named, _ day: Int
  ) -> TimeExpression? {
    var found = expression
    found.calendar = "hijri"
    found.rule = "dates.hijri"
    found.monthDay = (named.month, day)
    found.isImpossible = day > 30
    let hijri = scope.reference.hijri
    if let year = named.year {
      found.day = hijri.day(hijri.year(written: year, month: named.month), named.month, day)
    } else if let today = scope.reference.day {
      found.day = hijri.nearest(
        month: named.month, day: day, to: today,
        direction: named.direction ?? (scope.reference.looksAhead ? 1 : nil))
    }
    found.value = found.day?.iso ?? "XXXX-XX-XX"
    found.note(scope, "\(day) of Hijri month \(named.month), ICU \(hijri)")
    return found
  }

  // MARK: Month first

  /// `شباط 13`, `يناير-1`, `شباط الرابع عشر`, `يوليو 13-15`, `نوفمبر بين 15 و19`, `سبتمبر 10, 1901`:
  /// nothing that could be counted may follow.
  private func monthFirst(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.month, index) else { return nil }
    var next = hit.last + 1
    if let between = scope.hit(.link, next, front: 0), between.value == "between" {
      next = between.last + 1
    } else if scope.isDash(next), scope.digits(next + 1)?.width ?? 3 <= 2 {
      next += 1
    }
    guard let day = number(scope, next) else { return nil }
    var named = MonthReader.Named(month: hit.number, isHijri: false, last: day.last)
    var upper: Int?
    let link = day.last + 1
    let isRange =
      scope.isDash(link) || scope.isMark(link, Letter.waw)
      || (scope.hit(.link, link, front: 0).map { $0.value == "to" && $0.last == link } ?? false)
    if isRange, let end = number(scope, link + 1), end.value > day.value {
      // شباط 13 إلى 15 تموز are days of two months.
      if scope.hit(.month, end.last + 1) == nil {
        upper = end.value
        named.last = end.last
      }
    }
    months.addYear(scope, &named)
    guard named.year != nil || scope.isClosed(named.last + 1) else { return nil }
    guard var found = resolved(scope, named, first: index, front: hit.front, day: day.value) else {
      return nil
    }
    if let upper, let start = found.day {
      found = range(found, from: start, to: start.adding(days: upper - day.value))
    }
    return found
  }

  private func number(_ scope: Scope, _ index: Int) -> (value: Int, last: Int)? {
    if let digits = scope.digits(index) {
      return digits.width <= 2 && (1...31).contains(digits.value) ? (digits.value, index) : nil
    }
    guard index < scope.end, scope.text.tokens[index].hasArticle(after: 0),
      let ordinal = scope.ordinal(index),
      ordinal.value > 4 || scope.isUtterance, ordinal.value <= 31
    else { return nil }
    return (Int(ordinal.value), ordinal.last)
  }
}
