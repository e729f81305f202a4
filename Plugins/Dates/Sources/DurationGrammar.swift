// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Lengths of time: `ثلاثة أيام`, `عامين`, `ساعة ونصف`, `سنوات طويلة`, `الأشهر الستة المقبلة`,
/// `3 إلى 5 سنوات`.
struct DurationGrammar {
  /// Seconds to centuries as ISO 8601 and TIMEX3 write them; decades are `DE`, centuries 100 years.
  private static let letters = ["S", "M", "H", "D", "W", "M", "Y", "DE", "Y"]

  /// `PT2H`, `P3D`, `P1DE`, `P1200Y`
  static func value(_ amount: String, unit: Int) -> String {
    let isTime = unit <= 2
    if amount.first == "-" { return "-" + value(String(amount.dropFirst()), unit: unit) }
    if unit == 8, let number = Double(amount) {
      return "P\(Scalar.number(number * 100).description)Y"
    }
    return "P\(isTime ? "T" : "")\(amount)\(letters[unit])"
  }

  /// The length at a token.
  func duration(_ scope: Scope, _ index: Int) -> TimeExpression? {
    counted(scope, index) ?? fractional(scope, index) ?? dual(scope, index)
      ?? definite(scope, index) ?? vague(scope, index) ?? single(scope, index)
  }

  // MARK: With a number

  private func unit(_ scope: Scope, _ index: Int, front: Int = 0) -> DateWords.Hit? {
    scope.hit(.units, index, front: front) ?? scope.hit(.unit, index, front: front)
  }

  private func counted(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let number = scope.numbers.phrase(in: scope.text, at: index, end: scope.end),
      number.form != .ordinal, number.form != .fraction,
      // أحد أشهر is one of the most famous: one stands behind its noun.
      number.form != .words || number.value != 1
    else { return nil }
    var first = number.first
    var front = number.front
    var next = number.last + 1
    var upper: NumberPhrase?
    if scope.isMark(next, 0x29), scope.isMark(first - 1, 0x28) {
      next += 1
      if unit(scope, next) != nil { first -= 1; front = 0 }
    } else if let second = range(scope, number) {
      upper = second
      next = second.last + 1
    }
    guard let unit = unit(scope, next), !isNamedDay(scope, unit) else { return nil }
    // ال28 ربيعا: the article stands apart from the figure.
    if number.form == .digits, first == number.first, isArticle(scope, first - 1) { first -= 1 }
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
    if !isVague { extend(scope, &found, number.value, unit.number) }
    if let rest = scope.hit(.timeRest, found.last + 1, front: 0) { found.last = rest.last }
    return found
  }

  /// السباق الـ 7 يوم الجمعة counts no days.
  private func isNamedDay(_ scope: Scope, _ unit: DateWords.Hit) -> Bool {
    unit.number == 3 && scope.hit(.weekday, unit.last + 1) != nil
  }

  private func isArticle(_ scope: Scope, _ index: Int) -> Bool {
    guard index >= scope.sentence.lowerBound else { return false }
    let token = scope.text.tokens[index]
    return token.viewCount == 2 && scope.text.unit(0, of: token) == Letter.alif
      && scope.text.unit(1, of: token) == Letter.lam
      && scope.text.tokens[index + 1].flags.contains(.glued)
  }

  private func range(_ scope: Scope, _ number: NumberPhrase) -> NumberPhrase? {
    let next = number.last + 1
    guard next + 1 < scope.end else { return nil }
    if scope.isDash(next) || scope.isMark(next, Letter.waw)
      || (scope.hit(.prep, next, front: 0).map { $0.last == next } ?? false)
    {
      return scope.numbers.phrase(in: scope.text, at: next + 1, end: scope.end).flatMap {
        $0.front == 0 && $0.value > number.value ? $0 : nil
      }
    }
    if scope.isJoined(next),
      let second = scope.numbers.phrase(in: scope.text, at: next, end: scope.end),
      second.front == 1, second.value > number.value, second.form == .words
    {
      return second
    }
    return nil
  }

  /// `ونصف`, and a smaller unit joined by و: ساعتين و4 دقائق.
  private func extend(
    _ scope: Scope, _ found: inout TimeExpression, _ amount: Double, _ unit: Int
  ) {
    let next = found.last + 1
    if let half = scope.hit(.fractionAfter, next, front: 0), let part = Double(half.value),
      DurationPart(scope, after: found.last, below: unit) == nil
    {
      found.last = half.last
      found.value = Self.withFraction(amount, part, unit: unit)
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
    guard let unit = article ? definiteSingular(scope, next) : unit(scope, next) else { return nil }
    return TimeExpression(
      .duration, first: index, front: hit.front, last: unit.last,
      value: Self.withFraction(0, part, unit: unit.number), rule: "dates.duration-fraction")
  }

  private func definiteSingular(_ scope: Scope, _ index: Int) -> DateWords.Hit? {
    scope.hit(.unit, index, front: 0)
      ?? scope.hit(.period, index, front: 0)
  }

  // MARK: Without a number

  private func dual(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let hit = scope.hit(.dualPeriod, index), let adjective = adjective(scope, hit.last + 1) {
      return TimeExpression(
        .duration, first: index, front: hit.front, last: adjective,
        value: Self.value("2", unit: hit.number), rule: "dates.duration-dual")
    }
    guard let hit = scope.hit(.dual, index) else { return nil }
    var found = TimeExpression(
      .duration, first: index, front: hit.front, last: hit.last,
      value: Self.value("2", unit: hit.number), rule: "dates.duration-dual")
    extend(scope, &found, 2, hit.number)
    return found
  }

  private func adjective(_ scope: Scope, _ index: Int) -> Int? {
    scope.hit(.last, index, front: 0)?.last ?? scope.relative(index)?.last
  }

  /// الساعات الأخيرة, السنوات الخمس الماضية, الأشهر الستة المقبلة.
  private func definite(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.definiteUnits, index) else { return nil }
    var amount = "X"
    var next = hit.last + 1
    if next < scope.end {
      let token = scope.text.tokens[next]
      if token.hasArticle(after: 0),
        let value = scope.numbers.cardinal(ofHash: scope.text.hash(of: token, front: 2))
      {
        amount = Scalar.number(value).description
        next += 1
      } else if let digits = scope.digits(next) {
        amount = String(digits.value)
        next += 1
      }
    }
    if let few = scope.hit(.few, next, front: 0) { next = few.last + 1 }
    if let last = adjective(scope, next) {
      var found = TimeExpression(
        .duration, first: index, front: hit.front, last: last,
        value: Self.value(amount, unit: hit.number), rule: "dates.duration-definite")
      if let few = scope.hit(.last, next, front: 0), few.value == "1" { found.mod = "START" }
      if isFirst(scope, next) { found.mod = "START" }
      return found
    }
    return nil
  }

