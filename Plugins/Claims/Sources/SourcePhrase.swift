// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A stretch of tokens, the first without `front` proclitic units.
struct Phrase: Equatable {
  var first: Int
  var front = 0
  var last: Int
}

/// Finds noun phrases that name who speaks.
extension TokenSheet {
  /// Longest source, in tokens.
  static let longestSource = 45

  /// The noun phrase that begins at `start` and ends before `limit`: titles, complements, names,
  /// appositions between commas; without what tells when, where or to whom was spoken.
  ///
  /// - Parameters:
  ///   - start: First token of the phrase.
  ///   - limit: Token that no longer belongs to it.
  ///   - appositions: Whether commas may set off descriptions.
  /// - Returns: nil when no noun phrase begins there.
  func sourcePhrase(from start: Int, to limit: Int, appositions: Bool = true) -> Phrase? {
    guard start < limit, beginsSource(start) else { return nil }
    let end = min(limit, start + Self.longestSource)
    var last = start
    var index = start
    var inRelative = false
    while index < end {
      if index > start {
        if has(index, .comma) {
          inRelative = false
          guard appositions, let close = appositionEnd(after: index, limit: end) else { break }
          last = close - 1
          index = close
          continue
        }
        if has(index, .relative) { inRelative = true }
        let isInside = inRelative && has(index, [.past, .time, .negator, .fi, .ala, .adjunct])
        if !isInside && endsSource(index, limit: limit) { break }
      }
      if isOpeningQuote(index) || (has(index, .openBracket) && partners[index] > Int32(index)) {
        let close = partner(index)
        guard close < end, close - index <= 12 else { break }
        last = close
        index = close + 1
        continue
      }
      if has(index, [.quoteMark, .colon, .stop, .openBracket, .dash]) {
        // أميناتا ك. is a name with an initial.
        guard has(index, .stop), text.tokens[index].flags.contains(.glued),
          text.tokens[index - 1].viewCount == 1, index + 1 < end
        else { break }
      }
      last = max(index, min(Int(actorEnds[index]), end - 1))
      index = last + 1
    }
    while last > start && has(last, [.relative, .preposition, .min, .an, .fi, .ila, .ala]) {
      last -= 1
    }
    if isOpeningQuote(start), partner(start) == last, last - start >= 2 {
      return Phrase(first: start + 1, last: last - 1)
    }
    return Phrase(first: start, last: last)
  }

  /// Whether a source may begin with this token.
  func beginsSource(_ index: Int) -> Bool {
    guard index < count else { return false }
    if isOpeningQuote(index) {
      return verb(at: index - 1) == nil ? partner(index) - index <= 6 : isName(quoteAt: index)
    }
    guard isWord(index) else { return false }
    if actorEnds[index] >= 0 { return true }
    if text.tokens[index].isNumber { return true }
    guard isArabic(index) else { return true }
    let known: WordClass = [
      .that, .relative, .what, .negator, .auxiliary, .past, .ila, .ala, .min, .an, .fi,
      .preposition, .adjunct, .time, .pronounPhrase, .opener, .contrast,
    ]
    if has(index, known) && !has(index, [.speaker, .title, .head]) { return false }
    if fronts[index] == 0 && has(index, [.speaker, .title, .head]) { return true }
    if isAddressee(index) || beginsWithPreposition(index) { return false }
    if form(at: index, of: .participle) != nil
      && cueShape(index).front == 0 && lastLetter(index) == Letter.alif
    {
      return false
    }
    return text.tokens[index].viewCount > 1
  }

  /// بالـ, للـ, كالـ and ب or ل alone.
  func beginsWithPreposition(_ index: Int) -> Bool {
    guard isArabic(index) else { return false }
    let token = text.tokens[index]
    let letter = text.unit(0, of: token)
    guard letter == Letter.ba || letter == Letter.lam || letter == Letter.kaf else { return false }
    return token.viewCount == 1 || token.hasArticle(after: 1)
  }

