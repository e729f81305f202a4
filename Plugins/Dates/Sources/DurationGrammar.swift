// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Lengths of time: `ثلاثة أيام`, `عامين`, `ساعة ونصف`, `سنوات طويلة`, `الأشهر الستة المقبلة`,
/// `3 إلى 5 سنوات`.
struct DurationGrammar {
  private let definite = DefiniteDurations()
  private let uncounted = UncountedDurations()

  /// Seconds to centuries as ISO 8601 and TIMEX3 write them; decades are `DE`, centuries `CE`.
  private static let letters = ["S", "M", "H", "D", "W", "M", "Y", "DE", "CE"]

  /// `PT2H`, `P3D`, `P1DE`, `P12CE`
  static func value(_ amount: String, unit: Int) -> String {
    let isTime = unit <= 2
    if amount.first == "-" { return "-" + value(String(amount.dropFirst()), unit: unit) }
    let letter = letters.indices.contains(unit) ? letters[unit] : ""
    return "P\(isTime ? "T" : "")\(amount)\(letter)"
  }

  /// The length at a token.
  func duration(_ scope: Scope, _ index: Int) -> TimeExpression? {
    counted(scope, index) ?? fractional(scope, index) ?? age(scope, index)
      ?? uncounted.dual(scope, index) ?? definite.duration(scope, index)
      ?? uncounted.throughout(scope, index) ?? uncounted.vague(scope, index)
      ?? uncounted.single(scope, index)
  }

  // MARK: With a number

  static func unit(_ scope: Scope, _ index: Int, front: Int = 0) -> DateWords.Hit? {
    scope.hit(.units, index, front: front) ?? scope.hit(.unit, index, front: front)
  }

  private func counted(_ scope: Scope, _ index: Int) -> TimeExpression? {
    // -1 يوم: the sign belongs to its figure.
    let token = scope.text.tokens[index]
    guard
      let number = token.kind == .punctuation || token.kind == .symbol
        ? scope.numbers.numeral(in: scope.text, at: index, end: scope.end) : scope.number(index),
      number.form != .ordinal, number.form != .fraction,
      // أحد أشهر is one of the most famous: one stands behind its noun.
      number.form != .words || number.value != 1
    else { return nil }
    var first = number.first
    var front = number.front
    var next = number.last + 1
    var upper: NumberPhrase?
    if isWrapped(scope, from: first - 1, to: next) {
      next += 1
      if Self.unit(scope, next) != nil { first -= 1; front = 0 }
    } else if let second = range(scope, number) {
      upper = second
      next = second.last + 1
    }
    guard
      let unit = Self.unit(scope, next)
        ?? (number.form == .digits ? scope.hit(.definiteUnits, next, front: 0) : nil),
      !isNamedDay(scope, unit)
    else { return nil }
    // عام 2011 is a year; 2011 عاما is a length.
    if number.form == .digits, number.value >= 1900, number.value <= 2100, unit.number == 6,
      scope.hit(.yearNoun, before: index) != nil
    {
      return nil
    }
    var found = TimeExpression(
      .duration, first: first, front: front, last: unit.last, value: "", rule: "dates.duration")
    let isVague = number.form == .few || number.form == .vague
    let amount = isVague ? "X" : Scalar.number(number.value).description
    found.value = Self.value(amount, unit: unit.number)
    if let upper {
      found.value += "/" + Self.value(Scalar.number(upper.value).description, unit: unit.number)
      return found
    }
    if !isVague { Self.extend(scope, &found, number.value, unit.number) }
    if unit.number == 6, let era = scope.hit(.era, found.last + 1, front: 0), era.value != "before"
    {
      found.last = era.last
      if era.value == "hijri" { found.calendar = "hijri" }
    }
    if let rest = scope.hit(.timeRest, found.last + 1, front: 0)
      ?? scope.hit(.whole, found.last + 1, front: 0)
    {
      found.last = rest.last
    }
    return found
  }

  /// السباق الـ 7 يوم الجمعة counts no days.
  private func isNamedDay(_ scope: Scope, _ unit: DateWords.Hit) -> Bool {
    unit.number == 3 && scope.hit(.weekday, unit.last + 1) != nil
  }

  /// (27) عاما, «17» يوما.
  private func isWrapped(_ scope: Scope, from open: Int, to close: Int) -> Bool {
    guard open >= scope.sentence.lowerBound, close < scope.end else { return false }
    return scope.isMark(close, 0x29) && scope.isMark(open, 0x28)
      || scope.text.tokens[close].flags.contains(.quote)
        && scope.text.tokens[open].flags.contains(.quote)
  }

