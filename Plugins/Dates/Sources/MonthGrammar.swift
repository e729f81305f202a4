// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Months and days of months, in every calendar and naming: `5 ديسمبر/كانون الأول 2024`,
/// `الثاني من أبريل/نيسان`, `شهر تشرين الثاني الماضي`, `22-5-1436هـ`.
struct MonthGrammar {
  /// A month with what follows it.
  struct Named {
    var month: Int
    var isHijri: Bool
    var last: Int
    var year: Int?
    /// -1, 0, 1 for الماضي, الجاري, المقبل.
    var direction: Int?
  }

  // MARK: Names

  /// The month at a token with a second name, a year and الماضي, as far as they follow.
  func named(_ scope: Scope, _ index: Int, front: Int? = 0) -> Named? {
    guard let (month, isHijri, last) = name(scope, index, front: front) else { return nil }
    var named = Named(month: month, isHijri: isHijri, last: last)
    // A second name: `ديسمبر/كانون الأول`, `كانون الأول (ديسمبر)`, `مارس - آذار`.
    let next = last + 1
    if scope.isSlash(next) || scope.isDash(next),
      let second = name(scope, next + 1, front: 0), second.month == month
    {
      named.last = second.last
    } else if scope.isMark(next, 0x28), let second = name(scope, next + 1, front: 0),
      scope.isMark(second.last + 1, 0x29)
    {
      named.last = second.last + 1
    }
    addYear(scope, &named)
    return named
  }

  private func name(
    _ scope: Scope, _ index: Int, front: Int?
  ) -> (month: Int, isHijri: Bool, last: Int)? {
    if let hit = scope.hit(.month, index, front: front) { return (hit.number, false, hit.last) }
    if let hit = scope.hit(.hijri, index, front: front) { return (hit.number, true, hit.last) }
    return nil
  }

  private func addYear(_ scope: Scope, _ named: inout Named) {
    var next = named.last + 1
    if let relative = scope.relative(next) {
      named.last = relative.last
      named.direction = relative.direction
      return
    }
    if scope.isMark(next, Letter.comma, 0x2C), let year = scope.digits(next + 1), year.width == 4,
      (1000...2100).contains(year.value)
    {
      named.year = year.value
      named.last = next + 1
      addEra(scope, &named)
      return
    }
    if let of = scope.hit(.of, next, front: 0), scope.hit(.yearNoun, of.last + 1) != nil {
      next = of.last + 1
    }
    if let noun = scope.hit(.yearNoun, next) {
      if let relative = scope.relative(noun.last + 1) {
        named.last = relative.last
        // العام نفسه is the year told of before; else the document's.
        named.year =
          relative.direction == 0 ? nil : scope.reference.year.map { $0 + relative.direction }
        if relative.direction == 0 {
          named.year = scope.lastValue.flatMap { Int($0.prefix(4)) } ?? scope.reference.year
        }
        return
      }
      next = noun.last + 1
    }
    if let year = scope.digits(next), year.width == 4 {
      named.year = year.value
      named.last = next
      addEra(scope, &named)
    }
  }

  private func addEra(_ scope: Scope, _ named: inout Named) {
    if let era = scope.hit(.era, named.last + 1, front: 0) {
      named.last = era.last
    }
  }

  // MARK: Days of months

  /// A day of a month at a token, in figures or as an ordinal, or an all-figure date.
  func dayOfMonth(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard index < scope.end else { return nil }
    if let digits = scope.digits(index) {
      return figures(scope, index) ?? dayInFigures(scope, index, digits.value)
    }
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
    guard let ordinal = scope.numbers.ordinal(in: scope.text, at: index, end: scope.end) else {
      return nil
    }
    return dayMonth(
      scope, first: index, front: ordinal.front, day: Int(ordinal.value), from: ordinal.last + 1)
  }

  private func dayInFigures(_ scope: Scope, _ index: Int, _ day: Int) -> TimeExpression? {
    // 9-10 أكتوبر
    if scope.isDash(index + 1), let upper = scope.digits(index + 2), upper.value > day,
      let end = dayMonth(scope, first: index, front: 0, day: upper.value, from: index + 3),
      let named = end.day
    {
      let start = named.adding(days: day - upper.value)
      var found = end
      found.value = "\(start.iso)/\(named.iso)"
      found.rule = "dates.day-range"
      return found
    }
    return dayMonth(scope, first: index, front: 0, day: day, from: index + 1)
  }

  private func dayMonth(
    _ scope: Scope, first: Int, front: Int, day: Int, from start: Int
  ) -> TimeExpression? {
    guard (1...31).contains(day) else { return nil }
    var next = start
    if let of = scope.hit(.of, next, front: 0) { next = of.last + 1 }
    if let noun = scope.hit(.monthNoun, next) { next = noun.last + 1 }
    guard let named = named(scope, next) else {
      return dayOfRelativeMonth(scope, first: first, front: front, day: day, from: start)
    }
    var found = TimeExpression(
      .date, first: first, front: front, last: named.last, value: "", rule: "dates.day-month")
    if named.isHijri {
      found.calendar = "hijri"
      found.rule = "dates.hijri"
      return hijri(scope, found, named, day)
    }
    guard day <= (named.month == 2 ? 29 : CivilDay.days(in: named.month, of: 2023)) else {
      return nil
    }
    let year =
      named.year
      ?? scope.reference.year(
        ofMonth: named.month, day: day,
        direction: named.direction ?? (scope.isFuture(before: first) ? 1 : nil))
    found.day = year.flatMap { CivilDay($0, named.month, day) }
    found.value =
      found.day?.iso
      ?? "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(named.month, 2))-\(ISO.pad(day, 2))"
    found.note(
      scope,
      named.year != nil
        ? "year written"
        : year == nil ? "no year and no document date" : "year by the document date")
    return found
  }

