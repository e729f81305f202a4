// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Reads a text that is nothing but an expression of time: a question typed at the prompt, a form
/// field, a line of a calendar (`غدا من الثالثة إلى الخامسة مساء`, `بعد أسبوعين`, `الجمعة`).
///
/// Such a text is one expression from its first word to its last, prepositions included, and it
/// looks ahead where an article looks back. Prepositions make one value of its parts: an interval
/// of two ends, a day with a clock time, a day so far from another.
struct Utterance {
  let grammar: TimeGrammar

  /// A question has no more words than this.
  private static let longest = 24

  /// How an expression hangs on what stands before it.
  private enum Link { case none, from, to, at, before, after, since }

  private struct Part {
    var link: Link
    var found: TimeExpression
  }

  /// The whole text as one expression; nil when it holds anything else.
  func expression(_ outer: Scope) -> TimeExpression? {
    let tokens = outer.text.tokens
    guard tokens.count <= Self.longest, let first = tokens.indices.first(where: isWord(outer)),
      let last = tokens.indices.last(where: isWord(outer))
    else { return nil }
    var scope = outer
    scope.sentence = first..<last + 1
    scope.isUtterance = true
    scope.reference.looksAhead = true
    guard let parts = parts(scope), var whole = value(parts, scope) else { return nil }
    whole.first = first
    whole.front = 0
    whole.last = last
    return whole
  }

  private func isWord(_ scope: Scope) -> (Int) -> Bool {
    { index in
      switch scope.text.tokens[index].kind {
      case .punctuation, .symbol:
        // A sign belongs to its figure.
        return index + 1 < scope.text.tokens.count && scope.isMark(index, 0x2D, 0x2B)
          && scope.text.tokens[index + 1].isNumber
      default: return true
      }
    }
  }

  // MARK: Parts

  private func parts(_ scope: Scope) -> [Part]? {
    var parts: [Part] = []
    var link = Link.none
    var i = scope.sentence.lowerBound
    while i < scope.end {
      let found = grammar.expressions(scope, i)
      if !found.isEmpty, !found.contains(where: { $0.isImpossible }), let last = found.last {
        for (place, expression) in found.enumerated() {
          let own =
            place > 0 ? Link.to : link == .none ? proclitic(scope, expression, parts) : link
          parts.append(Part(link: own, found: expression))
        }
        link = .none
        i = last.last + 1
      } else if let word = linkWord(scope, i) {
        link = word.link
        i = word.last + 1
      } else if scope.text.tokens[i].kind == .punctuation {
        if scope.isDash(i), !parts.isEmpty { link = .to }
        i += 1
      } else {
        return nil
      }
    }
    return parts.isEmpty || link != .none ? nil : parts
  }

  private func linkWord(_ scope: Scope, _ index: Int) -> (link: Link, last: Int)? {
    if let anchor = scope.hit(.anchor, index) {
      let links: [Int: Link] = [-1: .before, 1: .after, -2: .since]
      return (links[anchor.number] ?? .at, anchor.last)
    }
    // بين 9:30 و11:00; آخر ثلاثة أسابيع
    if scope.isMark(index, Letter.waw) { return (.to, index) }
    if let final = scope.hit(.final, index, front: 0) { return (.at, final.last) }
    guard let hit = scope.hit(.link, index) else { return nil }
    switch hit.value {
    case "to": return (.to, hit.last)
    case "from", "between": return (.from, hit.last)
    default: return (.at, hit.last)
    }
  }

  /// للخامسة, والسادسة: the clitic is the link.
  private func proclitic(_ scope: Scope, _ found: TimeExpression, _ parts: [Part]) -> Link {
    guard found.front > 0, !parts.isEmpty else { return .none }
    let letter = scope.text.unit(found.front - 1, of: scope.text.tokens[found.first])
    return letter == Letter.lam || letter == Letter.waw ? .to : .at
  }

  // MARK: Values

