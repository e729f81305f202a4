// SPDX-License-Identifier: Apache-2.0

import CICUShim

/// The Hijri calendars that ICU knows.
public enum HijriCalendar: Sendable {
  /// Umm al-Qura, the calendar of Saudi Arabia.
  case umalqura
  /// The arithmetic calendar with the civil epoch.
  case civil
  /// The arithmetic calendar with the astronomical epoch.
  case tabular

  /// The Gregorian day of a Hijri one; nil when there is no such day.
  public func gregorian(
    year: Int, month: Int, day: Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard (1...3000).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    var (y, m, d): (Int32, Int32, Int32) = (0, 0, 0)
    let number: Int
    switch self {
    case .umalqura: number = WARSHA_ICU_UMALQURA
    case .civil: number = WARSHA_ICU_CIVIL
    case .tabular: number = WARSHA_ICU_TABULAR
    }
    let failed = warsha_icu_hijri_to_gregorian(
      Int32(number), Int32(year), Int32(month), Int32(day), &y, &m, &d)
    return failed == 0 ? (Int(y), Int(m), Int(d)) : nil
  }
}
