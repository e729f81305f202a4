// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The classes at which each grammar's expressions may begin, as masks.
private enum Openers {
  static let sets = mask(.every, .set, .times)
  static let clock = mask(.hourWord)
  static let partsOfDay = mask(.partOfDay, .tonight, .barePart, .night, .this)
  static let days = mask(.dayNoun, .day, .weekday, .weekdayBare, .feast, .feastHijri, .firstOf)
  static let periods = mask(.weekend, .partOf, .quarter, .half, .season, .this, .same, .period)
  static let months = mask(.monthNoun, .month, .hijri)
  static let decades = mask(.decade, .period)
  static let references = mask(.past, .present, .future, .thatTime, .pastIn)
  static let durations = mask(
    .fractionUnit, .dual, .dualPeriod, .definiteUnits, .units, .fewBefore, .unit)
  static let years = mask(.yearNoun, .yearDual)

  private static func mask(_ kinds: DateWords.Class...) -> UInt64 {
    kinds.reduce(0) { $0 | $1.bit }
  }
}

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

  /// The longest expression of all grammars; of equal ones the first. A grammar is only asked where
  /// a word of its opening classes, or a number, stands.
  private func longest(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let mask = scope.marks[index]
    let isNumber =
      scope.text.tokens[index].isNumber || scope.isMark(index, 0x28)
      || scope.numbers.mayBegin(scope.text, index)
    var best: TimeExpression?
    func take(_ found: TimeExpression?) {
      guard let found, found.last > best?.last ?? -1 else { return }
      best = found
    }
    if mask & Openers.sets != 0 { take(sets.recurrence(scope, index)) }
    if isNumber || mask & Openers.clock != 0 { take(clock.clock(scope, index)) }
    if mask & Openers.partsOfDay != 0 { take(clock.partOfDay(scope, index)) }
    if isNumber || mask & Openers.days != 0 { take(days.day(scope, index)) }
    if mask & Openers.periods != 0 { take(periods.period(scope, index)) }
    if mask & Openers.months != 0 { take(months.month(scope, index)) }
    if mask & Openers.decades != 0 { take(years.decade(scope, index)) }
    if mask & Openers.references != 0 { take(references.reference(scope, index)) }
    if isNumber || mask & Openers.durations != 0 { take(durations.duration(scope, index)) }
    if isNumber || mask & Openers.years != 0 { take(years.year(scope, index)) }
    return best
  }

  // MARK: Lists

  /// `بين 3 و8 تموز المقبل`, `يومي الجمعة والسبت المقبلين`, `عامي 1990 و1995`: the first takes what
  /// it lacks from the last.
  private func sharedRest(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    weekdays(scope, index) ?? figures(scope, index) ?? pairOfMonths(scope, index)
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

  /// Figures joined by و or إلى whose month stands at the last: `3 و8 تموز`, `3 و4 و5 تموز`.
  private func figures(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    var starts: [(token: Int, day: Int)] = []
    var next = index
    while starts.count < Self.longestList, let day = scope.digits(next), day.width <= 2,
      (1...31).contains(day.value), let linked = afterLink(scope, next + 1),
      scope.digits(linked) != nil
    {
      starts.append((next, day.value))
      next = linked
    }
    guard !starts.isEmpty, let last = months.dayOfMonth(scope, next),
      last.rule == "dates.day-month", let end = last.day?.fields
    else { return nil }
    var found: [TimeExpression] = []
    for (token, number) in starts {
      guard let day = CivilDay(end.year, end.month, number) else { return nil }
      found.append(
        TimeExpression(
          .date, first: token, front: 0, last: token, value: day.iso, rule: "dates.list", day: day))
    }
    return found + [last]
  }

  /// Days that one month may have.
  private static let longestList = 8

  /// The token after و or إلى that stands alone.
  private func afterLink(_ scope: Scope, _ index: Int) -> Int? {
    if scope.isMark(index, Letter.waw) { return index + 1 }
    return scope.hit(.prep, index, front: 0).flatMap { $0.last == index ? index + 1 : nil }
  }

  /// `شهري مارس وأبريل 2020`, `بين يناير ومارس المقبلين`, `من مايو إلى أيلول 2011`: the first takes
  /// its year from the second.
  private func pairOfMonths(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    let noun = scope.hit(.monthDual, index)
    guard noun != nil || scope.hit(.month, index) != nil else { return nil }
    let start = noun.map { $0.last + 1 } ?? index
    guard let first = months.named(scope, start, front: noun == nil ? nil : 0), !first.isHijri,
      first.year == nil, first.direction == nil
    else { return nil }
    var next = first.last + 1
    var front = 1
    if !scope.isJoined(next), let linked = afterLink(scope, next) {
      next = linked
      front = 0
    }
    guard let second = months.named(scope, next, front: front), !second.isHijri,
      noun != nil || second.year != nil || second.direction != nil
    else { return nil }
    // A name alone may be a verb: it must count as a month by itself.
    guard let begin = noun?.front ?? months.month(scope, index)?.front else { return nil }
    let direction = second.direction ?? (scope.isFuture(before: index) ? 1 : nil)
    // December and January of one winter.
    let written = second.year.map { first.month > second.month ? $0 - 1 : $0 }
    return [
      month(scope, first.month, written, direction, from: index, begin, through: first.last),
      month(scope, second.month, second.year, direction, from: next, front, through: second.last),
    ]
  }

  private func month(
    _ scope: Scope, _ month: Int, _ written: Int?, _ direction: Int?, from first: Int, _ front: Int,
    through last: Int
  ) -> TimeExpression {
    let year = written ?? scope.reference.year(ofMonth: month, direction: direction)
    return TimeExpression(
      .date, first: first, front: front, last: last,
      value: "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(month, 2))", rule: "dates.list")
  }
}
