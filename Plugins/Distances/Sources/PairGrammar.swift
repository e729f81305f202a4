// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Two places with a distance between them: `بين حماة والسلمية`, `من مكة إلى عرفات`,
/// `تفصل حمص عن حماة`, `يربط حلب بإدلب`.
struct PairGrammar {
  /// From the first place to the second.
  typealias Pair = (from: Int, to: Int)

  /// How many tokens may stand between the distance and a place.
  private static let reach = 10

  /// The pair that a quantity lies between, or nil.
  func pair(of quantity: Quantity, from start: Int, in clause: Clause) -> Pair? {
    after(quantity.last + 1, clause) ?? before(start, clause)
      ?? connected(start, quantity.last + 1, clause) ?? both(start, quantity.last + 1, clause)
  }

  /// `بين حماة والسلمية`, `تفصل حمص عن حماة`, `الفاصلة بين` behind the distance.
  private func after(_ index: Int, _ clause: Clause) -> Pair? {
    if clause.has(index, .between) { return lenient(index + 1, clause) }
    var next = index
    while next < min(index + 3, clause.tokens.upperBound) {
      let (classes, count) = clause.words.classes(at: next, in: clause.text)
      if classes.contains(.separates) {
        next += count
        if clause.has(next, .between) { next += 1 }
        return forward(next, clause).map { $0.isOrigin ? ($0.to, $0.from) : ($0.from, $0.to) }
      }
      guard !classes.isDisjoint(with: [.relative, .link, .one, .measure]) else { return nil }
      next += count
    }
    return nil
  }

  /// Two places within reach with only words between.
  private func lenient(_ start: Int, _ clause: Clause) -> Pair? {
    var found: [Int] = []
    var index = start
    while index < min(clause.tokens.upperBound, start + Self.reach) {
      if let place = clause.places.beginning(at: index) {
        found.append(place.id)
        if found.count == 2 { return (found[0], found[1]) }
        index = place.last + 1
      } else if found.isEmpty, clause.has(index, .link), !clause.has(index, .between) {
        // `بين جزيرة تامان في روسيا`: where an unknown place lies.
        return nil
      } else if clause.text.tokens[index].isWord {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// `المسافة بين حمص وحماة 45 كم`, `من مكة إلى عرفات مسافة 21 كم`: the pair stands before.
  private func before(_ start: Int, _ clause: Clause) -> Pair? {
    var index = start - 1
    let limit = max(clause.tokens.lowerBound, start - Self.reach - 6)
    var isClose = true
    while index >= limit {
      if let place = clause.places.ending(at: index) {
        if let pair = ending(at: place, isClose: isClose, clause) { return pair }
        // `إلى حي الرمال بغزة`: a place within may follow the second one.
        isClose = false
        index = place.first - 1
        continue
      }
      guard
        clause.isTie(index) || clause.isAdjective(index)
          || clause.has(index, [.noun, .relative])
          || clause.text.tokens[index].flags.contains(.quote)
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// The pair whose second place this is.
  private func ending(at second: Places.Place, isClose: Bool, _ clause: Clause) -> Pair? {
    var joint = second.first
    let isSpoken = clause.begins(joint, with: Letter.waw)
    if !isSpoken {
      joint = clause.head(before: joint)
      // `وبلدة إدلب`: the conjunction sticks to the noun.
      if clause.begins(joint + 1, with: Letter.waw), joint + 1 < second.first { joint += 1 }
    }
    guard joint > clause.tokens.lowerBound else { return nil }
    let isAnd = clause.begins(joint, with: Letter.waw)
    guard isAnd || clause.has(joint, .range) else { return nil }
    var end = joint - 1
    if clause.isAdjective(end) { end -= 1 }
    guard let first = clause.places.ending(at: end) else { return nil }
    let head = clause.head(before: first.first)
    guard head >= clause.tokens.lowerBound else { return nil }
    if isAnd { return isClose && clause.has(head, .between) ? (first.id, second.id) : nil }
    return clause.has(head, .origin) ? (first.id, second.id) : nil
  }

  /// Two places side by side: A, then و, ب, عن, مع or إلى and B. Nouns may stand before each.
  private func forward(
    _ start: Int, _ clause: Clause
  ) -> (from: Int, to: Int, isOrigin: Bool, last: Int)? {
    guard let first = place(from: start, clause) else { return nil }
    var next = first.last + 1
    if next < clause.tokens.upperBound, clause.isAdjective(next) { next += 1 }
    guard next < clause.tokens.upperBound else { return nil }
    let isOrigin = clause.has(next, .origin)
    let isJoined =
      isOrigin || clause.has(next, [.range, .noun]) || clause.begins(next, with: Letter.waw)
      || clause.begins(next, with: Letter.ba)
    guard isJoined,
      let second = place(from: isOrigin || clause.has(next, .range) ? next + 1 : next, clause)
    else { return nil }
    return (first.id, second.id, isOrigin, second.last)
  }

  /// The place that begins here or behind nouns of places.
  private func place(from start: Int, _ clause: Clause) -> Places.Place? {
    var index = start
    while index < min(start + 4, clause.tokens.upperBound) {
      if let place = clause.places.beginning(at: index) { return place }
      guard clause.has(index, [.noun, .between]) || clause.text.isMark(index, Letter.comma) else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `الطريق الذي يربط حمص بحماة وطوله 45 كم`, `يربط الطريق، البالغ طوله 45 كم، حمص بحماة`.
  private func connected(_ start: Int, _ next: Int, _ clause: Clause) -> Pair? {
    if clause.has(next, [.origin, .direction]) { return nil }
    var index = start - 1
    let limit = max(clause.tokens.lowerBound, start - Self.reach - 2)
    while index >= limit {
      let (classes, count) = clause.words.classes(at: index, in: clause.text)
      if classes.contains(.connects) {
        if let found = forward(index + count, clause), found.last < start {
          return (found.from, found.to)
        }
        return forward(next, clause).map { ($0.from, $0.to) }
      }
      index -= 1
    }
    return nil
  }

  /// `بين حمص وحماة … 45 كم تفصل بينهما`, `… لا تفصل بينهما سوى 45 كم`: the pair was named before.
  private func both(_ start: Int, _ next: Int, _ clause: Clause) -> Pair? {
    var found: Int?
    for index in next..<max(next, min(next + 4, clause.tokens.upperBound))
    where clause.has(index, .both) {
      found = start - 1
    }
    var index = start - 1
    while found == nil, index >= max(clause.tokens.lowerBound, start - 5) {
      if clause.has(index, .both) { found = index - 1 }
      guard clause.isTie(index) || clause.has(index, .both) else { break }
      index -= 1
    }
    guard var place = found else { return nil }
    while place > clause.tokens.lowerBound {
      if let second = clause.places.ending(at: place) {
        let joint =
          clause.begins(second.first, with: Letter.waw)
          ? second.first : clause.head(before: second.first) + 1
        if clause.begins(joint, with: Letter.waw),
          let first = clause.places.ending(at: joint - 1)
        {
          return (first.id, second.id)
        }
      }
      place -= 1
    }
    return nil
  }
}
