// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Participles and verbal nouns of saying.
extension SentenceReader {
  /// مضيفا أن, مؤكدة أنها: the source is that of the clause before.
  mutating func readParticiple(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    guard sheet.participle(index), index > sentence.lowerBound, !sheet.has(index, .copula) else {
      return false
    }
    let shape = sheet.cueShape(index)
    let isSetOff = sheet.has(index - 1, [.comma, .quoteMark, .closeBracket]) || shape.front > 0
    if !isSetOff && (form.gender == .feminine || sheet.has(index, [.title, .head, .speaker]))
      && !sheet.has(index + 1, [.that, .colon])
    {
      return false
    }
    var search = MarkerSearch(
      sheet, frame: cue.frame, start: index + 1, end: sentence.upperBound,
      subjectKnown: !cue.frame.contains(.addressee))
    guard let marker = search.find(), marker.limit - index <= 14,
      let content = sheet.content(from: marker, cue: index, form: form, sentence: sentence)
    else { return false }
    if !isSetOff && marker.kind == .object {
      // مؤكدا ضرورة: the object follows at once.
      guard marker.content == index + 1, sheet.has(index + 1, .act) || sheet.isEvent(index + 1)
      else { return false }
    }
    if cue.isEvaluative && !isQuoted(content, marker) { return false }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: index), form: form, source: nil,
        content: content, stance: cue.stance, rule: .participle, row: cue.line))
    consumed = index + 1
    return true
  }

  /// إعلان X السيطرة على, تأكيد X أن: a verbal noun with its source and content.
  mutating func readMasdar(_ index: Int, _ form: Form, _ cue: Cue) -> Bool {
    let shape = sheet.cueShape(index)
    guard !sheet.hasArticle(index), !sheet.hasArticle(index, after: 1),
      !sheet.has(index, .copula), sheet.frontLetter(index, shape.front) != Letter.sin
    else { return false }
    let after = index + 1
    if index < regionEnd || sheet.has(index - 1, .lack) { return false }
    if form.hasPronoun {
      guard sheet.has(after, [.that, .colon]) || sheet.isOpeningQuote(after), shape.front == 0
      else { return false }
    } else {
      guard sheet.beginsSource(after), !sheet.has(after, .quantifier),
        !sheet.isEvent(after) || sheet.has(after, .head)
      else { return false }
    }
    var frame = cue.frame
    if !form.hasPronoun { frame.remove(.quote) }
    if frame.contains(.accused) { frame = [.ba, .that] }
    var end = after
    let bound = min(sentence.upperBound, after + 11)
    while end < bound, !sheet.has(end, [.comma, .stop, .past, .opener]) { end += 1 }
    if end < bound, sheet.has(end + 1, .that) { end = min(bound, end + 2) }
    var search = MarkerSearch(
      sheet, frame: frame, start: after, end: end, subjectKnown: form.hasPronoun)
    guard let marker = search.find(), form.hasPronoun || marker.limit > after,
      let content = sheet.content(from: marker, cue: index, form: form, sentence: sentence)
    else { return false }
    let source = form.hasPronoun ? nil : sheet.sourcePhrase(from: after, to: marker.limit)
    if let source, !isDefinite(source) { return false }
    if source == nil && !form.hasPronoun { return false }
    drafts.append(
      Draft(
        cue: Phrase(first: index, front: shape.front, last: index), form: form, source: source,
        content: content, stance: cue.stance, rule: .masdar, row: cue.line))
    consumed = index + 1
    return true
  }

  /// Whether a phrase holds a name, an article or a noun that can speak.
  private func isDefinite(_ phrase: Phrase) -> Bool {
    (phrase.first...phrase.last).contains {
      sheet.hasArticle($0) || sheet.actorEnds[$0] >= 0
        || sheet.has($0, [.head, .title, .speaker]) || !sheet.isArabic($0)
    }
  }
}
