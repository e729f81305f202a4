// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The places that a distance is measured from and to.
struct AnchorGrammar {
  let words: DistanceWords
  let modifiers: Modifiers

  /// How many tokens may stand between the distance and a place.
  private static let reach = 10

  /// Locations of the document by the token they begin at.
  struct Places {
    private var byToken: [Int: (id: Int, last: Int)] = [:]

    init(_ locations: [InputDocument.Span], in text: AnalysedText) {
      for annotation in locations {
        let first = text.token(endingAfter: annotation.range.start)
        let last = text.token(endingAfter: annotation.range.end - 1)
        byToken[first] = (annotation.id, last)
        lastTokens[last] = (annotation.id, first)
      }
    }

    private var lastTokens: [Int: (id: Int, first: Int)] = [:]

    /// The place whose first token this is.
    func beginning(at token: Int) -> (id: Int, last: Int)? { byToken[token] }
    /// The place whose last token this is.
    func ending(at token: Int) -> (id: Int, first: Int)? { lastTokens[token] }
  }

  /// The relations of a quantity; heights and depths have none. `previous` are those of a distance
  /// that this one is joined to by و.
  func anchors(
    of quantity: Quantity, in text: AnalysedText, sentence: Range<Int>, places: Places,
    isVertical: Bool, previous: [Relation]
  ) -> [Relation] {
    if isVertical { return [] }
    if let pair = pair(after: quantity.last + 1, text, sentence, places) { return pair }
    var from = following(quantity.last + 1, text, sentence, places)
    var start = quantity.first
    if let modifier = modifiers.before(start, in: text, from: sentence.lowerBound) {
      start = modifier.first
    }
    var to: Int?
    if from.isEmpty {
      let before = preceding(start, text, sentence, places)
      from = before.from
      to = before.to
    } else {
      to = subject(before: start, text, sentence, places)
    }
    // `…، و38 كيلومترا عن مدينة إدلب`: the second distance is that of the same place.
    if to == nil, !from.isEmpty { to = previous.first { $0.role == "to" }?.target }
    var relations = from.map { Relation("from", target: $0) }
    if let to, !from.contains(to) { relations.append(Relation("to", target: to)) }
    return relations
  }

