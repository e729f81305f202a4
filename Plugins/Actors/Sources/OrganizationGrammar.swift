// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Finds bodies: names and parties of the tables, class nouns with their complements.
struct OrganizationGrammar {
  let reading: Reading

  private var tables: ActorTables { reading.tables }

  /// The longest body that begins at a token; `end` is the token after the last one of the sentence.
  func match(at token: Int, end: Int) -> Mention? {
    let word = reading.words[token]
    var best: Mention?
    func consider(_ mention: Mention?) {
      if let mention, mention.count > (best?.count ?? 0) { best = mention }
    }
    if word.has(.startsKnown) { consider(named(at: token, end: end, tables.known, .known)) }
    if word.has(.startsParty) { consider(named(at: token, end: end, tables.parties, .party)) }
    if word.has(.head), let head = reading.head(at: token), head.weight != .out,
      head.number != .dual
    {
      consider(headed(at: token, end: end, head))
    }
    return best
  }

  // MARK: Names of the tables

  private func named(
    at token: Int, end: Int, _ lexicon: Lexicon, _ rule: Mention.Rule
  ) -> Mention? {
    guard let match = reading.longest(lexicon, at: token, end: end) else { return nil }
    let index = lexicon.payload(of: match.entry)
    let word = reading.words[token]
    var phrase = NounPhrase(reading, from: token + match.tokenCount - 1, end: end)
    if rule == .known || match.tokenCount > 1 || agrees(token, end) {
      phrase.takeAdjectives(onlyNational: rule == .known)
    }
    if rule == .known || phrase.last >= token + match.tokenCount { phrase.takePurpose() }
    var mention = Mention(
      first: token, front: Int(word.front), last: phrase.last, type: tables.names[index].type,
      rule: rule,
      name: index, head: Int(word.head), reason: .row)
    let isLonger = phrase.last >= token + match.tokenCount
    if isLonger {
      mention.reason = .longerRow
      if rule == .party { mention.name = -1 }
    }
    if tables.names[index].isWeak && !phrase.signs.contains(.nationality)
      && !isLicensed(token, mention.last, end)
    {
      return nil
    }
    if mention.name >= 0 { mention.nation = tables.names[index].nation }
    mention.confidence = rule == .known ? 0.95 : 0.85
    return mention
  }

  /// Whether the word after a feminine label is feminine as well: it may describe the noun that the
  /// label is annexed to instead.
  private func agrees(_ token: Int, _ end: Int) -> Bool {
    let text = reading.text
    let label = text.tokens[token]
    guard token + 1 < end, text.unit(label.viewCount - 1, of: label) == Letter.ha else {
      return true
    }
    let next = text.tokens[token + 1]
    return text.unit(next.viewCount - 1, of: next) == Letter.ha
  }

  /// Whether the surroundings speak for a name that is an ordinary word as well: quotation marks, a
  /// verb of saying or a noun of membership before it.
  private func isLicensed(_ first: Int, _ last: Int, _ end: Int) -> Bool {
    guard first > 0 else { return false }
    let before = reading.words[first - 1]
    if before.kind == .quote, last + 1 < end, reading.words[last + 1].kind == .quote { return true }
    // A byline closes or opens a paragraph.
    if last + 1 == reading.words.count
      || reading.text.tokens[last + 1].flags.contains(.startsParagraph)
    {
      return true
    }
    return before.has([.saying, .licence])
  }

  // MARK: Class nouns