  private func range(_ scope: Scope, _ number: NumberPhrase) -> NumberPhrase? {
    let next = number.last + 1
    guard next + 1 < scope.end else { return nil }
    let isLinked = scope.hit(.prep, next, front: 0).map { $0.last == next } ?? false
    if scope.isDash(next) || scope.isMark(next, Letter.waw) || isLinked {
      return scope.number(next + 1).flatMap {
        // 1500 لـ12 ساعة is a price and a length: no range goes down.
        $0.front == 0 && (isLinked ? $0.value > number.value : $0.value != number.value) ? $0 : nil
      }
    }
    if scope.isJoined(next),
      let second = scope.number(next),
      second.front == 1, second.value > number.value, second.form == .words
    {
      return second
    }
    return nil
  }

  /// `ونصف`, and smaller units joined by و: ساعتين و4 دقائق.
  static func extend(
    _ scope: Scope, _ found: inout TimeExpression, _ amount: Double, _ unit: Int
  ) {
    let next = found.last + 1
    if let half = scope.hit(.fractionAfter, next, front: 0), let part = Double(half.value),
      DurationPart(scope, after: found.last, below: unit) == nil
    {
      found.last = half.last
      // سنتين ونصف سنة
      if let again = Self.unit(scope, half.last + 1), again.number == unit {
        found.last = again.last
      }
      found.value = withFraction(amount, part, unit: unit)
      return
    }
    guard unit > 0, unit <= 6 else { return }
    var sum = DurationSum(amount, unit: unit)
    var above = unit
    while let part = DurationPart(scope, after: found.last, below: above) {
      sum.add(part.amount, unit: part.unit)
      found.last = part.last
      found.value = sum.value
      above = scope.isUtterance ? 7 : part.unit
    }
  }

  /// Two hours and a half is PT2H30M; half a year stays P0.5Y.
  static func withFraction(_ amount: Double, _ part: Double, unit: Int) -> String {
    switch unit {
    case 1, 2:
      let smaller = Scalar.number((part * 60).rounded()).description
      let whole = Scalar.number(amount).description
      let letter = unit == 2 ? "M" : "S"
      return amount == 0
        ? "PT\(smaller)\(letter)" : "PT\(whole)\(unit == 2 ? "H" : "M")\(smaller)\(letter)"
    case 6:
      let months = Scalar.number((part * 12).rounded()).description
      return amount == 0 ? "P\(months)M" : "P\(Scalar.number(amount).description)Y\(months)M"
    case 7: return "P\(Scalar.number((amount + part) * 10).description)Y"
    case 8: return "P\(Scalar.number((amount + part) * 100).description)Y"
    default: return value(Scalar.number(amount + part).description, unit: unit)
    }
  }

  /// نصف ساعة, ربع قرن.
  private func fractional(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.fractionUnit, index), let part = Double(hit.value),
      hit.last + 1 < scope.end
    else { return nil }
    let next = hit.last + 1
    let article = scope.text.tokens[next].hasArticle(after: 0)
    guard let unit = article ? definiteSingular(scope, next) : Self.unit(scope, next) else {
      return nil
    }
    return TimeExpression(
      .duration, first: index, front: hit.front, last: unit.last,
      value: Self.withFraction(0, part, unit: unit.number), rule: "dates.duration-fraction")
  }

  private func definiteSingular(_ scope: Scope, _ index: Int) -> DateWords.Hit? {
    // A season (الموسم) has no length.
    scope.hit(.unit, index, front: 0)
      ?? scope.hit(.period, index, front: 0).flatMap { $0.number < Self.letters.count ? $0 : nil }
  }

  /// الحادية عشرة من العمر, الثلاثين من عمره, الـ 16 من عمرها: an age in years.
  private func age(_ scope: Scope, _ index: Int) -> TimeExpression? {
    let value: Double
    let front: Int
    let last: Int
    if let ordinal = scope.ordinal(index),
      scope.text.tokens[index].hasArticle(after: ordinal.front)
    {
      (value, front, last) = (ordinal.value, ordinal.front, ordinal.last)
    } else if let digits = scope.digits(index), digits.width <= 3 {
      (value, front, last) = (Double(digits.value), 0, index)
    } else {
      return nil
    }
    // العقد الرابع من العمر counts decades.
    guard value <= 130, let age = scope.hit(.age, last + 1, front: 0),
      scope.hit(.period, index - 1)?.number != 7
    else { return nil }
    return TimeExpression(
      .duration, first: index, front: front, last: age.last,
      value: Self.value(Scalar.number(value).description, unit: 6), rule: "dates.age")
  }
}
