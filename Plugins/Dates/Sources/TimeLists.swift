// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Lists whose members take what they lack from the last: `بين 3 و8 تموز المقبل`,
/// `أيام الجمعة والسبت والأحد المقبلة`, `أشهر أبريل ومايو ويونيو`, `عامي 1990 و1995`.
struct TimeLists {
  let daysOfMonths = DayOfMonthGrammar()
  let months = MonthReader()
  let monthGrammar: MonthGrammar
  let clock: ClockGrammar

  /// The members of a list that begins at a token; nil where there is none. `behind` are the classes
  /// of the words behind a number at the token.
  func list(_ scope: Scope, _ index: Int, behind classes: UInt64) -> [TimeExpression]? {
    let mask = scope.marks[index]
    if mask & Self.nouns != 0,
      let found = weekdays(scope, index) ?? yearsOfNoun(scope, index) ?? monthNames(scope, index)
    {
      return found
    }
    if mask & Self.days != 0 || classes & Self.monthWords != 0,
      let found = figures(scope, index) ?? ends(scope, index)
    {
      return found
    }
    return mask & Self.hours != 0 || classes & Self.halves != 0 ? clock.pair(scope, index) : nil
  }

  private static let nouns = DateWords.mask(
    .dayDual, .yearDual, .monthDual, .monthNoun, .month)
  private static let days = DateWords.mask(.dayDual, .dayNoun, .firstOf)
  private static let monthWords = DateWords.mask(.month, .hijri, .monthNoun, .period, .same, .era)
  private static let hours = DateWords.mask(.hourWord)
  private static let halves = DateWords.mask(.clockHalf)

  /// Days that one list may have.
  private static let longest = 8

  // MARK: Weekdays

  private func weekdays(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard let noun = scope.hit(.dayDual, index),
      let first = scope.hit(.weekday, noun.last + 1, front: 0)
    else { return nil }
    var hits = [(hit: first, first: index, front: noun.front)]
    while hits.count < Self.longest {
      let next = hits[hits.count - 1].hit.last + 1
      if let more = scope.hit(.weekday, next, front: 1) {
        hits.append((more, next, 1))
      } else if scope.isMark(next, Letter.comma, 0x2C, Letter.waw),
        let more = scope.hit(.weekday, next + 1, front: 0)
      {
        hits.append((more, next + 1, 0))
      } else {
        break
      }
    }
    guard hits.count > 1, let end = hits.last else { return nil }
    let relative = scope.relative(end.hit.last + 1)
    let direction = relative?.direction ?? (scope.isFuture(before: index) ? 1 : nil)
    return hits.enumerated().map { place, member in
      let day = scope.reference.weekday(
        member.hit.number, direction: direction == 0 ? nil : direction)
      let isLast = place == hits.count - 1
      return TimeExpression(
        .date, first: member.first, front: member.front,
        last: isLast ? relative?.last ?? member.hit.last : member.hit.last,
        value: day?.iso ?? "XXXX-WXX-\(member.hit.number)", rule: "dates.list", day: day)
    }
  }

  // MARK: Days of one month

  /// Figures joined by و or إلى whose month stands at the last: `3 و8 تموز`, `3 و4 و5 تموز`; days in
  /// words alike (`الخامس عشر والتاسع عشر من نوفمبر`).
  private func figures(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    // يومي 26 و28 مارس: the noun belongs to the first.
    let plural = scope.hit(.dayDual, index)
    let noun = plural ?? scope.hit(.dayNoun, index)
    var starts: [(first: Int, front: Int, last: Int, day: Int)] = []
    var next = noun.map { $0.last + 1 } ?? index
    while starts.count < Self.longest, let day = day(scope, next, isFirst: starts.isEmpty),
      let linked = afterLink(scope, day.last + 1)
    {
      starts.append((next, day.front, day.last, day.value))
      next = linked
    }
    guard plural != nil || !starts.isEmpty, let last = daysOfMonths.day(scope, next),
      !last.isImpossible, let number = last.monthDay?.day, let end = last.day
    else { return nil }
    var found = starts.map { start in
      let day = end.adding(days: start.day - number)
      return TimeExpression(
        .date, first: start.first, front: start.front, last: start.last, value: day.iso,
        rule: "dates.list", day: day)
    }
    for place in found.indices { found[place].calendar = last.calendar }
    found.append(last)
    if let noun { found[0] = found[0].starting(at: index, front: noun.front) }
    return found
  }

  /// `بين 30 غشت و15 شتنبر 2024`: a stretch whose first day takes the year of its last.
  private func ends(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard var first = daysOfMonths.day(scope, index), !first.hasYear, first.calendar == nil,
      let from = first.monthDay,
      let linked = afterLink(scope, first.last + 1),
      let last = daysOfMonths.day(scope, linked), last.calendar == nil, let to = last.monthDay,
      let end = last.day, from.month != to.month
    else { return nil }
    let year = from.month < to.month ? end.fields.year : end.fields.year - 1
    guard let day = CivilDay(year, from.month, from.day) else { return nil }
    first.day = day
    first.value = day.iso
    return [first, last]
  }

