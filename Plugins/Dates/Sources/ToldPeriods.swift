// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Periods that refer to what the text told of before: `العام التالي`, `نفس الشهر من العام الماضي`.
extension PeriodGrammar {
  /// العام التالي, العام السابق: counted from the year told of before, where that is another one
  /// than the document's.
  func anaphoric(
    _ scope: Scope, _ index: Int, _ period: (unit: Int, offset: Int, front: Int, last: Int)
  ) -> TimeExpression? {
    if period.unit == 3, period.offset != 0, scope.hit(.following, period.last) != nil,
      let told = scope.told.day
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
  func sameYear(_ scope: Scope, _ index: Int) -> TimeExpression? {
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
    } else if noun.value == "day", let day = scope.told.day {
      found.value = year.value + day.iso.dropFirst(4)
    } else if told.count == 7, told.dropFirst(5).first == "Q" || told.dropFirst(5).first == "H" {
      found.value = year.value + told.dropFirst(4)
    }
    return found
  }
}

extension DayGrammar {
  /// اليوم نفسه, نفس اليوم: the last day told of, else the document's.
  func sameDay(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let before = scope.hit(.same, index)
    let place = before.map { $0.last + 1 } ?? index
    guard let noun = scope.hit(.period, place, front: before.map { _ in 0 }), noun.number == 3
    else { return nil }
    var last = noun.last
    if before != nil {
      if scope.hit(.nothing, place) != nil { return nil }  // نفس اليوم الذي
    } else {
      guard let behind = scope.hit(.same, last + 1, front: 0) else { return nil }
      last = behind.last
    }
    let day = scope.told.day ?? scope.reference.day
    var found = TimeExpression(
      .date, first: index, front: before?.front ?? noun.front, last: last,
      value: day?.iso ?? "XXXX-XX-XX", rule: "dates.same-day", day: day)
    found.note(scope, scope.told.day == nil ? "document date" : "the day told of before")
    return found
  }
}
