// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Finds personal names: known ones, sequences of given and family names, kunyas, and unknown words
/// where a title or a verb of saying announces a name.
struct PersonGrammar {
  /// What stands before a name.
  enum Context {
    case none
    /// A verb of saying.
    case said
    /// A title that takes no complement, or one whose complement has been read.
    case titled
    /// Mr, General: one unknown word is a name.
    case addressed
    /// An adjective of nation that stands for a person: the Dane.
    case nation
    /// And, behind a person.
    case listed
  }

  let reading: Reading

  var tables: ActorTables { reading.tables }

  /// The person whose name begins at a token.
  func match(at token: Int, end: Int, _ context: Context) -> Mention? {
    let word = reading.words[token]
    guard word.kind == .arabic else { return nil }
    if context == .none && !word.has([.startsPerson, .kunya, .given, .servant]) { return nil }
    if context == .nation && word.has(.startsTitle) { return nil }
    var best = known(at: token, end: end, context)
    if let best, best.count > 1 { return best }
    if isNamesake(token) { return nil }
    func consider(_ mention: Mention?) {
      if let mention, mention.count > (best?.count ?? 0) { best = mention }
    }
    if word.has(.kunya) { consider(kunya(at: token, end: end)) }
    if word.has([.given, .servant]) && !word.has(.stop) {
      // The surname of a known person and an ordinary word are no name of two words.
      if let mention = sequence(at: token, end: end, context),
        best == nil || reading.words[mention.last].has([.given, .family, .nameTail])
      {
        consider(mention)
      }
    }
    if best == nil && context != .none { consider(announced(at: token, end: end, context)) }
    guard let best else { return nil }
    if word.has(.startsPlace), context == .none, best.rule != .knownPerson,
      let place = reading.longest(tables.places, at: token, end: end),
      place.tokenCount >= best.count
    {
      return nil
    }
    return best
  }

  /// Whether a street, a stadium or a town is called after the name.
  private func isNamesake(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let before = reading.words[token - 1]
    return before.has(.placeNoun)
      || token > 1 && before.has(.startsTitle) && reading.words[token - 2].has(.placeNoun)
  }

  // MARK: Known persons

  private func known(at token: Int, end: Int, _ context: Context) -> Mention? {
    let word = reading.words[token]
    guard word.has(.startsPerson), let match = reading.longest(tables.people, at: token, end: end)
    else { return nil }
    let index = tables.people.payload(of: match.entry)
    let last = token + match.tokenCount - 1
    // The Pope, Colonel … : the table has titles in some aliases; they stay out.
    if match.tokenCount > 1 && word.has(.startsTitle) && word.hasArticle { return nil }
    if match.tokenCount == 1 && context == .none {
      if tables.names[index].isWeak || !standsAlone(token, end) { return nil }
    }
    return Mention(
      first: token, front: Int(word.front), last: last, type: .person, rule: .knownPerson,
      name: index, confidence: match.tokenCount > 1 ? 0.97 : 0.85, reason: .row)
  }

  /// Whether no name stands right beside a single surname: then it belongs to another person.
  private func standsAlone(_ token: Int, _ end: Int) -> Bool {
    if token > 0 {
      let before = reading.words[token - 1]
      if before.isWord && before.has([.given, .nameLink, .kunya])
        && !before.has([.stop, .startsTitle, .ambiguousGiven, .head])
      {
        return false
      }
    }
    if token + 1 < end, reading.words[token + 1].isBare, reading.words[token + 1].has(.nameLink) {
      return false
    }
    guard reading.words[token].has(.given), token + 1 < end else { return true }
    let next = reading.words[token + 1]
    return !next.isBare || next.has(.stop) || !next.has([.given, .family, .nameLink, .servant])
  }

  // MARK: Sequences

