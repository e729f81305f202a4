// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Goes through a text once, asks the grammars at each word, and then once more for the short forms
/// of what was named.
struct MentionScanner {
  private let reading: Reading
  private let organizations: OrganizationGrammar
  private let persons: PersonGrammar
  private var memory: NameMemory
  /// What was found, in text order.
  private(set) var mentions: [Mention] = []
  /// The mentions of both passes.
  private var swept: [Mention] = []
  /// Where the mentions of the first pass stand among these.
  private var places: [Int] = []

  init(_ reading: Reading, memory: NameMemory) {
    self.reading = reading
    self.memory = memory
    organizations = OrganizationGrammar(reading: reading)
    persons = PersonGrammar(reading: reading)
  }

  /// Finds all mentions. Complexity: linear in the number of tokens.
  mutating func scan() {
    for sentence in reading.text.sentences { scan(sentence.tokens) }
    sweep()
  }

  // MARK: First pass

  private mutating func scan(_ tokens: Range<Int>) {
    var title = TitleTrack()
    var token = tokens.lowerBound
    let end = tokens.upperBound
    var placeEnd = token
    while token < end {
      let word = reading.words[token]
      if word.has(.startsPlace), let place = reading.longest(reading.tables.places, at: token, end: end) {
        if place.tokenCount > 1 { placeEnd = max(placeEnd, token + place.tokenCount) }
      }
      if word.traits.isEmpty && word.kind != .foreign && word.kind != .openBracket
        && title.first == nil && !isSaid(token, tokens.lowerBound)
        && reading.text.tokens[token].viewCount > 1
      {
        token += 1
        continue
      }
      if let mention = mention(at: token, tokens, title),
        !(mention.rule == .personalName || mention.rule == .kunya) || mention.last >= placeEnd
      {
        let role = mention.isPerson ? title.role(before: token, reading) : 0..<0
        var mention = mention
        mention.role = role
        goBack(&mention)
        keep(mention)
        if mention.isPerson { title.end() } else { title.extend(through: mention.last) }
        token = mention.last + 1
        token = scanAlias(after: mentions.count - 1, token, end)
        continue
      }
      if word.has(.startsTitle),
        let match = reading.longest(reading.tables.titles, at: token, end: end),
        token == tokens.lowerBound || !reading.words[token - 1].has(.placeNoun)
      {
        let payload = reading.tables.titles.payload(of: match.entry)
        title.begin(
          at: token, through: token + match.tokenCount - 1, relational: payload & 1 != 0,
          address: payload & 2 != 0)
      } else {
        title.pass(token, reading)
      }
      token += 1
    }
  }

  /// Whether a verb of saying stands right before a token.
  private func isSaid(_ token: Int, _ start: Int) -> Bool {
    token > start && reading.words[token - 1].has(.saying)
  }

  private func mention(at token: Int, _ tokens: Range<Int>, _ title: TitleTrack) -> Mention? {
    let word = reading.words[token]
    if word.kind == .openBracket { return dateline(at: token, tokens) }
    guard word.isWord else { return nil }
    if word.kind == .arabic && word.traits.isEmpty, let told = addressee(at: token, tokens) {
      return told
    }
    if word.kind == .foreign && word.traits.isEmpty { return byline(at: token, tokens) }
    var context = title.context(at: token)
    if context == .none && isSaid(token, tokens.lowerBound) { context = .said }
    let person = persons.match(at: token, end: tokens.upperBound, context)
    let mayBeBody = word.has([.startsKnown, .startsParty, .head])
    let body = mayBeBody ? organizations.match(at: token, end: tokens.upperBound) : nil
    guard let body, !isInsideTitle(body, title), !isPointedAt(token) else { return person }
    if let person, person.count >= body.count { return person }
    return body
  }

  /// An outlet in Latin capitals that opens a paragraph: a mark or a verb of saying follows.
  private func byline(at token: Int, _ tokens: Range<Int>) -> Mention? {
    let record = reading.text.tokens[token]
    guard record.flags.contains(.startsParagraph), token + 1 < tokens.upperBound,
      reading.words[token + 1].kind == .mark || reading.words[token + 1].has(.saying),
      reading.text.source[Int(record.start)..<Int(record.end)].allSatisfy(Letter.isCapital)
    else { return nil }
    return Mention(
      first: token, front: 0, last: token, type: "media", rule: .byline, confidence: 0.6,
      reason: "Latin capitals at the head of a paragraph")
  }

