// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Periods named against the document's date, and parts of periods: `الأسبوع الماضي`, `هذا العام`,
/// `النصف الأول من العام 2015`, `نهاية شهر كانون الثاني المقبل`, `صيف 2015`.
struct PeriodGrammar {
  let months: MonthGrammar
  let years: YearGrammar

  /// The period at a token.
  func period(_ scope: Scope, _ index: Int) -> TimeExpression? {
    part(scope, index) ?? fraction(scope, index) ?? season(scope, index) ?? whole(scope, index)
  }

  // MARK: Whole periods

  private func whole(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let this = scope.hit(.this, index), let noun = scope.hit(.period, this.last + 1, front: 0),
      noun.number >= 4
    {
      return relative(
        scope, first: index, front: this.front, last: noun.last, unit: noun.number, 0)
    }
    if let same = scope.hit(.same, index), let noun = scope.hit(.period, same.last + 1, front: 0),
      noun.number >= 4
    {
      var found = TimeExpression(
        .date, first: index, front: same.front, last: noun.last, value: "XXXX",
        rule: "dates.same-period")
      if noun.number == 6, let value = scope.lastValue, value.count >= 4,
        Int(value.prefix(4)) != nil
      {
        found.value = String(value.prefix(4))
      }
      return found
    }
    guard let noun = scope.hit(.period, index), noun.number >= 3 else { return nil }
    if let before = scope.hit(.weekBefore, noun.last + 1) {
      return relative(
        scope, first: index, front: noun.front, last: before.last, unit: noun.number, -2)
    }
    guard let adjective = scope.relative(noun.last + 1) else { return nil }
    if noun.number == 6, adjective.direction == 0, let year = scope.digits(adjective.last + 1),
      year.width == 4
    {
      var found = TimeExpression(
        .date, first: index, front: noun.front, last: adjective.last + 1,
        value: ISO.pad(year.value, 4), rule: "dates.year")
      found.note(scope, "year written")
      return found
    }
    return relative(
      scope, first: index, front: noun.front, last: adjective.last, unit: noun.number,
      adjective.direction)
  }

  private func relative(
    _ scope: Scope, first: Int, front: Int, last: Int, unit: Int, _ offset: Int
  ) -> TimeExpression? {
    let value: String?
    switch unit {
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
    guard let of = scope.hit(.of, next, front: 0) else { return nil }
    next = of.last + 1
    guard let inner = whole(scope, next) ?? years.year(scope, next) ?? yearAfterPart(scope, next),
      inner.value.count == 4, Int(inner.value) != nil
    else { return nil }
    let part = quarter != nil ? "Q\(nth.number)" : "H\(min(2, nth.number))"
    return TimeExpression(
      .date, first: index, front: hit.front, last: inner.last, value: "\(inner.value)-\(part)",
      rule: "dates.quarter")
  }

  private func season(_ scope: Scope, _ index: Int) -> TimeExpression? {
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
    else { return nil }
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
