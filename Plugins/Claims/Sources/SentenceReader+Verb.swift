// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Finite verbs of saying, with their source after them, before them or hidden.
extension SentenceReader {
  mutating func readVerb(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    let letter = sheet.frontLetter(index, shape.front)
    guard accepts(index, form, cue, letter, shape) else { return false }
    var stance = cue.stance
    if sheet.has(index - 1, .negator), index > sentence.lowerBound {
      guard let negated = cue.negated else { return false }
      stance = negated
    } else if form.isJussive {
      return false
    }
    var after = index + 1
    while after < sentence.upperBound, sheet.has(after, [.pronounPhrase, .standing]),
      !sheet.has(after, .that)
    { after += 1 }
    after = behindAddressee(after)
    if cue.frame.contains(.relay) { return readRelay(index, form, cue, after: after) }
    var cueLast = index
    if after < sentence.upperBound, sheet.participle(after),
      let inner = sheet.form(at: after, of: .participle),
      sheet.has(after + 1, [.colon, .quoteMark, .that])
    {
      // أضاف متسائلا is one cue.
      stance = sheet.table.cues[inner.cue].stance
      cueLast = after
      after += 1
    }
    if cue.frame.contains(.inSource) {
      guard sheet.has(after, .fi) else { return false }
      after += 1
    }
    var left = leftSubject(of: index, form: form, letter: letter)
    // مؤتمرا أعلن خلاله, تغريدة قال فيها: the noun is where it was said.
    if sheet.has(index + 1, .placePronoun), letter == 0 { left = nil }
    let isRelative = left != nil && sheet.has(index - 1, .relative)
    let antecedent = isRelative ? left : nil
    if isRelative && !cue.frame.contains(.accused) && sheet.beginsSource(after) { left = nil }
    if left != nil && sheet.isOwnVoice(index - 1) { return false }
    // طالبا is a student as well; a dual has its subject before it.
    if form.number == .dual && left == nil && letter == 0 { return false }
    var isHidden =
      left != nil || form.number != .singular || !sheet.beginsSource(after)
      || disagrees(after, form, cue)
    var frame = cue.frame
    if shape.back > 0 {
      frame.remove(.object)
      if frame.contains(.accused) { frame = [.ba, .that] }
    }
    var search = MarkerSearch(
      sheet, frame: frame, start: after, end: sentence.upperBound,
      subjectKnown: isHidden && (left != nil || disagrees(after, form, cue)))
    var found = search.find()
    if found == nil, !isHidden, !cue.frame.isDisjoint(with: [.accused, .addressee]) {
      // The noun after the verb may be the object: ووصف الوضع بأنه.
      var again = MarkerSearch(
        sheet, frame: frame, start: after, end: sentence.upperBound, subjectKnown: true)
      found = again.find()
      isHidden = found != nil
    }
    guard let marker = found else {
      if shape.back > 0, readResumption(index, form, cue, after: after, stance: stance) {
        return true
      }
      if !isHidden,
        let source = sheet.sourcePhrase(from: after, to: sentence.upperBound, appositions: false),
        canSpeak(source)
      {
        speakers.append((source, form))
      }
      return false
    }
    var limit = cue.frame.contains(.addressee) ? addressee(after, marker.limit) : marker.limit
    if cue.frame.contains(.askedOf) { limit = min(limit, askedOf(after, limit)) }
    let spoken = isHidden ? nil : sheet.sourcePhrase(from: after, to: limit)
    let source = isHidden ? left : spoken ?? antecedent
    if source == nil && shape.back > 0 && !cue.frame.contains(.accused) { return false }
    if source == nil && isImpersonal(index, form, cue, letter) { return false }
    guard
      let said = sheet.content(from: marker, cue: index, form: form, sentence: sentence)
    else { return false }
    // و or فـ before the verb opens a clause of its own.
    let content = letter == 0 ? longerPiece(before: index, than: said) : said
    if cue.needsDeed && sheet.has(content.phrase.first, .criterion) { return false }
    if cue.needsEvent && marker.kind == .preposition && !sheet.isEvent(marker.content) {
      return false
    }
    if cue.isEvaluative && !isQuoted(content, marker) { return false }
    let place: Rule = source == nil ? .verbHidden : left == nil ? .verbAfter : .verbBefore
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: cueLast), form: form, source: source,
        content: content, stance: stance, rule: place, row: cue.line))
    consumed = cueLast + 1
    regionEnd = marker.limit
    return true
  }

  /// Where the subject begins behind somebody spoken to: قال لـ"الصحيفة" رئيس الشركة إن,
  /// قال لوكالة الأنباء مسؤول.
  private func behindAddressee(_ index: Int) -> Int {
    guard index < sentence.upperBound, sheet.isAddressee(index) else { return index }
    if sheet.isLoneLetter(index, Letter.lam), sheet.isOpeningQuote(index + 1) {
      let next = sheet.partner(index + 1) + 1
      return next < sentence.upperBound && sheet.beginsSource(next) ? next : index
    }
    let next = Int(sheet.actorEnds[index]) + 1
    let isSubject =
      next > index && next < sentence.upperBound
      && (sheet.actorEnds[next] >= 0 || sheet.has(next, [.title, .head, .speaker]))
    return isSubject ? next : index
  }

  /// Where somebody spoken to begins: حثت السفارة جميع الرعايا; `limit` when nobody is seen.
  private func addressee(_ start: Int, _ limit: Int) -> Int {
    var search = MarkerSearch(
      sheet, frame: .accused, start: start, end: limit, subjectKnown: false)
    guard let found = search.find(), found.limit > start else { return limit }
    return found.limit
  }

  /// `«…»، يقول X، «…»`: of a quotation around its attribution the longer piece is the content.
  private func longerPiece(before index: Int, than content: Content) -> Content {
    let close = sheet.has(index - 1, .comma) ? index - 2 : index - 1
    guard content.quote == .direct, content.phrase.first > index, close > sentence.lowerBound,
      sheet.isClosingQuote(close), sheet.partner(close) >= sentence.lowerBound,
      let before = sheet.trimmed(sheet.partner(close) + 1, 0, close),
      sheet.length(before) > sheet.length(content.phrase)
    else { return content }
    return Content(phrase: before, quote: .direct)
  }

  /// Where من begins whom something is asked of: the last before the content; مسؤول من الوزارة is one
  /// phrase. The limit when there is none.
  private func askedOf(_ start: Int, _ limit: Int) -> Int {
    let last = (start..<max(start, limit)).last { sheet.has($0, .min) && sheet.fronts[$0] == 0 }
    guard let last, last > start, !sheet.has(last - 1, .anonymous) else { return limit }
    return last
  }

  /// Whether a phrase names somebody: what stands behind a verb without content may be anything.
  private func canSpeak(_ phrase: Phrase) -> Bool {
    (phrase.first...phrase.last).contains {
      sheet.actorEnds[$0] >= 0 || sheet.has($0, [.head, .title, .speaker])
    }
  }

  /// Whether an evaluation is of the source's own words or of a proposition.
  func isQuoted(_ content: Content, _ marker: Marker) -> Bool {
    content.quote != .indirect || marker.kind == .that
      || sheet.isOpeningQuote(content.phrase.first)
  }

  /// Whether the token can be the finite verb that the form says.
  private func accepts(
    _ index: Int, _ form: Form, _ cue: Cue, _ letter: UInt16,
    _ shape: (count: Int, front: Int, back: Int)
  ) -> Bool {
    guard !cue.frame.isEmpty, form.beforePronoun == (shape.back > 0) || !form.beforePronoun else {
      return false
    }
    if form.isJussive && !sheet.has(index - 1, .negator) { return false }
    if sheet.has(index, [.cut, .opener, .copula, .adjunct]) { return false }
    if index > sentence.lowerBound {
      let isBare = cue.kind == .perfect && form.gender == .masculine && letter == 0
      if letter == Letter.waw && sheet.has(index - 1, [.opener, .contrast]) { return false }
      if form.number == .dual && sheet.has(index + 1, .an) { return false }
      // كل كشف is a noun; بعد ذلك قال is none.
      if isBare, sheet.has(index - 1, [.quantifier, .light]),
        sheet.form(at: index, of: .masdar) != nil
      {
        return false
      }
      if cue.kind == .perfect && sheet.has(index - 1, .negator) { return false }
      if sheet.has(index - 1, [.fi, .ala, .ila, .min, .an]) { return false }
    }
    if sheet.hasArticle(index) || sheet.hasArticle(index, after: 1) { return false }
    if shape.front == 2 {
      let second = sheet.text.unit(1, of: sheet.text.tokens[index])
      guard cue.kind == .imperfect, second == Letter.sin || second == Letter.lam else {
        return false
      }
    }
    if cue.kind == .perfect, isFirstPerson(index, cue, shape.front) { return false }
    if letter != 0 && letter != Letter.waw && letter != Letter.fa {
      guard cue.kind == .imperfect, letter == Letter.sin || letter == Letter.lam else {
        return false
      }
    }
    if cue.kind == .perfect && sheet.hasDamma(index, front: shape.front) { return false }
    if sheet.has(index - 1, [.title, .head]) && form.number == .singular
      && index > sentence.lowerBound
      && cue.kind == .perfect && letter == 0 && !sheet.hasArticle(index - 1)
    {
      return false  // a noun spelt like the verb, in an annexation
    }
    return true
  }

  /// أعتقد, أعتبر: the first person of the imperfect folds like the perfect, which has no hamza.
  private func isFirstPerson(_ index: Int, _ cue: Cue, _ front: Int) -> Bool {
    let token = sheet.text.tokens[index]
    return sheet.text.source[sheet.text.sourceStart(of: token, front: front)]
      == Letter.alifHamzaAbove
      && cue.beginsWithAlif
  }

  /// A passive or impersonal report names nobody: يعتقد أن, يشار إلى أن.
  private func isImpersonal(_ index: Int, _ form: Form, _ cue: Cue, _ letter: UInt16) -> Bool {
    if cue.needsSource { return true }
    guard form.number == .singular else { return false }
    if cue.kind == .imperfect && form.gender == .masculine { return cue.needsSubject }
    return false
  }

  /// Whether the noun after a verb cannot be its subject.
  func disagrees(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    guard index < sentence.upperBound, sheet.isArabic(index), form.number == .singular else {
      return false
    }
    if cue.frame.contains(.addressee) && sheet.has(index, .quantifier) { return true }
    // A family name may end like a feminine noun.
    if form.gender == .masculine && sheet.isFeminine(index) && !sheet.isPerson(index)
      && (sheet.hasArticle(index) || sheet.has(index, .head))
    {
      return true
    }
    let token = sheet.text.tokens[index]
    // The oblique plural of persons: المشاركين.
    return cue.frame.contains(.addressee) && sheet.hasArticle(index) && token.viewCount >= 7
      && sheet.text.unit(token.viewCount - 1, of: token) == Letter.nun
      && sheet.text.unit(token.viewCount - 2, of: token) == Letter.ya
      && sheet.classes[index].isEmpty
  }

  /// `وهو ما أكده X`, `هذا ما نفاه X`: the pronoun goes back to the clause before.
  private mutating func readResumption(
    _ index: Int, _ form: Form, _ cue: Cue, after: Int, stance: Stance
  ) -> Bool {
    guard sheet.has(index - 1, .what), cue.frame.contains(.that) || cue.frame.contains(.object),
      let source = sheet.sourcePhrase(from: after, to: sentence.upperBound, appositions: false)
    else { return false }
    var last = index - 1
    while last > clauseStart, index - last < 8, !sheet.has(last, .comma) { last -= 1 }
    let shared = drafts.suffix(Self.recent).last {
      $0.content.phrase.last < index && $0.stance == .assert
    }
    guard let content = shared?.content ?? sheet.content(before: last, from: clauseStart) else {
      return false
    }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: sheet.cueShape(index).front, last: index), form: form,
        source: source, content: content, stance: stance, rule: .verbResumption,
        row: cue.line))
    return true
  }

  // MARK: Relays

  /// `نقلت X عن Y أن`: two claims on one cue, or on نقلت and قوله.
  private mutating func readRelay(_ index: Int, _ form: Form, _ cue: Cue, after: Int) -> Bool {
    let limit = min(sentence.upperBound, after + 24)
    var from = after
    while from < limit, !sheet.has(from, .an) {
      if sheet.has(from, [.that, .colon, .stop]) { return false }
      from = sheet.isOpeningQuote(from) ? sheet.partner(from) + 1 : from + 1
    }
    guard from < limit else { return false }
    let letter = sheet.frontLetter(index, sheet.cueShape(index).front)
    let left = leftSubject(of: index, form: form, letter: letter)
    let quoted =
      sheet.isOpeningQuote(after) && sheet.partner(after) == from - 1
      ? sheet.trimmed(after + 1, 0, from - 1) : nil
    let relayer = left ?? quoted ?? sheet.sourcePhrase(from: after, to: from)
    var search = MarkerSearch(
      sheet, frame: [.that, .quote], start: from + 1, end: sentence.upperBound, subjectKnown: false)
    guard let marker = search.find(),
      let speaker = sheet.sourcePhrase(from: from + 1, to: marker.limit),
      let content = sheet.content(from: marker, cue: index, form: form, sentence: sentence)
    else { return false }
    let shape = sheet.cueShape(index)
    let cuePhrase = Phrase(first: index, front: shape.front, last: index)
    drafts.append(
      Draft(
        cue: cuePhrase, form: form, source: relayer, content: content, stance: cue.stance,
        rule: .relayer, row: cue.line))
    let own = sheet.form(at: marker.limit - 1, of: .ownMasdar)
    let spoken = own == nil ? cuePhrase : Phrase(first: marker.limit - 1, last: marker.limit - 1)
    drafts.append(
      Draft(
        cue: spoken, form: own ?? Form(cue: form.cue), source: speaker, content: content,
        stance: cue.stance, rule: .relayed, row: cue.line))
    consumed = marker.limit
    return true
  }
}
