// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The place that a distance is measured from.
struct OriginGrammar {
  /// What stands where the origin is due.
  enum Origin {
    /// Nothing.
    case none
    /// Words for it, but no Location: `عن المدينة`.
    case unnamed
    /// Locations, and the end of the way if one is named: `من مكة إلى عرفات`.
    case places([Int], to: Int?)
  }

  let modifiers: Modifiers

  /// How many tokens may stand between the distance and a place.
  private static let reach = 10

  /// Behind the distance: `من مدينة حمص`, `شمال العاصمة دمشق`, `إلى الشرق من حلب وإدلب`.
  func following(_ start: Int, _ clause: Clause, needsOrigin: Bool) -> Origin {
    let text = clause.text
    var i = start
    if let modifier = modifiers.after(i, in: text, end: clause.tokens.upperBound) {
      i = modifier.last + 1
    }
    // `160 كم وعن حماة 45 كم`: the origin of the next distance.
    if clause.has(i, .origin), clause.begins(i, with: Letter.waw) { return .none }
    var isOpen = false
    var hasOrigin = false
    var unknown = 0
    let end = min(clause.tokens.upperBound, start + Self.reach)
    while i < end {
      if isOpen, let place = clause.places.beginning(at: i) {
        // `من كنيسته في حلب`: where the origin is, not what it is.
        if unknown > 0, clause.begins(i, with: Letter.ba),
          text.tokens[i].start < text.sourceStart(of: text.tokens[i], front: 1)
        {
          return .unnamed
        }
        return .places(
          clause.coordinated(from: place),
          to: hasOrigin ? destination(place.last + 1, clause) : nil)
      }
      let (classes, count) = clause.words.classes(at: i, in: text)
      if unknown > 0, let origin = unknownOrigin(before: i, classes, clause) { return origin }
      if classes.contains(.origin) || (!needsOrigin && classes.contains(.direction)) {
        isOpen = true
        hasOrigin = hasOrigin || classes.contains(.origin)
      } else if !classes.isDisjoint(with: [.link, .noun, .one, .direction])
        || text.tokens[i].flags.contains(.quote) || i == start && text.isMark(i, 0x29)
      {
        // stays as it was
      } else if isOpen, text.tokens[i].isArabic, unknown < 2 {
        unknown += 1
      } else {
        break
      }
      i += count
    }
    return hasOrigin ? .unnamed : .none
  }

  /// An unknown name ends where words tell where it lies: `جزر تشانيل قبالة كاليفورنيا`,
  /// `مدينة تانك المجاورة لإقليم وزيرستان`. What they name is not the origin.
  private func unknownOrigin(
    before index: Int, _ classes: DistanceWords.Classes, _ clause: Clause
  ) -> Origin? {
    if classes.contains(.range) {
      return destination(index, clause).map { .places([], to: $0) } ?? .unnamed
    }
    let isOfAnother = classes.contains(.noun) && clause.begins(index, with: Letter.lam)
    return isOfAnother || !classes.isDisjoint(with: [.link, .direction, .origin, .apposition])
      ? .unnamed : nil
  }

  /// `إلى عرفات` right behind the origin.
  private func destination(_ index: Int, _ clause: Clause) -> Int? {
    guard clause.has(index, .range) else { return nil }
    var i = index + 1
    while i < min(clause.tokens.upperBound, index + 5) {
      if let end = clause.places.beginning(at: i) { return end.id }
      guard clause.has(i, .noun) else { return nil }
      i += 1
    }
    return nil
  }

  /// Before the distance: `تبعد X عن Y 5 كم`, `شمالي X بنحو 5 كم`, `العاصمة دمشق - على بعد 100 كم`.
  ///
  /// - Returns: The origin with the token before it, or the place at the other end.
  func preceding(
    _ start: Int, isInstrument: Bool, _ clause: Clause
  ) -> (origin: Origin, before: Int, to: [Int]) {
    var i = start - 1
    let limit = max(clause.tokens.lowerBound, start - Self.reach - 6)
    var unknown = 0
    var hasTie = false
    var isExtent = false
    while i >= limit {
      if let place = clause.places.ending(at: i) {
        let head = clause.head(before: place.first)
        if let origin = clause.origin(endingAt: head), origin >= limit {
          return (.places([place.id], to: nil), origin, [])
        }
        if isInstrument, head >= limit, clause.has(head, .direction) {
          return (.places([place.id], to: nil), head, [])
        }
        // `تبعد حمص 45 كم`, but not `طول لاعبي أيسلندا 1.90 م`: a tie must stand between, or a verb
        // before. `على مسافة 13 كم` alone is how far something reaches.
        let isTied = hasTie ? !isExtent : clause.has(head, .locative)
        guard unknown == 0, isTied, let named = clause.named(place) else { return (.none, i, []) }
        return (.none, i, [named.id])
      }
      // `تفصلها عن الحدود 30 ميلا`: the origin is no Location.
      if unknown > 0 || clause.isAdjective(i) || clause.has(i, .noun), clause.has(i, .origin) {
        return (.unnamed, i, [])
      }
      if !clause.isTie(i) {
        guard unknown < 2, clause.text.tokens[i].isArabic else { return (.none, i, []) }
        unknown += 1
      } else {
        hasTie = true
        let classes = clause.classes(i)
        if classes.contains(.measure), !classes.contains(.away) { isExtent = true }
        if classes.contains(.away) { isExtent = false }
      }
      if clause.text.tokens[i].kind == .punctuation, unknown > 0 {
        return (.none, i, [])
      }
      i -= 1
    }
    return (.none, i, [])
  }
}
