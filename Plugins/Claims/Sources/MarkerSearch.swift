// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Searches the words after a verb for the place where the content begins.
struct MarkerSearch {
  /// How far the content may stand from its verb, in tokens.
  static let reach = 56

  let sheet: TokenSheet
  let frame: Frame
  let start: Int
  let end: Int
  /// Whether the subject is known to stand elsewhere, so that a noun at `start` is an object.
  let subjectKnown: Bool

  private var isComplete: Bool
  private var isTitled = false
  private var inRelative = false
  private var nameLength = 0
  /// Nouns and adjectives with the article in a row.
  private var articles = 0
  private var commas = 0
  /// The token behind the actor that stands right after the verb.
  private var behindActor = -1
  private var weak: Marker?
  private var fallback: Marker?

  init(_ sheet: TokenSheet, frame: Frame, start: Int, end: Int, subjectKnown: Bool) {
    self.sheet = sheet
    self.frame = frame
    self.start = start
    self.end = min(end, start + Self.reach)
    self.subjectKnown = subjectKnown
    isComplete = subjectKnown
  }

  mutating func find() -> Marker? {
    var index = start
    while index < end {
      if let found = complementiser(index) ?? speech(index) { return found }
      if ends(index) { break }
      if let found = governed(index) { return found }
      if let found = object(index) { return found }
      index = advance(index)
    }
    return weak ?? fallback
  }

  // MARK: Steps

  private func complementiser(_ index: Int) -> Marker? {
    // شرح كيف, أوضح لماذا; ما and من say less.
    if frame.contains(.question), sheet.has(index, .what), sheet.fronts[index] == 0,
      sheet.text.tokens[index].viewCount >= 3
    {
      return Marker(kind: .that, limit: index, content: index)
    }
    guard sheet.has(index, .that), frame.contains(.that) || governs(index - 1),
      !(frame.contains(.accused) && sheet.fronts[index] == 1)
    else { return nil }
    let front = Int(sheet.fronts[index])
    let letter = sheet.frontLetter(index, front)
    if letter == Letter.waw || letter == Letter.lam || letter == Letter.kaf { return nil }
    if index > start && sheet.has(index - 1, .afterClause) { return nil }
    let limit =
      index > start && sheet.has(index - 1, [.ila, .ala, .min, .an, .fi]) ? index - 1 : index
    if sheet.has(index, .bareThat) {
      return Marker(kind: .that, limit: limit, content: index + 1)
    }
    return Marker(kind: .that, limit: limit, content: index, front: front)
  }

  private func speech(_ index: Int) -> Marker? {
    guard frame.contains(.quote) || frame.contains(.relay) else { return nil }
    if sheet.has(index, .colon) {
      let isClock = index > start && sheet.text.tokens[index - 1].isNumber
      return isClock ? nil : Marker(kind: .colon, limit: index, content: index + 1)
    }
    if sheet.isOpeningQuote(index), !sheet.isName(quoteAt: index), isUtterance(index) {
      return Marker(kind: .quote, limit: index, content: index)
    }
    return nil
  }

  /// Whether a quotation is long or stands where a clause ends; a few words inside one are a term.
  private func isUtterance(_ index: Int) -> Bool {
    let close = sheet.partner(index)
    if close - index > 4 || close + 1 >= end || index == start { return true }
    return !sheet.isWord(close + 1)
  }

  /// Whether the search is over: the words belong to another clause.
  private func ends(_ index: Int) -> Bool {
    if sheet.has(index, .stop) {
      return !sheet.text.tokens[max(0, index - 1)].isArabic || index + 1 >= end
        || sheet.text.tokens[index - 1].viewCount > 1
    }
    guard index > start else { return false }
    if sheet.has(index, .colon) { return !frame.contains(.quote) }
    let afterComma = sheet.has(index - 1, [.comma, .quoteMark])
    if sheet.participle(index), sheet.has(index + 1, [.that, .colon, .quoteMark]) { return true }
    if afterComma && sheet.has(index, [.cut, .contrast]) { return true }
    if sheet.has(index, .meanwhile) { return true }
    if let form = sheet.form(at: index, of: .participle) {
      return (afterComma || sheet.lastLetter(index) == Letter.alif)
        && sheet.cueShape(index).front == 0
        && !sheet.hasArticle(index) && form.number != .dual && !sheet.has(index, [.title, .head])
    }
    if sheet.verb(at: index) != nil, !sheet.has(index, .copula) {
      let letter = sheet.frontLetter(index, sheet.cueShape(index).front)
      return afterComma && (letter == Letter.waw || letter == Letter.fa)
    }
    return afterComma && sheet.form(at: index, of: [.preposition, .connector]) != nil
  }

