// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Lengths without a number: `عامين`, `ساعة ونصف`, `سنوات طويلة`, `منذ سنوات`, `لمدة يوم`.
struct UncountedDurations {
  func dual(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let hit = scope.hit(.dualPeriod, index),
      let adjective = DefiniteDurations.adjectives(scope, hit.last + 1)
    {
      return TimeExpression(
        .duration, first: index, front: hit.front, last: adjective,
        value: DurationGrammar.value("2", unit: hit.number), rule: "dates.duration-dual")
    }
    guard let hit = scope.hit(.dual, index) else { return nil }
    var found = TimeExpression(
      .duration, first: index, front: hit.front, last: hit.last,
      value: DurationGrammar.value("2", unit: hit.number), rule: "dates.duration-dual")
    DurationGrammar.extend(scope, &found, 2, hit.number)
    if let whole = scope.hit(.whole, found.last + 1, front: 0) { found.last = whole.last }
    return found
  }

  /// طوال اليوم, طيلة العام: the whole of it.
  func throughout(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.period, index, front: 0), hit.number >= 3, hit.number <= 6,
      scope.hit(.prep, before: index)?.number == 6, scope.isClosed(hit.last + 1)
    else { return nil }
    return TimeExpression(
      .duration, first: index, front: 0, last: hit.last,
      value: DurationGrammar.value("1", unit: hit.number), rule: "dates.duration-single")
  }

  /// ساعات قليلة, بضعة أيام, سنوات after a preposition.
  func vague(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let few = scope.hit(.fewBefore, index), let unit = scope.hit(.units, few.last + 1, front: 0),
      !isContract(scope, unit)
    {
      return TimeExpression(
        .duration, first: index, front: few.front, last: unit.last,
        value: DurationGrammar.value("X", unit: unit.number), rule: "dates.duration-vague")
    }
    guard let hit = scope.hit(.units, index), !isContract(scope, hit) else { return nil }
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
      value: DurationGrammar.value("X", unit: hit.number), rule: "dates.duration-vague")
  }

  /// عقود الرعاية: decades annexed to a definite noun are contracts.
  private func isContract(_ scope: Scope, _ unit: DateWords.Hit) -> Bool {
    unit.number == 7 && unit.last + 1 < scope.end
      && scope.text.tokens[unit.last + 1].hasArticle(after: 0)
      && scope.hit(.timeRest, unit.last + 1, front: 0) == nil
  }

  /// A preposition of time stands before the word, or sticks to it: منذ سنوات, قبل أيام, لسنوات,
  /// بعد ذلك بأسبوع.
  private func isAsked(_ scope: Scope, _ index: Int, _ front: Int) -> Bool {
    guard front == 0 else {
      let letter = scope.text.unit(front - 1, of: scope.text.tokens[index])
      return letter == Letter.lam || letter == Letter.ba
    }
    let prep = scope.hit(.prep, before: index)?.number
    return prep == 1 || prep == 4 || prep == 5 || prep == 6
  }

  /// أسبوع after a preposition of time, ساعة ونصف, سنة واحدة, عقد من الزمن.
  func single(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let hit = scope.hit(.unit, index) else { return nil }
    var found = TimeExpression(
      .duration, first: index, front: hit.front, last: hit.last,
      value: DurationGrammar.value("1", unit: hit.number), rule: "dates.duration-single")
    let next = hit.last + 1
    let before = found.last
    DurationGrammar.extend(scope, &found, 1, hit.number)
    if found.last > before { return found }
    if let rest = scope.hit(.timeRest, next, front: 0) ?? scope.hit(.whole, next, front: 0) {
      found.last = rest.last
      return found
    }
    if scope.isUtterance, scope.isClosed(next) { return found }
    // شهر أو شهرين: two lengths, of which the second says that the first is one.
    if let or = scope.hit(.or, next, front: 0), let dual = scope.hit(.dual, or.last + 1, front: 0),
      dual.number == hit.number
    {
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
    let isWide =
      isModified(scope, index) || hit.number == 2 || hit.number >= 4 || isCountedFrom || isSpan
    // بعقد, إلى عقد جلسة: a contract, a holding.
    let modified = scope.modifiers.after(next, in: scope.text, end: scope.end).map { $0.last + 1 }
    let isClear = hit.front == 0 && hit.number != 7 || scope.isClosed(modified ?? next)
    guard isWide, isClear, hit.front == 0 || hit.number != 7,
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
