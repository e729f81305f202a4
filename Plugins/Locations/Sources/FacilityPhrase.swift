// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Facilities, natural features and roads: the noun belongs to the name.
extension Reading {
  /// Token after the adjectives that end a facility's name or the side that ends a ريف's.
  func tail(_ token: Int, _ end: Int, _ noun: Noun) -> Int {
    var wanted: WordFunctions =
      noun.role == .rif ? .side : noun.type == .facility ? .facilityAdjective : []
    if noun.role == .spot { wanted.formUnion(.spotAdjective) }
    var next = token
    while next < end, next < token + 2, !marks[next].functions.isDisjoint(with: wanted),
      marks[next].front == 0, !hidden[next]
    {
      next += max(1, Int(marks[next].length))
    }
    return next
  }

  /// `مطار دير الزور العسكري`, `نهر الفرات`, `شارع الملك فيصل`, `جسر «الحرية»`.
  mutating func part(_ token: Int, _ next: Int, _ end: Int, _ whole: NameMatch?) -> Int? {
    let mark = marks[token]
    let noun = vocabulary.nouns[Int(mark.noun)]
    if mark.number == .many && noun.type != .natural { return nil }
    if let last = facilityOfFacility(token, next, end, noun) { return last }
    let isNamed = noun.unknown != .no && noun.unknown != .ended
    var entry = -1
    let last: Int
    let known = name(at: next, end: end, fronts: 0...0)
    if let whole, whole.end > next {
      (entry, last) = (whole.entry, whole.end)
    } else if let person = person(at: next), noun.type == .facility, isNamed {
      last = max(person, namesake(next, end, noun) ?? 0)
    } else if text.tokens[next].flags.contains(.quote), isNamed {
      guard let closed = closingQuote(next, end) else { return nil }
      last = closed
    } else if let named = namesake(next, end, noun), named > known?.end ?? 0 {
      last = named
    } else if let match = known,
      !(marks[next].functions.contains(.stop) && match.end == next + 1),
      noun.type == .facility || isNamedAfter(match, noun),
      match.isCertain || isNamed && match.proof != .doubtful
        || noun.unknown == .yes || noun.unknown == .article || noun.unknown == .ended,
      noun.unknown != .ended || tail(match.end, end, noun) > match.end
        || isCorporate(match.end, end)
    {
      last = match.end
    } else if mark.number == .one, let named = labelled(next, end, noun) {
      last = named
    } else if mark.number == .one || isTransliterated(next, 0),
      let (named, _) = unknown(next, end, noun, fronts: 0...0)
    {
      last = named
    } else {
      return nil
    }
    let stop = tail(last, end, noun)
    if isCorporate(stop, end) { return stop + 1 }  // سوق دبي المالي
    mentions.append(
      Mention(
        first: token, front: Int(mark.front), end: stop, nameFirst: token, entry: entry,
        nounFirst: token, type: noun.type, isNamedByText: entry < 0, isCertain: true,
        rule: noun.type == .facility ? .facility : .natural))
    return stop
  }

  private func isCorporate(_ token: Int, _ end: Int) -> Bool {
    token < end && marks[token].functions.contains(.corporate) && marks[token].front == 0
  }

  /// `شارع كورنيش النيل`, `طريق مطار دمشق الدولي`: a facility called after another one.
  private mutating func facilityOfFacility(
    _ token: Int, _ next: Int, _ end: Int, _ noun: Noun
  ) -> Int? {
    guard noun.type == .facility, marks[next].noun >= 0, marks[next].front == 0,
      marks[next].number == .one
    else { return nil }
    let inner = vocabulary.nouns[Int(marks[next].noun)]
    guard inner.role == .part, inner.type == .facility else { return nil }
    let whole = name(at: next, end: end)
    if let whole, places.candidates(of: whole.entry).contains(where: { $0.type == .place }) {
      return nil  // طريق جسر الشغور – اللاذقية
    }
    let count = mentions.count
    guard let last = nounPhrase(next, end, whole) else { return nil }
    if mentions.count == count + 1, mentions[count].first == next {
      mentions[count] = roadMention(token, last)
      mentions[count].rule = .facility
    }
    return last
  }

  /// Whether a name is that of a settlement or an island, after which a mountain or a lake is called:
  /// بحيرة طبريا, but not جبال النيجر; or itself what the noun says: صحراء الربع الخالي.
  private func isNamedAfter(_ match: NameMatch, _ noun: Noun) -> Bool {
    places.candidates(of: match.entry).contains {
      $0.type == .place || $0.kind == .island || $0.kind == .islands
        || noun.kinds.contains($0.kind)
    }
  }

  /// `ستاد جابر الأحمد الدولي`: the words between the noun and an adjective of facilities are its
  /// name, whatever they are.
  private func labelled(_ token: Int, _ end: Int, _ noun: Noun) -> Int? {
    guard noun.type == .facility, name(at: token, end: end, fronts: 1...2)?.isCertain != true else {
      return nil  // مستشفى بالأردن
    }
    var next = token
    while next < end, next < token + 3, isNameWord(next) || next > token && isNamePart(next) {
      next += 1
      if next < end, marks[next].functions.contains(.facilityEnd), marks[next].front == 0 {
        return next
      }
    }
    return nil
  }

