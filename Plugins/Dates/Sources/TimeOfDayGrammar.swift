// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Parts of days and clock times: `صباح اليوم الجمعة`, `ليل السبت الأحد`, `الساعة الثالثة والنصف عصر
/// يوم ١٤ أبريل`, `18:30 بتوقيت غرينتش`.
struct TimeOfDayGrammar {
  let days: DayGrammar

  // MARK: Parts of days

  /// A part of a day with its day, or alone as an adverb.
  func partOfDay(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let tonight = scope.hit(.tonight, index), scope.hit(.day, tonight.last + 1) == nil,
      scope.hit(.weekday, tonight.last + 1) == nil, scope.text.tokens[index].viewCount > 0,
      tonight.last > index
        || scope.reference.day != nil && tonight.front == 0 && isTonight(scope, index)
    {
      return TimeExpression(
        .time, first: index, front: tonight.front, last: tonight.last,
        value: (scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "TNI", rule: "dates.tonight",
        day: scope.reference.day)
    }
    // هذا الصباح
    if let this = scope.hit(.this, index),
      let part = scope.hit(.partOfDay, this.last + 1, front: 0),
      part.last == this.last + 1
    {
      return TimeExpression(
        .time, first: index, front: this.front, last: part.last,
        value: (scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + part.value,
        rule: "dates.this-part-of-day", day: scope.reference.day)
    }
    guard let hit = scope.hit(.partOfDay, index) else { return bareAdverb(scope, index) }
    let next = hit.last + 1
    if next < scope.end, let day = days.day(scope, next), day.front == 0 {
      return joined(scope, index, hit, day)
    }
    return bareAdverb(scope, index) ?? general(scope, index)
  }

  private func isTonight(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.night, index) == nil
  }

  private func joined(
    _ scope: Scope, _ index: Int, _ hit: DateWords.Hit, _ day: TimeExpression
  ) -> TimeExpression {
    var found = day.starting(at: index, front: hit.front)
    found.kind = .time
    found.rule = "dates.part-of-day"
    // ليلة الثلاثاء الأربعاء, ليل الجمعة - السبت: the first day counts.
    if hit.value == "NI", day.rule == "dates.weekday" {
      var next = day.last + 1
      if scope.isDash(next) || scope.isSlash(next) { next += 1 }
      if let to = scope.hit(.prep, next, front: 0),
        scope.hit(.weekday, to.last + 1, front: 0) != nil,
        to.last == next
      {
        next = to.last + 1
      }
      if let second = scope.hit(.weekday, next, front: 0) ?? scope.hit(.weekday, next, front: 1),
        second.number == weekdayAfter(scope, day)
      {
        found.last = second.last
        // With two days named, the night began on the last such pair before the document's date.
        if let first = day.day, let today = scope.reference.day, first == today {
          found.day = first.adding(days: -7)
          found.value = found.day?.iso ?? found.value
        }
      }
    }
    // ليل 5-6 ديسمبر: here too.
    if hit.value == "NI", day.rule == "dates.day-range" {
      found.value = String(found.value.prefix { $0 != "/" })
    }
    found.value += "T" + hit.value
    return found
  }

  private func weekdayAfter(_ scope: Scope, _ day: TimeExpression) -> Int {
    if let date = day.day { return date.weekday % 7 + 1 }
    return (day.value.last.flatMap { Int(String($0)) } ?? 0) % 7 + 1
  }

  /// ليلاً, صباحاً: the night or morning that the text tells of, else the nearest one.
  private func bareAdverb(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.barePart, index, front: 0) else { return nil }
    // مساء without tanwin needs a day; with it, or before punctuation, it is an adverb.
    if hit.value == "EV", !isClosed(scope, hit.last + 1) { return nil }
    let day = scope.lastDay ?? scope.reference.day
    return TimeExpression(
      .time, first: index, front: 0, last: hit.last,
      value: (day?.iso ?? scope.reference.dayValue(0) ?? "XXXX-XX-XX") + "T" + hit.value,
      rule: "dates.adverb-of-day", day: day)
  }

  private func isClosed(_ scope: Scope, _ index: Int) -> Bool {
    index >= scope.end || scope.text.tokens[index].kind == .punctuation
      || scope.hit(.prep, index) != nil
  }

