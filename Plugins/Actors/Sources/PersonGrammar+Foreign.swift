// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Names that no table holds: what announces them and what they end like.
extension PersonGrammar {
  /// What goes on behind a given name of another language: a family name that no table knows.
  func foreignContinuation(
    after last: Int, end: Int, names: Int
  ) -> (last: Int, isStrong: Bool)? {
    let token = last + 1
    guard names < 4, reading.words[token].isBare, !reading.words[token].hasArticle else {
      return nil
    }
    if reading.looksForeign(token) { return (token, true) }
    guard names == 1, reading.words[token].traits.isEmpty else { return nil }
    return reading.looksLikeName(token) ? (token, false) : nil
  }

  /// End of a name that goes on behind a hyphen, as Korean names do.
  func hyphenated(after last: Int, end: Int) -> Int? {
    let token = last + 2
    guard token < end, reading.words[last + 1].kind == .mark,
      reading.isHyphen(last + 1), reading.text.tokens[token].viewCount <= 4,
      reading.text.tokens[last].viewCount <= 5, reading.words[token].isBare,
      !reading.words[token].has([.startsPlace, .given]), !reading.words[last].has(.startsPlace),
      reading.looksLikeName(token, freely: true)
    else { return nil }
    return token
  }

  /// A name in Latin letters where a title, a nation or a verb of saying announces one: two or three
  /// words with a capital each.
  func latin(at token: Int, end: Int, _ context: Context) -> Mention? {
    guard [.said, .titled, .addressed].contains(context) else { return nil }
    var last = token
    while last + 1 < end, last - token < 3, reading.words[last + 1].kind == .foreign { last += 1 }
    guard last > token, last - token < 3,
      (token...last).allSatisfy({ reading.isCapitalised($0) && reading.words[$0].traits.isEmpty })
    else { return nil }
    return mention(token, front: 0, last, context)
  }

  /// A name in front of an age in brackets, … (63 years), of words from `start` on.
  func aged(before bracket: Int, from start: Int, end: Int) -> Mention? {
    guard bracket + 2 < end, reading.words[bracket + 1].kind == .number,
      reading.words[bracket + 2].has(.year), bracket > start
    else { return nil }
    var first = bracket
    while first > start, bracket - first < 3, isNamePart(first - 1) { first -= 1 }
    guard first < bracket else { return nil }
    return Mention(
      first: first, front: 0, last: bracket - 1, type: .person, rule: .agedName, confidence: 0.7,
      reason: .announced)
  }

  private func isNamePart(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isBare, !word.hasArticle, !word.has([.stop, .saying, .startsTitle]) else {
      return false
    }
    return word.has([.given, .family, .nameLink]) || reading.looksLikeName(token, freely: true)
  }

  /// Unknown words where a title, a verb of saying, a nation or a list of names announces a name.
  func announced(at token: Int, end: Int, _ context: Context) -> Mention? {
    let word = reading.words[token]
    guard word.kind == .arabic, word.front == 0 else { return nil }
    if context == .listed { return listed(at: token, end: end) }
    let isFamily =
      word.has(.family) && !word.has([.stop, .head, .startsTitle, .adjective])
      && (!word.hasArticle || word.isNisba)
    guard isFamily || reading.looksLikeName(token) else { return nil }
    if let loose = loosely(at: token, end: end, isFamily, context) { return loose }
    guard reading.looksForeign(token) else { return nil }
    let last = foreignEnd(from: token, end: end)
    if last == token && !reading.looksForeign(token, alone: true) { return nil }
    let isClosed = reading.isBounded(last, end)
    switch context {
    case .none, .listed: return nil
    case .said: if !isClosed && last == token { return nil }
    case .titled, .addressed, .nation: break
    }
    return mention(token, front: 0, last, context)
  }

  /// A name in a list of persons, behind the conjunction that no table could part from it.
  private func listed(at token: Int, end: Int) -> Mention? {
    let record = reading.text.tokens[token]
    guard record.mayStrip(1), reading.text.unit(0, of: record) == Letter.waw,
      reading.words[token].traits.isEmpty, reading.looksForeign(token, front: 1, alone: true)
    else { return nil }
    let last = foreignEnd(from: token, end: end)
    guard last > token || reading.isBounded(last, end) else { return nil }
    return mention(token, front: 1, last, .listed)
  }

  /// Last of the words from a token on that are parts of names or end like one.
  private func foreignEnd(from token: Int, end: Int) -> Int {
    var last = token
    while last + 1 < end, last - token < 2, reading.words[last + 1].isBare,
      !reading.words[last + 1].has([.stop, .saying, .startsPlace]),
      reading.looksForeign(last + 1) || reading.words[last + 1].has(.foreignGiven)
        || reading.words[last + 1].has(.family) && !reading.words[last + 1].has(.ordinary)
    {
      last += 1
    }
    return last
  }

  /// Up to three words of which one is a part of names.
  private func loosely(
    at token: Int, end: Int, _ isFamily: Bool, _ context: Context
  ) -> Mention? {
    var last = token
    while last + 1 < end, last - token < 2 {
      let next = reading.words[last + 1]
      guard next.isBare, !next.has([.stop, .saying]) else { break }
      // A known person begins there.
      if next.has(.startsPerson), !next.has(.given), !reading.looksForeign(last) { return nil }
      guard
        reading.looksLikeName(last + 1) || next.has([.given, .family, .nameLink])
          || next.isNisba && !next.has([.adjective, .startsTitle])
      else { break }
      last += 1
    }
    guard reading.isBounded(last, end) || isFamily else { return nil }
    let count = last - token + 1
    let hasNamePart = (token...last).contains { reading.words[$0].has([.given, .family]) }
    switch context {
    case .none, .nation, .listed: return nil
    case .addressed, .titled:
      // The runner, of a nation: two words that are in no table name her.
      let isForeigner =
        count == 2 && token > 0 && reading.words[token - 1].has(.nationality)
        && reading.words[token].traits.isEmpty && reading.words[last].traits.isEmpty
      if !isForeigner && (!hasNamePart || count == 1 && !isFamily) { return nil }
    case .said: if count == 1 || !closesName(last, end, hasNamePart) { return nil }
    }
    return mention(token, front: 0, last, context)
  }

  private func mention(_ token: Int, front: Int, _ last: Int, _ context: Context) -> Mention {
    let rule: Mention.Rule =
      switch context {
      case .said: .saidName
      case .listed: .listedName
      case .none, .titled, .addressed, .nation: .titledName
      }
    return Mention(
      first: token, front: front, last: last, type: .person, rule: rule, confidence: 0.6,
      reason: .announced)
  }

  /// Whether what follows closes the name of a speaker: a comma before a description; if a part of
  /// the name is known, also another mark or that.
  private func closesName(_ last: Int, _ end: Int, _ hasNamePart: Bool) -> Bool {
    guard last + 1 < end else { return false }
    let next = reading.words[last + 1]
    if next.kind == .comma, last + 2 < end {
      return hasNamePart || reading.words[last + 2].has([.startsTitle, .stop])
    }
    return hasNamePart && (next.kind == .colon || next.kind == .quote || next.has(.that))
  }
}
