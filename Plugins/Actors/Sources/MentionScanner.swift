// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Goes through a text once and asks the grammars at each word; a second pass, the
/// `ShortFormSweep`, finds the short forms of what was named.
struct MentionScanner {
  private let reading: Reading
  private let organizations: OrganizationGrammar
  private let outlets: OutletGrammar
  private let persons: PersonGrammar
  private let memory: NameMemory
  /// What was found, in text order.
  private(set) var mentions: [Mention] = []
  /// The person whose title is being read behind the name.
  private var described: Int?
  /// Token behind the last person, behind a comma as well; -1 when there is none.
  private var personEnd = -1

  init(_ reading: Reading, _ store: NameMemory.Store) {
    self.reading = reading
    memory = NameMemory(reading.text, store, heads: reading.tables.heads.count)
    organizations = OrganizationGrammar(reading: reading)
    outlets = OutletGrammar(reading: reading)
    persons = PersonGrammar(reading: reading)
  }

  /// Finds all mentions, unless the user wants it to stop. Complexity: linear in the number of tokens.
  mutating func scan(isCancelled: () -> Bool) {
    for sentence in reading.text.sentences {
      if isCancelled() { return }
      scan(sentence.tokens)
    }
    var sweep = ShortFormSweep(reading, mentions, memory)
    sweep.run()
    mentions = sweep.mentions
  }

  // MARK: First pass

  private mutating func scan(_ tokens: Range<Int>) {
    var title = TitleTrack()
    described = nil
    var token = tokens.lowerBound
    let end = tokens.upperBound
    var placeEnd = token
    let signature = outlets.signature(tokens)
    while token < end {
      let word = reading.words[token]
      if let signature, token == signature.first,
        persons.match(at: token, end: end, .none).map({ $0.last < signature.last }) ?? true
      {
        keep(signature)
        return
      }
      if word.has(.startsLongPlace),
        let place = reading.longest(reading.tables.places, at: token, end: end),
        place.tokenCount > 1
      {
        placeEnd = max(placeEnd, token + place.tokenCount)
      }
      if title.first == nil && isIdle(word, token, tokens.lowerBound) {
        token += 1
        continue
      }
      if word.kind == .openBracket,
        let mention = persons.aged(
          before: token, from: max(tokens.lowerBound, (mentions.last?.last ?? -1) + 1), end: end)
      {
        keep(mention)
        title.end()
      }
      if word.has(.head), title.first == nil || title.wordsEnd < token {
        let pair = organizations.pair(at: token, end: end)
        if let last = pair.last {
          pair.forEach { keep($0) }
          title.extend(through: last.last)
          token = last.last + 1
          continue
        }
      }
      if let last = organizations.notion(at: token, end: end) {
        title.extend(through: last)
        token = last + 1
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
        describe(with: title)
        token = mention.last + 1
        personEnd = mention.isPerson ? token : -1
        if mention.isPerson, token < end, reading.words[token].kind == .comma { personEnd += 1 }
        token = scanAlias(after: mentions.count - 1, token, end)
        continue
      }
      if word.has(.startsTitle),
        let match = reading.longest(reading.tables.titles, at: token, end: end),
        token == tokens.lowerBound || !reading.words[token - 1].has(.placeNoun)
      {
        let payload = reading.tables.titles.payload(of: match.entry)
        if title.first == nil { described = describedPerson(before: token, payload) }
        title.begin(
          at: token, through: token + match.tokenCount - 1, relational: payload & 1 != 0,
          address: payload & 2 != 0)
      } else {
        title.pass(token, reading)
      }
      describe(with: title)
      token += 1
    }
  }

  /// Whether nothing can begin at a word while no title is under way: most words.
  @inline(__always)
  private func isIdle(_ word: Word, _ token: Int, _ start: Int) -> Bool {
    switch word.kind {
    case .foreign, .openBracket, .quote: false
    case .number, .comma, .closeBracket, .colon, .mark: !word.has(.startsTitle)
    case .arabic:
      !word.has(.begins) && !isSaid(token, start) && !isListed(token)
        && (!word.traits.isEmpty || reading.text.tokens[token].viewCount > 1)
    }
  }

  /// The person that a title describes from behind: the name, head of the centre.
  private func describedPerson(before token: Int, _ payload: Int) -> Int? {
    guard let last = mentions.last, last.isPerson, last.role.isEmpty, payload & 2 == 0 else {
      return nil
    }
    let hasComma = token == last.last + 2 && reading.words[token - 1].kind == .comma
    return hasComma || token == last.last + 1 ? mentions.count - 1 : nil
  }

  private mutating func describe(with title: TitleTrack) {
    guard let person = described else { return }
    if title.first == nil {
      described = nil
    } else {
      mentions[person].role = title.tokens(reading)
    }
  }

  /// Whether a verb of saying stands right before a token.
  private func isSaid(_ token: Int, _ start: Int) -> Bool {
    token > start && reading.words[token - 1].has([.saying, .nationality, .called])
  }

  /// Whether a person stands right before a token.
  @inline(__always)
  private func isListed(_ token: Int) -> Bool { personEnd == token }

