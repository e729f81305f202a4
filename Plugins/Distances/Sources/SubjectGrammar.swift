// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The place at the other end of a distance: what lies that far away.
struct SubjectGrammar {
  /// How many tokens before the distance its clause may begin.
  private static let reach = 20
  /// How far before its verb the antecedent of a pronoun may stand.
  private static let antecedentReach = 30

  /// Verb first: `تبعد بلدة X … عن`. Place first: `بلدة X، الواقعة على بعد`, `X التي تبعد`, `X (45 كم`.
  /// Named before: `… بلدة X. وهي تبعد 45 كم`.
  func subject(before start: Int, _ clause: Clause) -> [Int] {
    let limit = max(clause.tokens.lowerBound, start - Self.reach)
    if let place = bracketed(start, limit, clause) { return [place.id] }
    var i = start - 1
    var nearest: Places.Place?
    var hasOnlyTies = true
    // `انسحبوا في سوريا إلى مسافة 85 كم من`: how far somebody went.
    var hasGoal = false
    while i >= limit {
      if let place = clause.places.ending(at: i) {
        // `مدعومة من إيران على بعد 50 كم`: what stands behind من is not what lies there.
        if hasOnlyTies {
          if hasGoal || clause.has(clause.head(before: place.first), .origin) { return [] }
          return clause.named(place).map { [$0.id] } ?? []
        }
        nearest = place
        i = place.first - 1
        continue
      }
      let classes = clause.classes(i)
      if classes.contains(.locative) {
        if let nearest, isDirect(from: i + 1, to: nearest.first, clause) {
          return coordinated(endingAt: nearest, isDual: classes.contains(.dual), clause)
        }
        return ofVerb(i, classes, limit, clause)
      }
      if !clause.isTie(i) {
        if clause.text.tokens[i].kind == .punctuation, !clause.text.tokens[i].flags.contains(.quote)
        {
          return []
        }
        hasOnlyTies = false
      } else if classes.contains(.range) {
        hasGoal = true
      } else if classes.contains(.link), clause.begins(i, with: Letter.waw) {
        // `قرب الحدود مع العراق وعلى بعد`
        hasOnlyTies = false
      }
      i -= 1
    }
    return []
  }

  /// `الزاوية (45 كيلومترا`, `مدينة نارا المالية (`
  private func bracketed(_ start: Int, _ limit: Int, _ clause: Clause) -> Places.Place? {
    guard start - 2 >= limit, clause.text.isMark(start - 1, 0x28) else { return nil }
    var i = start - 2
    while i >= max(limit, start - 4) {
      if let place = clause.places.ending(at: i) { return place }
      guard clause.isAdjective(i) else { return nil }
      i -= 1
    }
    return nil
  }

  /// The subject of a locative verb or participle that has no place right behind it.
  private func ofVerb(
    _ verb: Int, _ classes: DistanceWords.Classes, _ limit: Int, _ clause: Clause
  ) -> [Int] {
    if let noun = definiteNoun(after: verb, clause) {
      return antecedent(ofNoun: noun, before: verb, clause).map { [$0] } ?? []
    }
    if let place = placed(before: verb, limit, clause) {
      if isOfOther(verb, than: place, clause) { return [] }
      return coordinated(endingAt: place, isDual: classes.contains(.dual), clause)
    }
    guard classes.contains(.away) else { return [] }
    // `… إن البلدة تبعد`
    if verb > clause.tokens.lowerBound, clause.isAdjective(verb - 1) {
      return antecedent(ofNoun: verb - 1, before: verb - 1, clause).map { [$0] } ?? []
    }
    return antecedent(ofPronounAt: verb, clause).map { [$0] } ?? []
  }

  /// `الفندق … في مقديشو، ولا يبعد سوى 5 كم`: a verb in the masculine goes on about something that
  /// lies in the town, not about the town.
  private func isOfOther(_ verb: Int, than place: Places.Place, _ clause: Clause) -> Bool {
    let start = clause.has(verb - 1, .negation) ? verb - 1 : verb
    let token = clause.text.tokens[verb]
    let letter = clause.text.unit(start == verb ? 1 : 0, of: token)
    return clause.begins(start, with: Letter.waw) && letter == Letter.ya
      && clause.has(clause.head(before: place.first), .link)
  }