  /// To whom was spoken: لوكالة سبأ, لفرانس برس, للصحفيين, لـ"…".
  func isAddressee(_ index: Int) -> Bool {
    guard isArabic(index) else { return false }
    if isLoneLetter(index, Letter.lam) { return true }
    guard beginsWith(Letter.lam, index) else { return false }
    return fronts[index] == 1 && has(index, .media)
  }

  private func endsSource(_ index: Int, limit: Int) -> Bool {
    if has(index, [.time, .negator, .past]) { return !has(index, [.head, .title]) }
    if has(index, .adjunct) { return !has(index, .preposition) || !has(index - 1, .relative) }
    if has(index, [.fi, .ala]) && fronts[index] == 0 {
      let next = index + 1
      if next >= limit { return true }
      if has(next, [.time]) { return true }
      if has(index, .fi) { return has(next, .speech) || (has(next, .adverbial)) }
      return has(next, .forum) || has(next, .speech)
    }
    if has(index, .min) && has(index + 1, .adverbial) { return true }
    // رد فلان بالقول: «…».
    if beginsWithPreposition(index) && has(index + 1, .colon) { return true }
    if isAddressee(index) {
      return !has(index - 1, .kin) || isLoneLetter(index, Letter.lam)
    }
    if has(index, .that) && frontLetter(index, Int(fronts[index])) != Letter.waw { return true }
    if participle(index) && has(index + 1, [.that, .colon, .quoteMark]) { return true }
    if let participle = form(at: index, of: .participle) {
      let isPlain = cueShape(index).front == 0 && !hasArticle(index)
      return isPlain && participle.gender == .masculine && lastLetter(index) == Letter.alif
    }
    if let masdar = form(at: index, of: .ownMasdar),
      table.cues[masdar.cue].frame.contains(.quote)
    {
      return true
    }
    if form(at: index, of: [.preposition, .connector]) != nil {
      return cueShape(index).front == 0 && !has(index, .head)
    }
    return has(index, .meanwhile)
  }

  /// The comma or limit that ends a description opened by a comma; nil when what follows is none.
  private func appositionEnd(after comma: Int, limit: Int) -> Int? {
    let first = comma + 1
    guard first < limit else { return nil }
    let letter = frontLetter(first, 1)
    let isDescription: Bool
    if has(first, .relative) || (has(first, .min) && fronts[first] == 0) {
      isDescription = true
    } else if letter == Letter.waw && has(first, .copula) {
      isDescription = true
    } else if has(
      first,
      [
        .time, .adjunct, .preposition, .fi, .ala, .an, .ila, .cut, .opener, .contrast, .that,
        .auxiliary, .negator,
      ]) || isAddressee(first) || beginsWithPreposition(first) || cueEntries[first] >= 0
      || (letter == Letter.waw && text.tokens[first].mayStrip(1) && !has(first, [.title, .head]))
    {
      isDescription = false
    } else {
      isDescription = isWord(first) || isOpeningQuote(first)
    }
    guard isDescription else { return nil }
    var index = first
    while index < limit && index - first < 20 {
      if has(index, .comma) { return index }
      if has(index, [.stop, .colon]) { return nil }
      if (isOpeningQuote(index) || has(index, .openBracket)) && partners[index] > Int32(index) {
        index = partner(index)
      }
      index += 1
    }
    return index >= limit ? limit : nil
  }

  /// Whether a quotation is a name rather than words that were said: شبكة "درعا 24".
  func isName(quoteAt index: Int) -> Bool {
    let close = partner(index)
    let length = close - index - 1
    if length > 6 { return false }
    if has(index - 1, .name) || isLoneLetter(index - 1, Letter.lam) || has(index - 1, .media) {
      return true
    }
    // Right after the verb a quotation is what was said, unless أن or إلى أن is still to come.
    if verb(at: index - 1) != nil {
      return length <= 4
        && (has(close + 1, .that) || has(close + 1, [.ila, .ala]) && has(close + 2, .that))
    }
    if length <= 3 && close + 1 < count && has(close + 1, [.that, .comma, .an, .ala, .ila]) {
      return !has(index - 1, .that)
    }
    return false
  }
}
