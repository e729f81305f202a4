// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Evidence for names that may be something else: الحارة (the quarter), النصر (the victory).
extension Reading {
  /// Keeps the certain mentions and those for which the document gives evidence.
  mutating func weighEvidence(_ memory: Memory) {
    guard mentions.contains(where: { !$0.isCertain }) else { return }
    var isLinked = [Bool](repeating: false, count: mentions.count)  // with the mention before
    for index in mentions.indices.dropFirst() {
      let end = mentions[index].end
      isLinked[index] =
        areListed(mentions[index - 1], mentions[index])
        && (mentions[index].isCertain || isClosed(end, min(end + 1, marks.count)))
    }
    spreadAlongLists(isLinked)
    weighEachName(memory.countries.filled(with: false, count: places.countryCount))
    spreadAlongLists(isLinked)
    mentions.removeAll { !$0.isCertain }
  }

  /// A list is certain when one of its names is; evidence runs forward, then backward.
  private mutating func spreadAlongLists(_ isLinked: [Bool]) {
    for index in mentions.indices where !mentions[index].isCertain {
      if isLinked[index], mentions[index - 1].isCertain, isSettlement(mentions[index - 1]) {
        accept(index, .list)
      }
    }
    for index in mentions.indices.dropLast().reversed() where !mentions[index].isCertain {
      if isLinked[index + 1], mentions[index + 1].isCertain, isSettlement(mentions[index + 1]) {
        accept(index, .list)
      }
    }
  }

  /// Looks at each doubtful name; `atHome` has room for a flag a country.
  private mutating func weighEachName(_ atHome: UnsafeMutableBufferPointer<Bool>) {
    for mention in mentions where mention.isCertain {
      let country = onlyCountry(of: mention)
      if country > 0 { atHome[country] = true }
    }
    var established = Set(mentions.filter { $0.isCertain && $0.entry >= 0 }.map(\.entry))
    for index in mentions.indices {
      let mention = mentions[index]
      if !mention.isCertain, hasEvidence(index, atHome, established) {
        accept(index, .context)
        established.insert(mention.entry)
      }
    }
  }

  private mutating func accept(_ index: Int, _ rule: Mention.Rule) {
    mentions[index].isCertain = true
    mentions[index].rule = rule
  }

  private func hasEvidence(
    _ index: Int, _ countries: UnsafeMutableBufferPointer<Bool>, _ established: Set<Int>
  ) -> Bool {
    let mention = mentions[index]
    let before = mention.first > 0 ? marks[mention.first - 1].functions : []
    let after = mention.end < marks.count ? marks[mention.end].functions : []
    let candidates = places.candidates(of: mention.entry)
    // Nothing is at home where the country is unknown.
    let isAtHome = candidates.contains { countries[Int($0.country)] }
    let isLed = mention.front == 0 || isJoinedWithArticle(mention)
    if before.contains(.direction) && isLed && isAtHome { return true }
    if before.contains(.governor) && mention.front == 0 && mention.proof != .slight { return true }
    if isDateline(mention), candidates.contains(where: { $0.rank >= 3 }) { return true }
    if isNamedWithItsUnit(index) || isMeasuredFrom(mention) { return true }
    let isEvent = before.contains(.locative) && before.isDisjoint(with: [.stop, .preposition])
    if isEvent && isAtHome && mention.front == 0 { return true }
    if isFairlyProven(mention, before, isAtHome) { return true }
    let isGoal = before.contains(.locative) && isLed || isStripped(mention)
    let isKnown = established.contains(mention.entry)
    if isKnown && (isGoal || before.contains(.preposition) || isLarge(mention)) { return true }
    if isGoal && isLarge(mention) { return true }
    if before.contains(.direction), mention.front == 0, places.mayBeCountry(mention.entry) {
      return true
    }
    if isAtHome && (isGoal || before.contains(.preposition)) && isCity(mention) { return true }
    guard isGoal || after.contains(.direction) else { return false }
    // A place of the same governorate in the same sentence.
    guard candidates.contains(where: { $0.region > 0 }),
      let sentence = text.sentence(ofToken: mention.first)
    else {
      return false
    }
    let tokens = text.sentences[sentence].tokens
    for step in [-1, 1] {
      var other = index + step
      while mentions.indices.contains(other), tokens.contains(mentions[other].first),
        abs(other - index) <= 16
      {
        if mentions[other].isCertain, shareRegion(mention, mentions[other]) { return true }
        other += step
      }
    }
    return false
  }

