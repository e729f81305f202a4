// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Lengths with the article: `الساعات الأخيرة`, `السنوات الخمس الماضية`, `التسع سنوات الماضية`; and
/// the first or last units of a period, which are a date: `الأشهر الأربعة الأولى من هذا العام`.
struct DefiniteDurations {
  private let years = YearGrammar()
  private let periods = PeriodGrammar()

  func duration(_ scope: Scope, _ index: Int) -> TimeExpression? {
    nounFirst(scope, index) ?? numberFirst(scope, index)
  }

  private func nounFirst(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.definiteUnits, index) else { return nil }
    var count: Double?
    var next = hit.last + 1
    if next < scope.end {
      let token = scope.text.tokens[next]
      if token.hasArticle(after: 0),
        let value = scope.numbers.cardinal(ofHash: scope.text.hash(of: token, front: 2))
      {
        count = value
        next += 1
      } else if let digits = scope.digits(next) {
        count = Double(digits.value)
        next += 1
      }
    }
    if let few = scope.hit(.few, next, front: 0) { next = few.last + 1 }
    guard let last = Self.adjectives(scope, next) ?? stretch(scope, index, next - 1) else {
      return nil
    }
    let amount = count.map { Scalar.number($0).description } ?? "X"
    var found = TimeExpression(
      .duration, first: index, front: hit.front, last: last,
      value: DurationGrammar.value(amount, unit: hit.number), rule: "dates.duration-definite")
    let isFirst =
      scope.hit(.last, next, front: 0)?.value == "1"
      || scope.ordinal(next)?.value == 1
    if let count, let part = part(scope, found, Int(count), hit.number, isFirst: isFirst) {
      return part
    }
    if isFirst { found.mod = "START" }
    return found
  }

  /// على مدى العقود, على امتداد السنوات: the preposition speaks for the length.
  private func stretch(_ scope: Scope, _ index: Int, _ last: Int) -> Int? {
    let prep =
      scope.hit(.prep, before: index)
      ?? (scope.isJoined(index) && scope.hit(.definiteUnits, index - 1) != nil
        ? scope.hit(.prep, before: index - 1) : nil)
    return prep?.number == 5 ? last : nil
  }

  /// التسع سنوات الماضية, العشرة أيام, الثلاثة عقود المقبلة.
  private func numberFirst(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let token = scope.text.tokens[index]
    guard token.isArabic else { return nil }
    for front in 0...2 where token.mayStrip(front) && token.hasArticle(after: front) {
      guard
        let value = scope.numbers.cardinal(
          ofHash: scope.text.hash(of: token, front: front + 2)),
        let unit = DurationGrammar.unit(scope, index + 1)
      else { continue }
      return TimeExpression(
        .duration, first: index, front: front,
        last: Self.adjectives(scope, unit.last + 1) ?? unit.last,
        value: DurationGrammar.value(Scalar.number(value).description, unit: unit.number),
        rule: "dates.duration-definite")
    }
    return nil
  }

  /// Last token of الماضية, الأخيرة الماضية, المقبلة.
  static func adjectives(_ scope: Scope, _ index: Int) -> Int? {
    var last: Int?
    while let next = scope.hit(.last, (last ?? index - 1) + 1, front: 0)?.last
      ?? scope.relative((last ?? index - 1) + 1)?.last
    {
      last = next
    }
    return last
  }

  /// The first or last months or days of a period as an interval.
  private func part(
    _ scope: Scope, _ length: TimeExpression, _ count: Int, _ unit: Int, isFirst: Bool
  ) -> TimeExpression? {
    guard count > 0, count <= 400, let of = scope.hit(.of, length.last + 1, front: 0),
      of.value == "0",
      let period = periods.whole(scope, of.last + 1) ?? years.year(scope, of.last + 1)
        ?? periods.months.month(scope, of.last + 1),
      period.front == 0
    else { return nil }
    var found = length
    found.kind = .date
    found.last = period.last
    found.value = period.value
    found.mod = isFirst ? "START" : "END"
    found.rule = "dates.part"
    guard let range = DayRange(period.value) else { return found }
    if unit == 5, let end = range.first.adding(months: count - 1),
      let start = range.last.adding(months: 1 - count)
    {
      let (from, to) = isFirst ? (range.first, end) : (start, range.last)
      found.value = "\(from.iso.prefix(7))/\(to.iso.prefix(7))"
      found.mod = nil
    } else if unit == 3 {
      let (from, to) =
        isFirst
        ? (range.first, range.first.adding(days: count - 1))
        : (range.last.adding(days: 1 - count), range.last)
      found.value = "\(from.iso)/\(to.iso)"
      found.mod = nil
    }
    return found
  }
}