  /// الليل in general.
  private func general(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.night, index) else { return nil }
    return TimeExpression(
      .time, first: index, front: hit.front, last: hit.last, value: "XXXX-XX-XXTNI",
      rule: "dates.night-in-general")
  }

  // MARK: Clock times

  /// A clock time at a token with its half of the day, day and zone.
  func clock(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let dial = dial(scope, index) else { return nil }
    var found = TimeExpression(
      .time, first: index, front: dial.front, last: dial.last, value: "", rule: "dates.clock")
    var hour = dial.hour
    var day: TimeExpression?
    var zone = ""
    // Half of the day, day and zone come in any order.
    for _ in 0..<4 {
      let next = found.last + 1
      if let half = scope.hit(.clockHalf, next) {
        hour = shift(hour, half.value)
        found.last = half.last
        continue
      }
      if let hit = scope.hit(.zone, next) {
        if hit.value == "Z" { zone = "Z" }
        found.last = hit.last
        continue
      }
      if let hit = scope.hit(.zoneOf, next), hit.last + 1 < scope.end,
        scope.text.tokens[hit.last + 1].isWord
      {
        found.last = hit.last + 1
        continue
      }
      if day == nil, let after = dayAfter(scope, next) {
        day = after
        found.last = after.last
        continue
      }
      break
    }
    // Without الساعة something else must have made it a time.
    if dial.needsMore && found.last == dial.last { return nil }
    let date = day?.day ?? (day == nil ? scope.clockDay : nil)
    let prefix = date?.iso ?? day?.value ?? scope.reference.dayValue(0)
    found.day = date
    found.value = (prefix ?? "") + ISO.time(hour, dial.minute) + zone
    return found
  }

  private func dayAfter(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard index < scope.end else { return nil }
    if let found = days.day(scope, index), found.front == 0 { return found }
    guard let of = scope.hit(.of, index, front: 0), of.value == "0",
      let found = days.day(scope, of.last + 1), found.front == 0
    else { return nil }
    return found
  }

  private struct Dial {
    var hour: Int
    var minute: Int
    var front: Int
    var last: Int
    /// Figures with a colon and ordinals alone: a half of the day or a zone must follow.
    var needsMore: Bool
  }

  private func dial(_ scope: Scope, _ index: Int) -> Dial? {
    if let word = scope.hit(.hourWord, index) {
      var next = word.last + 1
      if scope.isMark(next, 0x3A) { next += 1 }
      guard var dial = face(scope, next) else { return nil }
      dial.front = word.front
      dial.needsMore = false
      return dial
    }
    guard let dial = face(scope, index) else { return nil }
    return dial
  }

  /// `9:18`, `11.15`, `الثالثة والنصف`, `8`.
  private func face(_ scope: Scope, _ index: Int) -> Dial? {
    guard index < scope.end else { return nil }
    if let hour = scope.digits(index), hour.width <= 2, hour.value <= 24 {
      if scope.isMark(index + 1, 0x3A), let minute = scope.digits(index + 2), minute.width == 2,
        minute.value < 60, scope.text.tokens[index + 1].flags.contains(.glued)
      {
        var last = index + 2
        if scope.isMark(last + 1, 0x3A), let second = scope.digits(last + 2), second.width == 2 {
          last += 2
        }
        return Dial(hour: hour.value, minute: minute.value, front: 0, last: last, needsMore: true)
      }
      var dial = Dial(hour: hour.value, minute: 0, front: 0, last: index, needsMore: true)
      addMinutes(scope, &dial)
      return dial
    }
    if let pointed = pointedTime(scope, index) { return pointed }
    guard let ordinal = scope.numbers.ordinal(in: scope.text, at: index, end: scope.end),
      (1...12).contains(ordinal.value), scope.text.tokens[index].hasArticle(after: ordinal.front)
    else { return wordHour(scope, index) }
    var dial = Dial(
      hour: Int(ordinal.value), minute: 0, front: ordinal.front, last: ordinal.last,
      needsMore: true)
    addMinutes(scope, &dial)
    return dial
  }

  /// الواحدة is a cardinal.
  private func wordHour(_ scope: Scope, _ index: Int) -> Dial? {
    let token = scope.text.tokens[index]
    guard token.isArabic else { return nil }
    for front in 0...1 where token.mayStrip(front) && token.hasArticle(after: front) {
      let hash = scope.text.hash(of: token, front: front + 2)
      if scope.numbers.cardinal(ofHash: hash) == 1 {
        var dial = Dial(hour: 1, minute: 0, front: front, last: index, needsMore: true)
        addMinutes(scope, &dial)
        return dial
      }
    }
    return nil
  }

  /// `11.15` is one token with a decimal point.
  private func pointedTime(_ scope: Scope, _ index: Int) -> Dial? {
    let token = scope.text.tokens[index]
    guard token.isNumber, (4...5).contains(token.viewCount) else { return nil }
    var parts = [0, 0]
    var place = 0
    var width = 0
    for offset in 0..<token.viewCount {
      let unit = scope.text.unit(offset, of: token)
      if unit == 0x2E, place == 0 {
        place = 1
        width = 0
      } else if unit >= 0x30, unit <= 0x39 {
        parts[place] = parts[place] * 10 + Int(unit - 0x30)
        width += 1
      } else {
        return nil
      }
    }
    guard place == 1, width == 2, parts[0] <= 24, parts[1] < 60 else { return nil }
    return Dial(hour: parts[0], minute: parts[1], front: 0, last: index, needsMore: true)
  }

  private func addMinutes(_ scope: Scope, _ dial: inout Dial) {
    let next = dial.last + 1
    if let part = scope.hit(.minutePart, next, front: 0) {
      dial.last = part.last
      dial.minute = part.number
    } else if scope.isJoined(next) || scope.isMark(next, Letter.waw),
      let number = scope.numbers.phrase(
        in: scope.text, at: scope.isMark(next, Letter.waw) ? next + 1 : next, end: scope.end),
      number.value > 0, number.value < 60, let unit = minuteNoun(scope, number.last + 1)
    {
      dial.last = unit
      dial.minute = Int(number.value)
    }
    if dial.minute < 0 {
      dial.minute += 60
      dial.hour = dial.hour == 1 ? 12 : dial.hour - 1
    }
  }

  private func minuteNoun(_ scope: Scope, _ index: Int) -> Int? {
    if let hit = scope.hit(.units, index, front: 0), hit.number == 1 { return hit.last }
    if let hit = scope.hit(.unit, index, front: 0), hit.number == 1 { return hit.last }
    return nil
  }

  private func shift(_ hour: Int, _ half: String) -> Int {
    switch half {
    case "pm": hour < 12 ? hour + 12 : hour
    case "am": hour == 12 ? 0 : hour
    case "noon": hour < 10 ? hour + 12 : hour
    case "night": hour == 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour
    case "midnight": hour == 12 ? 0 : hour
    default: hour
    }
  }
}
