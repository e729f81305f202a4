// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The n-th day, weekday or week of a period: `أول ثلاثاء من أكتوبر`, `الأسبوع الثالث من عام 2027`,
/// `آخر يوم في الشهر المقبل`, `اليوم الأول من رمضان`, `ثالث ثلاثاء بعد عيد الميلاد`.
struct NthGrammar {
  let periods: PeriodGrammar
  let feasts: FeastGrammar

  /// What is counted.
  private enum Unit: Equatable { case day, week, weekday(Int) }

  private struct Counted {
    var unit: Unit
    /// -1 is the last one.
    var n: Int
    var front: Int
    var last: Int
    var isNounFirst = false
  }

  func nth(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = tenDays(scope, index) { return found }
    guard let counted = numberFirst(scope, index) ?? nounFirst(scope, index) else { return nil }
    if let period = period(scope, counted.last + 1) {
      return expression(scope, index, counted, in: period)
    }
    if let found = afterFeast(scope, index, counted) { return found }
    // آخر ثلاثاء, الأحد الأول: of this month, in a question.
    guard scope.isUtterance, case .weekday = counted.unit, let value = scope.reference.monthValue(0)
    else { return nil }
    let month = TimeExpression(
      .date, first: index, front: 0, last: counted.last, value: value, rule: "dates.nth")
    return expression(scope, index, counted, in: month)
  }

  /// العشر الأواخر من رمضان: the last ten days.
  private func tenDays(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.lastDays, index), let month = period(scope, hit.last + 1) else {
      return nil
    }
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: month.last, value: month.value,
      rule: "dates.nth")
    found.calendar = month.calendar
    guard let range = DayRange(month.value) else { return found }
    let start = range.first.adding(days: 10 * (hit.number - 1))
    let end = hit.number == 3 ? range.last : start.adding(days: 9)
    found.value = "\(start.iso)/\(end.iso)"
    return found
  }

  // MARK: What is counted

  /// أول ثلاثاء, آخر يوم, ثالث يوم جمعة, آخر أسبوع.
  private func numberFirst(_ scope: Scope, _ index: Int) -> Counted? {
    let n: Int
    let front: Int
    let next: Int
    if let final = scope.hit(.final, index) {
      (n, front, next) = (-1, final.front, final.last + 1)
    } else if let ordinal = scope.ordinal(index),
      !scope.text.tokens[index].hasArticle(after: ordinal.front), ordinal.value <= 31
    {
      (n, front, next) = (Int(ordinal.value), ordinal.front, ordinal.last + 1)
    } else {
      return nil
    }
    if let weekday = scope.hit(.weekdayBare, next, front: 0) ?? scope.hit(.weekday, next, front: 0)
    {
      return Counted(unit: .weekday(weekday.number), n: n, front: front, last: weekday.last)
    }
    guard let unit = scope.hit(.unit, next, front: 0), unit.number == 3 || unit.number == 4 else {
      return nil
    }
    if unit.number == 3, let weekday = scope.hit(.weekdayBare, unit.last + 1, front: 0) {
      return Counted(unit: .weekday(weekday.number), n: n, front: front, last: weekday.last)
    }
    return Counted(unit: unit.number == 3 ? .day : .week, n: n, front: front, last: unit.last)
  }

  /// اليوم الأول, الأسبوع الأخير, الأربعاء الثانية.
  private func nounFirst(_ scope: Scope, _ index: Int) -> Counted? {
    let unit: Unit
    let noun: DateWords.Hit
    if let weekday = scope.hit(.weekday, index) {
      (unit, noun) = (.weekday(weekday.number), weekday)
    } else if let period = scope.hit(.period, index), period.number == 3 || period.number == 4 {
      (unit, noun) = (period.number == 3 ? .day : .week, period)
    } else {
      return nil
    }
    let next = noun.last + 1
    guard next < scope.end else { return nil }
    if let last = scope.hit(.last, next, front: 0), last.value == "0", scope.hit(.rel, next) == nil
    {
      return Counted(unit: unit, n: -1, front: noun.front, last: last.last)
    }
    guard scope.text.tokens[next].hasArticle(after: 0),
      let ordinal = scope.ordinal(next),
      ordinal.value <= 31, ordinal.front == 0
    else { return nil }
    return Counted(
      unit: unit, n: Int(ordinal.value), front: noun.front, last: ordinal.last, isNounFirst: true)
  }

  // MARK: Where it is counted

  private func period(_ scope: Scope, _ index: Int) -> TimeExpression? {
    var next = index
    if let of = scope.hit(.of, next, front: 0) { next = of.last + 1 }
    guard next < scope.end else { return nil }
    if let found = periods.months.month(scope, next) ?? periods.whole(scope, next)
      ?? periods.years.year(scope, next)
    {
      // بالشهر الجاي, بشهر أكتوبر: the preposition may stick to it.
      return found.front == 0 || next == index ? found : nil
    }
    return nil
  }

  private func afterFeast(
    _ scope: Scope, _ index: Int, _ counted: Counted
  ) -> TimeExpression? {
    guard case .weekday(let weekday) = counted.unit, counted.n > 0,
      let anchor = scope.hit(.anchor, counted.last + 1, front: 0),
      let feast = feasts.feast(scope, anchor.last + 1), let day = feast.day
    else { return nil }
    let away = anchor.number * 7 * (counted.n - 1)
    let first =
      anchor.number > 0
      ? day.adding(days: (weekday - day.weekday + 6) % 7 + 1)
      : day.adding(days: -((day.weekday - weekday + 6) % 7 + 1))
    let found = first.adding(days: away)
    return TimeExpression(
      .date, first: index, front: counted.front, last: feast.last, value: found.iso,
      rule: "dates.nth", day: found)
  }

  private func expression(
    _ scope: Scope, _ index: Int, _ counted: Counted, in period: TimeExpression
  ) -> TimeExpression? {
    var found = TimeExpression(
      .date, first: index, front: counted.front, last: max(counted.last, period.last), value: "",
      rule: "dates.nth")
    found.calendar = period.calendar
    // الأربعاء الثاني من أكتوبر is the second of October where that is a Wednesday.
    if case .weekday(let weekday) = counted.unit, counted.isNounFirst, period.value.count == 7,
      DayRange(period.value)?.day(counted.n)?.weekday == weekday
    {
      return nil
    }
    found.note(scope, "number \(counted.n) of \(period.value)")
    guard let range = DayRange(period.value) else {
      // أول جمعة من رمضان without a document date.
      found.value =
        counted.unit == .day && counted.n > 0 && period.value.count == 7
        ? "\(period.value)-\(ISO.pad(counted.n, 2))" : period.value
      return found
    }
    switch counted.unit {
    case .day: found.day = range.day(counted.n)
    case .weekday(let weekday): found.day = range.weekday(weekday, counted.n)
    case .week:
      guard let monday = range.week(counted.n) else { return nil }
      found.value = monday.isoWeek
      return found
    }
    guard let day = found.day else { return nil }
    found.value = day.iso
    return found
  }
}