  private func day(
    _ scope: Scope, _ index: Int, isFirst: Bool
  ) -> (value: Int, front: Int, last: Int)? {
    guard index < scope.end else { return nil }
    if let digits = scope.digits(index) {
      return digits.width <= 2 && (1...31).contains(digits.value)
        ? (digits.value, 0, index) : nil
    }
    guard scope.text.tokens[index].isArabic, isFirst || scope.isJoined(index),
      let ordinal = scope.ordinal(index),
      ordinal.value <= 31, scope.text.tokens[index].hasArticle(after: ordinal.front)
    else { return nil }
    return (Int(ordinal.value), ordinal.front, ordinal.last)
  }

  /// The token after و or إلى that stands alone, or the token itself where و sticks to it.
  private func afterLink(_ scope: Scope, _ index: Int) -> Int? {
    if scope.isMark(index, Letter.waw) { return index + 1 }
    if scope.isJoined(index) { return index }
    if let or = scope.hit(.or, index, front: 0) { return or.last + 1 }
    return scope.hit(.link, index, front: 0).flatMap { $0.value == "to" ? $0.last + 1 : nil }
  }

  // MARK: Years

  /// `عامي 1990 و1995`, `أعوام 1998 و2006 و2008`, `سنوات 2011، 2012`: the noun belongs to the first.
  private func yearsOfNoun(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard let noun = scope.hit(.yearDual, index), let first = year(scope, noun.last + 1) else {
      return nil
    }
    var found = [first.starting(at: index, front: noun.front)]
    while found.count < Self.longest {
      let next = found[found.count - 1].last + 1
      guard let linked = commaOrLink(scope, next, mayBeComma: true),
        let more = year(scope, linked)
      else { break }
      found.append(more)
    }
    return found.count > 1 ? found : nil
  }

  private func year(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let year = scope.digits(index), year.width == 4, (1000...2150).contains(year.value) else {
      return nil
    }
    return TimeExpression(
      .date, first: index, front: 0, last: index, value: ISO.pad(year.value, 4),
      rule: "dates.list")
  }

  // MARK: Months

  /// `شهري مارس وأبريل 2020`, `بين يناير ومارس المقبلين`, `من مايو إلى أيلول 2011`, `أشهر أبريل ومايو
  /// ويونيو`: all but the last take their year from it.
  private func monthNames(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    let noun = scope.hit(.monthDual, index) ?? scope.hit(.monthNoun, index)
    let isPlural = scope.hit(.monthDual, index) != nil
    guard noun != nil || scope.hit(.month, index) != nil else { return nil }
    let start = noun.map { $0.last + 1 } ?? index
    guard let first = months.named(scope, start, front: noun == nil ? nil : 0), !first.isHijri,
      first.year == nil, first.direction == nil
    else { return nil }
    var members = [(named: first, first: index, front: noun?.front)]
    while members.count < Self.longest {
      let (previous, next) = (
        members[members.count - 1].named, members[members.count - 1].named.last + 1
      )
      guard previous.year == nil, previous.direction == nil else { break }
      if scope.isJoined(next), let named = months.named(scope, next, front: 1), !named.isHijri {
        members.append((named, next, 1))
      } else if let linked = commaOrLink(scope, next, mayBeComma: isPlural),
        let named = months.named(scope, linked, front: 0), !named.isHijri
      {
        members.append((named, linked, 0))
      } else {
        break
      }
    }
    guard members.count > 1, let end = members.last?.named,
      isPlural || end.year != nil || end.direction != nil
    else { return nil }
    // A name alone may be a verb: it must count as a month by itself.
    guard let begin = noun?.front ?? monthGrammar.month(scope, index)?.front else { return nil }
    members[0].front = begin
    let direction = end.direction ?? (scope.isFuture(before: index) ? 1 : nil)
    return members.map { named, first, front in
      // December and January of one winter.
      let written = end.year.map { named.month > end.month ? $0 - 1 : $0 }
      let year = written ?? scope.reference.year(ofMonth: named.month, direction: direction)
      return TimeExpression(
        .date, first: first, front: front ?? 0, last: named.last,
        value: "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(named.month, 2))",
        rule: "dates.list")
    }
  }

  private func commaOrLink(_ scope: Scope, _ index: Int, mayBeComma: Bool) -> Int? {
    if mayBeComma, scope.isMark(index, Letter.comma, 0x2C) { return index + 1 }
    return afterLink(scope, index).flatMap { $0 > index ? $0 : nil }
  }
}
