// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The interval of two ends, of which one may lack what the other says.
enum UtteranceInterval {
  static func interval(
    _ start: TimeExpression, _ end: TimeExpression, _ scope: Scope
  ) -> TimeExpression? {
    guard start.kind != .duration, end.kind != .duration else { return nil }
    var found = start
    found.rule = "dates.interval"
    found.last = end.last
    found.steps += end.steps
    if start.kind == .time, end.kind == .time {
      guard let (a, b) = clocks(start, end) else { return nil }
      found.value = "\(a)/\(b)"
      return found
    }
    if start.kind == .date, end.kind == .time, let day = start.day,
      let mark = end.value.lastIndex(of: "T")
    {
      found.kind = .time
      found.value = "\(day.iso)/\(day.iso)\(end.value[mark...])"
      return found
    }
    guard start.kind == .date, end.kind == .date else { return nil }
    let first = start.value.prefix { $0 != "/" }
    // من الاثنين إلى الجمعة: the one that follows.
    if end.rule == "dates.weekday", let from = start.day, let to = end.day, to < from {
      found.value = "\(first)/\(to.adding(days: 7).iso)"
      return found
    }
    let last = end.value.split(separator: "/").last ?? "XXXX"
    found.value = "\(first)/\(last)"
    return found
  }

  /// Both ends as day and time: the second lies after the first, a first without its half of the
  /// day takes that of the second.
  private static func clocks(
    _ start: TimeExpression, _ end: TimeExpression
  ) -> (String, String)? {
    guard var a = Clock(start.value), var b = Clock(end.value) else {
      return (start.value, end.value)
    }
    if !start.isHalved, end.isHalved, a.hour < 12, b.hour >= 12, a.hour + 12 <= b.hour {
      a.hour += 12
    }
    if start.isHalved, !end.isHalved, b.hour < 12, a.hour >= 12, b.hour + 12 >= a.hour {
      b.hour += 12
    }
    if start.hasDay, !end.hasDay { b.day = a.day }
    // من 9:30 حتى 11:00 يوم الخميس; but `من الرابعة إلى الخامسة غدا` begins today.
    if !start.hasDay, end.hasDay, end.namesDay, a.hour < b.hour { a.day = b.day }
    return (a.text, b.text)
  }

  private struct Clock {
    var day: String
    var hour: Int
    var rest: String

    init?(_ value: String) {
      guard let mark = value.lastIndex(of: "T"),
        let hour = Int(value[value.index(after: mark)...].prefix(2))
      else { return nil }
      day = String(value[..<mark])
      self.hour = hour
      rest = String(value[value.index(after: mark)...].dropFirst(2))
    }

    var text: String { "\(day)T\(ISO.pad(hour, 2))\(rest)" }
  }
}

/// A length of time counted from a day or from now: `بعد أسبوعين`, `قبل ساعة`, `بعد 3 أيام من الجمعة`.
enum UtteranceShift {
  /// The point so far away, in the precision of the length's unit; nil for vague lengths.
  static func shifted(
    _ length: TimeExpression, by sign: Int, _ base: TimeExpression?, _ scope: Scope
  ) -> TimeExpression? {
    guard let parts = Parts(length.value) else { return nil }
    var found = length
    found.rule = "dates.shifted"
    found.kind = .date
    if let base, let day = base.day ?? DayRange(base.value)?.first {
      guard let moved = parts.move(day, sign) else { return nil }
      found.day = moved
      found.value = moved.iso
      return found
    }
    guard let today = scope.reference.day else {
      found.value = sign < 0 ? "PAST_REF" : "FUTURE_REF"
      return found
    }
    guard let moved = parts.move(today, sign) else { return nil }
    if parts.seconds != 0 {
      guard let now = scope.reference.second else { return length }
      let (time, overflow) = (sign * parts.seconds).addingReportingOverflow(now)
      guard !overflow, abs(time) < 400_000_000 else { return nil }
      let days = Int((Double(time) / 86400).rounded(.down))
      let rest = time - days * 86400
      let day = moved.adding(days: days)
      found.kind = .time
      found.day = day
      found.value =
        day.iso + ISO.time(rest / 3600, rest / 60 % 60) + ":" + ISO.pad(rest % 60, 2)
      return found
    }
    found.day = moved
    found.value =
      parts.days != 0
      ? moved.iso
      : parts.months % 12 != 0 ? String(moved.iso.prefix(7)) : String(moved.iso.prefix(4))
    found.note(scope, "document date, \(length.value) \(sign < 0 ? "before" : "after")")
    return found
  }

  /// The months, days and seconds of a TIMEX3 length in whole numbers.
  private struct Parts {
    var months = 0
    var days = 0
    var seconds = 0

    init?(_ value: String) {
      guard value.first == "P" else { return nil }
      var isTime = false
      var digits = ""
      for letter in value.dropFirst() {
        if letter.isNumber {
          digits.append(letter)
          continue
        }
        if letter == "T" {
          isTime = true
          continue
        }
        guard let count = Int(digits), count < 1_000_000 else { return nil }
        digits = ""
        switch (letter, isTime) {
        case ("Y", _): months += 12 * count
        case ("M", false): months += count
        case ("W", _): days += 7 * count
        case ("D", _): days += count
        case ("H", _): seconds += 3600 * count
        case ("M", true): seconds += 60 * count
        case ("S", _): seconds += count
        default: return nil
        }
      }
    }

    func move(_ day: CivilDay, _ sign: Int) -> CivilDay? {
      day.adding(months: sign * months).flatMap {
        let moved = $0.adding(days: sign * days)
        return (1...9999).contains(moved.fields.year) ? moved : nil
      }
    }
  }
}
