// SPDX-License-Identifier: Apache-2.0

import WarshaModel

// Names that no gazetteer knows, after a noun that announces one.
extension Reading {
  /// The end of an unknown name and its proclitics; nil when the words there are no name.
  func unknown(
    _ token: Int, _ end: Int, _ noun: Noun, fronts: ClosedRange<Int>
  ) -> (end: Int, front: Int)? {
    guard noun.unknown != .no, noun.unknown != .ended, !hidden[token], text.tokens[token].isArabic
    else { return nil }
    let front = fronts.lowerBound
    guard text.tokens[token].mayStrip(front) else { return nil }
    let isStarter = marks[token].functions.contains(.starter) && Int(marks[token].front) == front
    guard isStarter || isNameWord(token, front: front) else { return nil }
    // ولاية الرئيس: a term of office.
    if !isStarter, !marks[token].functions.isDisjoint(with: [.honorific, .title]) { return nil }
    let hasArticle = text.tokens[token].hasArticle(after: front)
    switch noun.unknown {
    case .no, .ended: return nil
    case .starter: if !isStarter { return nil }
    case .zone: break  // what follows decides
    case .yes:
      // Behind another name the shape of the word matters less: قريتي سبيد وعانولي.
      let isForeign =
        front > 0 || looksForeign(token, front, isFeminine: noun.isFeminine)
        || isTransliterated(token, front)
      if !isStarter && !hasArticle && !isForeign { return nil }
    case .article: if !isStarter && !hasArticle { return nil }
    case .foreign, .tail:
      if hasArticle || isForAPurpose(token, front, end) { return nil }
      if !isStarter && !looksForeign(token, front) { return nil }
      if text.unit(text.tokens[token].viewCount - 1, of: text.tokens[token]) == Letter.alif {
        return nil
      }
    }
    var next = token + 1
    if isStarter {
      guard next < end, isNameWord(next) || marks[next].functions.contains(.starter) else {
        return nil
      }
      // مدينة لا يزال: the negation, not Las Vegas.
      let first = text.unit(0, of: text.tokens[next])
      let isVerbal = first == Letter.ya || first == Letter.ta
      if marks[token].functions.contains(.stop), isVerbal { return nil }
      next += 1
    }
    while next < end, marks[next].functions.contains(.second), marks[next].front == 0,
      !hidden[next]
    {
      next += 1
      let joins = !text.tokens[next - 1].hasArticle(after: 0) && next < end && isNameWord(next)
      if joins { next += 1 }
    }
    if next < end, noun.type == .place, hasArticle || isStarter,
      marks[next].functions.contains(.modifier), marks[next].front == 0
    {
      next += 1
    }
    if noun.unknown == .tail && tail(next, end, noun) == next { return nil }
    if noun.unknown == .zone, hasArticle || !isTransliterated(token, front),
      !isBesidePlace(next, end)
    {
      return nil
    }
    return (next, front)
  }

  /// Whether a word may be, or go on with, a proper name: an Arabic word without another function.
  func isNameWord(_ token: Int, front: Int = 0) -> Bool {
    guard token < text.tokens.count, text.tokens[token].isArabic, !hidden[token] else {
      return false
    }
    let no: WordFunctions = [
      .stop, .common, .preposition, .direction, .nationality, .indefiniteNationality, .opener,
      .settlements, .side, .facilityAdjective, .situated,
    ]
    if !marks[token].functions.isDisjoint(with: no) { return false }
    if marks[token].noun >= 0 && Int(marks[token].front) == front { return false }
    if text.tokens[token].viewCount - front >= 3 { return true }
    return token + 1 < text.tokens.count && marks[token + 1].functions.contains(.second)
  }

  /// Whether a word without the article is hardly a verb, an adjective or a noun with a pronoun.
  /// Behind a feminine noun in the singular an adjective would end in ة.
  private func looksForeign(_ token: Int, _ front: Int, isFeminine: Bool = false) -> Bool {
    let word = text.tokens[token]
    let count = word.viewCount
    let first = text.unit(front, of: word)
    let last = text.unit(count - 1, of: word)
    let beforeLast = text.unit(count - 2, of: word)
    let isPlural = last == Letter.nun && beforeLast == Letter.waw
    if first == Letter.ya { return false }
    if first == Letter.ta { return isFeminine && isPlural }  // ترينتون
    if front == 0 && first == Letter.waw && word.mayStrip(1) { return false }
    if first == Letter.sin {
      let second = text.unit(front + 1, of: word)
      if second == Letter.ya || second == Letter.ta { return false }
    }
    if last == Letter.ha || last == Letter.ya && !isFeminine { return false }
    if last == Letter.alif && beforeLast == Letter.ha { return false }
    if last == Letter.mim && beforeLast == Letter.ha { return false }
    if last == Letter.ta && beforeLast == Letter.alif { return false }
    if isPlural && !isFeminine { return false }
    for position in Int(word.start)..<Int(word.end)
    where text.source[position] == Letter.fathatan { return false }
    return true
  }

  /// Whether a word is spelled as foreign names are: long, with three long vowels or more, and
  /// without an Arabic ending.
  func isTransliterated(_ token: Int, _ front: Int) -> Bool {
    let word = text.tokens[token]
    let count = word.viewCount
    guard count - front >= 6, !word.hasArticle(after: front) else { return false }
    let last = text.unit(count - 1, of: word)
    let beforeLast = text.unit(count - 2, of: word)
    if last == Letter.ha || last == Letter.ta { return false }
    if last == Letter.nun, beforeLast == Letter.waw || beforeLast == Letter.ya { return false }
    var vowels = 0
    for offset in (front + 1)..<count {
      let unit = text.unit(offset, of: word)
      if unit == Letter.alif || unit == Letter.waw || unit == Letter.ya { vowels += 1 }
    }
    return vowels >= 3
  }

  /// `سد لحفظ المياه`: says what the thing is for.
  private func isForAPurpose(_ token: Int, _ front: Int, _ end: Int) -> Bool {
    let word = text.tokens[token]
    return front == 0 && word.mayStrip(1) && text.unit(0, of: word) == Letter.lam
      && token + 1 < end && text.tokens[token + 1].hasArticle(after: 0)
  }

  /// Whether what follows a name says where it lies: في ريف حمص, جنوبي دمشق.
  private func isBesidePlace(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return false }
    let mark = marks[token]
    if !mark.functions.isDisjoint(with: [.direction, .situated]) { return true }
    if mark.functions.contains(.locative), token + 1 < end {
      return marks[token + 1].noun >= 0 || name(at: token + 1, end: end)?.isCertain == true
    }
    return mark.front > 0 && mark.noun >= 0
  }
}
