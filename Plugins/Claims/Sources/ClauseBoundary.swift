// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Where reported speech ends and the writer's own words or another attribution begin.
extension TokenSheet {
  /// The first token after the attributed clause.
  func clauseEnd(from first: Int, end: Int, form: Form, marker: Marker) -> Int {
    var index = first + 1
    if isOpeningQuote(first) { index = min(end, partner(first)) + 1 }
    let watchesVerbs = marker.kind == .object && table.cues[form.cue].kind == .imperfect
    let watched: WordClass = [.comma, .quoteMark, .meanwhile, .fi, .pronoun, .adjunct]
    while index < end {
      if cueEntries[index] < 0 && !watchesVerbs && classes[index].isDisjoint(with: watched) {
        index += 1
        continue
      }
      if isOpeningQuote(index) {
        index = min(end, partner(index)) + 1
        continue
      }
      if has(index, .comma) {
        let next = index + 1
        if next < end && leaves(next, form: form, marker: marker) { return index }
      } else if joinsVerb(index, form: form, marker: marker) {
        return index
      } else if participle(index) && !has(index - 1, .comma) && opensContent(after: index, end: end)
      {
        return index
      } else if isTrailingAttribution(index) {
        return index
      } else if marker.kind == .object || marker.kind == .preposition, has(index, .fi),
        has(index + 1, .statement)
      {
        return index
      } else if marker.kind == .object || marker.kind == .preposition, has(index, .adjunct),
        fronts[index] == 0, has(index + 1, .forum)
      {
        return index  // عبر موقع تويتر
      } else if has(index, .pronoun), resumesSubject(index) {
        return index
      } else if has(index, .meanwhile), startsClause(index, form: nil) {
        return index
      } else if has(index, .meanwhile), has(index, .cut) {
        return index
      }
      index += 1
    }
    return end
  }

  /// وهو يرى أن: the speaker goes on with a verb of saying.
  private func resumesSubject(_ index: Int) -> Bool {
    guard frontLetter(index, Int(fronts[index])) == Letter.waw, let verb = verb(at: index + 1)
    else { return false }
    return table.cues[verb.cue].kind == .imperfect && has(index + 2, [.that, .colon])
  }

  /// Whether the same subject goes on without a comma: يشكو … ويرون أن.
  private func joinsVerb(_ index: Int, form: Form, marker: Marker) -> Bool {
    if marker.kind == .object, table.cues[form.cue].kind == .imperfect, joinsImperfect(index) {
      return true
    }
    // Behind a relative or negative ما it is one word, not و and a verb: ما ورد في.
    guard let verb = verb(at: index), cueShape(index).front == 1,
      !has(index - 1, [.what, .negator]), frontLetter(index, 1) == Letter.waw,
      !table.cues[verb.cue].frame.isEmpty
    else { return false }
    let kind = table.cues[verb.cue].kind
    guard kind == table.cues[form.cue].kind || !table.cues[form.cue].kind.isFiniteVerb else {
      return false
    }
    if marker.kind == .preposition || marker.kind == .object { return true }
    return kind == .perfect && verb.gender == form.gender && verb.number == form.number
  }

  /// A further predicate of a headline: تعلن السيطرة على درعا وتتقدم.
  private func joinsImperfect(_ index: Int) -> Bool {
    guard isArabic(index), classes[index].isEmpty, cueEntries[index] < 0 else { return false }
    let token = text.tokens[index]
    let prefix = text.unit(1, of: token)
    return text.unit(0, of: token) == Letter.waw && token.viewCount >= 5
      && (prefix == Letter.ya || prefix == Letter.ta) && token.enclitics == 0
      && !hasEventPattern(index, front: 1) && lastLetter(index) != Letter.taMarbuta
  }

  /// Whether what follows a comma is no longer attributed.
  private func leaves(_ index: Int, form: Form, marker: Marker) -> Bool {
    if has(index, .cut) { return true }
    if has(index, .pronoun), frontLetter(index, Int(fronts[index])) == Letter.waw { return true }
    if participle(index) { return true }
    if self.form(at: index, of: .attribution) != nil {
      return isTrailingAttribution(index) || has(index - 1, .comma)
    }
    if has(index, .relative), let verb = verb(at: index + 1), !beginsSource(index + 2) {
      return verb.gender == form.gender
    }
    if table.cues[form.cue].kind == .masdar && marker.kind != .that { return true }
    if marker.kind == .preposition || marker.kind == .object {
      if has(index, .adjunct) && has(index + 1, .speech) { return true }
      if has(index, .fi) && has(index + 1, .speech) { return true }
      if has(index, .contrast) && index + 1 < count { return true }
    }
    return startsClause(index, form: form)
  }

  /// Whether a clause with a verb of saying of its own begins here.
  func startsClause(_ index: Int, form: Form?) -> Bool {
    if let verb = verb(at: index) {
      let letter = frontLetter(index, cueShape(index).front)
      guard letter == Letter.waw || letter == Letter.fa else { return false }
      guard
        table.cues[verb.cue].frame.subtracting(.quote) != []
          || has(index + 1, [.colon, .quoteMark])
      else { return false }
      guard let form else { return true }
      return verb.number == form.number
        && (verb.gender == form.gender || form.gender == .any || beginsSource(index + 1))
    }
    guard has(index, [.contrast, .meanwhile, .standing]) else { return false }
    // فيما نقلت …, لكن نشطاء من جمعية … شككوا
    var next = has(index + 1, .that) ? index + 2 : index + 1
    while next < min(count, index + 9), !has(next, [.comma, .stop, .that, .colon]) {
      if let verb = verb(at: next), table.cues[verb.cue].frame.subtracting(.quote) != [] {
        return true
      }
      if participle(next) { return false }
      next += 1
    }
    return false
  }

  /// Whether an accusative participle of saying stands here.
  func participle(_ index: Int) -> Bool {
    guard let form = form(at: index, of: .participle) else { return false }
    guard !hasArticle(index), !hasArticle(index, after: 1) else { return false }
    let letter = frontLetter(index, cueShape(index).front)
    guard letter == 0 || letter == Letter.waw else { return false }
    if form.gender == .masculine && form.number == .singular {
      return lastLetter(index) == Letter.alif
    }
    if form.gender == .feminine && form.number == .singular {
      return isFeminine(index) || lastLetter(index) == Letter.ha
    }
    return true
  }

  private func opensContent(after index: Int, end: Int) -> Bool {
    let next = index + 1
    guard next < end else { return false }
    return has(next, [.that, .colon, .ila, .quoteMark, .ala]) || has(next + 1, .that)
      || (isClosingQuote(index - 1))
  }

  /// وفق X without a comma: only over a noun that can speak.
  func isTrailingAttribution(_ index: Int) -> Bool {
    guard let form = form(at: index, of: .attribution) else { return false }
    let shape = cueShape(index)
    if shape.front != 0 { return false }
    let next = index + shape.count
    switch table.cues[form.cue].kind {
    case .phrase: return true
    case .connector: return shape.count + index < count && verb(at: next) != nil
    default:
      if has(next, .criterion) { return false }
      let noun = fronts.indices.contains(next) ? next : index
      return has(noun, [.speaker, .media, .title]) || actorEnds[noun] >= 0
    }
  }
}
