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
    if let found = rest(scope, index) ?? sameYear(scope, index) { return found }
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

  /// العام الدراسي المقبل, الموسم الرياضي الحالي: a year that begins in September and spans two;
  /// العام الهجري الجديد: a Hijri one.
  private func school(
    _ scope: Scope, _ index: Int, _ period: (unit: Int, offset: Int, front: Int, last: Int)
  ) -> TimeExpression? {
    guard let noun = scope.hit(.period, index), let kind = scope.hit(.yearKind, noun.last + 1),
      kind.value != "plain"
    else { return nil }
    var found = TimeExpression(
      .date, first: index, front: period.front, last: period.last, value: "XXXX",
      rule: "dates.school-year")
    if kind.value == "hijri" {
      found.calendar = "hijri"
      guard let today = scope.reference.about else { return found }
      let hijri = scope.reference.hijri
      let near = hijri.year(near: today)
      let own = (near - 1...near + 1).last { hijri.day($0, 1, 1).map { $0 <= today } ?? false }
      found.value = own.flatMap { hijri.interval(year: $0 + period.offset) } ?? "XXXX"
      return found
    }
    guard let year = scope.reference.year else { return found }
    let start = (scope.reference.month ?? 1) >= 9 ? year : year - 1
    found.value =
      "\(ISO.pad(start + period.offset, 4))/\(ISO.pad(start + period.offset + 1, 4))"
    found.note(scope, "a year from September, \(period.offset) from the document's")
    return found
  }

  /// العام التالي, العام السابق: counted from the year told of before, where that is another one
  /// than the document's.
  private func anaphoric(
    _ scope: Scope, _ index: Int, _ period: (unit: Int, offset: Int, front: Int, last: Int)
  ) -> TimeExpression? {
    if period.unit == 3, period.offset != 0, scope.hit(.following, period.last) != nil,
      let told = scope.told.day.flatMap({ DayRange($0)?.first })
    {
      let day = told.adding(days: period.offset)
      var found = TimeExpression(
        .date, first: index, front: period.front, last: period.last, value: day.iso,
        rule: "dates.relative-period", day: day)
      found.note(scope, "\(period.offset) from \(told.iso), told of before")
      return found
    }
    guard period.unit == 6, scope.hit(.following, period.last) != nil,
      let told = scope.lastValue.flatMap({ Int($0.prefix(4)) }), told != scope.reference.year
    else { return nil }
    var found = TimeExpression(
      .date, first: index, front: period.front, last: period.last,
      value: ISO.pad(told + period.offset, 4), rule: "dates.relative-period")
    found.note(scope, "\(period.offset) from \(told), told of before")
    return found
  }

  /// نفس العام; نفس الشهر من العام الماضي, الفترة نفسها من عام 2014, الفترة المماثلة من العام الماضي:
  /// what was told of before, in another year.
  private func sameYear(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = sameInYear(scope, index) { return found }
    guard let same = scope.hit(.same, index),
      let noun = scope.hit(.period, same.last + 1, front: 0), noun.number >= 4
    else { return nil }
    var found = TimeExpression(
      .date, first: index, front: same.front, last: noun.last, value: "XXXX",
      rule: "dates.same-period")
    if noun.number == 6, let value = scope.lastValue, value.count >= 4, Int(value.prefix(4)) != nil
    {
      found.value = String(value.prefix(4))
    }
    return found
  }

  private func sameInYear(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let same = scope.hit(.same, index)
    guard
      let noun = scope.hit(
        .stretch, same.map { $0.last + 1 } ?? index, front: same == nil ? nil : 0)
    else { return nil }
    var next = noun.last + 1
    if same == nil {
      guard let after = scope.hit(.same, next, front: 0) else { return nil }
      next = after.last + 1
    }
    guard let of = scope.hit(.of, next, front: 0), of.value == "0",
      let year = whole(scope, of.last + 1) ?? years.year(scope, of.last + 1), year.front == 0,
      year.value.count == 4
    else { return nil }
    var found = TimeExpression(
      .date, first: index, front: same?.front ?? noun.front, last: year.last, value: year.value,
      rule: "dates.same-period")
    let told = scope.lastValue ?? ""
    if noun.value == "month",
      let month = told.count >= 7 ? Int(told.dropFirst(5).prefix(2)) : scope.reference.month
    {
      found.value = "\(year.value)-\(ISO.pad(month, 2))"
    } else if told.count == 7, told.dropFirst(5).first == "Q" || told.dropFirst(5).first == "H" {
      found.value = year.value + told.dropFirst(4)
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
    return nil
  }

  private func yearAfterPart(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = years.year(scope, index) { return found }
    if let year = scope.digits(index), year.width == 4, (1000...2150).contains(year.value) {
      return TimeExpression(
        .date, first: index, front: 0, last: index, value: ISO.pad(year.value, 4),
        rule: "dates.year")
    }
    return nil
  }

  // MARK: Quarters, halves, seasons

  /// الربع الأخير من العام المقبل, النصف الأول من 2015, الفصل الثالث من السنة الجارية.
  private func fraction(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let quarter = scope.hit(.quarter, index)
    guard let hit = quarter ?? scope.hit(.half, index),
      let nth = scope.hit(.nth, hit.last + 1, front: 0)
    else { return nil }
    var next = nth.last + 1
    guard let of = scope.hit(.of, next, front: 0) else {
      return quarter.flatMap { bareQuarter(scope, index, $0, nth) }
    }
    next = of.last + 1
    guard
      let inner = whole(scope, next) ?? years.year(scope, next) ?? yearAfterPart(scope, next)
        ?? thisYear(scope, next),
      inner.value.count == 4 && Int(inner.value) != nil || inner.value == "PRESENT_REF"
    else { return nil }
    let year = inner.value.count == 4 ? inner.value : "XXXX"
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: inner.last, value: "", rule: "dates.quarter")
    if hit.value == "third" {
      let n = min(3, max(1, nth.number))
      found.value = "\(year)-\(ISO.pad(4 * n - 3, 2))/\(year)-\(ISO.pad(4 * n, 2))"
    } else {
      found.value = year + (quarter != nil ? "-Q\(nth.number)" : "-H\(min(2, nth.number))")
    }
    return found
  }

  /// في الربع الثالث, nothing behind it: of the year told of, or the document's.
  private func bareQuarter(
    _ scope: Scope, _ index: Int, _ hit: DateWords.Hit, _ nth: DateWords.Hit
  ) -> TimeExpression? {
    guard hit.front == 0, scope.hit(.prep, before: index) != nil, scope.isClosed(nth.last + 1)
    else { return nil }
    let told = scope.lastValue.flatMap { Int($0.prefix(4)) } ?? scope.reference.year
    return TimeExpression(
      .date, first: index, front: 0, last: nth.last,
      value: "\(told.map { ISO.pad($0, 4) } ?? "XXXX")-Q\(nth.number)", rule: "dates.quarter")
  }

  /// الربع الأول من العام: the year told of, or the document's.
  private func thisYear(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let noun = scope.hit(.period, index, front: 0), noun.number == 6 else { return nil }
    let told = scope.lastValue.flatMap { Int($0.prefix(4)) }
    return TimeExpression(
      .date, first: index, front: 0, last: noun.last,
      value: (told ?? scope.reference.year).map { ISO.pad($0, 4) } ?? "PRESENT_REF",
      rule: "dates.relative-period")
  }

  private func season(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let this = scope.hit(.this, index), let hit = scope.hit(.season, this.last + 1, front: 0) {
      let year = scope.reference.year.map { ISO.pad($0, 4) } ?? "XXXX"
      return TimeExpression(
        .date, first: index, front: this.front, last: hit.last, value: "\(year)-\(hit.value)",
        rule: "dates.season")
    }
    guard let hit = scope.hit(.season, index) else { return nil }
    var next = hit.last + 1
    if let of = scope.hit(.of, next, front: 0) { next = of.last + 1 }
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: "", rule: "dates.season")
    if let relative = scope.relative(hit.last + 1), let year = scope.reference.year {
      found.last = relative.last
      found.value =
        "\(ISO.pad(seasonYear(hit.value, relative.direction, scope, year), 4))-\(hit.value)"
      return found
    }
    guard let year = whole(scope, next) ?? years.year(scope, next) ?? yearAfterPart(scope, next),
      year.value.count == 4
    else {
      // فصل الصيف in general
      guard scope.isUtterance || hit.last > index else { return nil }
      found.value = "XXXX-\(hit.value)"
      return found
    }
    found.last = year.last
    found.value = "\(year.value)-\(hit.value)"
    return found
  }

  private func seasonYear(_ season: String, _ direction: Int, _ scope: Scope, _ year: Int) -> Int {
    guard let month = scope.reference.month else { return year + direction }
    let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 1
    switch direction {
    case -1: return month > start + 2 ? year : year - 1
    case 1: return month < start ? year : year + 1
    default: return year
    }
  }
}
