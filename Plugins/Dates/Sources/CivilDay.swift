// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, extended to all years, with the arithmetic that dates need.
struct CivilDay: Equatable, Comparable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// The day of a year, month and day; nil when there is none such.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    // Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146097 + dayOfEra - 719468
  }

  /// Monday of an ISO week; nil when the year has no such week.
  init?(week: Int, of year: Int) {
    guard (1...53).contains(week), let fourth = CivilDay(year, 1, 4) else { return nil }
    number = fourth.number - (fourth.weekday - 1) + 7 * (week - 1)
    guard self.week.year == year else { return nil }
  }

  /// Year, month and day.
  var fields: (year: Int, month: Int, day: Int) {
    let z = number + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// ISO weekday: Monday 1 … Sunday 7.
  var weekday: Int {
    let day = (number + 3) % 7
    return (day < 0 ? day + 7 : day) + 1
  }

  /// The ISO week it lies in.
  var week: (year: Int, week: Int) {
    let thursday = CivilDay(number: number - weekday + 4)
    let year = thursday.fields.year
    let first = CivilDay(year, 1, 1)?.number ?? thursday.number
    return (year, (thursday.number - first) / 7 + 1)
  }

  /// `2024-12-06`
  var iso: String {
    let (year, month, day) = fields
    return "\(ISO.pad(year, 4))-\(ISO.pad(month, 2))-\(ISO.pad(day, 2))"
  }

  /// `2024-W49`
  var isoWeek: String {
    let (year, week) = self.week
    return "\(ISO.pad(year, 4))-W\(ISO.pad(week, 2))"
  }

  /// The same day so many months away, or the last day of that month; nil outside the calendar.
  func adding(months: Int) -> CivilDay? {
    let (year, month, day) = fields
    let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, (12..<120_000).contains(count) else { return nil }
    return CivilDay(
      count / 12, count % 12 + 1, min(day, Self.days(in: count % 12 + 1, of: count / 12)))
  }

  func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// Digits as ISO 8601 wants them.
enum ISO {
  static func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return digits.count < width
      ? String(repeating: "0", count: width - digits.count) + digits : digits
  }

  /// `T15:30`
  static func time(_ hour: Int, _ minute: Int) -> String { "T\(pad(hour, 2)):\(pad(minute, 2))" }
}
