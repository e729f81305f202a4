// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Dates in figures alone: `22-5-1436هـ`, `5/12/2024`, `2024-12-05`, `12.05.2020`.
enum FigureDates {
  /// Three figures parted by strokes or dashes.
  static func date(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let a = scope.digits(index), scope.isSlash(index + 1) || scope.isDash(index + 1),
      let b = scope.digits(index + 2), b.width <= 2,
      scope.isSlash(index + 3) || scope.isDash(index + 3), let c = scope.digits(index + 4),
      scope.text.tokens[index + 1].flags.contains(.glued) || a.width == 4 || c.width == 4,
      scope.isSlash(index + 1) == scope.isSlash(index + 3)
    else { return nil }
    return expression(scope, a, b, c, first: index, last: index + 4)
  }

  /// Three figures parted by points, which are one token.
  static func pointed(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let token = scope.text.tokens[index]
    guard (8...10).contains(token.viewCount) else { return nil }
    var fields: [(value: Int, width: Int)] = [(0, 0)]
    for offset in 0..<token.viewCount {
      let unit = scope.text.unit(offset, of: token)
      if unit == 0x2E {
        fields.append((0, 0))
      } else if unit >= 0x30, unit <= 0x39 {
        fields[fields.count - 1].value = fields[fields.count - 1].value * 10 + Int(unit - 0x30)
        fields[fields.count - 1].width += 1
      } else {
        return nil
      }
    }
    guard fields.count == 3, fields[1].width <= 2 else { return nil }
    return expression(scope, fields[0], fields[1], fields[2], first: index, last: index)
  }

  /// The century of a year in two figures: not more than ten years ahead.
  private static func century(_ scope: Scope, _ year: Int) -> Int {
    let now = scope.reference.year ?? 2024
    return now / 100 * 100 + year > now + 10 ? now / 100 * 100 - 100 : now / 100 * 100
  }

  private static func expression(
    _ scope: Scope, _ a: (value: Int, width: Int), _ b: (value: Int, width: Int),
    _ c: (value: Int, width: Int), first: Int, last: Int
  ) -> TimeExpression? {
    guard a.width == 4 || c.width == 4 || c.width == 2, a.width <= 4, a.width != 4 || c.width <= 2
    else { return nil }
    let (year, month, day) =
      a.width == 4 ? (a.value, b.value, c.value) : (c.value, b.value, a.value)
    var found = TimeExpression(
      .date, first: first, front: 0, last: last, value: "", rule: "dates.figures")
    found.hasYear = true
    found.monthDay = (month, day)
    let era = scope.hit(.era, last + 1, front: 0)
    if let era { found.last = era.last }
    let isHijri = era?.value == "hijri" || (1300...1500).contains(year)
    if isHijri {
      found.calendar = "hijri"
      found.day = scope.reference.hijri.day(year, month, day)
      found.note(scope, "year \(year) month \(month) day \(day), ICU \(scope.reference.hijri)")
    } else {
      let full = c.width == 2 && a.width != 4 ? century(scope, year) + year : year
      found.day = CivilDay(full, month, day) ?? CivilDay(full, day, month)
      found.note(scope, "figures as \(a.width == 4 ? "year, month, day" : "day, month, year")")
    }
    guard let resolved = found.day else {
      // 12/2024/5 and the like may be anything; 99/99/9999 was meant for a date.
      found.isImpossible = true
      return a.width == 4 || c.width == 4 ? found : nil
    }
    found.value = resolved.iso
    return found
  }
}
