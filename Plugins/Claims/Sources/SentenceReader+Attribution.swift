// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Attributions without a verb of their own: according to X, as X said, as he put it, no truth in.
extension SentenceReader {
  mutating func readPreposition(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    let letter = sheet.frontLetter(index, shape.front)
    guard letter == 0 || letter == Letter.waw || letter == Letter.fa else { return false }
    var first = index + shape.count
    if sheet.has(first, [.an, .ila]), sheet.fronts[first] == 0 { first += 1 }
    guard first < sentence.upperBound, !sheet.has(first, .criterion) else { return false }
    let isHead =
      index <= clauseStart || sheet.has(index - 1, .quoteMark) && index - 1 <= clauseStart
    let isSetOff =
      isHead || sheet.has(index - 1, [.comma, .dash, .openBracket, .quoteMark, .closeBracket])
    if !isSetOff && !sheet.isTrailingAttribution(index) && sharedRegion(index) == nil {
      return false
    }
    let opens = isHead || letter != 0
    let limit = (opens ? conclusion(after: first) : nil) ?? sentence.upperBound
    guard let source = sourceAfterPreposition(first, limit: limit) else { return false }
    let place: Rule
    var content: Content?
    var stance = cue.stance
    if let draft = sharedRegion(index) {
      (content, stance, place) = (draft.content, draft.stance, .prepositionShared)
    } else if isHead {
      place = .prepositionFront
      var start = source.last + 1
      while start < sentence.upperBound, sheet.has(start, [.comma, .quoteMark]),
        !sheet.isOpeningQuote(start)
      { start += 1 }
      if limit < sentence.upperBound { start = limit }
      let bare = sheet.has(start, .bareThat)
      let marker = Marker(
        kind: .that, limit: start, content: bare ? start + 1 : start,
        front: sheet.has(start, .that) && !bare ? Int(sheet.fronts[start]) : 0)
      content = sheet.content(
        from: marker, cue: index, form: Form(cue: form.cue), sentence: sentence)
    } else if let draft = claim(endingBefore: index) {
      (content, stance, place) = (draft.content, draft.stance, .prepositionEnd)
    } else if isInserted(index, after: source.last) {
      place = .prepositionMiddle
      let marker = Marker(kind: .that, limit: index, content: source.last + 2)
      content = sheet.content(
        from: marker, cue: index, form: Form(cue: form.cue), sentence: sentence)
    } else {
      place = .prepositionEnd
      content = sheet.content(before: index, from: clauseStart)
    }
    guard let content else { return false }
    if place == .prepositionFront { pending.append(drafts.count) }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: index + shape.count - 1), form: form,
        source: source, content: content, stance: stance, rule: place,
        row: cue.line))
    consumed = place == .prepositionFront ? source.first + 1 : source.last + 1
    return true
  }

  /// حسبما أفادت X, وفق ما ذكر X: connector and verb are one cue.
  mutating func readConnector(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    var verbIndex = index + shape.count
    while sheet.has(verbIndex, .auxiliary) { verbIndex += 1 }
    guard verbIndex < sentence.upperBound, shape.front == 0 || index == clauseStart,
      let verb = sheet.verb(at: verbIndex), sheet.cueShape(verbIndex).front == 0,
      !sheet.hasDamma(verbIndex, front: 0)
    else { return false }
    let isHead = index == clauseStart
    guard
      isHead || sheet.has(index - 1, [.comma, .quoteMark, .closeBracket, .dash]) || shape.count > 1
        || sheet.text.tokens[index].viewCount > 3
    else { return false }
    var first = verbIndex + 1
    while first < sentence.upperBound, sheet.has(first, [.pronounPhrase, .fi, .ala, .an, .forum]) {
      first += 1
    }
    // وفق ما أفادت «كونا»: the quotation marks are around the name.
    let quoted =
      sheet.isOpeningQuote(first) && sheet.partner(first) - first <= 5
      ? sheet.trimmed(first + 1, 0, sheet.partner(first)) : nil
    guard
      let source = quoted
        ?? sheet.sourcePhrase(from: first, to: sentence.upperBound, appositions: false)
    else { return false }
    let next = source.last + (quoted == nil ? 1 : 2)
    let verbCue = sheet.table.cues[verb.cue]
    let isWeak = sheet.text.tokens[index].viewCount == 3 && shape.count == 1
    if isWeak {
      // كما أشار X إلى … is a further claim, كما ذكر X. an attribution.
      var search = MarkerSearch(
        sheet, frame: verbCue.frame, start: first, end: sentence.upperBound, subjectKnown: false)
      if search.find() != nil || isHead { return false }
    }
    var content: Content?
    var stance = cue.stance
    if isHead {
      guard sheet.has(next, .comma) || sheet.has(next, .that) else { return false }
      let marker = Marker(
        kind: .that, limit: next, content: sheet.has(next + 1, .bareThat) ? next + 2 : next + 1)
      content = sheet.content(from: marker, cue: index, form: verb, sentence: sentence)
    } else if let draft = claim(endingBefore: index) {
      (content, stance) = (draft.content, draft.stance)
    } else {
      content = sheet.content(before: index, from: clauseStart)
    }
    guard let content else { return false }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: verbIndex), form: verb, source: source,
        content: content, stance: stance, rule: .connector, row: cue.line))
    consumed = source.first
    return true
  }

  /// على حد قوله: the source is a pronoun.
  mutating func readPhrase(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    guard shape.front == 0 else { return false }
    let last = index + shape.count - 1
    let ending = sheet.lastLetter(last)
    var form = form
    form.gender = ending == Letter.alif ? .feminine : .masculine
    let draft = claim(endingBefore: index)
    guard let content = draft?.content ?? sheet.content(before: index, from: clauseStart) else {
      return false
    }
    drafts.append(
      Draft(
        cue: Phrase(first: index, last: last), form: form, source: nil, content: content,
        stance: draft?.stance ?? cue.stance, rule: .phrase, row: cue.line))
    consumed = last + 1
    return true
  }

  /// لا صحة لأنباء …: the claim around it shares content and stance.
  mutating func readDenial(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    var first = index + shape.count
    var front = 0
    if sheet.isLoneLetter(first, Letter.lam) {
      first += 1
    } else if first < sentence.upperBound,
      sheet.beginsWith(Letter.lam, first) || sheet.has(first, .negator)
    {
      front = 1  // لما folds like the particle لما
    } else {
      return false
    }
    let marker = Marker(kind: .object, limit: first, content: first, front: front)
    guard
      let content = sheet.content(from: marker, cue: index, form: form, sentence: sentence)
    else { return false }
    var source: Phrase?
    if let outer = drafts.suffix(Self.recent).lastIndex(where: {
      $0.content.phrase.first <= index && $0.content.phrase.first >= index - 2
    }) {
      source = drafts[outer].source
      drafts[outer].content = content
      drafts[outer].stance = .deny
    }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: index + shape.count - 1), form: form,
        source: source, content: content, stance: .deny, rule: .denial, row: cue.line))
    return true
  }

  // MARK: Parts

  /// The claim between whose cue and content an attribution stands: ذكرت X نقلا عن Y أن.
  private func sharedRegion(_ index: Int) -> Draft? {
    guard let draft = drafts.last, draft.cue.last < index, draft.content.phrase.first > index else {
      return nil
    }
    return draft
  }

  /// فإن after the source of an attribution at the head of a sentence.
  private func conclusion(after index: Int) -> Int? {
    var next = index
    while next < min(sentence.upperBound, index + 40) {
      if sheet.has(next, .that), sheet.frontLetter(next, Int(sheet.fronts[next])) == Letter.fa {
        return next
      }
      if sheet.verb(at: next) != nil, sheet.has(next - 1, .comma) { return nil }
      next = sheet.isOpeningQuote(next) ? sheet.partner(next) + 1 : next + 1
    }
    return nil
  }

  /// The source after بحسب or وفقا ل; an attached ل stays out.
  private func sourceAfterPreposition(_ first: Int, limit: Int) -> Phrase? {
    var first = first
    if sheet.isLoneLetter(first, Letter.lam) { first += 1 }
    guard first < limit else { return nil }
    var front = 0
    let isKnown = sheet.fronts[first] == 0 && !sheet.classes[first].isEmpty
    if sheet.beginsWith(Letter.lam, first) && !isKnown
      && sheet.has(first - 1, []) == false && followsDative(first)
    {
      front = 1
    }
    let hasConclusion = limit < sentence.upperBound
    if front == 1 {
      guard first + 1 < limit,
        let rest = sheet.sourcePhrase(from: first, to: limit, appositions: hasConclusion)
          ?? relaxed(first, limit)
      else { return Phrase(first: first, front: 1, last: first) }
      return Phrase(first: first, front: 1, last: rest.last)
    }
    return sheet.sourcePhrase(
      from: first, to: limit,
      appositions: hasConclusion || sheet.has(first + 1, .comma) && sheet.has(first + 2, .relative))
  }

  /// A phrase whose first word has the dative لـ and so does not look like a source.
  private func relaxed(_ first: Int, _ limit: Int) -> Phrase? {
    if sheet.isOpeningQuote(first + 1), sheet.partner(first + 1) < limit,
      sheet.isName(quoteAt: first + 1)
    {
      return Phrase(first: first, last: sheet.partner(first + 1))
    }
    if sheet.has(first + 1, [.comma, .stop]) || !sheet.isWord(first + 1) { return nil }
    return sheet.sourcePhrase(from: first + 1, to: limit, appositions: false)
      ?? Phrase(first: first, last: first)
  }

  /// Whether the cue before takes ل: وفقا, طبقا, تبعا end in the alif of the accusative.
  private func followsDative(_ first: Int) -> Bool {
    sheet.isArabic(first - 1) && sheet.lastLetter(first - 1) == Letter.alif
  }

  /// `X، بحسب المصدر، …`: too little stands before to be the content.
  private func isInserted(_ index: Int, after last: Int) -> Bool {
    guard sheet.has(index - 1, .comma), sheet.has(last + 1, .comma) else { return false }
    let before = index - 1 - clauseStart
    return before <= 4 && sentence.upperBound - last > before + 3
  }
}
