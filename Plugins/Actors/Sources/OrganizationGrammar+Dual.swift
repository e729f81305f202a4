// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Two bodies under one class noun in the dual: the two ministries of the interior and of finance.
extension OrganizationGrammar {
  /// Both bodies; the noun belongs to neither span.
  func pair(at token: Int, end: Int) -> [Mention] {
    guard let dual = reading.head(at: token), dual.number == .dual, dual.base >= 0,
      !reading.words[token].hasArticle,
      var first = conjunct(at: token + 1, end: end, dual, isSecond: false),
      var second = conjunct(at: next(behind: first), end: end, dual, isSecond: true)
    else { return [] }
    // Of three fields the first two make one name: education and science, and health.
    if dual.type == .government, !first.isQuoted,
      let third = conjunct(at: next(behind: second), end: end, dual, isSecond: true),
      first.name < 0 && second.name < 0 && third.name < 0
    {
      first.last = second.last
      second = third
    }
    return [mention(first, dual), mention(second, dual)]
  }

  /// One of the two.
  private struct Conjunct {
    var first: Int
    var last: Int
    var front = 0
    var name = -1
    var isQuoted = false
    var hasNation = false
  }

  private func next(behind part: Conjunct) -> Int { part.last + (part.isQuoted ? 2 : 1) }

  private func mention(_ part: Conjunct, _ dual: HeadNoun) -> Mention {
    var mention = Mention(
      first: part.first, front: part.front, last: part.last,
      type: part.name >= 0 ? reading.tables.names[part.name].type : dual.type, rule: .coordinated,
      name: part.name, head: dual.base, confidence: 0.85, reason: .dual)
    if part.name < 0, dual.type == .government, !part.hasNation {
      mention.nation = reading.tables.gender(ofHead: dual.base)
    }
    return mention
  }

  private func conjunct(
    at token: Int, end: Int, _ dual: HeadNoun, isSecond: Bool
  ) -> Conjunct? {
    guard token < end else { return nil }
    let word = reading.words[token]
    if word.kind == .quote || isSecond && isLoneWaw(token) {
      let open = word.kind == .quote ? token : token + 1
      guard let content = quotedContent(after: open - 1, end: end, atMost: 4, anyWord: true),
        reading.words[content.upperBound].kind == .quote,
        reading.text.tokens[content.lowerBound].viewCount > 1
      else { return nil }
      let name = wholeName(of: content)?.name ?? -1
      return Conjunct(
        first: content.lowerBound, last: content.upperBound - 1, name: name, isQuoted: true)
    }
    guard word.kind == .arabic, isSecond ? reading.hasWaw(token) : word.front == 0,
      !word.has([.stop, .that, .generic])
    else { return nil }
    var part = Conjunct(first: token, last: token, front: isSecond ? 1 : 0)
    if dual.type != .government, let known = match(at: token, end: end), known.name >= 0 {
      (part.last, part.name) = (known.last, known.name)
      return part
    }
    if word.has(.startsPlace),
      let place = reading.longest(reading.tables.places, at: token, end: end)
    {
      guard reading.tables.places.payload(of: place.entry) == 0,
        reading.tables.heads[dual.base].weight == .strong
      else { return nil }
      part.last = token + place.tokenCount - 1
      return part
    }
    var phrase = NounPhrase(reading, from: token, end: end)
    if !word.hasArticle {
      guard word.has(.subject), let noun = phrase.next, noun.isBare, noun.hasArticle else {
        return nil
      }
      phrase.last += 1
    }
    phrase.takeAdjectives()
    part.last = phrase.last
    part.hasNation = phrase.signs.contains(.nationality)
    // An adjective in the dual or plural describes both.
    if part.hasNation, part.last > token,
      reading.text.lastLetter(of: reading.text.tokens[part.last]) == Letter.nun
    {
      part.last -= 1
      part.hasNation = false
    }
    return part
  }

  /// Whether a token is the conjunction written apart, before a quotation mark.
  private func isLoneWaw(_ token: Int) -> Bool {
    let record = reading.text.tokens[token]
    return record.viewCount == 1 && reading.text.unit(0, of: record) == Letter.waw
  }
}
