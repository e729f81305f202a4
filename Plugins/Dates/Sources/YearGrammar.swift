// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Years, decades and centuries: `عام 2011`, `عام 1436هـ`, `منذ 2014`, `ثمانينيات القرن الماضي`.
struct YearGrammar {
  private let months = MonthReader()

  /// A year with its noun, or a bare one where something speaks for it.
  func year(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let noun = scope.hit(.yearNoun, index) ?? scope.hit(.yearDual, index),
      let found = written(scope, first: index, front: noun.front, at: noun.last + 1)
    {
      return found
    }
    // موسم 1980/1981
    if let season = scope.hit(.playingSeason, index), let year = scope.digits(season.last + 1),
      schoolYear(scope, season.last + 2, after: year.value) != nil
    {
      return expression(
        scope, first: index, front: season.front, at: season.last + 1, year.value)
    }
    return bare(scope, index)
  }

  /// A year in figures or words with its era, at a token.
  func written(
    _ scope: Scope, first: Int, front: Int, at index: Int
  ) -> TimeExpression? {
    guard let year = scope.digits(index) else {
      guard let year = months.spelledYear(scope, index, from: 100) else { return nil }
      return expression(scope, first: first, front: front, at: year.last, year.value)
    }
    guard year.width >= 3 || isEra(scope, index + 1) else { return nil }
    return expression(scope, first: first, front: front, at: index, year.value)
  }

