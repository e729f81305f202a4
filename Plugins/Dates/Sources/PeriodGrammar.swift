// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Periods named against the document's date, and parts of periods: `الأسبوع الماضي`, `هذا العام`,
/// `النصف الأول من العام 2015`, `نهاية شهر كانون الثاني المقبل`, `صيف 2015`.
struct PeriodGrammar {
  let months = MonthGrammar()
  let years = YearGrammar()

  /// The period at a token.
  func period(_ scope: Scope, _ index: Int) -> TimeExpression? {
    part(scope, index) ?? fraction(scope, index) ?? season(scope, index) ?? whole(scope, index)
  }

  // MARK: Whole periods

  /// هذا العام, الأسبوع الماضي, العام الجاري 2024, نفس العام, بقية الأسبوع, الأسبوع المقبل يوم الأحد.
  func whole(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = rest(scope, index) ?? sameYear(scope, index) ?? minute(scope, index) {
      return found
    }
    guard let period = scope.period(index) else { return nil }
    // العام الجاري 2024, العام المقبل 1437هـ
    if period.unit == 6,
      let year = years.written(scope, first: index, front: period.front, at: period.last + 1)
    {
      return year
    }
    if let found = anaphoric(scope, index, period) { return found }
    if let found = school(scope, index, period) { return found }
    var found = relative(
      scope, first: index, front: period.front, last: period.last, unit: period.unit,
      period.offset)
    if period.unit == 4, let day = weekdayInWeek(scope, period.last + 1, period.offset) {
      found?.last = day.last
      found?.day = day.day
      found?.value = day.day?.iso ?? "XXXX-WXX-\(day.weekday)"
    }
    return found
  }

  /// الأسبوع المقبل يوم الأحد: the weekday behind the week.
  private func weekdayInWeek(
    _ scope: Scope, _ index: Int, _ offset: Int
  ) -> (weekday: Int, day: CivilDay?, last: Int)? {
    guard let noun = scope.hit(.dayNoun, index, front: 0),
      let weekday = scope.hit(.weekday, noun.last + 1, front: 0)
    else { return nil }
    return (
      weekday.number, scope.reference.weekday(weekday.number, inWeek: offset), weekday.last
    )
  }

  /// بقية الأسبوع, باقي العام: from the document's date to the end of the period.
  private func rest(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let rest = scope.hit(.rest, index),
      let noun = scope.hit(.period, rest.last + 1, front: 0), noun.number >= 3
    else { return nil }
    let period = scope.period(rest.last + 1)
    guard
      var found = relative(
        scope, first: index, front: rest.front, last: period?.last ?? noun.last,
        unit: noun.number, period?.offset ?? 0)
    else { return nil }
    if let today = scope.reference.day, let range = DayRange(found.value), range.last >= today {
      found.value = "\(max(today, range.first).iso)/\(range.last.iso)"
      found.note(scope, "the rest of it, from the document date")
    }
    return found
  }

  private func relative(
    _ scope: Scope, first: Int, front: Int, last: Int, unit: Int, _ offset: Int
  ) -> TimeExpression? {
    let value: String?
    switch unit {
    case 1, 2: return clock(scope, first: first, front: front, last: last, unit: unit, offset)
    case 3: value = scope.reference.dayValue(offset)
    case 4: value = scope.reference.weekValue(offset)
    case 5: value = scope.reference.monthValue(offset)
    case 6: value = scope.reference.yearValue(offset)
    case 7: value = scope.reference.year.map { ISO.pad($0 / 10 + offset, 3) }
    case 8: value = scope.reference.year.map { ISO.pad($0 / 100 + offset, 2) }
    default: return nil
    }
    let unknown = offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
    var found = TimeExpression(
      .date, first: first, front: front, last: last, value: value ?? unknown,
      rule: "dates.relative-period")
    found.note(scope, "document date, \(offset) of the unit named")
    return found
  }

  /// الدقيقة 12, الدقيقة الخامسة, in a question: that minute of this hour.
  private func minute(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard scope.isUtterance, let noun = scope.hit(.period, index), noun.number == 1,
      let number = scope.number(noun.last + 1) ?? scope.ordinal(noun.last + 1),
      (0..<60).contains(number.value), let today = scope.reference.day,
      let now = scope.reference.second
    else { return nil }
    return TimeExpression(
      .time, first: index, front: noun.front, last: number.last,
      value: today.iso + ISO.time(now / 3600, Int(number.value)), rule: "dates.minute", day: today)
  }

  /// الساعة القادمة, هذه الدقيقة: so many hours or minutes from now.
  private func clock(
    _ scope: Scope, first: Int, front: Int, last: Int, unit: Int, _ offset: Int
  ) -> TimeExpression? {
    guard let today = scope.reference.day, let now = scope.reference.second else { return nil }
    let second = now + offset * (unit == 2 ? 3600 : 60)
    let day = today.adding(days: second < 0 ? -1 : second / 86400)
    let rest = (second + 86400) % 86400
    return TimeExpression(
      .time, first: first, front: front, last: last,
      value: day.iso + ISO.time(rest / 3600, rest / 60 % 60) + ":" + ISO.pad(rest % 60, 2),
      rule: "dates.relative-period", day: day)
  }

  // MARK: Parts

  /// نهاية 2017, مطلع الأسبوع الجاري, منتصف شباط/فبراير, نهاية الأسبوع.
  private func part(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let weekend = scope.hit(.weekend, index), scope.relative(weekend.last + 1) == nil {
      var found = TimeExpression(
        .date, first: index, front: weekend.front, last: weekend.last,
        value: scope.reference.weekValue(0) ?? "XXXX-WXX", rule: "dates.part")
      found.mod = "END"
      return found
    }
    guard let hit = scope.hit(.partOf, index) else { return nil }
    let next = hit.last + 1
    guard next < scope.end else { return nil }
    if let inner = months.month(scope, next) ?? fraction(scope, next) ?? season(scope, next)
      ?? whole(scope, next) ?? years.decade(scope, next) ?? yearAfterPart(scope, next),
      inner.front == 0
    {
      var found = inner.starting(at: index, front: hit.front)
      found.mod = hit.value
      found.rule = "dates.part"
      found.note(scope, "\(hit.value) by the word before it")
      return found
    }
    return partOfThis(scope, index, hit)
  }

  /// مطلع الشهر, نهاية العام: of the one that the document lies in, where nothing says another.
  private func partOfThis(
    _ scope: Scope, _ index: Int, _ hit: DateWords.Hit
  ) -> TimeExpression? {
    guard let noun = scope.hit(.period, hit.last + 1, front: 0), (4...6).contains(noun.number)
    else { return nil }
    let next = noun.last + 1
    // نهاية الأسبوع الأول, نهاية العام الدراسي: an adjective tells which.
    if next < scope.end, scope.text.tokens[next].hasArticle(after: 0) { return nil }
    guard
      var found = relative(
        scope, first: index, front: hit.front, last: noun.last, unit: noun.number, 0)
    else { return nil }
    found.mod = hit.value
    found.rule = "dates.part"
    return found
  }

  func yearAfterPart(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = years.year(scope, index) { return found }
    if let year = scope.digits(index), year.width == 4, (1000...2150).contains(year.value) {
      return TimeExpression(
        .date, first: index, front: 0, last: index, value: ISO.pad(year.value, 4),
        rule: "dates.year")
    }
    return nil
  }
}