  /// What the word before a token says of a name there, when no title does.
  private func neighbour(_ token: Int, _ start: Int) -> PersonGrammar.Context {
    if isListed(token) { return .listed }
    guard token > start else { return .none }
    let before = reading.words[token - 1]
    if before.has(.called) { return .addressed }
    if before.has(.saying) { return .said }
    guard before.has(.nationality), before.hasArticle, before.kind == .arabic else { return .none }
    // The noun that the adjective describes is a body, or no person's.
    if let last = mentions.last, last.last == token - 1 { return .none }
    let text = reading.text
    let ending = text.unit(text.tokens[token - 1].viewCount - 1, of: text.tokens[token - 1])
    return ending == Letter.ya || ending == Letter.ha ? .nation : .none
  }

  private func mention(at token: Int, _ tokens: Range<Int>, _ title: TitleTrack) -> Mention? {
    let word = reading.words[token]
    if word.kind == .openBracket { return outlets.dateline(at: token, tokens) }
    if word.kind == .quote { return outlets.reader(at: token, tokens) }
    guard word.isWord else { return nil }
    if word.kind == .arabic && word.traits.isEmpty, let told = outlets.addressee(at: token, tokens)
    {
      return told
    }
    var context = title.context(at: token)
    if context == .none { context = neighbour(token, tokens.lowerBound) }
    if word.kind == .foreign && word.traits.isEmpty {
      return outlets.byline(at: token, tokens)
        ?? persons.latin(at: token, end: tokens.upperBound, context)
    }
    let person = persons.match(at: token, end: tokens.upperBound, context)
    let mayBeBody = word.has([.startsKnown, .startsParty, .head])
    let body = mayBeBody ? organizations.match(at: token, end: tokens.upperBound) : nil
    guard let body, !isInsideTitle(body, title), !reading.isPointedAt(token),
      !(body.rule == .headNoun && reading.isCounted(token))
    else { return person }
    if let person, person.count >= body.count { return person }
    return body
  }

  /// Whether a label is but part of a title's fixed words, as in minister of the interior.
  private func isInsideTitle(_ body: Mention, _ title: TitleTrack) -> Bool {
    title.first != nil && body.first <= title.wordsEnd && !reading.words[body.first].has(.head)
  }

  // MARK: Aliases

  /// A short name in quotation marks or brackets right behind a body.
  private mutating func scanAlias(after owner: Int, _ token: Int, _ end: Int) -> Int {
    let mention = mentions[owner]
    guard !mention.isPerson, mention.rule != .party else { return token }
    // Behind a name in quotation marks the next mark closes them.
    let isQuoted = mention.first > 0 && reading.words[mention.first - 1].kind == .quote
    let closes =
      isQuoted && mention.last + 1 < end && reading.words[mention.last + 1].kind == .quote
    // The alias may stand in quotation marks within the brackets.
    let open = mention.last + (closes ? 2 : 1)
    let isNested =
      open + 1 < end && reading.words[open].kind == .openBracket
      && reading.words[open + 1].kind == .quote
    guard
      let content = organizations.quotedContent(
        after: isNested ? open : open - 1, end: end, atMost: 3, anyWord: isNested),
      content.count <= 2, reading.text.tokens[content.lowerBound].viewCount > 1,
      !closes || isNested || reading.words[content.lowerBound - 1].kind == .openBracket
    else { return token }
    for index in content where !isNested {
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
      reason: .shortName)
    alias.antecedent = owner
    mentions.append(alias)
    if content.count == 1 {
      memory.keep(reading.text.tokens[content.lowerBound], for: owner)
    }
    return content.upperBound + (isNested ? 2 : 1)
  }

  // MARK: Memory

  /// Ties a single surname to the person of the document rather than to the one of the tables.
  private func goBack(_ mention: inout Mention) {
    guard mention.count == 1, mention.name >= 0 else { return }
    let hash = reading.text.hash(of: reading.text.tokens[mention.first], front: mention.front)
    guard let owner = memory.mention(of: hash), mentions[owner].isPerson else { return }
    mention.type = .person
    mention.name = -1
    mention.rule = .surname
    mention.antecedent = owner
  }

  private mutating func keep(_ mention: Mention) {
    let index = mentions.count
    mentions.append(mention)
    if mention.isPerson {
      guard mention.count > 1, mention.rule != .kunya, !reading.words[mention.last].isTold,
        !reading.words[mention.last].has(.startsTitle)
          || mention.rule == .titledName && mention.count == 2
      else { return }
      let last = reading.text.tokens[mention.last]
      let before = reading.words[mention.last - 1]
      // The number of a king is nobody's surname.
      if before.has(.regnal) || reading.words[mention.last].has(.regnal) { return }
      if before.has([.nameLink, .servant]) {
        memory.keep(reading.text.tokens[mention.last - 1], last, for: index)
      }
      if !before.has(.servant) && !reading.words[mention.last].has(.nameTail) {
        memory.keep(last, for: index)
      }
    } else if mention.rule == .quotedName && mention.count == 1
      || mention.rule == .headNoun && mention.count == 2
        && reading.words[mention.last].kind == .foreign && reading.isCapitalised(mention.last)
    {
      memory.keep(reading.text.tokens[mention.last], for: index)
    }
  }
}