  /// Whether only nouns of places stand between two tokens.
  private func isDirect(from first: Int, to end: Int, _ clause: Clause) -> Bool {
    (first..<max(first, end)).allSatisfy { clause.has($0, .noun) }
  }

  /// The place right before a locative; a comma, a relative pronoun, an adjective and another
  /// locative may part them.
  private func placed(before index: Int, _ limit: Int, _ clause: Clause) -> Places.Place? {
    var i = index - 1
    while i >= max(limit, index - 5) {
      if let place = clause.places.ending(at: i) {
        // `حمص بسوريا`: the country only says where the town is.
        let isWithin = clause.begins(place.first, with: Letter.ba)
        return isWithin
          ? clause.places.ending(at: place.first - 1) ?? place : clause.named(place)
      }
      guard !clause.has(i, .range),
        clause.isTie(i) || clause.has(i, [.relative, .noun, .negation]) || clause.isAdjective(i)
      else {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// `قريتي سبيد وعانولي الواقعتين`: of two places both, if the verb speaks of two.
  private func coordinated(
    endingAt place: Places.Place, isDual: Bool, _ clause: Clause
  ) -> [Int] {
    guard isDual, clause.begins(place.first, with: Letter.waw),
      let other = clause.places.ending(at: place.first - 1)
    else { return [place.id] }
    return [other.id, place.id]
  }

  /// The noun that is the subject of a verb though it is no name: البلدة in `وتبعد البلدة`.
  private func definiteNoun(after verb: Int, _ clause: Clause) -> Int? {
    let noun = verb + 1
    return noun < clause.tokens.upperBound && clause.isAdjective(noun) ? noun : nil
  }

  /// `بلدة X … وتبعد البلدة`: the place of that noun in the same sentence.
  private func antecedent(ofNoun noun: Int, before verb: Int, _ clause: Clause) -> Int? {
    let stem = clause.text.hash(of: clause.text.tokens[noun], front: 2)
    for i in stride(from: verb - 1, through: clause.tokens.lowerBound, by: -1) {
      let token = clause.text.tokens[i]
      let isSame = (0...2).contains {
        token.mayStrip($0) && clause.text.hash(of: token, front: $0) == stem
      }
      if isSame, let place = clause.places.beginning(at: i + 1) ?? clause.places.beginning(at: i) {
        return place.id
      }
    }
    return nil
  }

  /// `… بلدة X في ريف Y، وهي تبعد`: the last place that tells not only where another one lies; of
  /// the sentence before if the pronoun opens its own.
  private func antecedent(ofPronounAt verb: Int, _ clause: Clause) -> Int? {
    let pronoun = clause.has(verb - 1, .negation) ? verb - 2 : verb - 1
    let hasPronoun = pronoun >= clause.tokens.lowerBound && clause.has(pronoun, .pronoun)
    let start = hasPronoun ? pronoun : verb
    if start > clause.tokens.lowerBound {
      guard hasPronoun || clause.begins(verb, with: Letter.waw) else { return nil }
      return topic(in: clause.tokens.lowerBound..<start, clause)
    }
    guard hasPronoun, let before = clause.before else { return nil }
    return topic(in: before, clause)
  }

  /// The last place of a stretch that is not merely the region of another one.
  private func topic(in range: Range<Int>, _ clause: Clause) -> Int? {
    var last: Int?
    var i = range.upperBound - 1
    while i >= max(range.lowerBound, range.upperBound - Self.antecedentReach) {
      if let place = clause.places.ending(at: i) {
        last = last ?? place.id
        let isRegion = (clause.head(before: place.first)..<place.first).contains {
          clause.has($0, [.region, .direction])
        }
        if !isRegion, !clause.begins(place.first, with: Letter.ba) { return place.id }
        i = place.first
      }
      i -= 1
    }
    return last
  }
}
