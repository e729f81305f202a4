// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Quarters, halves, thirds and seasons of years: `الربع الأول من 2023`, `النصف الثاني من العام`,
/// `صيف 2015`.
extension PeriodGrammar {
  /// الربع الأخير من العام المقبل, النصف الأول من 2015, الفصل الثالث من السنة الجارية.
  func fraction(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let found = relativeQuarter(scope, index) { return found }
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

  /// الربع الماضي, هذا الربع: so many quarters from the document's.
  private func relativeQuarter(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let this = scope.hit(.this, index)
    // هذا الفصل is a chapter or a term as well.
    guard let noun = scope.hit(.quarter, this.map { $0.last + 1 } ?? index), noun.value != "weak"
    else { return nil }
    var (offset, last) = (0, noun.last)
    if this == nil {
      guard
        let adjective = scope.hit(.beyond, last + 1, front: 0)
          ?? scope.hit(.rel, last + 1, front: 0)
      else { return nil }
      (offset, last) = (adjective.number, adjective.last)
    }
    var found = TimeExpression(
      .date, first: index, front: this?.front ?? noun.front, last: last,
      value: offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF",
      rule: "dates.quarter")
    if let year = scope.reference.year, let month = scope.reference.month {
      let count = year * 4 + (month - 1) / 3 + offset
      found.value = "\(ISO.pad(count / 4, 4))-Q\(count % 4 + 1)"
    }
    return found
  }

  /// في الربع الثالث, nothing behind it: of the year told of, or the document's.
  private func bareQuarter(
    _ scope: Scope, _ index: Int, _ hit: DateWords.Hit, _ nth: DateWords.Hit
  ) -> TimeExpression? {
    guard scope.isUtterance || hit.front == 0 && scope.hit(.prep, before: index) != nil,
      scope.isClosed(nth.last + 1), hit.value != "weak"
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

  func season(_ scope: Scope, _ index: Int) -> TimeExpression? {
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
