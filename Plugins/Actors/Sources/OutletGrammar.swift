// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Finds outlets by the place they take in news: bylines, datelines, whom a speaker told.
struct OutletGrammar {
  let reading: Reading

  private var organizations: OrganizationGrammar { OrganizationGrammar(reading: reading) }

  /// An outlet in Latin capitals that opens a paragraph: a mark or a verb of saying follows.
  func byline(at token: Int, _ tokens: Range<Int>) -> Mention? {
    let record = reading.text.tokens[token]
    guard record.flags.contains(.startsParagraph), token + 1 < tokens.upperBound,
      reading.words[token + 1].kind == .mark || reading.words[token + 1].has(.saying),
      reading.text.source[Int(record.start)..<Int(record.end)].allSatisfy(Letter.isCapital)
    else { return nil }
    return Mention(
      first: token, front: 0, last: token, type: .media, rule: .byline, confidence: 0.6,
      reason: .capitals)
  }

  /// An outlet in brackets within the dateline of a paragraph: Riyadh (SPA) -
  func dateline(at token: Int, _ tokens: Range<Int>) -> Mention? {
    guard token - tokens.lowerBound <= 5,
      reading.text.tokens[tokens.lowerBound].flags.contains(.startsParagraph),
      let content = organizations.quotedContent(
        after: token - 1, end: tokens.upperBound, atMost: 4, anyWord: true),
      reading.words[content.upperBound].kind == .closeBracket,
      reading.isHyphen(content.upperBound + 1) || reading.isHyphen(token - 1),
      !reading.words[content.lowerBound].has(.adjective)
    else { return nil }
    if let name = organizations.wholeName(of: content) { return name }
    if reading.words[content.lowerBound].has(.startsPlace) { return nil }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: .media,
      rule: .byline, confidence: 0.7, reason: .bracketed)
  }

  /// The outlet of a dateline that is a paragraph of its own: Aden - Saba, Jeddah: “…”.
  func signature(_ tokens: Range<Int>) -> Mention? {
    let (start, end) = (tokens.lowerBound, tokens.upperBound)
    guard (3...9).contains(tokens.count),
      reading.text.tokens[start].flags.contains(.startsParagraph),
      end == reading.words.count || reading.text.tokens[end].flags.contains(.startsParagraph),
      reading.words[start].has(.startsPlace),
      let place = reading.longest(reading.tables.places, at: start, end: end)
    else { return nil }
    let mark = start + place.tokenCount
    guard mark + 1 < end, [.mark, .colon].contains(reading.words[mark].kind) else { return nil }
    var content = mark + 1..<end
    if reading.words[mark + 1].kind == .quote {
      guard reading.words[end - 1].kind == .quote, end - mark > 3 else { return nil }
      content = mark + 2..<end - 1
    }
    let first = reading.words[content.lowerBound]
    guard content.count <= 4, content.allSatisfy({ reading.words[$0].isWord }) else { return nil }
    if let name = organizations.wholeName(of: content) { return name }
    // A headline is no dateline, a clause no name.
    let isQuoted = content.lowerBound > mark + 1
    guard start > 0, isQuoted || reading.words[mark].kind == .mark && isPlain(content),
      first.head < 0 || first.hasArticle
    else { return nil }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: .media,
      rule: .byline, confidence: 0.6, reason: .dateline)
  }

  /// Whether words that stand without marks may be a name: none of a clause, no title.
  private func isPlain(_ content: Range<Int>) -> Bool {
    content.count < 3
      && !content.contains {
        reading.words[$0].has([.stop, .saying, .generic, .licence, .startsTitle, .preposition])
      }
  }

  /// The outlet that somebody speaks to: he said to "…".
  func addressee(at token: Int, _ tokens: Range<Int>) -> Mention? {
    let record = reading.text.tokens[token]
    guard record.viewCount == 1, reading.text.unit(0, of: record) == Letter.lam,
      let content = organizations.quotedContent(
        after: token, end: tokens.upperBound, atMost: 3, anyWord: true),
      hasSaying(max(tokens.lowerBound, token - 12)..<token),
      organizations.match(at: content.lowerBound, end: content.upperBound) == nil,
      content.count == 1
        || content.contains(where: {
          reading.words[$0].hasArticle || reading.words[$0].has(.outlet)
        })
    else { return nil }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: .media,
      rule: .addressee, confidence: 0.7, reason: .told)
  }

  /// The outlet in quotation marks that got to see something: “…” obtained a copy.
  func reader(at token: Int, _ tokens: Range<Int>) -> Mention? {
    guard
      let content = organizations.quotedContent(
        after: token - 1, end: tokens.upperBound, atMost: 3, anyWord: true),
      reading.words[token].kind == .quote, token > tokens.lowerBound
    else { return nil }
    var verb = token - 1
    // It had a look at it: the pronoun of what was seen may stand between.
    if reading.words[verb].has(.stop), reading.text.tokens[verb].enclitics != 0,
      verb > tokens.lowerBound
    {
      verb -= 1
    }
    guard reading.words[verb].has(.obtains) else { return nil }
    if let name = organizations.wholeName(of: content) { return name }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: .media,
      rule: .addressee, confidence: 0.7, reason: .obtained)
  }

  private func hasSaying(_ tokens: Range<Int>) -> Bool {
    tokens.contains { reading.words[$0].has(.saying) }
  }
}