  /// Whether a preposition is one that the verb governs.
  private func governs(_ index: Int) -> Bool {
    guard index >= start else { return false }
    return (frame.contains(.ila) && sheet.has(index, .ila))
      || (frame.contains(.ala) && sheet.has(index, .ala))
      || (frame.contains(.min) && sheet.has(index, .min))
      || (frame.contains(.an) && sheet.has(index, .an))
      || (frame.contains(.fi) && sheet.has(index, .fi))
  }

  private mutating func governed(_ index: Int) -> Marker? {
    if frame.contains(.accused), index > start, accusation(index) {
      // Without a better boundary the accused is the noun before: الحكومة المعلومات بأنها.
      var object = index - 1
      if weak == nil, let named = objectAfterName(before: index) { return named }
      guard weak == nil, object > start, sheet.hasArticle(object) else { return weak }
      // الولايات المتحدة: the feminine adjective goes with the noun before.
      if object - 1 > start, sheet.isFeminine(object), sheet.hasArticle(object - 1),
        sheet.isFeminine(object - 1) || sheet.lastLetter(object - 1) == Letter.ta
      {
        object -= 1
      }
      return Marker(kind: .object, limit: object, content: object)
    }
    guard !frame.isDisjoint(with: .governed), index + 1 < end else { return nil }
    if governs(index) && sheet.fronts[index] == 0 {
      let next = index + 1
      if sheet.has(next, .that) && !sheet.has(index - 1, .afterClause) { return nil }
      if sheet.has(next, [.forum, .time]) { return nil }
      if sheet.has(index, .fi) && sheet.has(next, [.speech]) && !sheet.has(next, .quantifier) {
        return nil
      }
      if frame.contains(.that), propositionFollows(index) { return nil }
      return Marker(kind: .preposition, limit: index, content: next)
    }
    if frame.contains(.ba) {
      if sheet.isLoneLetter(index, Letter.ba) {
        return Marker(kind: .preposition, limit: index, content: index + 1)
      }
      guard sheet.beginsWith(Letter.ba, index), !sheet.has(index, [.speaker, .title]) else {
        return nil
      }
      if sheet.fronts[index] == 0 && !sheet.classes[index].isEmpty { return nil }
      let marker = Marker(kind: .preposition, limit: index, content: index, front: 1)
      if sheet.isEvent(index, front: 1) || sheet.has(index, .quantifier) { return marker }
      if index == start && !subjectKnown && isNameBeforeContent(index) { return nil }
      if index == start || subjectKnown { return marker }
      if fallback == nil && !sheet.has(index, [.head, .time, .name]) { fallback = marker }
    }
    if frame.contains(.lam), sheet.beginsWith(Letter.lam, index) {
      if sheet.isEvent(index, front: 1) || (index == start && sheet.hasArticle(index, after: 1)) {
        return Marker(kind: .preposition, limit: index, content: index, front: 1)
      }
    }
    return nil
  }

  /// What stands between the actor right after the verb and the ba phrase:
  /// وصف الوزير فلان العلاقة بين البلدين بالمهمة.
  private func objectAfterName(before index: Int) -> Marker? {
    guard !subjectKnown, start < end else { return nil }
    var name = start
    if sheet.has(start, .title) {
      while name < min(index, start + 6), sheet.actorEnds[name] <= Int32(name), sheet.isWord(name) {
        name += 1
      }
    }
    guard Int(sheet.actorEnds[name]) > name, !sheet.has(name, .head) else { return nil }
    let object = Int(sheet.actorEnds[name]) + 1
    guard object < index, sheet.isWord(object), !sheet.has(object, .preposition) else { return nil }
    return Marker(kind: .object, limit: object, content: object)
  }

  /// قال برينان إن, كشف بلاتر "…": a name with a ba of its own, as what is said follows at once.
  private func isNameBeforeContent(_ index: Int) -> Bool {
    for next in (index + 1)..<max(index + 1, min(end, index + 5)) {
      if sheet.has(next, .that) || sheet.isOpeningQuote(next) { return true }
      if sheet.has(next, .stop) || !sheet.isWord(next) { return false }
    }
    return false
  }

  /// Whether the ba phrase begins here that says what somebody is accused of.
  private func accusation(_ index: Int) -> Bool {
    if sheet.isLoneLetter(index, Letter.ba) { return true }
    guard sheet.beginsWith(Letter.ba, index), !sheet.has(index, [.name, .head]) else {
      return false
    }
    let isProclitic = sheet.classes[index].isEmpty || sheet.fronts[index] == 1
    return isProclitic
      && (sheet.has(index, .that) || sheet.hasArticle(index, after: 1)
        || sheet.isEvent(index, front: 1))
  }

