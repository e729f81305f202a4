// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Subjects that stand before their verb: headlines, clauses after أن and كان, relative clauses.
extension SentenceReader {
  private static let longest = 24

  /// The subject before a verb, or nil when the verb opens its clause.
  func leftSubject(of index: Int, form: Form, letter: UInt16) -> Phrase? {
    var last = index - 1
    while last >= sentence.lowerBound, sheet.has(last, .auxiliary) || sheet.has(last, .negator) {
      last -= 1
    }
    guard last >= sentence.lowerBound else { return nil }
    if letter == Letter.waw { return nil }
    if letter == Letter.fa { return topic(before: last) }
    if sheet.has(last, .relative) { return antecedent(endingAt: last - 1, form: form) }
    // الناطق باسم الحركة، فلان، نفى: a description between commas belongs to the subject.
    let end = last
    if sheet.has(last, .comma) {
      guard let open = apposition(before: last) else { return nil }
      last = open - 1
    }
    guard isNominal(last) else { return nil }
    var first = sheet.isClosingQuote(last) ? sheet.partner(last) : last
    var isClean = false
    while first > sentence.lowerBound, last - first < Self.longest {
      let before = first - 1
      if sheet.isClosingQuote(before)
        || (sheet.has(before, .closeBracket) && sheet.partners[before] >= 0)
      {
        first = max(sentence.lowerBound, sheet.partner(before))
        continue
      }
      if sheet.has(before, .that) {
        guard sheet.has(before, .bareThat) else { return nil }
        isClean = true
        break
      }
      if sheet.has(
        before, [.contrast, .opener, .past, .auxiliary, .standing, .asFor, .dash, .colon])
      {
        isClean = true
        break
      }
      if sheet.has(before, [.comma, .stop, .quoteMark, .openBracket, .time, .relative]) { break }
      if isPlainVerb(before) { break }
      first = before
    }
    if first == sentence.lowerBound && !sheet.isArabic(first) && !isHeadline { return nil }
    if first == sentence.lowerBound { isClean = startsWithSubject(first, last, form) }
    if !isClean {
      // Without a relative pronoun only an indefinite noun has a clause of its own.
      return isIndefinite(last, form) ? antecedent(endingAt: last, form: form) : nil
    }
    return subject(first, last == end ? last : end - 1, form)
  }