  /// الأول من الشهر الجاري after a preposition or يوم: elsewhere the ordinal is an adjective.
  private func dayOfRelativeMonth(
    _ scope: Scope, first: Int, front: Int, day: Int, from start: Int
  ) -> TimeExpression? {
    guard front == 0, scope.hit(.of, start, front: 0) != nil,
      let noun = scope.hit(.period, start + 1, front: 0), noun.number == 5,
      let relative = scope.relative(noun.last + 1),
      scope.hit(.prep, before: first) != nil || scope.hit(.dayNoun, first - 1) != nil,
      scope.text.unit(0, of: scope.text.tokens[start]) == Letter.mim,
      let found = scope.reference.day(day, monthsAway: relative.direction)
    else { return nil }
    return TimeExpression(
      .date, first: first, front: front, last: relative.last, value: found.iso,
      rule: "dates.day-month", day: found)
  }

  private func hijri(
    _ scope: Scope, _ expression: TimeExpression, _ named: Named, _ day: Int
  ) -> TimeExpression? {
    var found = expression
    guard day <= 30 else { return nil }
    if let year = named.year {
      found.day = HijriDates.day(year, named.month, day)
    } else if let today = scope.reference.day {
      found.day = HijriDates.nearest(
        month: named.month, day: day, to: today, direction: named.direction)
    }
    found.value = found.day?.iso ?? "XXXX-XX-XX"
    found.note(scope, "\(day) of Hijri month \(named.month), ICU islamic-umalqura")
    return found
  }

  /// 22-5-1436هـ, 5/12/2024, 2024-12-05.
  private func figures(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let a = scope.digits(index), scope.isSlash(index + 1) || scope.isDash(index + 1),
      let b = scope.digits(index + 2), b.width <= 2,
      scope.isSlash(index + 3) || scope.isDash(index + 3), let c = scope.digits(index + 4),
      scope.text.tokens[index + 1].flags.contains(.glued)
    else { return nil }
    let (year, month, day) =
      a.width == 4 ? (a.value, b.value, c.value) : (c.value, b.value, a.value)
    guard a.width == 4 || c.width == 4 || c.width == 2 else { return nil }
    var found = TimeExpression(
      .date, first: index, front: 0, last: index + 4, value: "", rule: "dates.figures")
    let era = scope.hit(.era, index + 5, front: 0)
    if let era { found.last = era.last }
    let isHijri = era?.value == "hijri" || (1300...1500).contains(year)
    if isHijri {
      found.calendar = "hijri"
      found.day = HijriDates.day(year, month, day)
    } else {
      let full = c.width == 2 && a.width != 4 ? 2000 + year : year
      found.day = CivilDay(full, month, day) ?? CivilDay(full, day, month)
    }
    guard let resolved = found.day else { return nil }
    found.value = resolved.iso
    return found
  }

  // MARK: Months

  /// A month at a token: `مارس ٢٠٢٣`, `شهر تشرين الثاني الماضي`, `خلال دجنبر`.
  func month(_ scope: Scope, _ index: Int) -> TimeExpression? {
    var start = index
    var front: Int
    var hasNoun = false
    if let noun = scope.hit(.monthNoun, index),
      named(scope, noun.last + 1, front: 0) != nil
    {
      front = noun.front
      start = noun.last + 1
      hasNoun = true
    } else {
      guard let hit = scope.hit(.month, index) ?? scope.hit(.hijri, index) else { return nil }
      front = hit.front
    }
    guard let named = named(scope, start, front: start == index ? front : 0) else { return nil }
    let isBare = named.last == start && named.year == nil && named.direction == nil
    // A name alone may be a verb or a name (مارس, صفر): something must speak for the month.
    if isBare && !hasNoun && !isExpected(scope, index, front) { return nil }
    var found = TimeExpression(
      .date, first: index, front: front, last: named.last, value: "", rule: "dates.month")
    if named.isHijri {
      found.calendar = "hijri"
      let today = scope.reference.day
      let year = named.year ?? today.map { HijriDates.year(near: $0) }
      guard let year else {
        found.value = "XXXX-XX"
        return found
      }
      found.value = hijriMonth(year, named, today) ?? "XXXX-XX"
      return found
    }
    let year =
      named.year
      ?? scope.reference.year(
        ofMonth: named.month,
        direction: named.direction ?? (scope.isFuture(before: index) ? 1 : nil))
    found.value = "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(named.month, 2))"
    return found
  }

  private func hijriMonth(_ year: Int, _ named: Named, _ today: CivilDay?) -> String? {
    guard named.year == nil, let today else {
      return HijriDates.interval(year: year, month: named.month)
    }
    let candidates = (year - 1...year + 1).compactMap { candidate -> (Int, Int)? in
      HijriDates.day(candidate, named.month, 1).map { (candidate, $0.number - today.number) }
    }
    let best: Int?
    switch named.direction {
    case -1: best = candidates.last { $0.1 < 0 }?.0
    case 1: best = candidates.first { $0.1 > 0 }?.0
    default: best = candidates.min { abs($0.1 + 15) < abs($1.1 + 15) }?.0
    }
    return best.flatMap { HijriDates.interval(year: $0, month: named.month) }
  }

  /// A preposition of time before the name, or its own clitic ب or ل.
  private func isExpected(_ scope: Scope, _ index: Int, _ front: Int) -> Bool {
    if let prep = scope.hit(.prep, before: index),
      front == 0
    {
      return prep.number > 0
    }
    return scope.hit(.partOf, index - 1) != nil
  }
}
