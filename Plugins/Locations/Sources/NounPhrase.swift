// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Mentions that a noun begins: مدينة حمص, مطار دمشق الدولي, ريف حمص الشمالي, دولة قطر.
extension Reading {
  /// Reads a noun with its name or names; returns the token to go on from, nil when none follows.
  mutating func nounPhrase(_ token: Int, _ end: Int, _ whole: NameMatch?) -> Int? {
    let mark = marks[token]
    let noun = vocabulary.nouns[Int(mark.noun)]
    let next = token + Int(mark.length)
    guard next < end, !hidden[next] || personEnds[next] >= 0 else { return nil }
    // The gazetteer knows noun and name together: مخيم اليرموك, نهر الفرات.
    if let whole, whole.end > next, whole.front == Int(mark.front) {
      let isLonger =
        (noun.role == .part || noun.role == .road || noun.role == .rif)
        && tail(whole.end, end, noun) > whole.end
      if !isLonger { return bareName(token, end, whole) }
    }
    switch noun.role {
    case .class, .mention, .apposition: return classPhrase(token, next, end, noun)
    case .part:
      return mark.number == .two ? shared(token, next, end) : part(token, next, end, whole)
    case .spot: return spot(token, end)
    case .road:
      return mark.number == .two ? shared(token, next, end) : road(token, next, end)
    case .rif: return mark.number == .one ? rif(token, next, end) : shared(token, next, end)
    case .official: return official(token, next, end, noun)
    }
  }

  /// `باع بلده`: whether a noun ends in a pronoun, not in ة.
  private func hasPronoun(_ token: Int, _ noun: Noun) -> Bool {
    noun.isFeminine && !isLax && marks[token].number == .one && marks[token].length == 1
      && Spelling.lastLetter(of: text.tokens[token], in: text) == Letter.ha
  }

  /// `مدينة حمص`, `مدينتي حماة والسلمية`, `العاصمة السورية دمشق`: the noun stays out.
  private mutating func classPhrase(
    _ token: Int, _ first: Int, _ end: Int, _ noun: Noun
  ) -> Int? {
    var next = first
    if noun.role == .apposition {
      while next < end, marks[next].functions.contains(.nationality), marks[next].front == 0 {
        next += 1
      }
    }
    let isQuoted = next < end && text.tokens[next].flags.contains(.quote)
    if isQuoted { next += 1 }
    guard next < end else { return nil }
    guard var mention = element(next, end, Int(marks[token].noun), fronts: 0...0) else {
      return joined(next, end, noun)
    }
    mention.nounFirst = token
    if mention.entry < 0, hasPronoun(token, noun) { return nil }
    if noun.type == .admin, marks[token].number == .one { joinHyphenated(&mention, end) }
    mentions.append(mention)
    var after = mention.end
    if isQuoted, after < end, text.tokens[after].flags.contains(.quote) { after += 1 }
    guard marks[token].number != .one, mention.noun >= 0 else { return after }
    let count = mentions.count
    let last = list(
      after, end, noun: Int(marks[token].noun), nounFirst: token,
      limit: marks[token].number == .two ? 1 : 60)
    if mention.entry < 0, marks[token].number == .many, mentions.count == count {
      mentions.removeLast()  // مدن الازدهار: a plural over one unknown word
      return nil
    }
    return last
  }

  /// `من مدينة بالسويداء`: a name behind a noun and a proclitic; the noun is not its own.
  private mutating func joined(_ token: Int, _ end: Int, _ noun: Noun) -> Int? {
    guard noun.role == .class, let match = name(at: token, end: end, fronts: 1...1),
      !match.isCertain, match.end > token + 1 || !isCommon(token, noun), denotes(match.entry, noun)
    else { return nil }
    mentions.append(
      Mention(
        first: token, front: match.front, end: match.end, nameFirst: token, entry: match.entry,
        nounFirst: token, isCertain: true, rule: .context))
    return match.end
  }

  /// `جهة مراكش-آسفي`: a province with two names.
  private func joinHyphenated(_ mention: inout Mention, _ end: Int) {
    while mention.end + 1 < end, text.tokens[mention.end].flags.contains(.glued),
      Letter.dashes.contains(text.source[Int(text.tokens[mention.end].start)]),
      text.tokens[mention.end + 1].flags.contains(.glued),
      let other = name(at: mention.end + 1, end: end, fronts: 0...0)
    {
      (mention.end, mention.entry, mention.rule) = (other.end, -1, .classNoun)
    }
  }

  /// `ريفي حماة وحمص`, `حاجزي سملين والطيرة`: one noun over several names, each without it.
  private mutating func shared(_ token: Int, _ next: Int, _ end: Int) -> Int? {
    guard
      var mention = element(next, end, Int(marks[token].noun), fronts: 0...0)
        ?? (marks[token].number == .two ? firstOfTwo(next, end, Int(marks[token].noun)) : nil)
    else { return nil }
    mention.nounFirst = token
    let count = mentions.count
    mentions.append(mention)
    let after = list(
      mention.end, end, noun: Int(marks[token].noun), nounFirst: token,
      limit: marks[token].number == .two ? 1 : 60)
    if mentions.count == count + 1 {  // one name only: مطاري دمشق is no list
      mentions.removeLast()
      return nil
    }
    return after
  }

  /// `حاجزي الرباط والكسارة`: two words with the article behind a dual are names, though no table
  /// knows either.
  private func firstOfTwo(_ token: Int, _ end: Int, _ nounIndex: Int) -> Mention? {
    let noun = vocabulary.nouns[nounIndex]
    guard noun.type == .facility, noun.unknown != .no, text.tokens[token].hasArticle(after: 0),
      isNameWord(token), let (second, fronts) = separator(token + 1, end),
      text.tokens[second].hasArticle(after: fronts.lowerBound),
      secondOfTwo(second, end, nounIndex, fronts: fronts) != nil
    else { return nil }
    return Mention(
      first: token, front: 0, end: token + 1, nameFirst: token, entry: -1, noun: nounIndex,
      nounFirst: token, type: noun.type, isCertain: true, rule: .unknown)
  }

