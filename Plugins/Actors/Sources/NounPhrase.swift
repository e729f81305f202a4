// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// How far the name of a body reaches from its class noun, by the grammar of the noun phrase.
struct NounPhrase {
  /// What the words behind the class noun are; it decides whether they make a name.
  struct Signs: OptionSet {
    var rawValue: UInt16
    static let definite = Signs(rawValue: 1)
    static let nationality = Signs(rawValue: 2)
    /// A field of work.
    static let subject = Signs(rawValue: 4)
    static let purpose = Signs(rawValue: 8)
    /// A proper name: known, foreign, numbered or unknown to every table.
    static let proper = Signs(rawValue: 16)
    static let place = Signs(rawValue: 32)
    /// An adjective of the tables.
    static let adjective = Signs(rawValue: 64)
    /// An adjective that names a field of work.
    static let domain = Signs(rawValue: 128)
    /// An adjective for a party or a stance.
    static let stance = Signs(rawValue: 256)
  }

  let reading: Reading
  /// Token after the last one of the sentence.
  let end: Int
  /// Last token of the phrase so far.
  var last: Int
  var signs: Signs = []

  init(_ reading: Reading, from head: Int, end: Int) {
    self.reading = reading
    self.end = end
    last = head
  }

  var next: Word? { last + 1 < end ? reading.words[last + 1] : nil }

  // MARK: Parts

  /// Adjectives with the article; two fields of work may be coordinated.
  /// Adjectives that are not of nation describe a proper name rather than belong to it: then
  /// `onlyNational`.
  mutating func takeAdjectives(onlyNational: Bool = false) {
    while let word = next {
      if onlyNational && !word.has(.nationality) { return }
      guard word.hasArticle, !word.has(.stop), word.kind == .arabic else { return }
      let isAdjective = word.has(.adjective) || word.isNisba
      if word.front == 0 && isAdjective && !isHeadOfOther(last + 1) {
        if word.has(.nationality) { signs.insert(.nationality) }
        if word.has(.adjective) { signs.insert(.adjective) }
        if word.has(.domainAdjective) { signs.insert(.domain) }
        if word.has(.stance) { signs.insert(.stance) }
      } else if !(reading.hasWaw(last + 1) && word.has(.domainAdjective)
        && reading.words[last].has(.domainAdjective))
      {
        return
      }
      last += 1
    }
  }

  /// Adjectives of nation behind a proper name. Behind one without the article they describe it and
  /// stay out, unless the name goes on behind them: the Russian agency … for news.
  mutating func takeNation() {
    let word = reading.words[last]
    let before = self
    takeAdjectives(onlyNational: true)
    guard last > before.last, !word.hasArticle || word.has(.nameTail) else { return }
    let end = last
    takePurpose()
    if last == end { self = before }
  }

  /// Whether a definite noun begins a name of its own rather than describing the one before.
  private func isHeadOfOther(_ token: Int) -> Bool {
    let word = reading.words[token]
    return !word.has(.adjective) && word.has([.startsTitle, .head])
  }

  /// A complement with the preposition lam: for human rights, for civil aviation.
  mutating func takePurpose() {
    guard let word = next, word.kind == .arabic, reading.hasLam(last + 1), word.has(.subject)
    else { return }
    let before = last
    last += 1
    if !word.hasArticle {
      var nouns = 0
      while let noun = next, noun.isBare, !noun.hasArticle,
        !noun.has([.stop, .saying, .preposition, .startsTitle]), nouns < 2
      {
        last += 1
        nouns += 1
      }
      guard let closing = next, closing.isBare, closing.hasArticle, !closing.has(.stop) else {
        last = before
        return
      }
      last += 1
    }
    signs.insert(.purpose)
    takeCoordination()
    takeAdjectives()
    takeCoordination()
    takeObject()
  }

  /// What a noun of purpose is about: for the defence of (about) human rights, for research in …
  private mutating func takeObject() {
    guard let word = next, word.has(.about), last + 2 < end else { return }
    let noun = reading.words[last + 2]
    guard noun.isBare, noun.has(.subject) else { return }
    if noun.hasArticle {
      last += 2
    } else {
      guard last + 3 < end, reading.words[last + 3].isBare, reading.words[last + 3].hasArticle,
        !reading.words[last + 3].has(.stop)
      else { return }
      last += 3
    }
    takeAdjectives()
  }

