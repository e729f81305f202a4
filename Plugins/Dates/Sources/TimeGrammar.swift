// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The classes at which each grammar's expressions may begin, as masks.
private enum Openers {
  static let sets = mask(.every, .set, .times)
  static let clock = mask(.hourWord)
  static let partsOfDay = mask(
    .partOfDay, .tonight, .barePart, .night, .this, .generalPart, .lateHour)
  static let days = mask(
    .dayNoun, .day, .weekday, .weekdayBare, .feast, .feastHijri, .firstOf, .month, .this)
  static let nth = mask(.final, .weekday, .period, .lastDays)
  static let periods = mask(
    .weekend, .partOf, .quarter, .half, .season, .this, .same, .period, .rest, .stretch)
  static let months = mask(.monthNoun, .month, .hijri, .this)
  static let decades = mask(.decade, .period)
  static let references = mask(.past, .present, .future, .thatTime, .pastIn)
  static let durations = mask(
    .fractionUnit, .dual, .dualPeriod, .definiteUnits, .units, .fewBefore, .unit, .period)
  static let years = mask(.yearNoun, .yearDual, .playingSeason)

  private static func mask(_ kinds: DateWords.Class...) -> UInt64 {
    kinds.reduce(0) { $0 | $1.bit }
  }
}

/// All grammars of time in one: the longest expression at a token, and lists that share their rest.
struct TimeGrammar {
  private let days = DayGrammar()
  private let periods = PeriodGrammar()
  private let durations = DurationGrammar()
  private let sets = SetGrammar()
  private let partsOfDay: TimeOfDayGrammar
  private let clock: ClockGrammar
  private let nth: NthGrammar
  private let references: ReferenceGrammar
  private let lists: TimeLists

  init() {
    partsOfDay = TimeOfDayGrammar(days: days)
    clock = ClockGrammar(days: days)
    nth = NthGrammar(periods: periods, feasts: days.feasts)
    references = ReferenceGrammar(days: days)
    lists = TimeLists(monthGrammar: periods.months, clock: clock)
  }

  /// The expressions that begin at a token: one, or several where a list shares its last part.
  func expressions(_ scope: Scope, _ index: Int) -> [TimeExpression] {
    if !scope.isUtterance, scope.marks[index] & DateWords.openers == 0, !mayBeTime(scope, index) {
      return []
    }
    var found = lists.list(scope, index) ?? []
    if found.isEmpty, let longest = longest(scope, index) {
      found = [clock.behind(longest, scope) ?? longest]
    }
    for place in found.indices { takeArticle(scope, &found[place]) }
    return found
  }

  /// `ال25 من شوال`, `الـ 7 أيام`: the article that stands apart from the figure belongs to it.
  private func takeArticle(_ scope: Scope, _ found: inout TimeExpression) {
    let article = found.first - 1
    guard article >= scope.sentence.lowerBound, found.front == 0,
      scope.text.tokens[found.first].isNumber
    else { return }
    let token = scope.text.tokens[article]
    guard token.viewCount == 2, scope.text.unit(0, of: token) == Letter.alif,
      scope.text.unit(1, of: token) == Letter.lam
    else { return }
    found.first = article
  }

  /// Whether a number may be one of time: a word of time stands behind it within a few tokens, or
  /// it has the figures of a year, a clock or a date.
  private func mayBeTime(_ scope: Scope, _ index: Int) -> Bool {
    var near: UInt64 = 0
    for token in index..<min(scope.end, index + 8) { near |= scope.marks[token] }
    if near & DateWords.timeWords != 0 { return true }
    let token = scope.text.tokens[index]
    guard token.isNumber else { return false }
    if token.viewCount >= 4 { return true }
    return scope.isMark(index + 1, 0x2D, 0x2E, 0x2F, 0x3A, 0x2013)
  }

  /// The longest expression of all grammars; of equal ones the first. A grammar is only asked where
  /// a word of its opening classes, or a number, stands.
  private func longest(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let mask = scope.marks[index]
    let isNumber =
      scope.text.tokens[index].isNumber || scope.isMark(index, 0x28, 0x2D, 0x2B)
      || scope.numbers.mayBegin(scope.text, index)
    var best: TimeExpression?
    func take(_ found: TimeExpression?) {
      guard let found, found.last > best?.last ?? -1 else { return }
      best = found
    }
    if isNumber || mask & Openers.sets != 0 { take(sets.recurrence(scope, index)) }
    if isNumber || mask & Openers.clock != 0 { take(clock.clock(scope, index)) }
    if mask & Openers.partsOfDay != 0 { take(partsOfDay.partOfDay(scope, index)) }
    if isNumber || mask & Openers.nth != 0 { take(nth.nth(scope, index)) }
    if isNumber || mask & Openers.days != 0 { take(days.possibleOrNot(scope, index)) }
    if mask & Openers.periods != 0 { take(periods.period(scope, index)) }
    if isNumber || mask & Openers.months != 0 { take(periods.months.month(scope, index)) }
    if mask & Openers.decades != 0 { take(periods.years.decade(scope, index)) }
    if mask & Openers.references != 0 { take(references.reference(scope, index)) }
    if isNumber || mask & Openers.durations != 0 { take(durations.duration(scope, index)) }
    if isNumber || mask & Openers.years != 0 { take(periods.years.year(scope, index)) }
    return best
  }
}