  /// `بين حماة والسلمية` after the distance: from the first to the second.
  private func pair(
    after index: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> [Relation]? {
    guard index < sentence.upperBound,
      words.classes(at: index, in: text).classes.contains(.between)
    else { return nil }
    var found: [Int] = []
    var i = index + 1
    while i < min(sentence.upperBound, index + Self.reach), found.count < 2 {
      if let place = places.beginning(at: i) {
        found.append(place.id)
        i = place.last + 1
      } else if text.tokens[i].isWord {
        i += 1
      } else {
        break
      }
    }
    guard found.count == 2 else { return nil }
    return [Relation("from", target: found[0]), Relation("to", target: found[1])]
  }

  /// `من مدينة حمص`, `شمال العاصمة دمشق`, `إلى الشرق من حلب وإدلب`.
  private func following(
    _ start: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> [Int] {
    var i = start
    if let modifier = modifiers.after(i, in: text, end: sentence.upperBound) {
      i = modifier.last + 1
    }
    var isOpen = false
    var unknown = 0
    let end = min(sentence.upperBound, start + Self.reach)
    while i < end {
      if isOpen, let place = places.beginning(at: i) {
        return [place.id] + coordinated(after: place.last, text, sentence, places)
      }
      let (classes, count) = words.classes(at: i, in: text)
      if !classes.isDisjoint(with: [.origin, .direction]) {
        isOpen = true
      } else if !classes.isDisjoint(with: [.link, .noun, .one])
        || text.tokens[i].flags.contains(.quote)
      {
        // stays as it was
      } else if isOpen, text.tokens[i].isArabic, unknown < 2 {
        unknown += 1
      } else {
        return []
      }
      i += count
    }
    return []
  }

  /// `وإدلب`, directly after a place.
  private func coordinated(
    after last: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> [Int] {
    let next = last + 1
    guard next < sentence.upperBound, let place = places.beginning(at: next),
      text.tokens[next].mayStrip(1),
      text.sourceStart(of: text.tokens[next], front: 0)
        < text.sourceStart(
          of: text.tokens[next], front: 1), text.unit(0, of: text.tokens[next]) == Letter.waw
    else { return [] }
    return [place.id] + coordinated(after: place.last, text, sentence, places)
  }

  /// A place before the distance: `تبعد X عن Y 5 كم`, `العاصمة دمشق - على بعد 100 كم`,
  /// `المسافة بين X وY 5 كم`.
  private func preceding(
    _ start: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> (from: [Int], to: Int?) {
    var i = start - 1
    let limit = max(sentence.lowerBound, start - Self.reach - 6)
    var passed: [(id: Int, first: Int)] = []
    while i >= limit {
      if let place = places.ending(at: i) {
        passed.append(place)
        i = place.first - 1
        // `عن Y` makes it the origin.
        var k = i
        while k >= limit, words.classes(at: k, in: text).classes.contains(.noun) { k -= 1 }
        if k >= limit, words.classes(at: k, in: text).classes.contains(.origin), passed.count == 1 {
          return ([place.id], subject(before: k, text, sentence, places))
        }
        if passed.count == 2, k >= limit, words.classes(at: k, in: text).classes.contains(.between)
        {
          return ([passed[1].id], passed[0].id)
        }
        continue
      }
      let (classes, _) = words.classes(at: i, in: text)
      if !passed.isEmpty {
        // Between two places only a joining word may stand.
        if passed.count == 1 && classes.contains(.noun) {
          i -= 1
          continue
        }
        break
      }
      if !isTie(i, classes, text) { return ([], nil) }
      i -= 1
    }
    return ([], passed.first?.id)
  }

  /// The other end: the place that a locative ties to the distance.
  ///
  /// Verb first: `تبعد بلدة X … عن`. Place first: `بلدة X، الواقعة على بعد`, `X التي تبعد`, `X (45 كم`.
  private func subject(
    before start: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> Int? {
    let limit = max(sentence.lowerBound, start - 2 * Self.reach)
    if start - 2 >= limit, text.isMark(start - 1, 0x28), let place = places.ending(at: start - 2) {
      return place.id
    }
    var i = start - 1
    var nearest: (id: Int, first: Int)?
    var hasOnlyTies = true
    while i >= limit {
      if let place = places.ending(at: i) {
        if hasOnlyTies { return place.id }
        nearest = place
        i = place.first - 1
        continue
      }
      let (classes, _) = words.classes(at: i, in: text)
      if classes.contains(.locative),
        !hasOnlyTies || nearest != nil || i == sentence.lowerBound
          || places.ending(at: i - 1) == nil
      {
        // A place between verb and distance is its subject, if the verb stands right before it.
        if let nearest, isDirect(from: i + 1, to: nearest.first, text) { return nearest.id }
        return placed(before: i, limit, text, places)
      }
      if !isTie(i, classes, text) {
        if text.tokens[i].kind == .punctuation { return nil }
        hasOnlyTies = false
      }
      i -= 1
    }
    return nil
  }

  /// Whether only nouns of places stand between two tokens.
  private func isDirect(from first: Int, to end: Int, _ text: AnalysedText) -> Bool {
    (first..<max(first, end)).allSatisfy {
      words.classes(at: $0, in: text).classes.contains(.noun)
    }
  }

  /// The place right before a locative; a comma, a relative pronoun and another locative may part them.
  private func placed(
    before index: Int, _ limit: Int, _ text: AnalysedText, _ places: Places
  ) -> Int? {
    var i = index - 1
    while i >= max(limit, index - 4) {
      if let place = places.ending(at: i) { return place.id }
      let (classes, _) = words.classes(at: i, in: text)
      guard isTie(i, classes, text) || classes.contains(.relative) || classes.contains(.noun) else {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// Words and marks that may stand between a place and its distance.
  private func isTie(_ index: Int, _ classes: DistanceWords.Classes, _ text: AnalysedText) -> Bool {
    if !classes.isDisjoint(with: [.locative, .measure, .link, .direction, .between]) {
      return true
    }
    let token = text.tokens[index]
    if token.kind == .punctuation {
      let unit = text.source[Int(token.start)]
      return unit == Letter.comma || unit == 0x2D || unit == 0x2013 || unit == 0x28
    }
    return false
  }
}