  private func value(_ parts: [Part], _ scope: Scope) -> TimeExpression? {
    guard let cut = parts.indices.first(where: { parts[$0].link == .to }) else {
      guard var found = joined(parts, scope) else { return nil }
      if parts[0].link == .from, found.kind != .duration, found.isHalved || found.kind == .time {
        found.value += "/.."
      }
      return found
    }
    guard cut > 0 else {
      var ends = parts
      ends[0].link = .none
      guard var found = joined(ends, scope), found.kind == .time else {
        return joined(ends, scope)
      }
      found.value = "../" + found.value
      return found
    }
    guard let start = joined(Array(parts[..<cut]), scope) else { return nil }
    var rest = Array(parts[cut...])
    rest[0].link = .none
    guard !rest.contains(where: { $0.link == .to }), let end = joined(rest, scope) else {
      return nil
    }
    return UtteranceInterval.interval(start, end, scope)
  }

  /// One expression of parts that stand side by side.
  private func joined(_ parts: [Part], _ scope: Scope) -> TimeExpression? {
    var parts = parts[...]
    // بعد 3 أيام من الجمعة: the length counts from what follows it.
    if parts.count > 1, parts[0].found.kind == .duration, parts[1].link == .from,
      parts[1].found.kind == .date
    {
      parts.swapAt(0, 1)
      parts[0].link = .none
    }
    guard let opening = parts.popFirst(), var whole = first(opening, scope) else { return nil }
    for part in parts {
      guard var next = first(part, scope, base: whole) else { return nil }
      switch (whole.kind, next.kind) {
      case (.date, .time), (.time, .time):
        guard let mark = next.value.lastIndex(of: "T") else { return nil }
        whole.value = (whole.day?.iso ?? whole.value) + next.value[mark...]
        whole.isHalved = next.isHalved
        whole.kind = .time
        whole.hasDay = true
      case (.time, .date):
        guard let day = next.day, let mark = whole.value.lastIndex(of: "T") else { return nil }
        whole.value = day.iso + whole.value[mark...]
        whole.day = day
      case (.date, .date):
        // بعد 3 أسابيع يوم الاثنين: the weekday of that week.
        if whole.rule == "dates.shifted", next.rule == "dates.weekday", let day = whole.day,
          let weekday = next.day?.weekday
        {
          next.day = day.adding(days: weekday - day.weekday)
          next.value = next.day?.iso ?? next.value
        }
        whole.value = next.value
        whole.day = next.day
      default: return nil
      }
      whole.last = next.last
    }
    return whole
  }

  /// A part by itself: a length behind قبل or بعد becomes a date, the first part of a month its day.
  private func first(
    _ part: Part, _ scope: Scope, base: TimeExpression? = nil
  ) -> TimeExpression? {
    var found = part.found
    if found.kind == .duration {
      switch part.link {
      case .before, .from, .since: return UtteranceShift.shifted(found, by: -1, base, scope)
      case .after: return UtteranceShift.shifted(found, by: 1, base, scope)
      default: return base == nil ? found : nil
      }
    }
    if part.link == .before, found.rule == "dates.deictic", let day = found.day {
      found.day = day.adding(days: -1)
      found.value = day.adding(days: -1).iso
    }
    // منذ الأحد is the last one.
    if part.link == .since, found.rule == "dates.weekday", let day = found.day {
      found.day = day.adding(days: -7)
      found.value = day.adding(days: -7).iso
    }
    guard let mod = found.mod, let range = DayRange(found.value), found.kind == .date,
      !found.value.contains("W")
    else {
      return found
    }
    if let third = scope.hit(.third, found.first) {
      found.value = Self.third(third.number, of: range)
    } else if found.rule == "dates.part", found.value.count != 4 {
      let days = range.last.number - range.first.number
      found.day =
        mod == "START"
        ? range.first : mod == "END" ? range.last : range.first.adding(days: days / 2 - 1)
      if mod == "MID", found.value.count == 7 { found.day = range.first.adding(days: 14) }
      found.value = found.day?.iso ?? found.value
    }
    return found
  }

  /// The first ten days of a month, the next ten, the rest.
  private static func third(_ number: Int, of month: DayRange) -> String {
    let start = month.first.adding(days: 10 * (number - 1))
    return "\(start.iso)/\((number == 3 ? month.last : start.adding(days: 9)).iso)"
  }
}