  /// Further fields of work: education and science.
  mutating func takeCoordination() {
    let before = reading.words[last]
    guard before.has([.subject, .adjective]) || before.isNisba, !before.has(.nationality) else {
      return
    }
    while let word = next, word.kind == .arabic, reading.hasWaw(last + 1) {
      let token = last + 1
      if word.hasArticle {
        guard
          word.has(.subject) && !isOtherBody(token) || isDescribed(token) && !word.has(.head)
        else { return }
      } else {
        // And fight against corruption.
        guard word.has(.subject), !word.has([.head, .saying, .startsTitle]), token + 1 < end,
          reading.words[token + 1].isBare, reading.words[token + 1].hasArticle,
          !reading.words[token + 1].has([.stop, .head, .startsTitle, .startsParty]),
          !before.hasArticle || before.has(.subject)
        else { return }
        last += 1
      }
      last += 1
      takeAdjectives()
    }
  }

  /// Whether a class noun with an adjective of nation begins a name of its own.
  private func isOtherBody(_ token: Int) -> Bool {
    reading.words[token].has(.head) && token + 1 < end
      && reading.words[token + 1].has([.nationality, .stance])
  }

  /// Whether a noun of no table is followed by an adjective that fits the whole name: the committee
  /// for justice and accountability, international.
  private func isDescribed(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.traits.isEmpty, !word.isNisba, token + 1 < end else { return false }
    let next = reading.words[token + 1]
    return next.front == 0 && next.hasArticle && next.has(.nationality)
  }

  /// The nouns that the class noun is annexed to.
  ///
  /// - Returns: Whether the annexation ended in something definite.
  mutating func takeAnnexation(_ head: HeadNoun) -> Bool {
    var indefinite = 0
    while let word = next {
      let token = last + 1
      if word.kind == .foreign || word.kind == .number {
        // Numbers name units and channels; of other bodies they count something.
        let mayBeNumbered = head.type == .armedForce && head.takesProperName || head.type == .media
        return indefinite == 0 && (word.kind == .foreign || mayBeNumbered) && takeForeign()
      }
      // Electricity and water of the town.
      if indefinite > 0, reading.hasWaw(token), !word.hasArticle, word.has(.subject),
        !word.has([.stop, .head]), reading.words[last].has(.subject), token + 1 < end,
        reading.words[token + 1].isBare
      {
        last = token
        continue
      }
      guard word.isBare, !word.has([.stop, .preposition, .saying, .demonstrative]) else { break }
      if word.has(.adjective) && !word.hasArticle && !word.has([.subject, .given, .placeNoun]),
        !word.has(.country) || endsInHa(token)
      {
        break  // an indefinite description
      }
      if indefinite == 0, word.has([.given, .servant]),
        !word.has([.ambiguousGiven, .endsInTaMarbuta]),
        head.type != .government, takePersonalName()
      {
        return true
      }
      if indefinite == 0, word.has([.nameLink, .kunya]), head.type != .government, takeLinkedName()
      {
        return true
      }
      if takeName(at: token, isGovernment: head.type == .government) {
        // Under the banner of the … forces: no brigade.
        if head.type == .government && isPerson(token) { return false }
        return
          !(head.number == .singular && head.type == .armedForce
          && reading.head(at: token).map { $0.number == .plural && $0.type == head.type } ?? false)
      }
      if word.hasArticle {
        if word.has(.startsTitle) && !word.has([.subject, .adjective]) {
          // The university of King X; but of the government of President X the person is meant.
          return head.type == .organization && takeTitledName()
        }
        last = token
        signs.insert(.definite)
        if word.has(.subject) { signs.insert(.subject) }
        return true
      }
      if word.traits.isEmpty && (isDescriptionOrOwned(token) || head.number == .plural) { break }
      if isOwned(token) && !word.has([.subject, .given, .startsPlace]) { break }
      guard indefinite < 2 else { break }
      if word.has(.subject) { signs.insert(.subject) }
      indefinite += 1
      last = token
    }
    return false
  }