  private func headed(at token: Int, end: Int, _ head: HeadNoun) -> Mention? {
    let word = reading.words[token]
    var phrase = NounPhrase(reading, from: token, end: end)
    var isName = false
    if word.hasArticle {
      if agrees(token, end) {
        phrase.takeAdjectives()
        phrase.takeCoordination()
        phrase.takeAdjectives()
      }
      if phrase.last == token {
        isName = head.number == .singular && head.type != .government && phrase.takeNumber()
      }
      phrase.takePurpose()
      isName = isName || definiteIsName(head, phrase.signs, adjectives: phrase.last - token)
    } else {
      if let quoted = quotedName(at: token, end: end, head) { return quoted }
      if phrase.takeAnnexation(head) {
        phrase.takeAdjectives(onlyNational: phrase.signs.contains(.proper))
        phrase.takeCoordination()
        phrase.takePurpose()
        isName = head.weight == .strong ? true : annexedIsName(phrase.signs)
        if phrase.signs.contains(.proper) && head.number == .plural && head.type != .armedForce {
          isName = false
        }
      } else if head.takesProperName && head.number == .singular {
        phrase = NounPhrase(reading, from: token, end: end)
        isName = phrase.takeUnknownName()
        if isName {
          phrase.takeAdjectives()
          phrase.takePurpose()
        }
      }
    }
    guard isName, phrase.last > token, !isPlace(token, phrase.last, end) else { return nil }
    var mention = Mention(
      first: token, front: Int(word.front), last: phrase.last, type: head.type, rule: .headNoun,
      head: Int(word.head), confidence: 0.8, reason: .complements)
    if head.isNational && phrase.signs.isDisjoint(with: [.nationality, .place, .proper]) {
      let record = reading.text.tokens[token]
      let ending = reading.text.unit(record.viewCount - 1, of: record)
      mention.nation = ending == Letter.ha ? .feminine : .masculine
    }
    return mention
  }

  /// Whether the gazetteer has the whole phrase, as it has states that are called unions.
  private func isPlace(_ token: Int, _ last: Int, _ end: Int) -> Bool {
    guard reading.words[token].has(.startsPlace),
      let place = reading.longest(tables.places, at: token, end: end)
    else { return false }
    return token + place.tokenCount > last && tables.places.payload(of: place.entry) > 0
  }

  private func definiteIsName(
    _ head: HeadNoun, _ signs: NounPhrase.Signs, adjectives: Int
  ) -> Bool {
    if adjectives > 1 && head.weight == .strong { return true }
    if signs.isDisjoint(with: [.nationality, .purpose, .adjective]) { return false }
    if head.weight == .strong && (head.alone != .never || head.number == .plural) { return true }
    if head.alone != .never && signs.contains(.stance) { return true }
    return !signs.isDisjoint(with: [.nationality, .purpose])
  }

  private func annexedIsName(_ signs: NounPhrase.Signs) -> Bool {
    !signs.isDisjoint(with: [.nationality, .subject, .purpose, .proper, .domain])
  }

  /// A name in quotation marks or brackets behind its class noun, which stays outside.
  private func quotedName(at token: Int, end: Int, _ head: HeadNoun) -> Mention? {
    guard let content = quotedContent(after: token, end: end, atMost: 5) else { return nil }
    if var name = wholeName(of: content) {
      name.head = Int(reading.words[token].head)
      return name
    }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: head.type,
      rule: .quotedName, head: Int(reading.words[token].head), confidence: 0.85,
      reason: .delimited)
  }

  /// A body of the tables that a stretch of tokens names from end to end.
  func wholeName(of content: Range<Int>) -> Mention? {
    guard let mention = match(at: content.lowerBound, end: content.upperBound),
      mention.name >= 0, mention.last == content.upperBound - 1
    else { return nil }
    return mention
  }

  /// The tokens between the quotation marks or brackets that open right behind a token; `anyWord`
  /// lets them hold words that end other names.
  func quotedContent(
    after token: Int, end: Int, atMost limit: Int, anyWord: Bool = false
  ) -> Range<Int>? {
    let open = token + 1
    guard open + 2 < end else { return nil }
    let opening = reading.words[open].kind
    guard opening == .quote || opening == .openBracket else { return nil }
    let closing: Word.Kind = opening == .quote ? .quote : .closeBracket
    var last = open + 1
    while last < end, last - open <= limit {
      let word = reading.words[last]
      if word.kind == closing { return last > open + 1 ? open + 1..<last : nil }
      guard word.isWord || word.kind == .number, anyWord || !word.has([.stop, .saying]) else {
        return nil
      }
      last += 1
    }
    return nil
  }
}
