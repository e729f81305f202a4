// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Months as expressions of their own: `مارس ٢٠٢٣`, `شهر تشرين الثاني الماضي`, `خلال دجنبر`,
/// `هذا رمضان`, `9/2021`.
struct MonthGrammar {
  let months = MonthReader()

  /// The month at a token.
  func month(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let figures = figures(scope, index) { return figures }
    let this = scope.hit(.this, index)
    let begin = this.map { $0.last + 1 } ?? index
    let noun = scope.hit(.monthNoun, begin, front: this == nil ? nil : 0).flatMap {
      // الشهر الفضيل is a name of Ramadan.
      scope.hit(.hijri, begin) == nil ? $0 : nil
    }
    let start = noun.map { $0.last + 1 } ?? begin
    let named: MonthReader.Named
    let front: Int
    if let noun, let read = months.afterNoun(scope, start) {
      named = read
      front = this?.front ?? noun.front
    } else if noun == nil,
      let hit = scope.hit(.month, begin) ?? scope.hit(.hijri, begin),
      this == nil || hit.front == 0,
      let read = months.named(scope, begin, front: hit.front)
    {
      named = read
      front = this?.front ?? hit.front
      let isBare = read.last == hit.last && read.year == nil && read.direction == nil
      // A name alone may be a verb or a name (مارس, صفر): something must speak for the month.
      if isBare, this == nil, !isExpected(scope, index, front) { return nil }
    } else {
      return nil
    }
    var found = TimeExpression(
      .date, first: index, front: front, last: named.last, value: "", rule: "dates.month")
    if named.isHijri {
      found.calendar = "hijri"
      found.value = hijri(scope, named) ?? "XXXX-XX"
      found.note(scope, "Hijri month \(named.month), ICU \(scope.reference.hijri)")
      return found
    }
    let direction = named.direction ?? (this != nil ? 0 : nil)
    var year =
      named.year
      ?? (direction == nil
        ? scope.year(ofMonth: named.month, day: nil, before: index)
        : scope.reference.year(ofMonth: named.month, direction: direction))
    if named.isBeyond { year = year.map { $0 + (direction ?? 0) } }
    found.value = "\(year.map { ISO.pad($0, 4) } ?? "XXXX")-\(ISO.pad(named.month, 2))"
    found.note(
      scope,
      named.year != nil
        ? "month \(named.month), year written"
        : "month \(named.month), year \(year == nil ? "unknown" : "by the document date")")
    return found
  }

  private func hijri(_ scope: Scope, _ named: MonthReader.Named) -> String? {
    let hijri = scope.reference.hijri
    let today = scope.reference.day
    let written = named.year.map { hijri.year(written: $0, month: named.month) }
    guard let year = written ?? today.map({ hijri.year(near: $0) }) else { return nil }
    guard named.year == nil, let today else {
      return hijri.interval(year: year, month: named.month)
    }
    let candidates = (year - 1...year + 1).compactMap { candidate -> (Int, Int)? in
      hijri.day(candidate, named.month, 1).map { (candidate, $0.number - today.number) }
    }
    let best: Int?
    switch named.direction {
    case -1: best = candidates.last { $0.1 < 0 }?.0
    case 1: best = candidates.first { $0.1 > 0 }?.0
    default: best = candidates.min { abs($0.1 + 15) < abs($1.1 + 15) }?.0
    }
    return best.flatMap { hijri.interval(year: $0, month: named.month) }
  }

  /// A preposition of time before the name, or its own clitic ب or ل; in a question nothing is
  /// needed.
  private func isExpected(_ scope: Scope, _ index: Int, _ front: Int) -> Bool {
    if scope.isUtterance { return true }
    // محمد ورمضان جمال: و alone speaks for a month only behind another.
    if scope.isMark(index - 1, Letter.waw) { return scope.hit(.month, index - 2) != nil }
    if let prep = scope.hit(.prep, before: index), front == 0 { return prep.number > 0 }
    return scope.hit(.partOf, index - 1) != nil
  }

  /// `9/2021`, `2021/9`, `9-2021`: glued figures and nothing glued to them.
  private func figures(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let a = scope.digits(index), scope.isSlash(index + 1) || scope.isDash(index + 1),
      let b = scope.digits(index + 2), a.width == 4 || b.width == 4, a.width + b.width <= 6,
      scope.text.tokens[index + 1].flags.contains(.glued),
      scope.text.tokens[index + 2].flags.contains(.glued),
      !(scope.isSlash(index + 3) || scope.isDash(index + 3)),
      !(scope.isSlash(index - 1) || scope.isDash(index - 1))
    else { return nil }
    let (year, month) = a.width == 4 ? (a.value, b.value) : (b.value, a.value)
    guard (1700...2150).contains(year), (1...12).contains(month) else { return nil }
    return TimeExpression(
      .date, first: index, front: 0, last: index + 2,
      value: "\(ISO.pad(year, 4))-\(ISO.pad(month, 2))", rule: "dates.month-figures")
  }
}
