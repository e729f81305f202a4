// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Days: اليوم and أمس, weekdays, days of a month in words and figures, feasts.
struct DayGrammar {
  let daysOfMonths = DayOfMonthGrammar()
  let feasts = FeastGrammar()
  private let weekdays: WeekdayGrammar

  init() { weekdays = WeekdayGrammar(daysOfMonths: daysOfMonths) }

  /// The day expression that begins at a token; a leading يوم belongs to it.
  func day(_ scope: Scope, _ index: Int) -> TimeExpression? {
    possibleOrNot(scope, index).flatMap { $0.isImpossible ? nil : $0 }
  }

  /// The same, with days that no calendar has (99/99/9999).
  func possibleOrNot(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let this = scope.hit(.this, index), let hit = weekday(scope, this.last + 1), hit.front == 0 {
      // هذا الأربعاء: the one of this week.
      var found = hit.starting(at: index, front: this.front)
      if hit.last == hit.first || scope.hit(.dayNoun, hit.first) != nil,
        let day = hit.day.flatMap({ scope.reference.weekday($0.weekday, inWeek: 0) })
      {
        found.day = day
        found.value = day.iso
      }
      return found
    }
    if let hit = scope.hit(.dayNoun, index), hit.last + 1 < scope.end,
      let inner = core(scope, hit.last + 1), inner.front == 0,
      scope.hit(.day, index) == nil || inner.rule == "dates.weekday"
        || inner.rule == "dates.day-month"
    {
      if scope.hit(.agreed, index) != nil || scope.hit(.day, index) != nil {
        // الموافق 5 مارس stays out; اليوم الجمعة is read below.
      } else {
        return inner.starting(at: index, front: hit.front)
      }
    }
    return core(scope, index) ?? numbered(scope, index)
  }

  /// يوم 21: the nearest such day of a month.
  private func numbered(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let noun = scope.hit(.dayNoun, index), scope.hit(.day, index) == nil,
      let day = scope.digits(noun.last + 1), day.width <= 2, (1...31).contains(day.value),
      scope.isClosed(noun.last + 2)
    else { return nil }
    let candidates = [-1, 0, 1].compactMap { scope.reference.day(day.value, monthsAway: $0) }
    let found = scope.reference.day.flatMap { today in
      let isFuture = scope.isFuture(before: index)
      return isFuture
        ? candidates.first { $0 >= today }
        : candidates.min { abs($0.number - today.number) < abs($1.number - today.number) }
    }
    return TimeExpression(
      .date, first: index, front: noun.front, last: noun.last + 1,
      value: found?.iso ?? "XXXX-XX-\(ISO.pad(day.value, 2))", rule: "dates.day-number", day: found)
  }

  /// يوم الجمعة, الجمعة.
  private func weekday(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let noun = scope.hit(.dayNoun, index, front: 0) else {
      return weekdays.weekday(scope, index)
    }
    return weekdays.weekday(scope, noun.last + 1)?.starting(at: index, front: 0)
  }

  private func core(_ scope: Scope, _ index: Int) -> TimeExpression? {
    sameDay(scope, index) ?? deictic(scope, index) ?? weekdays.weekday(scope, index)
      ?? daysOfMonths.day(scope, index)
      ?? feasts.feast(scope, index)
  }

  /// «بغداد اليوم», "عدن الغد": the last word of a short name.
  private func isNameInQuotes(_ scope: Scope, _ hit: DateWords.Hit) -> Bool {
    let close = hit.last + 1
    guard close < scope.end, scope.text.tokens[close].flags.contains(.quote) else { return false }
    for open in [hit.last - 2, hit.last - 3]
    where open >= scope.sentence.lowerBound && scope.text.tokens[open].flags.contains(.quote) {
      let inside = (open + 1)..<hit.last
      return inside.allSatisfy {
        scope.text.tokens[$0].isArabic && scope.hit(.prep, $0) == nil
          && scope.hit(.dayNoun, $0) == nil
      }
    }
    return false
  }

  /// اليوم, أمس الخميس, غدا الجمعة 7 مارس.
  private func deictic(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.day, index) else { return nil }
    // طوال اليوم is a length.
    if hit.number == 0, scope.hit(.prep, before: index)?.number == 6,
      scope.hit(.weekday, hit.last + 1) == nil
    {
      return nil
    }
    if isNameInQuotes(scope, hit) { return nil }
    let offset = hit.number
    if offset == 0, let found = nowadays(scope, index, hit) { return found }
    // اليوم الأول is no day of its own.
    if offset == 0, hit.last + 1 < scope.end, scope.text.tokens[hit.last + 1].hasArticle(after: 0),
      scope.ordinal(hit.last + 1) != nil, scope.hit(.weekday, hit.last + 1) == nil
    {
      return nil
    }
    let day = scope.reference.day?.adding(days: offset)
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last,
      value: scope.reference.dayValue(offset)
        ?? (offset == 0 ? "PRESENT_REF" : offset < 0 ? "PAST_REF" : "FUTURE_REF"),
      rule: "dates.deictic", day: day)
    found.note(scope, "document date, \(offset) days")
    guard let (weekday, last) = weekday(scope, behind: hit.last) else {
      if let date = daysOfMonths.day(scope, hit.last + 1), date.front == 0, !date.isImpossible {
        found.last = date.last
      }
      return found
    }
    found.last = last
    if scope.reference.month == nil { found.value = "XXXX-WXX-\(weekday.number)" }
    if let day, day.weekday != weekday.number {
      // The weekday is the firmer of the two: a document date is often that of the publication.
      found.isContradictory = true
      found.day = scope.reference.weekday(weekday.number, direction: offset > 0 ? 1 : nil)
      found.value = found.day?.iso ?? found.value
      found.note(scope, "weekday \(weekday.number) contradicts the document date and counts")
    }
    if let date = daysOfMonths.day(scope, last + 1), date.front == 0, !date.isImpossible {
      found.last = date.last
    }
    return found
  }

  /// اليوم in the sense of nowadays: a state or its denial stands beside it (`أصبح لديه اليوم`,
  /// `اليوم ليس`, `أما اليوم`).
  private func nowadays(_ scope: Scope, _ index: Int, _ hit: DateWords.Hit) -> TimeExpression? {
    guard hit.last == index, scope.hit(.weekday, index + 1) == nil else { return nil }
    let before = scope.hit(.stateAround, index - 1) ?? scope.hit(.stateAround, index - 2)
    let after = scope.hit(.stateAround, index + 1)
    guard
      index > scope.sentence.lowerBound && before.map({ $0.value == "before" }) ?? false
        || after.map({ $0.value == "after" }) ?? false
    else { return nil }
    return TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: "PRESENT_REF",
      rule: "dates.nowadays")
  }

  /// The weekday behind اليوم and its like, in brackets or quotes or without: أمس (الاثنين).
  private func weekday(
    _ scope: Scope, behind last: Int
  ) -> (hit: DateWords.Hit, last: Int)? {
    if let hit = scope.hit(.weekday, last + 1, front: 0) { return (hit, hit.last) }
    let next = last + 1
    guard next < scope.end,
      scope.isMark(next, 0x28) || scope.text.tokens[next].flags.contains(.quote),
      let hit = scope.hit(.weekday, next + 1, front: 0), hit.last + 1 < scope.end,
      scope.isMark(hit.last + 1, 0x29) || scope.text.tokens[hit.last + 1].flags.contains(.quote)
    else { return nil }
    return (hit, hit.last + 1)
  }
}
