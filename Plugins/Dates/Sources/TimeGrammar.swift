// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The classes at which each grammar's expressions may begin, as masks.
private enum Openers {
  static let sets = DateWords.mask(.every, .set, .times)
  static let clock = DateWords.mask(.hourWord)
  static let partsOfDay = DateWords.mask(
    .partOfDay, .tonight, .barePart, .night, .this, .generalPart, .lateHour)
  static let days = DateWords.mask(
    .dayNoun, .day, .weekday, .weekdayBare, .feast, .feastHijri, .firstOf, .month, .this,
    .same)
  static let nth = DateWords.mask(.final, .weekday, .period, .lastDays)
  static let periods = DateWords.mask(
    .weekend, .partOf, .quarter, .half, .season, .this, .same, .period, .rest, .stretch)
  static let months = DateWords.mask(.monthNoun, .month, .hijri, .this)
  static let decades = DateWords.mask(.decade, .period)
  static let references = DateWords.mask(.past, .present, .future, .thatTime, .pastIn)
  static let durations = DateWords.mask(
    .fractionUnit, .dual, .dualPeriod, .definiteUnits, .units, .fewBefore, .unit, .period)
  static let years = DateWords.mask(.yearNoun, .yearDual, .playingSeason)
}

/// The classes of which a word must stand behind a number, for a grammar to read it.
private enum Followers {
  static let sets = DateWords.mask(.times)
  static let clock = DateWords.mask(.clockHalf, .zone, .zoneOf, .minutePart, .except)
  static let days = DateWords.mask(.month, .hijri, .monthNoun, .period, .same, .this, .era)
  static let nth = DateWords.mask(.weekday, .weekdayBare, .unit)
  static let durations = DateWords.mask(.units, .unit, .definiteUnits, .dual, .age)
  static let years = DateWords.mask(.era)
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
    let isNumber =
      scope.text.tokens[index].isNumber || scope.isMark(index, 0x28, 0x2D, 0x2B)
      || scope.numbers.mayBegin(scope.text, index)
    let behind = isNumber ? Behind(scope, index) : nil
    if !scope.isUtterance, scope.marks[index] & DateWords.openers == 0, behind?.isNone ?? true {
      return []
    }
    var found = lists.list(scope, index, behind: behind?.classes ?? 0) ?? []
    if found.isEmpty, let longest = longest(scope, index, behind) {
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

  /// What stands behind a number, as far as it tells which grammar may read it.
  private struct Behind {
    /// Classes of the words within a few tokens.
    var classes: UInt64 = 0
    /// Whether it has the figures of a clock or a date: `10:30`, `5/12`, `12.05.2020`.
    var isFigures = false
    /// Whether it has the width of a year.
    var isWide = false

    init(_ scope: Scope, _ index: Int) {
      for token in index..<min(scope.end, index + 8) { classes |= scope.marks[token] }
      if scope.isUtterance { classes = .max }
      let token = scope.text.tokens[index]
      guard token.isNumber else {
        // (5) آذار
        isFigures = !token.isArabic
        return
      }
      isWide = token.viewCount >= 3
      isFigures = token.viewCount >= 4 || scope.isMark(index + 1, 0x2D, 0x2E, 0x2F, 0x3A, 0x2013)
    }

    var isNone: Bool { classes & DateWords.timeWords == 0 && !isFigures && !isWide }
  }

  /// The longest expression of all grammars; of equal ones the first. A grammar is only asked where
  /// a word of its opening classes stands, or a number with what it needs behind it.
  private func longest(_ scope: Scope, _ index: Int, _ behind: Behind?) -> TimeExpression? {
    let mask = scope.marks[index]
    let (near, isFigures) = (behind?.classes ?? 0, behind?.isFigures ?? false)
    var best: TimeExpression?
    func take(_ found: TimeExpression?) {
      guard let found, found.last > best?.last ?? -1 else { return }
      best = found
    }
    if mask & Openers.sets != 0 || near & Followers.sets != 0 {
      take(sets.recurrence(scope, index))
    }
    if mask & Openers.clock != 0 || near & Followers.clock != 0 || isFigures {
      take(clock.clock(scope, index))
    }
    if mask & Openers.partsOfDay != 0 { take(partsOfDay.partOfDay(scope, index)) }
    if mask & Openers.nth != 0 || near & Followers.nth != 0 { take(nth.nth(scope, index)) }
    if mask & Openers.days != 0 || near & Followers.days != 0 || isFigures {
      take(days.possibleOrNot(scope, index))
    }
    if mask & Openers.periods != 0 { take(periods.period(scope, index)) }
    if mask & Openers.months != 0 || isFigures { take(periods.months.month(scope, index)) }
    if mask & Openers.decades != 0 { take(periods.years.decade(scope, index)) }
    if mask & Openers.references != 0 { take(references.reference(scope, index)) }
    if mask & Openers.durations != 0 || near & Followers.durations != 0 {
      take(durations.duration(scope, index))
    }
    if mask & Openers.years != 0 || near & Followers.years != 0 || behind?.isWide ?? false {
      take(periods.years.year(scope, index))
    }
    return best
  }
}