  /// A given name and what continues it.
  private func sequence(at token: Int, end: Int, _ context: Context) -> Mention? {
    let first = reading.words[token]
    if first.has(.nameLink) && !first.has(.kunya) || !mayBegin(token, end, context) { return nil }
    guard var last = givenName(at: token, end: end) else { return nil }
    var names = 1
    var strong = first.has(.ambiguousGiven) || first.isTold ? 0 : 1
    // Behind another proclitic than the conjunction it may be an ordinary word.
    var isForeign = first.has(.foreignGiven) && (first.front == 0 || reading.hasWaw(token))
    while names < 6, last + 1 < end,
      let part = continuation(after: last, end: end, names: names, strong: strong, context)
        ?? (isForeign ? foreignContinuation(after: last, end: end, names: names) : nil)
    {
      last = part.last
      isForeign = isForeign || reading.words[last].has(.foreignGiven)
      names += 1
      strong += part.isStrong ? 1 : 0
    }
    if let joined = hyphenated(after: last, end: end) { last = joined }
    let isAnnounced = context == .titled || context == .addressed
    if isAnnounced && first.front > 0 { return nil }
    if names == 1, !standsBySaying(token, last, end, context),
      !isAnnounced || first.hasArticle
        || first.has([.startsTitle, .adjective, .subject, .ambiguousGiven, .country])
    {
      return nil
    }
    if names > 1 && strong == 0 && !isAnnounced { return nil }
    if names > 1 && beginsBehind(token, end) { return nil }
    return Mention(
      first: token, front: Int(first.front), last: last, type: .person,
      rule: isAnnounced ? .titledName : .personalName,
      confidence: strong > 1 ? 0.9 : 0.7, reason: .names)
  }

  /// Whether a given name alone names a speaker, or one more person of a list.
  private func standsBySaying(
    _ token: Int, _ last: Int, _ end: Int, _ context: Context
  ) -> Bool {
    let first = reading.words[token]
    guard
      context == .said && first.front == 0 || context == .listed && reading.hasWaw(token),
      !first.hasArticle, reading.isBounded(last, end),
      !first.has([.startsTitle, .adjective, .subject, .ambiguousGiven, .country, .startsPlace])
    else { return false }
    return true
  }

  /// Whether a word that is no name as well stands before a name of its own: the return of Didier.
  private func beginsBehind(_ token: Int, _ end: Int) -> Bool {
    let first = reading.words[token]
    guard first.has(.ambiguousGiven), !first.has(.foreignGiven), token + 1 < end else {
      return false
    }
    let next = reading.words[token + 1]
    guard next.isBare, !next.hasArticle else { return false }
    return next.has(.foreignGiven)
      || next.has(.startsPerson) && !next.has([.given, .kunya, .servant])
  }

  /// Whether a name may begin at a token: it is no title before a name, and what is left of it behind
  /// proclitics is long enough to be trusted.
  private func mayBegin(_ token: Int, _ end: Int, _ context: Context) -> Bool {
    let word = reading.words[token]
    if word.has(.placeNoun) && !(token + 1 < end && reading.words[token + 1].has(.nameLink)) {
      return false
    }
    if context != .titled && context != .addressed {
      if word.has([.head, .country]) { return false }
      if word.has([.adjective, .subject]),
        token + 1 == end || !reading.words[token + 1].has([.given, .family])
      {
        return false
      }
    }
    // And the verb of saying: a name only where a title announces it.
    if word.front == 0, context != .titled, context != .addressed, reading.isWawSaying(token) {
      return false
    }
    if word.front > 0 {
      let record = reading.text.tokens[token]
      if record.viewCount - Int(word.front) < 3 { return false }
      if reading.text.unit(Int(word.front) - 1, of: record) == Letter.sin { return false }
    }
    guard word.has(.startsTitle), token + 1 < end else { return true }
    let next = reading.words[token + 1]
    if word.hasArticle {
      if word.has(.given), context == .titled, !isAddress(token, end) { return true }
      return !(next.isBare && next.has([.given, .servant, .family]))
    }
    if context == .titled, word.has(.given), !isAddress(token, end) { return true }
    return !(next.isBare && next.has([.given, .servant]) && !next.has(.stop))
  }

  /// Whether a title of address stands at a token: Mr, General.
  private func isAddress(_ token: Int, _ end: Int) -> Bool {
    guard let title = reading.longest(tables.titles, at: token, end: end) else { return false }
    return tables.titles.payload(of: title.entry) & 2 != 0
  }

  /// End of the given name at a token: servant of …, light of religion.
  private func givenName(at token: Int, end: Int) -> Int? {
    let word = reading.words[token]
    if word.has(.servant), token + 1 < end {
      let next = reading.words[token + 1]
      if next.isBare && next.hasArticle || next.has(.nameTail) { return token + 1 }
      // Some write the article of the divine name apart or leave the name short.
      return next.isBare && next.has(.given) ? token + 1 : nil
    }
    guard word.has(.given) else { return nil }
    if token + 1 < end, reading.words[token + 1].isBare, reading.words[token + 1].has(.nameTail) {
      return token + 1
    }
    return token
  }