  private func isNamePart(_ token: Int) -> Bool {
    !hidden[token] && !marks[token].functions.isDisjoint(with: [.second, .modifier, .starter])
  }

  /// Token after the quotation mark that closes a short name.
  private func closingQuote(_ open: Int, _ end: Int) -> Int? {
    var next = open + 1
    while next < end, next <= open + 5, !hidden[next] {
      if text.tokens[next].flags.contains(.quote) { return next > open + 1 ? next + 1 : nil }
      next += 1
    }
    return nil
  }

  /// `شارع الملك فيصل`, `شارع محمد الخامس`, `ميناء الملك عبد العزيز`: token after the name of the
  /// person after whom something is called.
  private func namesake(_ token: Int, _ end: Int, _ noun: Noun) -> Int? {
    guard noun.unknown != .no, noun.unknown != .ended, noun.type == .facility else { return nil }
    var next = token
    while next < end, isTitle(next) { next += 1 }
    let isTitled = next > token
    let isGiven = next < end && isGivenName(next)
    guard isTitled || isGiven, var last = personalName(next, end) else { return nil }
    while last < end, marks[last].functions.contains(.second), marks[last].front == 0 {
      // بن and its like stand between names, الدين ends one.
      let isJoint = marks[last].functions.contains(.kunya)
      guard let after = isJoint ? personalName(last, end) : last + 1 else { break }
      last = after
    }
    if last < end, marks[last].functions.contains(.ordinal), marks[last].front == 0 {
      return last + 1
    }
    // رياض الصلح: kings have no family name.
    if isGiven, !isTitled, last == next + 1, last < end, isNameWord(last),
      marks[last].functions.isDisjoint(with: [.modifier, .spotAdjective]),
      text.tokens[last].hasArticle(after: 0) || isGivenName(last) || isTransliterated(last, 0)
    {
      return last + 1
    }
    return last
  }

  private func isGivenName(_ token: Int) -> Bool {
    !marks[token].functions.isDisjoint(with: [.given, .forename]) && marks[token].front == 0
  }

  /// Whether a word before a name says who somebody is: الملك, but not عبد.
  private func isTitle(_ token: Int) -> Bool {
    let functions = marks[token].functions
    return functions.contains(.honorific) && functions.isDisjoint(with: [.second, .kunya])
      && marks[token].front == 0
  }

  /// One name: فيصل, عبد العزيز, أبو بكر; also بن محمد.
  private func personalName(_ token: Int, _ end: Int) -> Int? {
    var next = token
    while next < end, marks[next].functions.contains(.kunya), marks[next].front == 0 { next += 1 }
    guard next < end else { return nil }
    let isJoined = next > token && marks[next].functions.contains(.second)  // عبد الله
    return isJoined || isNameWord(next) ? next + 1 : nil
  }

  /// `طريق سملين – زمرين`, `أتستراد درعا – دمشق`, `طريق دمشق الدولي`.
  mutating func road(_ token: Int, _ next: Int, _ end: Int) -> Int? {
    let mark = marks[token]
    if mark.number == .many { return nil }
    if token > 0, mark.front == 0, marks[token - 1].functions.contains(.by),
      !text.tokens[token].hasArticle(after: 0)
    {
      return nil
    }
    if let last = facilityOfFacility(token, next, end, vocabulary.nouns[Int(mark.noun)]) {
      return last
    }
    let isQuoted = text.tokens[next].flags.contains(.quote)
    if isQuoted || text.tokens[next].rawKind == TokenKind.word.rawValue {
      if isQuoted, next + 1 < end, text.tokens[next + 1].hasArticle(after: 0) { return nil }
      guard let last = isQuoted ? closingQuote(next, end) : next + 1 else { return nil }
      mentions.append(roadMention(token, last))
      return last
    }
    let first = name(at: next, end: end, fronts: 0...0)
    var last = first?.end ?? (isNameWord(next) ? next + 1 : end)
    guard last <= end, first != nil || last < end else { return nil }
    var ends = 1
    while last + 1 < end, text.tokens[last].rawKind == TokenKind.punctuation.rawValue,
      Letter.dashes.contains(text.source[Int(text.tokens[last].start)])
    {
      let other = name(at: last + 1, end: end, fronts: 0...0)
      guard other != nil || isNameWord(last + 1) else { break }
      last = other?.end ?? last + 2
      ends += 1
    }
    if ends == 1 {
      guard let first, first.isCertain || first.proof == .fair else { return nil }
      if let other = name(at: min(last, end - 1), end: end, fronts: 0...0), last < end {
        last = other.end
        ends += 1
      }
    }
    let noun = vocabulary.nouns[Int(mark.noun)]
    let stop = tail(last, end, noun)
    mentions.append(roadMention(token, stop))
    return stop
  }

  private func roadMention(_ token: Int, _ end: Int) -> Mention {
    Mention(
      first: token, front: Int(marks[token].front), end: end, nameFirst: token, entry: -1,
      nounFirst: token, type: .facility, isNamedByText: true, isCertain: true, rule: .road)
  }
}
