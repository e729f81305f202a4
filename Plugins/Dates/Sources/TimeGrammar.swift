// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// All grammars of time in one: the longest expression at a token, and lists that share their rest.
struct TimeGrammar {
  private let months = MonthGrammar()
  private let years = YearGrammar()
  private let days: DayGrammar
  private let periods: PeriodGrammar
  private let clock: TimeOfDayGrammar
  private let durations = DurationGrammar()
  private let sets = SetGrammar()
  private let references: ReferenceGrammar

  init() {
    days = DayGrammar(months: months)
    periods = PeriodGrammar(months: months, years: years)
    clock = TimeOfDayGrammar(days: days)
    references = ReferenceGrammar(days: days)
  }

  /// The expressions that begin at a token: one, or several where a list shares its last part.
  func expressions(_ scope: Scope, _ index: Int) -> [TimeExpression] {
    if let shared = sharedRest(scope, index) { return shared }
    guard let found = longest(scope, index) else { return [] }
    return [found]
  }

  private func longest(_ scope: Scope, _ index: Int) -> TimeExpression? {
    // In this order, the first of equal length wins.
    let candidates = [
      sets.recurrence(scope, index), clock.clock(scope, index), clock.partOfDay(scope, index),
      days.day(scope, index), periods.period(scope, index), months.month(scope, index),
      years.decade(scope, index), references.reference(scope, index),
      durations.duration(scope, index), years.year(scope, index),
    ]
    return candidates.compactMap { $0 }.reduce(nil) { best, next in
      guard let best else { return next }
      return next.last > best.last ? next : best
    }
  }

  // MARK: Lists

  /// `بين 3 و8 تموز المقبل`, `يومي الجمعة والسبت المقبلين`, `عامي 1990 و1995`: the first takes what
  /// it lacks from the last.
  private func sharedRest(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    weekdays(scope, index) ?? figures(scope, index)
  }

  private func weekdays(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard let noun = scope.hit(.dayDual, index),
      let first = scope.hit(.weekday, noun.last + 1, front: 0),
      let second = scope.hit(.weekday, first.last + 1, front: 1)
    else { return nil }
    let relative = scope.relative(second.last + 1)
    let direction = relative?.direction ?? (scope.isFuture(before: index) ? 1 : nil)
    return [(first, index, noun.front), (second, second.last, 1)].map { hit, start, front in
      let day = scope.reference.weekday(hit.number, direction: direction == 0 ? nil : direction)
      let isSecond = start != index
      return TimeExpression(
        .date, first: isSecond ? first.last + 1 : index, front: front,
        last: isSecond ? relative?.last ?? second.last : first.last,
        value: day?.iso ?? "XXXX-WXX-\(hit.number)", rule: "dates.list", day: day)
    }
  }

  /// Figures joined by و or إلى whose month stands at the last.
  private func figures(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard let day = scope.digits(index), (1...31).contains(day.value), day.width <= 2 else {
      return nil
    }
    var next = index + 1
    if scope.isMark(next, 0x0648) {
      next += 1
    } else if let link = scope.hit(.prep, next, front: 0), link.last == next {
      next += 1
    } else {
      return nil
    }
    guard next < scope.end, scope.digits(next) != nil,
      let last = months.dayOfMonth(scope, next), last.rule == "dates.day-month",
      let end = last.day
    else { return nil }
    let fields = end.fields
    let start =
      CivilDay(fields.year, fields.month, day.value)
    guard let start else { return nil }
    let first = TimeExpression(
      .date, first: index, front: 0, last: index, value: start.iso, rule: "dates.list", day: start)
    return [first, last]
  }
}