  /// One name after a noun, known or not.
  func element(_ token: Int, _ end: Int, _ nounIndex: Int, fronts: ClosedRange<Int>) -> Mention? {
    if hidden[token] && personEnds[token] < 0 { return nil }
    let noun = vocabulary.nouns[nounIndex]
    // ومخيم البقعة after محافظات begins a phrase of its own.
    if marks[token].noun >= 0, Int(marks[token].front) == fronts.lowerBound,
      vocabulary.nouns[Int(marks[token].noun)].role == .class
    {
      return nil
    }
    if let own = ownRow(token, end, nounIndex, front: fronts.lowerBound) { return own }
    // باي is no أي behind ب.
    if let match = name(at: token, end: end, fronts: fronts),
      match.end > token + 1 || Int(marks[token].front) != match.front || !isCommon(token, noun)
    {
      var mention = Mention(
        first: token, front: match.front, end: match.end, nameFirst: token, entry: match.entry,
        noun: nounIndex, nounFirst: token, type: noun.type, isCertain: true, rule: .classNoun)
      switch noun.role {
      case .class, .apposition:
        // The villages of a mountain: بلدات جبل الزاوية.
        let isNature = marks[token].noun >= 0 && match.end > token + 1 && noun.type == .place
        if isNature || !denotes(match.entry, noun) { (mention.noun, mention.type) = (-1, nil) }
        if noun.type == .admin || noun.unknown == .zone { mention.type = nil }
      case .mention: (mention.noun, mention.type) = (-1, nil)
      default: mention.rule = noun.type == .area ? .rif : .facility
      }
      if mention.noun < 0 {
        mention.isCertain = match.isCertain || noun.role == .mention
        mention.proof = match.proof
        mention.rule = .gazetteer
      }
      return mention
    }
    if noun.role == .mention || noun.role == .apposition { return nil }
    // مدينة بكركوك: a known name behind a proclitic before an unknown one.
    if fronts == 0...0, noun.role == .class,
      name(at: token, end: end, fronts: 1...1)?.isCertain == true
    {
      return nil
    }
    guard let (last, front) = unknown(token, end, noun, fronts: fronts) else { return nil }
    return Mention(
      first: token, front: front, end: last, nameFirst: token, entry: -1, noun: nounIndex,
      nounFirst: token, type: noun.unknown == .zone ? .place : noun.type, isCertain: true,
      rule: .unknown)
  }

  /// `مطاري بغداد والنجف`: a name of which the gazetteer has مطار بغداد.
  private func ownRow(
    _ token: Int, _ end: Int, _ nounIndex: Int, front: Int
  ) -> Mention? {
    let noun = vocabulary.nouns[nounIndex]
    guard noun.role == .part || noun.role == .road || noun.role == .rif,
      text.tokens[token].mayStrip(front)
    else { return nil }
    for last in stride(from: min(token + 3, end), to: token, by: -1)
    where !isHidden(token, last) {
      let hashes = vocabulary.hashes(nounIndex, text, token..<last, front: front)
      guard let entry = places.lexicon.entry(hashes: hashes) else { continue }
      return Mention(
        first: token, front: front, end: last, nameFirst: token, entry: entry, noun: nounIndex,
        nounFirst: token, type: noun.type, hasOwnRow: true, isCertain: true,
        rule: noun.type == .area ? .rif : .facility)
    }
    return nil
  }

  /// Whether a word is too common to be a name after a noun: منطقة التجارة, but محافظة الوسطى.
  private func isCommon(_ token: Int, _ noun: Noun) -> Bool {
    marks[token].functions.contains(.stop)
      || marks[token].functions.contains(.common) && (noun.type != .admin || noun.unknown != .yes)
  }

  /// Whether a name can be what the noun says: مدن سوريا is not a city of that name.
  private func denotes(_ entry: Int, _ noun: Noun) -> Bool {
    places.candidates(of: entry).contains { candidate in
      let type = candidate.type
      return type == noun.type || noun.unknown == .zone && type != .country
        || noun.type == .place && (type == .admin || type == .facility || type == .natural)
        || noun.type == .admin && (type == .place || type == .area)
    }
  }

  /// `ريف حمص الشمالي`.
  private mutating func rif(_ token: Int, _ next: Int, _ end: Int) -> Int? {
    guard let match = name(at: next, end: end, fronts: 0...0) else { return nil }
    var last = match.end
    while last < end, marks[last].functions.contains(.side), marks[last].front == 0,
      last < match.end + 2
    {
      last += 1
    }
    mentions.append(
      Mention(
        first: token, front: Int(marks[token].front), end: last, nameFirst: next,
        entry: match.entry, nounFirst: token, type: .area, isNamedByText: true, isCertain: true,
        rule: .rif))
    return last
  }

  /// `دولة قطر`, `قطاع غزة`, `سلطنة عمان`.
  private mutating func official(
    _ token: Int, _ next: Int, _ end: Int, _ noun: Noun
  ) -> Int? {
    guard marks[token].number == .one,
      let match = name(at: next, end: end, fronts: 0...0),
      noun.type != .country || places.mayBeCountry(match.entry)
    else { return nil }
    mentions.append(
      Mention(
        first: token, front: Int(marks[token].front), end: match.end, nameFirst: next,
        entry: match.entry, nounFirst: token, type: noun.type, isCertain: true, rule: .official))
    return match.end
  }
}