  private func continuation(
    after last: Int, end: Int, names: Int, strong: Int, _ context: Context
  ) -> (last: Int, isStrong: Bool)? {
    let token = last + 1
    let word = reading.words[token]
    if word.front == 1 && !word.hasArticle && !reading.hasWaw(token),
      word.traits.isSubset(of: [.given, .family, .ambiguousGiven, .foreignGiven]),
      reading.endsPhrase(token, end),
      context != .none || reading.text.unit(0, of: reading.text.tokens[token]) == Letter.kaf
    {
      return (token, true)  // no clitic: the first letter belongs to a name of no table
    }
    if reading.isCompoundSurname(token) { return (token, true) }
    guard word.isBare else { return nil }
    if word.has(.regnal), strong > 0, names == 1 { return (token, true) }
    if word.has(.nameLink), token + 1 < end {
      let next = reading.words[token + 1]
      guard next.isBare, !next.has([.stop, .saying, .startsTitle]) || next.has([.given, .family])
      else { return nil }
      if next.has(.kunya), token + 2 < end, reading.words[token + 2].isBare {
        return (token + 2, true)
      }
      return (givenName(at: token + 1, end: end) ?? token + 1, true)
    }
    if word.has([.stop, .saying, .that, .preposition]) { return nil }
    if word.has(.startsTitle) && !word.hasArticle
      && !(reading.isBounded(token, end) && !reading.isTitle(token + 1, end))
    {
      return nil
    }
    if word.has([.given, .servant]), let end = givenName(at: token, end: end) {
      return (end, !word.has(.ambiguousGiven) || word.has(.servant) && end > token)
    }
    if token + 1 < end, reading.words[token + 1].isBare, reading.words[token + 1].has(.nameTail) {
      return (token + 1, true)
    }
    if word.has(.family) || reading.isCompoundSurname(token) { return (token, true) }
    let isAnnounced = context == .titled || context == .addressed
    if word.hasArticle {
      if word.has([.head, .startsParty, .startsKnown]) { return nil }
      if word.has(.startsTitle) {
        return names == 1 && (isAnnounced || reading.endsPhrase(token, end))
          ? (token, isAnnounced) : nil
      }
      if word.has(.domainAdjective) { return nil }
      if word.has(.adjective) && !word.has(.nationality) { return nil }
      if word.has(.nationality) {
        let unit = reading.text.unit(
          reading.text.tokens[token].viewCount - 1, of: reading.text.tokens[token])
        return unit == Letter.ya && names <= 2 && strong > 0 ? (token, true) : nil
      }
      if word.isNisba && (strong > 0 || isAnnounced) { return (token, true) }
      guard strong > 0 || isAnnounced, names <= 3, word.traits.isEmpty,
        reading.text.lastLetter(of: reading.text.tokens[token]) != Letter.taMarbuta
      else { return nil }
      let isClear = names == 1 && isAnnounced || reading.isTitle(token + 1, end)
      return isClear || names <= 2 && reading.endsPhrase(token, end) ? (token, isAnnounced) : nil
    }
    let isLast = token + 1 >= end || !reading.words[token + 1].isWord
    guard names < 3, reading.looksLikeName(token, freely: isAnnounced || isLast),
      !reading.isBuiltLikeNoName(token)
    else { return nil }
    if word.has(.startsPlace) && !isAnnounced { return nil }
    guard isLast || isAnnounced && names == 1 || names == 1 && reading.isBounded(token, end) else {
      return nil
    }
    return strong > 0 || isAnnounced ? (token, isAnnounced) : nil
  }

  // MARK: Kunyas and announced names

  private func kunya(at token: Int, end: Int) -> Mention? {
    let word = reading.words[token]
    guard token + 1 < end else { return nil }
    let next = reading.words[token + 1]
    guard next.isBare, !next.has([.stop, .saying, .that, .preposition]) else { return nil }
    if let place = reading.longest(tables.places, at: token, end: end), place.tokenCount > 1 {
      return nil
    }
    // The word for mother is also a conjunction: only a name may follow it.
    let isFather = reading.text.tokens[token].viewCount - Int(word.front) > 2
    guard isFather || next.has(.given) else { return nil }
    var last = givenName(at: token + 1, end: end) ?? token + 1
    if last + 1 < end {
      let nisba = reading.words[last + 1]
      if nisba.isBare && !nisba.has(.stop)
        && (nisba.isNisba || nisba.has([.family, .given]) && !nisba.has(.ambiguousGiven))
      {
        last += 1
      }
    }
    return Mention(
      first: token, front: Int(word.front), last: last, type: .person, rule: .kunya,
      confidence: 0.85, reason: .kunya)
  }
}
