// SPDX-License-Identifier: Apache-2.0

/// The date of the document, as far as it is known, and what relative expressions make of it.
struct Reference {
  let year: Int?
  let month: Int?
  /// The day, when it is known to the day.
  let day: CivilDay?
  /// Seconds since midnight, when the time is known.
  let second: Int?
  /// Whether what has no direction of its own lies ahead, as in a question: `الجمعة` asked for is
  /// the next one, where an article tells of the last one.
  var looksAhead = false
  /// The Hijri calendar that counts.
  var hijri = HijriDates()

  /// Reads `2024-12-06`, `2024-12-06T10:30`, `2024-12` or `2024`; anything else is no date.
  init(_ text: String?) {
    let fields = (text ?? "").prefix { $0 != "T" && $0 != " " }.split(separator: "-").map {
      Int($0)
    }
    let year = fields.first.flatMap { $0 }.flatMap { (1...9999).contains($0) ? $0 : nil }
    let month = fields.count > 1 ? fields[1].flatMap { (1...12).contains($0) ? $0 : nil } : nil
    self.year = year
    self.month = year == nil ? nil : month
    if let year, let month, fields.count > 2, let day = fields[2] {
      self.day = CivilDay(year, month, day)
    } else {
      day = nil
    }
    let clock = (text ?? "").drop { $0 != "T" && $0 != " " }.dropFirst()
    let parts = clock.prefix(8).split(separator: ":").compactMap { Int($0) }
    second =
      parts.count >= 2 && (0..<24).contains(parts[0]) && (0..<60).contains(parts[1])
      ? parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? min(59, max(0, parts[2])) : 0) : nil
  }

  /// The day, or the middle of the month where only that is known.
  var about: CivilDay? {
    guard day == nil, let year, let month else { return day }
    return CivilDay(year, month, 15)
  }

  /// Months since year 0, for arithmetic.
  private var monthNumber: Int? {
    guard let year, let month else { return nil }
    return year * 12 + month - 1
  }

  /// A day so many days away: `2024-12-05`, `2011-12-XX` where only the month is known, else nil.
  func dayValue(_ offset: Int) -> String? {
    if let day {
      let away = day.adding(days: offset)
      return (1...9999).contains(away.fields.year) ? away.iso : nil
    }
    guard let year, let month else { return nil }
    return "\(ISO.pad(year, 4))-\(ISO.pad(month, 2))-XX"
  }

  /// A week so many weeks away: `2024-W48`.
  func weekValue(_ offset: Int) -> String? {
    day?.adding(days: 7 * offset).isoWeek
  }

  /// A month so many months away: `2024-11`.
  func monthValue(_ offset: Int) -> String? {
    guard let monthNumber else { return nil }
    let number = monthNumber + offset
    return "\(ISO.pad(number / 12, 4))-\(ISO.pad(number % 12 + 1, 2))"
  }

  /// A day of the month so many months away.
  func day(_ day: Int, monthsAway offset: Int) -> CivilDay? {
    guard let monthNumber else { return nil }
    let number = monthNumber + offset
    return CivilDay(number / 12, number % 12 + 1, day)
  }

  /// A year so many years away.
  func yearValue(_ offset: Int) -> String? { year.map { ISO.pad($0 + offset, 4) } }

  /// The day of a month and day nearest to the document's date that falls on a weekday, within a
  /// few years.
  func year(ofMonth month: Int, day: Int, on weekday: Int) -> Int? {
    guard let year else { return nil }
    return [0, -1, 1, -2, 2].map { year + $0 }.first {
      CivilDay($0, month, day)?.weekday == weekday
    }
  }

  /// The nearest weekday: not after the document's date, or with `direction` 1 after it; -1 asks
  /// for one strictly before.
  func weekday(_ weekday: Int, direction: Int?) -> CivilDay? {
    guard let day else { return nil }
    let back = (day.weekday - weekday + 7) % 7
    switch direction ?? (looksAhead ? 1 : nil) {
    case 1: return day.adding(days: back == 0 ? 7 : 7 - back)
    case -1: return day.adding(days: back == 0 ? -7 : -back)
    default: return day.adding(days: -back)
    }
  }

  /// A weekday of the ISO week so many weeks away.
  func weekday(_ weekday: Int, inWeek offset: Int) -> CivilDay? {
    day.map { $0.adding(days: weekday - $0.weekday + 7 * offset) }
  }

  /// The year of a day that is named by month and day only. With `direction` the first before or
  /// after the document's date; else the nearest, where a coming one must be twice as near.
  func year(ofMonth month: Int, day: Int, direction: Int?) -> Int? {
    guard let year else { return nil }
    if direction == nil, looksAhead { return year }
    guard let today = self.day else {
      guard let own = self.month else { return year }
      switch direction {
      case 1: return month > own ? year : year + 1
      case -1: return month < own ? year : year - 1
      default: return month - own > 4 ? year - 1 : year
      }
    }
    let candidates = (year - 1...year + 1).compactMap { candidate -> (year: Int, away: Int)? in
      CivilDay(candidate, month, min(day, CivilDay.days(in: month, of: max(1, candidate)))).map {
        (candidate, $0.number - today.number)
      }
    }
    switch direction {
    case 1: return candidates.first { $0.away > 0 }?.year ?? year + 1
    case -1: return candidates.last { $0.away < 0 }?.year ?? year - 1
    case 0: return year
    default:
      return candidates.min { cost($0.away) < cost($1.away) }?.year
    }
  }

  private func cost(_ away: Int) -> Int { away > 0 ? 2 * away : -away }

  /// The year of a month that is named alone.
  func year(ofMonth month: Int, direction: Int?) -> Int? {
    guard let year, let own = self.month else { return self.year }
    if direction == nil, looksAhead { return year }
    switch direction {
    case 1: return month > own ? year : year + 1
    case -1: return month < own ? year : year - 1
    case 0: return year
    default:
      let candidates = (year - 1...year + 1).map { ($0, ($0 - year) * 12 + month - own) }
      return candidates.min { cost($0.1) < cost($1.1) }?.0
    }
  }
}
