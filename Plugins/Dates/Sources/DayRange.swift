// SPDX-License-Identifier: Apache-2.0

/// The days of a period that a TIMEX3 value names: a year, a month, a week, a day, an interval.
struct DayRange {
  var first: CivilDay
  var last: CivilDay

  init(_ first: CivilDay, _ last: CivilDay) {
    self.first = first
    self.last = last
  }

  /// Reads `2024`, `2024-12`, `2024-12-06`, `2024-W49`, or two of them parted by a stroke; a time
  /// of day behind it does not count.
  init?(_ value: String) {
    let ends = value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if ends.count == 2 {
      guard let start = DayRange(String(ends[0])), let end = DayRange(String(ends[1])) else {
        return nil
      }
      self.init(start.first, end.last)
      return
    }
    let fields = value.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = fields.first.flatMap({ $0.count == 4 ? Int($0) : nil }) else { return nil }
    switch fields.count {
    case 1:
      guard let first = CivilDay(year, 1, 1), let last = CivilDay(year, 12, 31) else { return nil }
      self.init(first, last)
    case 2:
      if fields[1].first == "W" {
        guard let week = Int(fields[1].dropFirst()), let start = CivilDay(week: week, of: year)
        else { return nil }
        self.init(start, start.adding(days: 6))
      } else {
        guard let month = Int(fields[1]), let first = CivilDay(year, month, 1) else { return nil }
        self.init(first, first.adding(days: CivilDay.days(in: month, of: year) - 1))
      }
    case 3:
      guard let month = Int(fields[1]), let day = Int(fields[2]),
        let day = CivilDay(year, month, day)
      else { return nil }
      self.init(day, day)
    default: return nil
    }
  }

  /// The n-th day, the last one for -1; nil outside.
  func day(_ n: Int) -> CivilDay? {
    let day = n < 0 ? last : first.adding(days: n - 1)
    return n != 0 && day <= last ? day : nil
  }

  /// The n-th such weekday, the last one for -1; nil outside.
  func weekday(_ weekday: Int, _ n: Int) -> CivilDay? {
    guard n > 0 else {
      let day = last.adding(days: -((last.weekday - weekday + 7) % 7))
      return n < 0 && day >= first ? day : nil
    }
    let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (n - 1))
    return day <= last ? day : nil
  }

  /// Monday of the n-th whole week, of the last one for -1; nil outside. Of a whole year it is the
  /// n-th ISO week.
  func week(_ n: Int) -> CivilDay? {
    let (year, month, day) = first.fields
    if month == 1, day == 1, last.number - first.number > 360, n > 0 {
      return CivilDay(week: n, of: year)
    }
    guard n > 0 else {
      let sunday = weekday(7, -1)
      return sunday.flatMap { $0.number - 6 >= first.number ? $0.adding(days: -6) : nil }
    }
    return weekday(1, n)
  }
}
