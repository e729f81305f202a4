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
    var known: Lexicon.Match?
    if word.has(.startsKnown), let match = reading.longest(tables.known, at: token, end: end) {
      known = match
      consider(named(match, at: token, end: end, tables.known, .known))
    }
    // A body's own name is not a label that takes adjectives.
    if word.has(.startsParty), let match = reading.longest(tables.parties, at: token, end: end),
      best == nil || match.tokenCount > (known?.tokenCount ?? 0)
    {
      consider(named(match, at: token, end: end, tables.parties, .party))
    }
    if word.has(.head), let head = reading.head(at: token), head.weight != .out,
      head.number != .dual
    {
      let mention = headed(at: token, end: end, head)
      if known == nil || best == nil || mention.map({ continues($0, best) }) ?? false {
        consider(mention)
      }
    }
    return best
  }

  /// The last token of a fixed phrase that names no body, with its adjectives: Arab food security.
  func notion(at token: Int, end: Int) -> Int? {
    guard reading.words[token].has(.startsParty),
      let match = reading.longest(tables.parties, at: token, end: end),
      tables.names[tables.parties.payload(of: match.entry)].need == .notion
    else { return nil }
    var phrase = NounPhrase(reading, from: token + match.tokenCount - 1, end: end)
    phrase.takeAdjectives()
    return phrase.last
  }

  /// Whether the grammar's name goes on behind the one of the tables with more than a word that
  /// only looks like an adjective.
  private func continues(_ mention: Mention, _ named: Mention?) -> Bool {
    guard let named, named.count > 1, mention.last > named.last else { return true }
    if let whole = reading.longest(tables.known, at: named.first + 1, end: mention.last + 1),
      named.first + whole.tokenCount == mention.last
    {
      return true  // the company … Saudi: the name in full behind its class noun
    }
    let word = reading.words[named.last + 1]
    return !word.hasArticle || word.has([.domainAdjective, .subject])
      || word.has(.nationality) && reading.words[named.last].hasArticle
  }

  // MARK: Names of the tables

  private func named(
    _ match: Lexicon.Match, at token: Int, end: Int, _ lexicon: Lexicon, _ rule: Mention.Rule
  ) -> Mention? {
    let index = lexicon.payload(of: match.entry)
    let word = reading.words[token]
    var phrase = NounPhrase(reading, from: token + match.tokenCount - 1, end: end)
    if rule == .party, match.tokenCount > 1, reading.words[phrase.last].has(.startsPerson),
      let person = reading.longest(tables.people, at: phrase.last, end: end), person.tokenCount > 1
    {
      return nil  // the regime of a person: the person
    }
    if rule == .known {
      phrase.takeNation()
    } else if match.tokenCount > 1 || agrees(token, end) {
      phrase.takeAdjectives()
    }
    let isLabel = rule == .party && phrase.last >= token + match.tokenCount
    if rule == .known && word.has(.head) || isLabel { phrase.takePurpose() }
    var mention = Mention(
      first: token, front: Int(word.front), last: phrase.last, type: tables.names[index].type,
      rule: rule,
      name: index, head: Int(word.head), reason: .row)
    let isLonger = phrase.last >= token + match.tokenCount
    if isLonger {
      mention.reason = .longerRow
      if rule == .party { mention.name = -1 }
    }
    let isLabelOfOther = rule == .party && match.tokenCount == 1 && isLonger
    if isLabelOfOther, phrase.signs.isDisjoint(with: [.nationality, .stance]),
      reading.head(at: token)?.weight == .out
    {
      return nil  // the banking system, the world order
    }
    if tables.names[index].isWeak && rule == .known && isDescribed(mention.last, end, index) {
      return nil  // the American ambassador is no newspaper
    }
    if tables.names[index].need == .sport {
      guard isClub(token, mention.last, end, mention.type) else { return nil }
    } else if tables.names[index].isWeak && !(mention.type == .media && isTold(token))
      && !(rule == .party && phrase.signs.contains(.nationality))
      && !isLicensed(token, mention.last, end, onlyMarks: tables.names[index].need == .quoted)
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

  /// Whether a definite adjective follows a word.
  private func isDescribed(_ token: Int, _ end: Int, _ name: Int) -> Bool {
    guard token + 1 < end else { return false }
    let next = reading.words[token + 1]
    return next.isBare && next.hasArticle && next.has(.adjective)
      && !(tables.names[name].need == .sport && next.has(.nationality))
  }

  /// Whether a name that a town or an ordinary word has as well is a club's here: among words of
  /// sport, and where no preposition says that a place follows.
  private func isClub(_ first: Int, _ last: Int, _ end: Int, _ type: ActorType) -> Bool {
    if first > 0, reading.words[first - 1].has([.locative, .placeNoun]) || isPartOfPhrase(first) {
      return false
    }
    if isLicensed(first, last, end), type == .media || !reading.words[first].has(.startsPlace) {
      return true
    }
    return (max(0, first - Self.reach)..<min(end, last + Self.reach)).contains {
      reading.words[$0].has(.sport)
    }
  }

  /// Whether a definite word goes with the noun before it, as a name of a club would not: بعض
  /// الشباب, رعاية الشباب, الأطفال والشباب.
  private func isPartOfPhrase(_ token: Int) -> Bool {
    let (word, before) = (reading.words[token], reading.words[token - 1])
    guard word.hasArticle, before.kind == .arabic, !before.has(.sport) else { return false }
    if before.has(.quantifier) { return word.front == 0 }
    if word.front == 0 {
      return !before.hasArticle && before.traits.isEmpty
        && reading.text.lastLetter(of: reading.text.tokens[token - 1]) == Letter.taMarbuta
    }
    return before.hasArticle && !before.has(.startsKnown)
      && reading.text.unit(0, of: reading.text.tokens[token]) == Letter.waw
  }

  /// How many tokens away words of sport count.
  private static let reach = 16

  /// Whether the surroundings speak for a name that is an ordinary word as well: quotation marks, a
  /// verb of saying or a noun of membership before it.
  private func isLicensed(
    _ first: Int, _ last: Int, _ end: Int, onlyMarks: Bool = false
  ) -> Bool {
    guard first > 0 else { return false }
    let before = reading.words[first - 1]
    if before.kind == .quote, last + 1 < end, reading.words[last + 1].kind == .quote { return true }
    // A byline closes or opens a paragraph.
    if !onlyMarks, !before.has(.preposition),
      last + 1 == reading.words.count
        || reading.text.tokens[last + 1].flags.contains(.startsParagraph)
    {
      return true
    }
    // A photo credit: … / Anadolu) — or a dateline: Doha - Al Raya :
    if before.kind == .mark || before.kind == .openBracket, last + 1 < end,
      [.closeBracket, .colon].contains(reading.words[last + 1].kind)
    {
      return true
    }
    if last + 1 < end, isNearParagraph(first),
      before.kind == .mark && reading.isDash(last + 1)
        || before.kind == .number && reading.isHyphen(last + 1)
    {
      return true
    }
    return !onlyMarks && before.has([.saying, .licence])
  }

  /// Whether somebody speaks to an outlet: he said to Al Jazeera.
  private func isTold(_ token: Int) -> Bool {
    reading.hasLam(token)
      && (max(0, token - 12)..<token).contains { reading.words[$0].has(.saying) }
  }

  /// Whether a token stands where datelines do.
  private func isNearParagraph(_ token: Int) -> Bool {
    (max(0, token - 12)...token).contains {
      reading.text.tokens[$0].flags.contains(.startsParagraph)
    }
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
        isName =
          head.number == .singular && (head.type == .armedForce || head.type == .media)
          && phrase.takeNumber()
      }
      phrase.takePurpose()
      // The first place is no centre.
      let isRank =
        head.weight == .weak && phrase.last > token && reading.words[token + 1].has(.regnal)
      isName =
        isName || !isRank && definiteIsName(head, phrase.signs, adjectives: phrase.last - token)
    } else {
      if let quoted = quotedName(at: token, end: end, head) { return quoted }
      if phrase.takeAnnexation(head) {
        phrase.signs.contains(.proper) ? phrase.takeNation() : phrase.takeAdjectives()
        phrase.takeCoordination()
        phrase.takePurpose()
        isName = annexedIsName(phrase.signs, head)
        if phrase.signs.contains(.proper) && head.number == .plural && head.type != .armedForce {
          isName = false
        }
      } else if head.takesProperName && head.number == .singular {
        phrase = NounPhrase(reading, from: token, end: end)
        isName = phrase.takeUnknownName()
        if isName {
          phrase.takeNation()
          phrase.takePurpose()
        }
      }
    }
    guard isName, phrase.last > token, !isPlace(token, phrase.last, end), !isVenue(token)
    else { return nil }
    var mention = Mention(
      first: token, front: Int(word.front), last: phrase.last, type: head.type, rule: .headNoun,
      head: Int(word.head), confidence: 0.8, reason: .complements)
    bind(&mention, head)
    if mention.core < 0, head.isNational,
      phrase.signs.isDisjoint(with: [.nationality, .place, .proper])
    {
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

  private func annexedIsName(_ signs: NounPhrase.Signs, _ head: HeadNoun) -> Bool {
    if head.weight == .strong { return true }
    if head.weight == .named { return !signs.isDisjoint(with: [.nationality, .purpose, .proper]) }
    return !signs.isDisjoint(with: [.nationality, .subject, .purpose, .proper, .domain])
  }

  /// A name in quotation marks or brackets behind its class noun, which stays outside.
  private func quotedName(at token: Int, end: Int, _ head: HeadNoun) -> Mention? {
    let isOutlet = head.type == .media && head.number == .singular
    guard let content = quotedContent(after: token, end: end, atMost: 5, anyWord: isOutlet)
    else { return nil }
    if var name = wholeName(of: content), !isOutlet || bringsNoun(name) {
      name.head = Int(reading.words[token].head)
      return name
    }
    return Mention(
      first: content.lowerBound, front: 0, last: content.upperBound - 1, type: head.type,
      rule: .quotedName, head: Int(reading.words[token].head), confidence: 0.85,
      reason: .delimited)
  }

  /// Whether the canonical name of a row begins with a class noun or tells itself, so that the noun
  /// outside the quotation marks adds nothing.
  private func bringsNoun(_ mention: Mention) -> Bool {
    let name = tables.names[mention.name].canonical
    return mention.count > 1
      || name
        != reading.text.plain(
          reading.text.range(from: mention.first, front: mention.front, through: mention.last))
  }

  /// A body of the tables that a stretch of tokens names from end to end.
  func wholeName(of content: Range<Int>) -> Mention? {
    let (token, last) = (content.lowerBound, content.upperBound - 1)
    if let mention = match(at: token, end: content.upperBound), mention.name >= 0,
      mention.last == last
    {
      return mention
    }
    // The marks are what a name that is an ordinary word needs.
    guard reading.words[token].has(.startsKnown),
      let row = reading.longest(tables.known, at: token, end: content.upperBound),
      token + row.tokenCount == content.upperBound
    else { return nil }
    let name = tables.known.payload(of: row.entry)
    return Mention(
      first: token, front: Int(reading.words[token].front), last: last,
      type: tables.names[name].type, rule: .known, name: name, reason: .row)
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
