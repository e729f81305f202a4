// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Lists of names: مدينتي X وY, قرى X وY وZ, بينها X، Y و Z.
extension Reading {
  /// Reads further names of a list; returns the token to go on from.
  ///
  /// - Parameters:
  ///   - token: Token after the first name.
  ///   - end: Token after the sentence.
  ///   - noun: Index of the noun over the names.
  ///   - nounFirst: Token of the noun.
  ///   - limit: How many names may follow at most.
  /// - Returns: Token after the list.
  mutating func list(
    _ token: Int, _ end: Int, noun: Int, nounFirst: Int, limit: Int
  ) -> Int {
    var next = token
    var left = limit
    while left > 0, let (first, fronts) = separator(next, end) {
      guard
        var mention = element(first, end, noun, fronts: fronts)
          ?? (limit == 1 ? secondOfTwo(first, end, noun, fronts: fronts) : nil)
      else { break }
      // After a dual the second name must come; after a plural the list may have ended.
      if mention.entry < 0, limit > 1, !isClosed(mention.end, end) { break }
      mention.nounFirst = nounFirst
      mentions.append(mention)
      next = mention.end
      left -= 1
    }
    return next
  }

  /// `شاطئي طنجة وأصيلة`: behind a dual and a first name a second one must come, known or not.
  func secondOfTwo(
    _ token: Int, _ end: Int, _ nounIndex: Int, fronts: ClosedRange<Int>
  ) -> Mention? {
    let front = fronts.lowerBound
    let noun = vocabulary.nouns[nounIndex]
    guard noun.role != .mention, noun.role != .apposition, noun.unknown != .ended,
      text.tokens[token].mayStrip(front), isNameWord(token, front: front)
    else { return nil }
    let isStarter = marks[token].functions.contains(.starter)
    let last = isStarter && token + 1 < end && isNameWord(token + 1) ? token + 2 : token + 1
    guard isClosed(last, end) else { return nil }
    return Mention(
      first: token, front: front, end: last, nameFirst: token, entry: -1, noun: nounIndex,
      nounFirst: token, type: noun.unknown == .zone ? .place : noun.type, isCertain: true,
      rule: .unknown)
  }

  /// `بينها X، Y و Z` after settlements: returns the token to go on from, nil when no name follows.
  mutating func openedList(_ token: Int, _ end: Int) -> Int? {
    var next = token + Int(marks[token].length)
    if text.isMark(next, 0x3A) { next += 1 }
    guard next < end, marks[next].noun < 0, let town = vocabulary.town else { return nil }
    var found: [Mention] = []
    var fronts = 0...0
    while let mention = element(next, end, town, fronts: fronts) {
      if mention.entry < 0, !isClosed(mention.end, end) || marks[next].functions.contains(.kunya) {
        break
      }
      found.append(mention)
      guard let (first, stripped) = separator(mention.end, end) else { break }
      (next, fronts) = (first, stripped)
      if marks[next].noun >= 0 { break }
    }
    // Somebody must be known: بينها المدفعية والطيران is a list as well.
    guard found.contains(where: { $0.entry >= 0 }), let last = found.last else { return nil }
    for var mention in found {
      (mention.noun, mention.rule) = (-1, .list)
      mentions.append(mention)
    }
    return last.end
  }

  /// What parts two names of a list: where the next one begins and what it strips.
  func separator(_ token: Int, _ end: Int) -> (first: Int, fronts: ClosedRange<Int>)? {
    var next = token
    guard next < end else { return nil }
    let hasComma = text.isMark(next, Letter.comma) || text.isMark(next, 0x2C)
    if hasComma { next += 1 }
    guard next < end else { return nil }
    if text.isMark(next, Letter.waw) {
      return next + 1 < end ? (next + 1, 0...0) : nil
    }
    let word = text.tokens[next]
    if word.mayStrip(1), text.unit(0, of: word) == Letter.waw { return (next, 1...1) }
    return hasComma ? (next, 0...0) : nil
  }

  /// Whether a name of a list ends before a token: at a mark, a و, a preposition, the sentence's end.
  func isClosed(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return true }
    let word = text.tokens[token]
    if !word.isWord { return true }
    if word.mayStrip(1), text.unit(0, of: word) == Letter.waw { return true }
    return text.isMark(token, Letter.waw)
      || !marks[token].functions.isDisjoint(with: [.preposition, .direction, .stop, .situated])
  }
}