  private func isEra(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.era, index, front: 0) != nil
  }

  private func expression(
    _ scope: Scope, first: Int, front: Int, at index: Int, _ year: Int
  ) -> TimeExpression? {
    guard (1...2999).contains(year) else { return nil }
    var found = TimeExpression(
      .date, first: first, front: front, last: index, value: ISO.pad(year, 4), rule: "dates.year")
    let era = scope.hit(.era, index + 1, front: 0)
    if let era { found.last = era.last }
    if era?.value == "hijri", let interval = scope.reference.hijri.interval(year: year) {
      found.calendar = "hijri"
      found.value = interval
      found.note(scope, "Hijri year \(year), ICU \(scope.reference.hijri)")
    }
    if era?.value == "before" { found.value = "BC" + found.value }
    // 2023/2024, 2023-2024: a school or budget year.
    if let second = schoolYear(scope, found.last + 1, after: year) {
      found.last += 2
      found.value = "\(ISO.pad(year, 4))/\(ISO.pad(second, 4))"
      // 1436/1437هـ
      if let era = scope.hit(.era, found.last + 1, front: 0), era.value == "hijri",
        let start = scope.reference.hijri.interval(year: year)?.prefix(10),
        let end = scope.reference.hijri.interval(year: second)?.suffix(10)
      {
        found.last = era.last
        found.calendar = "hijri"
        found.value = "\(start)/\(end)"
      }
    }
    return found
  }

  /// The later year behind a glued stroke or dash.
  private func schoolYear(_ scope: Scope, _ index: Int, after year: Int) -> Int? {
    guard scope.isSlash(index) || scope.isDash(index), let second = scope.digits(index + 1),
      second.width == 4, second.value > year, second.value - year < 100,
      scope.text.tokens[index].flags.contains(.glued)
    else { return nil }
    return second.value
  }

  /// Four digits alone: after a preposition of time, in a list of years, or with an era.
  private func bare(_ scope: Scope, _ index: Int) -> TimeExpression? {
    guard let year = scope.digits(index), year.width >= 3,
      year.width == 4 || isEra(scope, index + 1)
    else {
      return nil
    }
    if let era = scope.hit(.era, index + 1, front: 0), era.value != "gregorian" || year.width == 4 {
      return expression(scope, first: index, front: 0, at: index, year.value)
    }
    if (1000..<1700).contains(year.value), isBracketed(scope, index), scope.isDash(index + 1) {
      return expression(scope, first: index, front: 0, at: index, year.value)
    }
    guard (1700...2150).contains(year.value), !isCounted(scope, index) else { return nil }
    let isListed =
      index >= scope.sentence.lowerBound + 2
      && (scope.text.isMark(index - 1, Letter.waw) || scope.isDash(index - 1)
        || isLink(scope, index - 1) || scope.isMark(index - 1, Letter.comma, 0x2C))
      && (scope.digits(index - 2)?.width == 4
        && (1700...2150).contains(scope.digits(index - 2)?.value ?? 0))
    if isListed || isBracketed(scope, index) || isSpan(scope, index, year.value) {
      return expression(scope, first: index, front: 0, at: index, year.value)
    }
    guard let prep = scope.hit(.prep, before: index) ?? eventBefore(scope, index) else {
      return nil
    }
    // في and من are weak: after من only a year that nothing follows, after في none that counts.
    if prep.number == 2 {
      let isIn =
        scope.hit(.of, before: index)?.value == "0"
        && scope.hit(.link, before: index)?.value == "at"
      guard scope.isClosed(index + 1) || isIn && !isCounting(scope, index + 1, year.value) else {
        return nil
      }
    }
    return expression(scope, first: index, front: 0, at: index, year.value)
  }

  /// (1881), (1990-1995), (1997، 1998): nothing else in the brackets.
  private func isBracketed(_ scope: Scope, _ index: Int) -> Bool {
    guard scope.isMark(index - 1, 0x28) else { return false }
    var next = index + 1
    while scope.isDash(next) || scope.isMark(next, Letter.comma, 0x2C, Letter.waw),
      scope.digits(next + 1)?.width == 4
    {
      next += 2
    }
    // بلغت (1850) وثيقة: what stands behind the bracket is counted.
    return scope.isMark(next, 0x29)
      && (next > index + 1 || scope.digits(index)?.value ?? 0 >= 1900 || scope.isClosed(next + 1)
        || scope.text.tokens[next + 1].hasArticle(after: 0))
  }

  /// في 2015 موقعا: a noun in the accusative, or any noun behind a round figure, is counted.
  private func isCounting(_ scope: Scope, _ index: Int, _ year: Int) -> Bool {
    guard index < scope.end else { return false }
    let token = scope.text.tokens[index]
    if token.kind == .punctuation || token.hasArticle(after: 0) { return false }
    guard token.isArabic else { return true }
    return year % 100 == 0 || scope.text.unit(token.viewCount - 1, of: token) == Letter.alif
  }

  /// 1990-1995, glued: two years in order, and no third figure.
  private func isSpan(_ scope: Scope, _ index: Int, _ year: Int) -> Bool {
    schoolYear(scope, index + 1, after: year) != nil
      && !scope.isDash(index + 3) && !scope.isDash(index - 1)
      && (scope.digits(index + 2)?.value ?? 0) <= 2150
  }

  /// كأس العالم 2022, مونديال روسيا 2018, تصفيات كأس أمم إفريقيا 2019: the name of an event and up to
  /// three more words before the year.
  private func eventBefore(_ scope: Scope, _ index: Int) -> DateWords.Hit? {
    var first = index - 2
    while first >= max(scope.sentence.lowerBound, index - 4) {
      guard scope.text.tokens[first + 1].isArabic else { return nil }
      if let hit = scope.hit(.prep, first), hit.number == 3 || hit.last == index - 1 {
        return hit.number == 3 && hit.last < index - 1
          && isCounting(scope, index + 1, scope.digits(index)?.value ?? 0) ? nil : hit
      }
      first -= 1
    }
    return nil
  }

  private func isLink(_ scope: Scope, _ index: Int) -> Bool {
    scope.hit(.prep, index) != nil
  }

  /// Whether a unit, a scale or a sign after the figure makes it a quantity.
  private func isCounted(_ scope: Scope, _ index: Int) -> Bool {
    let next = index + 1
    guard next < scope.end else { return false }
    let token = scope.text.tokens[next]
    if token.kind == .symbol { return true }
    if token.kind == .punctuation {
      let unit = scope.text.source[Int(token.start)]
      if unit == 0x25 || unit == 0x066A { return true }
      return scope.isSlash(next) && token.flags.contains(.glued)
        && schoolYear(scope, next, after: scope.digits(index)?.value ?? 0) == nil
    }
    if scope.hit(.unit, next, front: 0) != nil || scope.hit(.units, next, front: 0) != nil
      || scope.hit(.counted, next, front: 0) != nil
    {
      return true
    }
    return scope.number(next).map { $0.front == 0 }
      ?? false
  }

  // MARK: Decades and centuries

  /// تسعينيات القرن الماضي, الستينيات, القرن التاسع عشر.
  func decade(_ scope: Scope, _ index: Int) -> TimeExpression? {
    if let hit = scope.hit(.decade, index) {
      var found = TimeExpression(
        .date, first: index, front: hit.front, last: hit.last, value: hit.value,
        rule: "dates.decade")
      var next = hit.last + 1
      if let of = scope.hit(.of, next, front: 0) { next = of.last + 1 }
      if let century = century(scope, next) {
        found.last = century.last
        // تسعينيات القرن التاسع عشر: the decade's digit in that century.
        if let prefix = Int(century.value), let digit = hit.value.last {
          found.value = "\(ISO.pad(prefix, 2))\(digit)"
        }
      }
      return found
    }
    guard let found = century(scope, index) else { return nil }
    // القرن الثاني الميلادي, القرن الثالث قبل الميلاد
    let era = scope.hit(.era, found.last + 1, front: 0)
    var expression = TimeExpression(
      .date, first: index, front: found.front, last: era?.last ?? found.last, value: found.value,
      rule: "dates.century")
    if era?.value == "before" { expression.value = "BC" + found.value }
    if era?.value == "hijri" { expression.calendar = "hijri" }
    return expression
  }

  private func century(
    _ scope: Scope, _ index: Int
  ) -> (value: String, front: Int, last: Int)? {
    guard let noun = scope.hit(.period, index), noun.number == 8 else { return nil }
    let next = noun.last + 1
    if let relative = scope.relative(next) {
      let own = (scope.reference.year ?? 2000) / 100
      return (ISO.pad(own + relative.direction, 2), noun.front, relative.last)
    }
    if let ordinal = scope.ordinal(next),
      ordinal.front == 0, ordinal.value >= 1, ordinal.value <= 99
    {
      return (ISO.pad(Int(ordinal.value) - 1, 2), noun.front, ordinal.last)
    }
    if let digits = scope.digits(next), (1...30).contains(digits.value) {
      return (ISO.pad(digits.value - 1, 2), noun.front, next)
    }
    return nil
  }
}
