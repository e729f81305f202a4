// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Clock times with their half of the day, day and zone: `الساعة الثالثة والنصف عصر يوم ١٤ أبريل`,
/// `18:30 بتوقيت غرينتش`, `الجمعة الساعة 7 مساء`.
struct ClockGrammar {
  let days: DayGrammar

  /// A dial with what says of which half, day and zone it is, in any order.
  private struct Reading {
    var dial: ClockDial
    var half: String?
    var day: TimeExpression?
    var zone = ""
    var hasZone = false
    var last: Int
  }

  /// A clock time at a token.
  func clock(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let read = reading(scope, index), isTime(read, scope, index) else { return nil }
    return expression(scope, read, first: index, front: read.dial.front, day: read.day)
  }

  private func reading(_ scope: Scope, _ index: Int, takesDay: Bool = true) -> Reading? {
    guard let dial = ClockDial(scope, index) else { return nil }
    var read = Reading(dial: dial, last: dial.last)
    for _ in 0..<4 {
      let next = read.last + 1
      if read.half == nil, let half = scope.hit(.clockHalf, next) {
        read.half = half.value
        read.dial.shift(half.value)
        read.last = half.last
        // التاسعة مساء وثلاثة أرباع
        if read.dial.minute == 0, let part = scope.hit(.minutePart, half.last + 1, front: 0) {
          read.dial.minute = max(0, part.number)
          read.last = part.last
        }
        continue
      }
      if let hit = scope.hit(.zone, next) {
        if hit.value == "Z" { read.zone = "Z" }
        read.hasZone = true
        read.last = hit.last
        continue
      }
      if let hit = scope.hit(.zoneOf, next), hit.last + 1 < scope.end,
        scope.text.tokens[hit.last + 1].isWord
      {
        read.last = hit.last + 1
        read.hasZone = true
        continue
      }
      if takesDay, read.day == nil, let after = dayAfter(scope, next) {
        read.day = after
        read.last = after.last
        continue
      }
      break
    }
    return read
  }

  /// Whether enough says that a time is meant.
  private func isTime(_ read: Reading, _ scope: Scope, _ index: Int) -> Bool {
    switch read.dial.form {
    case .named: return true
    case .colon:
      return read.last > read.dial.last || scope.isUtterance
        || scope.hit(.prep, before: index) != nil || scope.isFuture(before: index)
        || scope.hit(.link, index - 1) != nil
    case .ordinal:
      // الفريق الأول يوم أمس: a day alone makes no hour of an ordinal.
      return read.half != nil || read.hasZone || read.dial.minute != 0
        || isLinked(read, scope, index)
    case .number: return read.half != nil || read.hasZone || isLinked(read, scope, index)
    }
  }

  /// من السادسة للسابعة, in a question: the preposition speaks for the hour.
  private func isLinked(_ read: Reading, _ scope: Scope, _ index: Int) -> Bool {
    scope.isUtterance && scope.text.tokens[index].isArabic
      && (read.dial.front > 0 || scope.hit(.link, before: index) != nil)
  }

  private func expression(
    _ scope: Scope, _ read: Reading, first: Int, front: Int, day: TimeExpression?
  ) -> TimeExpression {
    var found = TimeExpression(
      .time, first: first, front: front, last: read.last, value: "", rule: "dates.clock")
    let date = day?.day ?? (day == nil ? scope.clockDay : nil)
    let prefix = date?.iso ?? day?.dayPrefix ?? scope.reference.dayValue(0)
    found.day = date
    found.value = (prefix ?? "") + read.dial.iso + read.zone
    found.hasDay = day != nil
    found.namesDay = day.map { $0.rule != "dates.deictic" } ?? false
    found.isHalved = read.half != nil || read.dial.hour > 12
    found.note(
      scope,
      "hour \(read.dial.hour), minute \(read.dial.minute)"
        + (read.half.map { ", half of the day: \($0)" } ?? ""))
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

  // MARK: Behind a day

  /// The clock time right behind a day or a part of one: `الجمعة الساعة 7 مساء`, `غدا 7:30`,
  /// `بعد الظهر الساعة 7`.
  func behind(_ day: TimeExpression, _ scope: Scope) -> TimeExpression? {
    var next = day.last + 1
    // الجمعة, 31 يوليو 2009, 02:11 GMT
    if scope.isMark(next, Letter.comma, 0x2C), scope.isMark(next + 2, 0x3A), day.hasYear {
      next += 1
    }
    guard next < scope.end, day.kind == .time || day.day != nil || day.value.hasPrefix("XXXX-W"),
      scope.hit(.hourWord, next, front: 0) != nil || scope.text.tokens[next].isNumber,
      var read = reading(scope, next, takesDay: false), read.dial.front == 0,
      read.dial.form == .named || read.dial.form == .colon && read.dial.second == nil
        || read.half != nil || day.kind == .time && read.dial.form == .colon
    else { return nil }
    var whole = day
    if day.kind == .time, let mark = day.value.lastIndex(of: "T") {
      let part = day.value[day.value.index(after: mark)...]
      guard part.count == 2 else { return nil }
      if read.half == nil {
        read.half = ["MO": "am", "MI": "noon", "AF": "pm", "EV": "pm", "NI": "night"][String(part)]
        read.dial.shift(read.half ?? "")
      }
      whole.value = String(day.value[..<mark])
      if whole.value.hasPrefix("XXXX-XX") { whole.value = "" }
    }
    return expression(scope, read, first: day.first, front: day.front, day: whole)
  }

  // MARK: Pairs

  /// `بين الساعة 8 و10 مساء`, `من 5 إلى 6 بعد الظهر`, `4-5 مساء`: the first takes its half, day and
  /// zone from the second. A hyphenated pair is one expression.
  func pair(_ scope: Scope, _ index: Int) -> [TimeExpression]? {
    guard index < scope.end,
      scope.text.tokens[index].isNumber || scope.hit(.hourWord, index) != nil
        || scope.text.tokens[index].isArabic && scope.hit(.link, before: index) != nil,
      var first = reading(scope, index, takesDay: false), !first.hasZone,
      first.dial.form == .named || first.dial.form == .colon
        || opensPair(scope, index) || scope.isDash(first.last + 1)
    else { return nil }
    let link = first.last + 1
    var next: Int
    var front: Int?
    if scope.isDash(link) || scope.isMark(link, Letter.waw) {
      next = link + 1
    } else if let to = scope.hit(.link, link, front: 0), to.value == "to" {
      next = to.last + 1
    } else if scope.isJoined(link) {
      next = link
      front = 1
    } else {
      return nil
    }
    guard var second = reading(scope, next), second.dial.front == front ?? 0,
      let half = second.half, first.half == nil || second.day != nil
    else { return nil }
    let plain = first.dial
    if first.dial.hour <= 12, first.half == nil { first.dial.shift(half) }
    if first.half == nil, first.dial.hour > second.dial.hour { first.dial = plain }
    first.zone = second.zone
    var from = expression(
      scope, first, first: index, front: first.dial.front, day: second.day)
    if scope.isDash(link) {
      second.dial.front = first.dial.front
      let to = expression(scope, second, first: index, front: from.front, day: second.day)
      from.last = to.last
      from.value += "/" + to.value
      return [from]
    }
    return [
      from, expression(scope, second, first: next, front: front ?? 0, day: second.day),
    ]
  }

  /// من or بين before a token.
  private func opensPair(_ scope: Scope, _ index: Int) -> Bool {
    let link = scope.hit(.link, before: index)?.value
    return link == "from" || link == "between"
  }
}
