// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Feasts with their year: `عيد الفطر`, `عيد الأضحى 2013`, `رأس السنة الهجرية المقبلة`, `عيد الفصح`.
///
/// The table gives a day as `12-25`, an n-th weekday of a month as `11-W4-4`, and days from Easter
/// Sunday as `E-2`.
struct FeastGrammar {
  let months = MonthReader()

  func feast(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let hijri = scope.hit(.feastHijri, index)
    guard let hit = hijri ?? scope.hit(.feast, index) else { return nil }
    var rest = MonthReader.Named(month: 0, isHijri: false, last: hit.last)
    months.addYear(scope, &rest)
    var found = TimeExpression(
      .date, first: index, front: hit.front, last: rest.last, value: "XXXX-XX-XX",
      rule: "dates.feast")
    let direction = rest.direction ?? (scope.reference.looksAhead ? 1 : nil)
    if hijri != nil {
      found.calendar = "hijri"
      found.day = self.hijri(scope, hit.value, rest.year, direction)
      found.note(scope, "Hijri month and day \(hit.value), ICU \(scope.reference.hijri)")
    } else {
      found.day = gregorian(scope, hit.value, rest.year, direction)
      if hit.value.count == 5 { found.value = "XXXX-\(hit.value)" }
      found.note(scope, "feast on \(hit.value) (words.tsv)")
    }
    found.value = found.day?.iso ?? found.value
    return found
  }

  private func hijri(
    _ scope: Scope, _ value: String, _ year: Int?, _ direction: Int?
  ) -> CivilDay? {
    let fields = value.split(separator: "-").compactMap { Int($0) }
    guard fields.count == 2 else { return nil }
    let hijri = scope.reference.hijri
    guard let year else {
      return scope.reference.about.flatMap {
        hijri.nearest(month: fields[0], day: fields[1], to: $0, direction: direction)
      }
    }
    if (1300...1500).contains(year) { return hijri.day(year, fields[0], fields[1]) }
    // Of a Gregorian year, the last one that lies in it.
    guard let newYear = CivilDay(year, 1, 1) else { return nil }
    let near = hijri.year(near: newYear)
    return (near - 1...near + 2).compactMap { hijri.day($0, fields[0], fields[1]) }
      .last { $0.fields.year == year }
  }

  private func gregorian(
    _ scope: Scope, _ value: String, _ year: Int?, _ direction: Int?
  ) -> CivilDay? {
    if let year { return day(value, of: year) }
    guard let today = scope.reference.about, let year = scope.reference.year else {
      return scope.reference.year.flatMap { day(value, of: $0) }
    }
    let candidates = (year - 1...year + 1).compactMap { day(value, of: $0) }
    switch direction {
    case 1: return candidates.first { $0 > today }
    case -1: return candidates.last { $0 < today }
    case 0: return day(value, of: year)
    default:
      // A coming one must be twice as near.
      func cost(_ day: CivilDay) -> Int {
        let away = day.number - today.number
        return away > 0 ? 2 * away : -away
      }
      return candidates.min { cost($0) < cost($1) }
    }
  }

  private func day(_ value: String, of year: Int) -> CivilDay? {
    if value.first == "E" {
      return Self.easter(year).flatMap { easter in
        Int(value.dropFirst()).map { easter.adding(days: $0) }
      }
    }
    let fields = value.split(separator: "-")
    guard let month = fields.first.flatMap({ Int($0) }) else { return nil }
    if fields.count == 3, let weekday = Int(fields[1].dropFirst()), let nth = Int(fields[2]) {
      return DayRange("\(ISO.pad(year, 4))-\(ISO.pad(month, 2))")?.weekday(weekday, nth)
    }
    return fields.count == 2 ? Int(fields[1]).flatMap { CivilDay(year, month, $0) } : nil
  }

  /// Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
  static func easter(_ year: Int) -> CivilDay? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25)
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilDay(year, n / 31, n % 31 + 1)
  }
}