  /// Whether the name of a small place suffices here: its country is spoken of, or `في` leads to it.
  private func isFairlyProven(
    _ mention: Mention, _ before: WordFunctions, _ isAtHome: Bool
  ) -> Bool {
    let isLed = mention.front == 0 && !before.isDisjoint(with: [.locative, .preposition])
    let isStripped = isStripped(mention)
    switch mention.proof {
    case .doubtful: return false
    case .certain: return false  // something before it speaks against it
    case .slight:
      // بارزة is a word, not ب before a village.
      let hasArticle = text.tokens[mention.first].hasArticle(after: mention.front)
      return isAtHome && (isLed || isStripped && hasArticle)
    case .fair:
      if mention.front == 0, before.contains(.locative) { return true }
      return isAtHome
    }
  }

  /// Whether the name is that of a sea, a mountain or another large thing: في الخليج.
  private func isLarge(_ mention: Mention) -> Bool {
    places.candidates(of: mention.entry).contains {
      $0.rank >= 4 && ($0.type == .natural || $0.type == .area || $0.type == .country)
    }
  }

  /// Whether the name is that of a large town: من الزاوية in an article on Libya.
  private func isCity(_ mention: Mention) -> Bool {
    places.candidates(of: mention.entry).contains { $0.rank >= 4 && $0.type == .place }
  }

  /// Whether ب or ل, perhaps behind و, stands before the name.
  private func isStripped(_ mention: Mention) -> Bool {
    guard mention.front > 0 else { return false }
    let unit = text.unit(mention.front - 1, of: text.tokens[mention.first])
    return unit == Letter.ba || unit == Letter.lam
  }

  /// `على بعد 12 ميلا من جوهر`: whether a length and من or عن stand before the name.
  private func isMeasuredFrom(_ mention: Mention) -> Bool {
    let from = mention.first - 1
    return from > 0 && mention.front == 0 && marks[from].functions.contains(.preposition)
      && marks[from].functions.contains(.stop) && !marks[from].functions.contains(.locative)
      && marks[from - 1].functions.contains(.situated)
  }

  /// Whether و and the article stand before the name.
  private func isJoinedWithArticle(_ mention: Mention) -> Bool {
    let token = text.tokens[mention.first]
    return mention.front == 1 && text.unit(0, of: token) == Letter.waw
      && token.hasArticle(after: 1)
  }

  private func isSettlement(_ mention: Mention) -> Bool {
    mention.type == nil || mention.type == .place || mention.type == .admin
      || mention.type == .area
  }

  /// Whether only a comma, a dash or و stands between two mentions.
  private func areListed(_ left: Mention, _ right: Mention) -> Bool {
    let gap = right.first - left.end
    let first = text.tokens[right.first]
    let hasWaw = right.front > 0 && text.unit(0, of: first) == Letter.waw
    if gap == 0 { return right.front == 1 && hasWaw }
    if right.front > 0 && !(hasWaw && right.front == 1) { return false }
    if gap > 2 || gap < 0 { return false }
    for token in left.end..<right.first {
      let isJoint =
        text.isMark(token, Letter.comma) || text.isMark(token, 0x2C)
        || text.isMark(token, Letter.waw)
      if !isJoint { return false }
    }
    return true
  }

  /// The country of all places that bear the name, those of none apart; 0 where they are several.
  private func onlyCountry(of mention: Mention) -> Int {
    var only: Int16 = 0
    for candidate in places.candidates(of: mention.entry) where candidate.country != 0 {
      if only != 0 && only != candidate.country { return 0 }
      only = candidate.country
    }
    return Int(only)
  }

  /// Whether places of one governorate or province bear two names.
  private func shareRegion(_ left: Mention, _ right: Mention) -> Bool {
    let others = places.candidates(of: right.entry)
    return places.candidates(of: left.entry).contains { candidate in
      candidate.region != 0 && others.contains { $0.region == candidate.region }
    }
  }
}
