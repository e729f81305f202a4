// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Days: weekdays, اليوم and أمس, days of a month in words and figures, feasts.
struct DayGrammar {
  let months: MonthGrammar

  /// The day expression that begins at a token; a leading يوم belongs to it.
  func day(_ scope: Scope, _ index: Int) -> TimeExpression? {
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
    return core(scope, index)
  }

  private func core(_ scope: Scope, _ index: Int) -> TimeExpression? {
    deictic(scope, index) ?? weekday(scope, index) ?? months.dayOfMonth(scope, index)
      ?? feast(scope, index)
  }

  // MARK: Deictic days

  /// اليوم, أمس الخميس, غدا الجمعة 7 مارس.
  private func deictic(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.day, index) else { return nil }
    let offset = hit.number
    let day = scope.reference.day?.adding(days: offset)
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last,
      value: scope.reference.dayValue(offset)
        ?? (offset == 0 ? "PRESENT_REF" : offset < 0 ? "PAST_REF" : "FUTURE_REF"),
      rule: "dates.deictic", day: day)
    found.note(scope, "document date, \(offset) days")
    guard let weekday = scope.hit(.weekday, hit.last + 1, front: 0) else {
      if let date = months.dayOfMonth(scope, hit.last + 1), date.front == 0 {
        found.last = date.last
      }
      return found
    }
    found.last = weekday.last
    if scope.reference.month == nil { found.value = "XXXX-WXX-\(weekday.number)" }
    if let day, day.weekday != weekday.number {
      // The weekday is the firmer of the two: a document date is often that of the publication.
      found.isContradictory = true
      found.day = scope.reference.weekday(weekday.number, direction: offset > 0 ? 1 : nil)
      found.value = found.day?.iso ?? found.value
    }
    if let date = months.dayOfMonth(scope, weekday.last + 1), date.front == 0 {
      found.last = date.last
    }
    return found
  }

  // MARK: Weekdays

  /// الجمعة, الأحد الماضي, السبت ٨ فبراير المقبل.
  private func weekday(_ scope: Scope, _ index: Int) -> TimeExpression? {
    var hit = scope.hit(.weekday, index)
    if hit == nil, index > scope.sentence.lowerBound, scope.hit(.dayNoun, index - 1) != nil {
      hit = scope.hit(.weekdayBare, index, front: 0)
    }
    guard let hit else { return nil }
    let weekday = hit.number
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: "XXXX-WXX-\(weekday)",
      rule: "dates.weekday")
    if let date = months.dayOfMonth(scope, hit.last + 1), date.front == 0 {
      found.last = date.last
      found.value = date.value
      found.day = date.day
      found.steps = date.steps
      if let day = date.day, day.weekday != weekday {
        found.isContradictory = true
      }
      return found
    }
    var direction: Int?
    if let relative = scope.relative(hit.last + 1) {
      found.last = relative.last
      direction = relative.direction == 0 ? nil : relative.direction
    } else if let week = scope.hit(.weekBefore, hit.last + 1) {
      found.last = week.last
      direction = -1
    } else if isDeadline(scope, index) || scope.isFuture(before: index) {
      direction = 1
    }
    if let day = scope.reference.weekday(weekday, direction: direction) {
      found.day = day
      found.value = day.iso
      found.note(
        scope,
        direction == 1
          ? "first such weekday after the document date"
          : direction == -1
            ? "last such weekday before the document date"
            : "nearest such weekday not after the document date")
    } else if let value = scope.reference.dayValue(0) {
      found.value = value
    }
    return found
  }

  /// قبل الجمعة, قبل يوم الجمعة: what has an end to be met lies ahead.
  private func isDeadline(_ scope: Scope, _ index: Int) -> Bool {
    let first = scope.hit(.dayNoun, index - 1) != nil ? index - 1 : index
    return first > scope.sentence.lowerBound && scope.hit(.deadline, first - 1) != nil
  }

  // MARK: Feasts

  private func feast(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let hit = scope.hit(.feastHijri, index) {
      let fields = hit.value.split(separator: "-").compactMap { Int($0) }
      guard fields.count == 2 else { return nil }
      var found = TimeExpression(
        .date, first: index, front: hit.front, last: hit.last, value: "XXXX-XX-XX",
        rule: "dates.feast")
      found.calendar = "hijri"
      let relative = scope.relative(hit.last + 1)
      if let relative { found.last = relative.last }
      if let today = scope.reference.day {
        let day = HijriDates.nearest(
          month: fields[0], day: fields[1], to: today, direction: relative?.direction)
        found.day = day
        found.value = day?.iso ?? found.value
        found.note(scope, "\(fields[1]) of Hijri month \(fields[0]), ICU islamic-umalqura")
      }
      return found
    }
    guard let hit = scope.hit(.feast, index) else { return nil }
    let fields = hit.value.split(separator: "-").compactMap { Int($0) }
    guard fields.count == 2 else { return nil }
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: hit.last, value: "XXXX-\(hit.value)",
      rule: "dates.feast")
    let relative = scope.relative(hit.last + 1)
    if let relative { found.last = relative.last }
    if let year = scope.reference.year(
      ofMonth: fields[0], day: fields[1], direction: relative?.direction),
      let day = CivilDay(year, fields[0], fields[1])
    {
      found.day = day
      found.value = day.iso
    }
    return found
  }
}
