// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge

/// Hijri dates as days and intervals of the Gregorian calendar, by one of ICU's calendars. It keeps
/// the beginnings of months, for which ICU needs as long as a sentence takes to be read.
final class HijriDates: CustomStringConvertible {
  /// Which calendar counts; Umm al-Qura unless the parameter `hijri` says otherwise.
  private let calendar: HijriCalendar
  /// First days by year times 12 plus month; nil where there is none.
  private var beginnings: [Int: CivilDay?] = [:]

  init(calendar: HijriCalendar = .umalqura) { self.calendar = calendar }

  /// The calendar's name in ICU.
  var description: String {
    switch calendar {
    case .umalqura: "islamic-umalqura"
    case .civil: "islamic-civil"
    case .tabular: "islamic-tbla"
    }
  }

  /// The day of a Hijri date, or nil when there is none.
  func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    guard let first = first(year, month), (1...30).contains(day) else { return nil }
    if day == 30 {
      let next = month == 12 ? self.first(year + 1, 1) : self.first(year, month + 1)
      guard let next, next.number - first.number == 30 else { return nil }
    }
    return first.adding(days: day - 1)
  }

  private func first(_ year: Int, _ month: Int) -> CivilDay? {
    guard (1...3000).contains(year), (1...12).contains(month) else { return nil }
    let key = year * 12 + month
    if let known = beginnings[key] { return known }
    let first = calendar.gregorian(year: year, month: month, day: 1).flatMap {
      CivilDay($0.year, $0.month, $0.day)
    }
    beginnings[key] = first
    return first
  }

  /// `2025-01-31/2025-02-28`, the days of a Hijri month.
  func interval(year: Int, month: Int) -> String? {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    guard let start = day(year, month, 1), let end = day(next.0, next.1, 1) else { return nil }
    return "\(start.iso)/\(end.adding(days: -1).iso)"
  }

  /// The days of a Hijri year.
  func interval(year: Int) -> String? {
    guard let start = day(year, 1, 1), let end = day(year + 1, 1, 1) else { return nil }
    return "\(start.iso)/\(end.adding(days: -1).iso)"
  }

  /// The Hijri year of a written one: a Gregorian one (`رمضان 2015`) is that in which the month
  /// begins.
  func year(written: Int, month: Int) -> Int {
    guard written >= 1700, let newYear = CivilDay(written, 1, 1) else { return written }
    let near = year(near: newYear)
    return (near - 1...near + 1).first { first($0, month)?.fields.year == written } ?? near
  }

  /// A Hijri year that a day may lie in, give or take one.
  func year(near day: CivilDay) -> Int {
    // 12 lunar months are 354.367 days; year 1 began on 622-07-19.
    let days = day.number - (CivilDay(622, 7, 19)?.number ?? 0)
    return Int(Double(days) / 354.367) + 1
  }

  /// The occurrence of a Hijri month and day nearest to a day; a coming one must be twice as near.
  /// With `direction` the last one before that day, or the first one after it.
  func nearest(
    month: Int, day: Int, to today: CivilDay, direction: Int? = nil
  ) -> CivilDay? {
    let year = self.year(near: today)
    let candidates = (year - 2...year + 2).compactMap { self.day($0, month, day) }
    switch direction {
    case -1: return candidates.last { $0 < today }
    case 1: return candidates.first { $0 > today }
    default: return candidates.min { cost($0, today) < cost($1, today) }
    }
  }

  private func cost(_ day: CivilDay, _ today: CivilDay) -> Int {
    let away = day.number - today.number
    return away > 0 ? 2 * away : -away
  }
}
