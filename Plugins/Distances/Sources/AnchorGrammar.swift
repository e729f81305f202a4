// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The places that a distance is measured from and to.
struct AnchorGrammar {
  let words: DistanceWords
  let modifiers: Modifiers

  /// How many tokens may stand between the distance and a place.
  private static let reach = 10

  /// Locations of the document by the token they begin at.
  struct Places {
    private var byToken: [Int: (id: Int, last: Int)] = [:]

    init(_ annotations: [Annotation], in text: AnalysedText) {
      for annotation in annotations {
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

  /// The relations of a quantity.
  func anchors(
    of quantity: Quantity, in text: AnalysedText, sentence: Range<Int>, places: Places
  ) -> [Relation] {
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
      } else if !classes.isDisjoint(with: [.link, .noun, .one]) {
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
          of: text.tokens[next], front: 1), text.unit(0, of: text.tokens[next]) == 0x0648
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

  /// The place that a locative ties to the distance: `بلدة X، الواقعة على بعد`, `تبعد X عن`.
  private func subject(
    before start: Int, _ text: AnalysedText, _ sentence: Range<Int>, _ places: Places
  ) -> Int? {
    var i = start - 1
    var hasLocative = false
    let limit = max(sentence.lowerBound, start - Self.reach - 6)
    while i >= limit {
      if let place = places.ending(at: i) {
        if hasLocative { return place.id }
        // The verb may stand before its subject: تبعد بلدة X.
        var k = place.first - 1
        while k >= limit, words.classes(at: k, in: text).classes.contains(.noun) { k -= 1 }
        let isTied = k >= limit && words.classes(at: k, in: text).classes.contains(.locative)
        return isTied ? place.id : nil
      }
      let (classes, _) = words.classes(at: i, in: text)
      if classes.contains(.locative) { hasLocative = true }
      if !isTie(i, classes, text) { return nil }
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
      return unit == 0x060C || unit == 0x2D || unit == 0x2013 || unit == 0x28
    }
    return false
  }
}