  private func isFirst(_ scope: Scope, _ index: Int) -> Bool {
    scope.numbers.ordinal(in: scope.text, at: index, end: scope.end)?.value == 1
  }

  /// ساعات قليلة, بضعة أيام, سنوات after a preposition.
  private func vague(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let few = scope.hit(.fewBefore, index), let unit = scope.hit(.units, few.last + 1, front: 0)
    {
      return TimeExpression(
        .duration, first: index, front: few.front, last: unit.last,
        value: Self.value("X", unit: unit.number), rule: "dates.duration-vague")
    }
    guard let hit = scope.hit(.units, index) else { return nil }
    var last = hit.last
    if let few = scope.hit(.few, last + 1, front: 0) {
      last = few.last
    } else if let rest = scope.hit(.timeRest, last + 1, front: 0) {
      last = rest.last
    } else if hit.number >= 6, hit.front == 0, scope.hit(.of, last + 1, front: 0)?.value == "0" {
      // عقود من التهميش
    } else if !isAsked(scope, index, hit.front) {
      return nil
    }
    return TimeExpression(
      .duration, first: index, front: hit.front, last: last,
      value: Self.value("X", unit: hit.number), rule: "dates.duration-vague")
  }

  /// A preposition of time stands before the word: منذ سنوات, قبل أيام, خلال ساعات.
  private func isAsked(_ scope: Scope, _ index: Int, _ front: Int) -> Bool {
    guard front == 0 else { return false }
    let prep = scope.hit(.prep, before: index)?.number
    return prep == 1 || prep == 4
  }

  /// أسبوع after a preposition of time, ساعة ونصف, سنة واحدة, عقد من الزمن.
  private func single(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.unit, index) else { return nil }
    var found = TimeExpression(
      .duration, first: index, front: hit.front, last: hit.last,
      value: Self.value("1", unit: hit.number), rule: "dates.duration-single")
    let next = hit.last + 1
    let before = found.last
    extend(scope, &found, 1, hit.number)
    if found.last > before { return found }
    if let rest = scope.hit(.timeRest, next, front: 0) ?? scope.hit(.whole, next, front: 0) {
      found.last = rest.last
      return found
    }
    if scope.isUtterance, scope.isClosed(next) { return found }
    // شهر أو شهرين
    if let or = scope.hit(.or, next, front: 0), let dual = scope.hit(.dual, or.last + 1, front: 0),
      dual.number == hit.number
    {
      found.last = dual.last
      found.value += "/" + Self.value("2", unit: hit.number)
      return found
    }
    if next < scope.end, scope.numbers.cardinal(ofHash: scope.text.tokens[next].hash) == 1,
      scope.text.tokens[next].viewCount >= 4
    {
      found.last = next
      return found
    }
    // بعد يوم من الهجوم: a single day only when what it is counted from follows.
    let isCountedFrom =
      hit.number == 3 && scope.hit(.of, next, front: 0) != nil
      && scope.hit(.weekday, next) == nil && scope.hit(.weekdayBare, next) == nil
    let isSpan = scope.hit(.prep, before: index)?.number == 4  // لمدة يوم
    let isWide = hit.number == 2 || hit.number >= 4 || isCountedFrom || isSpan
    guard isWide, hit.front == 0,
      isAsked(scope, index, hit.front) && isClosed(scope, next)
        || isModified(scope, index) && isClosed(scope, next) || isWithin(scope, index, next)
    else { return nil }
    return found
  }

  private func isModified(_ scope: Scope, _ index: Int) -> Bool {
    scope.modifiers.before(index, in: scope.text, from: scope.sentence.lowerBound) != nil
  }

  /// في أسبوع at the end of a clause.
  private func isWithin(_ scope: Scope, _ index: Int, _ next: Int) -> Bool {
    let prep = scope.hit(.prep, before: index)
    guard prep?.number == 2 else { return false }
    return next >= scope.end || scope.text.tokens[next].kind == .punctuation
  }

  private func isClosed(_ scope: Scope, _ index: Int) -> Bool {
    guard index < scope.end else { return true }
    let token = scope.text.tokens[index]
    if token.kind == .punctuation || scope.isJoined(index) { return true }
    return scope.hit(.of, index) != nil || scope.hit(.prep, index) != nil
      || !token.hasArticle(after: 0) && scope.digits(index) == nil
  }
}