  /// An outlet in brackets within the dateline of a paragraph: Riyadh (SPA) -
  private func dateline(at token: Int, _ tokens: Range<Int>) -> Mention? {
    guard token - tokens.lowerBound <= 5,
      reading.text.tokens[tokens.lowerBound].flags.contains(.startsParagraph),
      let content = organizations.quotedContent(
        after: token - 1, end: tokens.upperBound, atMost: 4, anyWord: true),
      reading.words[content.upperBound].kind == .closeBracket,
      isDash(content.upperBound + 1) || isDash(token - 1),
      !reading.words[content.lowerBound].has([.startsPlace, .adjective])
    else { return nil }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: "media",
      rule: .byline, confidence: 0.7, reason: "in brackets at the head of a paragraph")
  }

  private func isDash(_ token: Int) -> Bool {
    guard reading.words.indices.contains(token) else { return false }
    let unit = reading.text.source[Int(reading.text.tokens[token].start)]
    return unit == 0x2D || (0x2010...0x2015).contains(unit)
  }

  /// The outlet that somebody speaks to: he said to "…".
  private func addressee(at token: Int, _ tokens: Range<Int>) -> Mention? {
    let record = reading.text.tokens[token]
    guard record.viewCount == 1, reading.text.unit(0, of: record) == Letter.lam,
      let content = organizations.quotedContent(
        after: token, end: tokens.upperBound, atMost: 3, anyWord: true),
      (max(tokens.lowerBound, token - 12)..<token).contains(where: { reading.words[$0].has(.saying) }),
      organizations.match(at: content.lowerBound, end: content.upperBound) == nil
    else { return nil }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: "media",
      rule: .addressee, confidence: 0.7, reason: "in quotation marks, told by a speaker")
  }

  /// Whether a label is but part of a title's fixed words, as in minister of the interior.
  private func isInsideTitle(_ body: Mention, _ title: TitleTrack) -> Bool {
    title.first != nil && body.first <= title.wordsEnd && !reading.words[body.first].has(.head)
  }

  /// Whether a demonstrative stands before a token.
  private func isPointedAt(_ token: Int) -> Bool {
    token > 0 && reading.words[token - 1].has(.demonstrative)
  }

  // MARK: Aliases

  /// A short name in quotation marks or brackets right behind a body.
  private mutating func scanAlias(after owner: Int, _ token: Int, _ end: Int) -> Int {
    let mention = mentions[owner]
    guard !mention.isPerson else { return token }
    // Behind a name in quotation marks the next mark closes them.
    let isQuoted = mention.first > 0 && reading.words[mention.first - 1].kind == .quote
    let closes = isQuoted && mention.last + 1 < end && reading.words[mention.last + 1].kind == .quote
    guard
      let content = organizations.quotedContent(
        after: mention.last + (closes ? 1 : 0), end: end, atMost: 3),
      content.count <= 2, reading.text.tokens[content.lowerBound].viewCount > 1,
      !closes || reading.words[content.lowerBound - 1].kind == .openBracket
    else { return token }
    for index in content {
      let word = reading.words[index]
      if word.has([.adjective, .startsPlace, .head, .startsTitle, .generic])
        || word.kind == .number || word.isNisba
      {
        return token
      }
    }
    var alias = Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: mention.type,
      rule: .quotedAlias, confidence: 0.85,
      reason: "short name in quotation marks or brackets behind the full one")
    alias.antecedent = owner
    mentions.append(alias)
    if content.count == 1 {
      memory.keep(reading.text.tokens[content.lowerBound].hash, for: owner)
    }
    return content.upperBound + 1
  }

  // MARK: Memory

  /// Ties a single surname to the person of the document rather than to the one of the tables.
  private func goBack(_ mention: inout Mention) {
    guard mention.count == 1, mention.name >= 0 else { return }
    let hash = reading.text.hash(of: reading.text.tokens[mention.first], front: mention.front)
    guard let owner = memory.mention(of: hash), mentions[owner].isPerson else { return }
    mention.type = Mention.person
    mention.name = -1
    mention.rule = .surname
    mention.antecedent = owner
  }

  private mutating func keep(_ mention: Mention) {
    let index = mentions.count
    mentions.append(mention)
    if mention.isPerson {
      guard mention.count > 1, mention.rule != .kunya,
        !reading.words[mention.last].has(.startsTitle)
          || mention.rule == .titledName && mention.count == 2
      else { return }
      let last = reading.text.tokens[mention.last].hash
      let before = reading.words[mention.last - 1]
      if before.has([.nameLink, .servant]) {
        let hash = reading.text.tokens[mention.last - 1].hash
        memory.keep(TextHash.phrase(hash, then: last), for: index)
      }
      if !before.has(.servant) && !reading.words[mention.last].has(.nameTail) {
        memory.keep(last, for: index)
      }
    } else if mention.rule == .quotedName && mention.count == 1 {
      memory.keep(reading.text.tokens[mention.first].hash, for: index)
    }
  }

  // MARK: Second pass

  /// Finds surnames, aliases and class nouns that go back to a fuller name.
  private mutating func sweep() {
    swept.reserveCapacity(mentions.count * 2)
    var next = 0
    var token = 0
    let count = reading.words.count
    while token < count {
      if next < mentions.count && mentions[next].first == token {
        var mention = mentions[next]
        if mention.antecedent >= 0 { mention.antecedent = places[mention.antecedent] }
        if mention.rule == .party && mention.count == 1,
          let full = memory.mention(ofHead: mention.head), swept[full].type == mention.type
        {
          mention.antecedent = full
          mention.name = -1
        }
        places.append(swept.count)
        swept.append(mention)
        rememberHeads(of: mention, as: swept.count - 1)
        token = mention.last + 1
        next += 1
        continue
      }
      if let mention = shortForm(at: token) {
        swept.append(mention)
        token = mention.last
      }
      token += 1
    }
    mentions = swept
  }

  private mutating func rememberHeads(of mention: Mention, as index: Int) {
    guard !mention.isPerson else { return }
    memory.keep(head: mention.head, for: index)
    for token in (mention.first...mention.last).reversed() where reading.words[token].head >= 0 {
      memory.keep(head: Int(reading.words[token].head), for: index)
    }
  }

  private func shortForm(at token: Int) -> Mention? {
    let word = reading.words[token]
    guard word.isWord else { return nil }
    if word.hasArticle, let head = reading.head(at: token), head.alone != .never,
      head.weight != .out, !isPointedAt(token)
    {
      let antecedent = memory.mention(ofHead: Int(word.head))
      if antecedent != nil || head.alone == .free {
        var mention = Mention(
          first: token, front: Int(word.front), last: token,
          type: antecedent.map { swept[$0].type } ?? head.type, rule: .shortForm,
          head: Int(word.head), confidence: antecedent == nil ? 0.6 : 0.8,
          reason: "definite class noun for the name before")
        mention.antecedent = antecedent ?? -1
        return mention
      }
    }
    guard !memory.isEmpty else { return nil }
    return remembered(token)
  }

  private func remembered(_ token: Int) -> Mention? {
    let record = reading.text.tokens[token]
    for front in 0...2 where record.mayStrip(front) {
      let hash = reading.text.hash(of: record, front: front)
      var last = token
      var found = memory.mention(of: hash)
      if reading.words[token].has([.nameLink, .servant]), token + 1 < reading.words.count {
        let both = TextHash.phrase(hash, then: reading.text.tokens[token + 1].hash)
        if let owner = memory.mention(of: both) { (found, last) = (owner, token + 1) }
      }
      guard let owner = found else { continue }
      guard owner < places.count else { return nil }
      let full = mentions[owner]
      var mention = Mention(
        first: token, front: front, last: last, type: full.type,
        rule: full.isPerson ? .surname : .alias, confidence: 0.8,
        reason: "part of a name that the document has given in full")
      mention.antecedent = places[owner]
      return mention
    }
    return nil
  }
}
