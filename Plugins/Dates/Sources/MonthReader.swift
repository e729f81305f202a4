// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Reads months by name or number with what follows them: `ديسمبر/كانون الأول 2024`,
/// `كانون الأول (ديسمبر) الماضي`, `شهر 9 2021`, `سبتمبر لعام ألفين وعشرين`.
struct MonthReader {
  /// A month with what follows it.
  struct Named {
    var month: Int
    var isHijri: Bool
    var last: Int
    var year: Int?
    /// -1, 0, 1 for الماضي, الجاري, المقبل.
    var direction: Int?
    /// 2 and -2 for بعد المقبل and قبل الماضي: one more in that direction.
    var isBeyond = false
  }

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
    // مارس آذار 2014
    if named.last == last, let second = name(scope, next, front: 0), second.month == month,
      second.isHijri == isHijri
    {
      named.last = second.last
    }
    addYear(scope, &named)
    return named
  }

  /// The month behind the noun شهر: by its name, or by its number where nothing is counted.
  func afterNoun(_ scope: Scope, _ index: Int) -> Named? {
    if let named = named(scope, index) { return named }
    guard index < scope.end else { return nil }
    let month: Int
    var last = index
    if let digits = scope.digits(index), digits.width <= 2 {
      month = digits.value
    } else if let number = scope.number(index),
      number.form == .words, number.front == 0, number.value <= 12
    {
      month = Int(number.value)
      last = number.last
    } else {
      return nil
    }
    guard (1...12).contains(month) else { return nil }
    var named = Named(month: month, isHijri: false, last: last)
    addYear(scope, &named)
    // شهر 9 أشخاص counts persons.
    guard named.last > last || scope.isClosed(last + 1) || scope.period(last + 1) != nil else {
      return nil
    }
    return named
  }

  private func name(
    _ scope: Scope, _ index: Int, front: Int?
  ) -> (month: Int, isHijri: Bool, last: Int)? {
    if let hit = scope.hit(.month, index, front: front) { return (hit.number, false, hit.last) }
    if let hit = scope.hit(.hijri, index, front: front) { return (hit.number, true, hit.last) }
    return nil
  }

  // MARK: Years

  /// Adds a year or الماضي that follows the month.
  func addYear(_ scope: Scope, _ named: inout Named) {
    var next = named.last + 1
    if let beyond = scope.hit(.beyond, next) {
      named.last = beyond.last
      named.direction = beyond.number > 0 ? 1 : -1
      named.isBeyond = true
      return
    }
    if let relative = scope.relative(next) {
      named.last = relative.last
      named.direction = relative.direction
      return
    }
    if scope.isMark(next, Letter.comma, 0x2C), let year = plainYear(scope, next + 1) {
      named.year = year.value
      named.last = year.last
      addEra(scope, &named)
      return
    }
    if let of = scope.hit(.of, next, front: 0),
      scope.hit(.yearNoun, of.last + 1) != nil || scope.period(of.last + 1)?.unit == 6
    {
      next = of.last + 1
    }
    if let period = scope.period(next), period.unit == 6 {
      named.last = period.last
      // العام نفسه is the year told of before; else the document's.
      named.year =
        period.offset == 0
        ? scope.lastValue.flatMap { Int($0.prefix(4)) } ?? scope.reference.year
        : scope.reference.year.map { $0 + period.offset }
      return
    }
    let noun = scope.hit(.yearNoun, next)
    if let noun { next = noun.last + 1 }
    guard let year = plainYear(scope, next) ?? spelledYear(scope, next, from: 1) else { return }
    guard noun != nil || year.value >= 1000 else { return }
    named.year = year.value
    named.last = year.last
    addEra(scope, &named)
  }

  private func plainYear(_ scope: Scope, _ index: Int) -> (value: Int, last: Int)? {
    if let year = scope.digits(index), year.width == 4 { return (year.value, index) }
    return spelledYear(scope, index, from: 1000)
  }

  /// ألفين وثمانية عشر, ألف وتسعمئة وواحد.
  func spelledYear(_ scope: Scope, _ index: Int, from least: Double) -> (value: Int, last: Int)? {
    guard index < scope.end, scope.text.tokens[index].isArabic,
      let number = scope.number(index),
      number.form == .words, number.front == 0, number.value >= max(100, least),
      number.value <= 2100, number.value == number.value.rounded()
    else { return nil }
    return (Int(number.value), number.last)
  }

  private func addEra(_ scope: Scope, _ named: inout Named) {
    if let era = scope.hit(.era, named.last + 1, front: 0) { named.last = era.last }
  }
}
