// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A further part of a length, joined by و: `و4 دقائق`, `ودقيقتان`, `ونصف ساعة`, `ويوم`.
struct DurationPart {
  var amount: Double
  /// 0 second … 6 year.
  var unit: Int
  /// Last token.
  var last: Int

  /// The part behind a token whose unit is smaller than another.
  init?(_ scope: Scope, after token: Int, below limit: Int) {
    var next = token + 1
    var front = 0
    // `، و`; a comma alone in a question.
    if scope.isMark(next, Letter.comma, 0x2C), next + 1 < scope.end,
      scope.isUtterance || scope.isMark(next + 1, Letter.waw) || scope.isJoined(next + 1)
    {
      next += 1
      if scope.isMark(next, Letter.waw) {
        next += 1
      } else if scope.isJoined(next) {
        front = 1
      }
    } else if scope.isMark(next, Letter.waw) {
      next += 1
    } else if scope.isJoined(next) {
      front = 1
    } else {
      return nil
    }
    guard next < scope.end, let part = DurationPart(scope, at: next, front: front),
      part.unit < limit
    else { return nil }
    self = part
  }

  private init(_ amount: Double, _ unit: DateWords.Hit) {
    self.amount = amount
    self.unit = unit.number
    last = unit.last
  }

  private init?(_ scope: Scope, at index: Int, front: Int) {
    if let fraction = scope.hit(.fractionUnit, index, front: front),
      let amount = Double(fraction.value), let unit = Self.unit(scope, fraction.last + 1)
    {
      self.init(amount, unit)
      return
    }
    if let number = scope.number(index) {
      guard number.front == front, number.form == .digits || number.form == .words,
        let unit = Self.unit(scope, number.last + 1)
      else { return nil }
      self.init(number.value, unit)
      return
    }
    if let dual = scope.hit(.dual, index, front: front) {
      self.init(2, dual)
      return
    }
    guard let unit = scope.hit(.unit, index, front: front), !Self.isNamed(scope, unit) else {
      return nil
    }
    self.init(1, unit)
    // ساعة إلا ربعا
    if unit.number == 2, let except = scope.hit(.minutePart, last + 1, front: 0), except.number < 0
    {
      amount += Double(except.number) / 60
      last = except.last
    }
  }

  private static func unit(_ scope: Scope, _ index: Int) -> DateWords.Hit? {
    scope.hit(.units, index, front: 0) ?? scope.hit(.unit, index, front: 0)
  }

  /// ويوم الجمعة, وشهر مارس, وعام 2011 name a day, a month, a year.
  private static func isNamed(_ scope: Scope, _ unit: DateWords.Hit) -> Bool {
    let next = unit.last + 1
    return scope.hit(.weekday, next) != nil || scope.hit(.month, next) != nil
      || scope.hit(.hijri, next) != nil || scope.digits(next) != nil
      || next < scope.end && scope.text.tokens[next].hasArticle(after: 0)
  }
}

/// Amounts by unit, which together are one length.
struct DurationSum {
  /// Seconds, minutes, hours, days, weeks, months, years.
  private var amounts = [Double](repeating: 0, count: 7)

  init(_ amount: Double, unit: Int) { add(amount, unit: unit) }

  mutating func add(_ amount: Double, unit: Int) {
    if amounts.indices.contains(unit) { amounts[unit] += amount }
  }

  /// `P2Y1M`, `P1DT0.5H30M`
  var value: String {
    var text = "P"
    for unit in [6, 5, 4, 3] { text += part(unit) }
    let time = [2, 1, 0].map(part).joined()
    return time.isEmpty ? text : text + "T" + time
  }

  private func part(_ unit: Int) -> String {
    amounts[unit] == 0
      ? "" : Scalar.number(amounts[unit]).description + ["S", "M", "H", "D", "W", "M", "Y"][unit]
  }
}