  /// The comma that opens a description that another closes; nil where none does.
  private func apposition(before close: Int) -> Int? {
    var index = close - 1
    while index > sentence.lowerBound, close - index <= 10 {
      if sheet.has(index, .comma) {
        guard close - index >= 2, sheet.isWord(index + 1),
          !sheet.has(index + 1, [.time, .fi, .ala, .opener, .contrast, .cut, .adjunct, .relative]),
          sheet.isWord(index - 1), sheet.fronts[index + 1] == 0
        else { return nil }
        return index
      }
      guard sheet.isWord(index) || sheet.has(index, [.openBracket, .closeBracket]),
        sheet.verb(at: index) == nil, !sheet.participle(index), !sheet.has(index, .past)
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a noun shows that it is indefinite; before an imperfect any noun without article may be.
  private func isIndefinite(_ index: Int, _ form: Form) -> Bool {
    guard sheet.isArabic(index), !sheet.hasArticle(index), !sheet.hasPronoun(index) else {
      return false
    }
    if sheet.table.cues[form.cue].kind == .imperfect { return true }
    let last = sheet.lastLetter(index)
    let token = sheet.text.tokens[index]
    let beforeLast = sheet.text.unit(token.viewCount - 2, of: token)
    if form.number == .dual && last == Letter.nun { return true }
    return last == Letter.taMarbuta || last == Letter.alif
      || (last == Letter.ta && beforeLast == Letter.alif)
  }

  /// Whether a token is a verb of saying that no noun is spelt like.
  private func isPlainVerb(_ index: Int) -> Bool {
    guard let form = sheet.verb(at: index) else { return false }
    let shape = sheet.cueShape(index)
    return shape.back == 0
      && (shape.front > 0 || sheet.text.tokens[index].viewCount > 3 || form.gender == .feminine)
  }

  /// Whether a region at the head of a sentence is a subject rather than a clause of its own.
  private func startsWithSubject(_ first: Int, _ last: Int, _ form: Form) -> Bool {
    if isHeadline { return true }
    if first == last, !sheet.hasArticle(first), sheet.lastLetter(first) == Letter.alif {
      return false  // عربيا, ميدانيا
    }
    if last - first <= 1 { return true }
    return sheet.hasArticle(first) || sheet.actorEnds[first] >= 0
      || sheet.has(first, [.title, .head, .speaker]) && sheet.fronts[first] == 0
  }

  /// A region from which leading connectives and clauses joined by و are cut.
  private func subject(_ start: Int, _ last: Int, _ form: Form) -> Phrase? {
    var first = start
    var front = 0
    if form.number == .singular && isHeadline {
      // مقتل 14 في تفجيرين وحركة الشباب تتبنى: the last noun joined by و.
      for index in stride(from: last, to: first, by: -1)
      where sheet.fronts[index] == 1 && sheet.has(index, [.head, .title, .speaker])
        && sheet.frontLetter(index, 1) == Letter.waw
      {
        (first, front) = (index, 1)
        break
      }
    }
    if front == 0 { front = first == start ? sheet.conjunction(first) : 0 }
    while first < last, sheet.has(first, .adverbial) { first += 1 }
    let joined =
      front == 1 && (sheet.classes[first].isEmpty || sheet.has(first, [.head, .title, .speaker]))
    guard joined || sheet.beginsSource(first) else { return nil }
    if sheet.has(first, .act) && !sheet.has(first, [.speaker, .head, .title]) { return nil }
    if form.gender == .masculine && form.number == .singular && sheet.isFeminine(first)
      && sheet.hasArticle(first)
    {
      return nil
    }
    guard let phrase = sheet.trimmed(first, front, last + 1) else { return nil }
    return phrase
  }

  /// أما X فـ…: the phrase between the particle and the verb.
  private func topic(before last: Int) -> Phrase? {
    var index = last
    while index >= sentence.lowerBound, last - index < Self.longest {
      if sheet.has(index, .asFor) { return sheet.trimmed(index + 1, 0, last + 1) }
      index -= 1
    }
    return nil
  }

  /// The noun phrase right before a relative clause.
  private func antecedent(endingAt end: Int, form: Form) -> Phrase? {
    var last = end
    while last > sentence.lowerBound, sheet.has(last, [.comma, .quoteMark]),
      !sheet.isClosingQuote(last)
    { last -= 1 }
    guard last >= sentence.lowerBound, isNominal(last) else { return nil }
    var first = last
    let isIndefinite = !sheet.hasArticle(last)
    while first > sentence.lowerBound, last - first < 8 {
      let before = first - 1
      guard sheet.isWord(before), isNominal(before), !sheet.beginsWithPreposition(before),
        sheet.cueEntries[before] < 0 || sheet.has(before, [.title, .head, .speaker])
      else { break }
      // A definite noun ends the phrase before an indefinite one.
      if isIndefinite && sheet.hasArticle(before) && !sheet.hasArticle(first) { break }
      first = before
    }
    guard sheet.beginsSource(first) else { return nil }
    return Phrase(first: first, last: last)
  }

  /// Whether a token can be part of a noun phrase.
  private func isNominal(_ index: Int) -> Bool {
    if sheet.isClosingQuote(index) || sheet.has(index, .closeBracket) { return true }
    guard sheet.isWord(index) else { return false }
    let others: WordClass = [
      .that, .negator, .time, .preposition, .min, .an, .fi, .ila, .ala, .adjunct, .opener,
      .contrast, .standing, .meanwhile, .what, .relative, .adverbial, .cut, .copula, .past,
      .auxiliary, .pronounPhrase,
    ]
    return !sheet.has(index, others) || sheet.has(index, [.head, .title, .speaker])
  }
}