  private func endsInHa(_ token: Int) -> Bool {
    let record = reading.text.tokens[token]
    return reading.text.unit(record.viewCount - 1, of: record) == Letter.ha
  }

  /// Whether a word carries a pronoun of two letters or more.
  private func isOwned(_ token: Int) -> Bool {
    let record = reading.text.tokens[token]
    return record.enclitics & 12 != 0
      && reading.text.unit(record.viewCount - 2, of: record) == Letter.ha
  }

  /// Whether an unknown word ends like a feminine adjective or carries a pronoun.
  private func isDescriptionOrOwned(_ token: Int) -> Bool {
    let record = reading.text.tokens[token]
    let last = reading.text.unit(record.viewCount - 1, of: record)
    return last == Letter.ha || last == Letter.kaf && record.enclitics != 0
      || record.enclitics & 12 != 0
  }

  /// A name of the tables: a place, a body, a person.
  private mutating func takeName(at token: Int, isGovernment: Bool) -> Bool {
    let word = reading.words[token]
    var best = 0
    var sign: Signs = []
    func consider(_ match: Lexicon.Match?, _ candidate: Signs) {
      if let match, match.tokenCount > best { (best, sign) = (match.tokenCount, candidate) }
    }
    let tables = reading.tables
    if word.has(.startsKnown),
      let match = reading.longest(tables.known, at: token, end: end),
      !tables.names[tables.known.payload(of: match.entry)].isWeak
        || !word.has(.startsPlace) && !(isGovernment && match.tokenCount == 1)
    {
      consider(match, .proper)
    }
    if word.has(.startsParty) {
      let party = reading.longest(tables.parties, at: token, end: end)
      let isField = isGovernment && word.hasArticle && (party?.tokenCount ?? 0) > 1
      consider(party, isField ? .subject : .definite)
    }
    if word.has(.startsPlace) {
      consider(reading.longest(tables.places, at: token, end: end), .place)
    }
    if word.has(.startsPerson) {
      consider(reading.longest(tables.people, at: token, end: end), .proper)
    }
    guard best > 0 else { return false }
    last += best
    signs.formUnion([sign, .definite])
    return true
  }

  /// Foreign words and figures: CNN, 61.
  private mutating func takeForeign() -> Bool {
    guard let word = next else { return false }
    last += 1
    if word.kind == .foreign {
      while last + 1 < end, let part = foreignPart(after: last) { last = part }
    }
    signs.formUnion([.proper, .definite])
    return true
  }

  /// Last token of the foreign word that follows; an apostrophe or a hyphen may join it.
  private func foreignPart(after token: Int) -> Int? {
    if reading.words[token + 1].kind == .foreign { return token + 1 }
    guard token + 2 < end, reading.words[token + 2].kind == .foreign,
      [.mark, .quote].contains(reading.words[token + 1].kind),
      reading.text.tokens[token].end == reading.text.tokens[token + 1].start,
      reading.text.tokens[token + 1].end == reading.text.tokens[token + 2].start
    else { return nil }
    return token + 2
  }

  /// A number or an ordinal after a definite class noun: the 61st brigade.
  mutating func takeNumber() -> Bool {
    guard let word = next, word.kind == .number || word.kind == .foreign else { return false }
    return takeForeign()
  }

  /// One or two words that no table knows, as a proper name.
  mutating func takeUnknownName() -> Bool {
    let before = last
    while last - before < 2, let word = next, word.isBare, isUnknown(last + 1) { last += 1 }
    if last > before { signs.formUnion([.proper, .definite]) }
    return last > before
  }

  private func isUnknown(_ token: Int) -> Bool {
    let word = reading.words[token]
    let ending = reading.text.unit(
      reading.text.tokens[token].viewCount - 1, of: reading.text.tokens[token])
    // Nouns in the accusative, plurals and verbs of the feminine.
    if ending == Letter.ta || ending == Letter.alif && !reading.looksForeign(token) { return false }
    let isPlace =
      word.has(.startsPlace) && reading.longest(reading.tables.places, at: token, end: end) != nil
    return !isPlace && !word.has(.ordinary.subtracting(.startsPlace)) && !word.hasArticle
      && ending != Letter.ha
      && reading.text.tokens[token].viewCount >= 3
  }
}
