// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Years that do not begin in January: `العام الدراسي المقبل`, `السنة الهجرية الجديدة`.
extension PeriodGrammar {
  /// العام الدراسي المقبل, الموسم الرياضي الحالي: a year that begins in September and spans two;
  /// العام الهجري الجديد: a Hijri one.
  func school(
    _ scope: Scope, _ index: Int, _ period: (unit: Int, offset: Int, front: Int, last: Int)
  ) -> TimeExpression? {
    guard let noun = scope.hit(.period, index), let kind = scope.hit(.yearKind, noun.last + 1),
      kind.value != "plain"
    else { return nil }
    var found = TimeExpression(
      .date, first: index, front: period.front, last: period.last, value: "XXXX",
      rule: "dates.school-year")
    if kind.value == "hijri" {
      found.calendar = "hijri"
      guard let today = scope.reference.about else { return found }
      let hijri = scope.reference.hijri
      let near = hijri.year(near: today)
      let own = (near - 1...near + 1).last { hijri.day($0, 1, 1).map { $0 <= today } ?? false }
      found.value = own.flatMap { hijri.interval(year: $0 + period.offset) } ?? "XXXX"
      return found
    }
    guard let year = scope.reference.year else { return found }
    let start = (scope.reference.month ?? 1) >= 9 ? year : year - 1
    found.value =
      "\(ISO.pad(start + period.offset, 4))/\(ISO.pad(start + period.offset + 1, 4))"
    found.note(scope, "a year from September, \(period.offset) from the document's")
    return found
  }
}