  /// Whether أن follows the same preposition, so that the one here belongs to the source:
  /// مصادر من الوزارة من أن.
  private func propositionFollows(_ index: Int) -> Bool {
    var next = index + 1
    while next < min(end, index + 12) {
      if sheet.has(next, .that), !sheet.has(next - 1, .afterClause) {
        return sheet.has(index, .fi)
          || !sheet.classes[next - 1].isDisjoint(
            with: sheet.classes[index].intersection([.min, .an, .ala, .ila]))
      }
      if sheet.has(next, .stop) { return false }
      next += 1
    }
    return false
  }

  private mutating func object(_ index: Int) -> Marker? {
    guard frame.contains(.object) || frame.contains(.accused), !inRelative,
      sheet.isWord(index) || sheet.isOpeningQuote(index)
    else { return nil }
    let marker = Marker(kind: .object, limit: index, content: index)
    let atStart = index == start
    if frame.contains(.accused) {
      guard isComplete || atStart else { return nil }
      if subjectKnown && atStart { return marker }
      let isHead = sheet.has(index, [.head, .quantifier, .name]) && sheet.fronts[index] == 0
      if index > start && weak == nil && !sheet.hasArticle(index)
        && (isHead || sheet.isEvent(index) && !isTitled || sheet.hasPronoun(index))
      {
        weak = marker
      }
      return nil
    }
    // تبنت الحركة الهجوم: of a verb that takes only an object, what stands behind its subject.
    if index == behindActor, frame == .object, sheet.hasArticle(index), sheet.isWord(index) {
      return marker
    }
    if sheet.has(index, [.quantifier, .what]) && sheet.fronts[index] == 0 && !sheet.has(index, .min)
    {
      return isComplete || atStart ? marker : nil
    }
    if sheet.has(index, .act) && sheet.fronts[index] == 0 {
      guard isComplete || atStart else { return nil }
      if let weak, weak.kind == .object, isConstruct(from: weak.content, to: index) { return weak }
      return marker
    }
    guard isComplete || atStart else { return nil }
    if sheet.hasPronoun(index) {
      if !atStart { return weak.map { $0.limit > start ? $0 : marker } ?? marker }
      weak = weak ?? marker
      return nil
    }
    if subjectKnown && atStart && sheet.beginsSource(index) { return marker }
    guard weak == nil, sheet.isEvent(index) || (!atStart && sheet.hasReflexivePattern(index)) else {
      // A definite noun after a closed description, or a bare one after a definite phrase.
      let afterDescription = sheet.has(index - 1, .comma) && commas >= 2
      let afterPhrase =
        articles >= 2 && !isTitled && !sheet.hasArticle(index)
        && sheet.text.tokens[index].proclitics == 0
      if weak == nil, index > start, afterDescription || afterPhrase, sheet.beginsSource(index),
        !sheet.has(index, .time)
      {
        weak = marker
      }
      return nil
    }
    if isTitled && nameLength < 2 && !sheet.has(index - 1, .comma) { return nil }
    weak = marker
    return nil
  }

  /// Whether a noun depends on an event noun before it, over bare nouns and counts alone:
  /// تسجيل 37 حالة وفاة.
  private func isConstruct(from event: Int, to index: Int) -> Bool {
    sheet.isEvent(event)
      && (event..<index).allSatisfy {
        sheet.text.tokens[$0].isNumber
          || (sheet.isArabic($0) && !sheet.hasArticle($0) && sheet.fronts[$0] == 0)
      }
  }

  /// Steps over a token, a bracket or a quotation and keeps the state of the noun phrase.
  private mutating func advance(_ index: Int) -> Int {
    if (sheet.isOpeningQuote(index) || sheet.has(index, .openBracket))
      && sheet.partners[index] > Int32(index)
    {
      isComplete = true
      return sheet.partner(index) + 1
    }
    if sheet.has(index, .comma) {
      commas += 1
      inRelative = false
      isTitled = false
      return index + 1
    }
    if sheet.has(index, .relative) || (sheet.has(index, .adjunct) && sheet.has(index, .preposition))
    {
      inRelative = true
    }
    guard sheet.isWord(index) else { return index + 1 }
    if !sheet.hasArticle(index) { articles = 0 }
    let last = max(index, Int(sheet.actorEnds[index]))
    if sheet.actorEnds[index] >= 0, index == start { behindActor = last + 1 }
    if last > index {
      isComplete = true
      return last + 1
    }
    if sheet.hasArticle(index, after: Int(sheet.fronts[index])) || sheet.hasArticle(index)
      || sheet.hasArticle(index, after: 1)
    {
      isComplete = true
      nameLength = 0
      articles += 1
    } else if sheet.has(index, [.preposition, .min, .an, .fi, .ila, .ala, .head, .title]) {
      isComplete = false
    } else {
      isComplete = true
      nameLength += 1
    }
    if sheet.has(index, .title) {
      isTitled = true
      nameLength = 0
    }
    return index + 1
  }
}
