// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads the claims of one sentence, cue by cue from its start.
struct SentenceReader {
  /// How many claims back one is looked for whose content is shared.
  static let recent = 8

  let sheet: TokenSheet
  let sentence: Range<Int>
  /// Whether the sentence is the only one of a short paragraph without a final stop.
  let isHeadline: Bool
  var drafts: [Draft] = []
  /// Sources of verbs that only lead to a participle: وختم الطيار حديثه قائلا.
  var speakers: [(source: Phrase, form: Form)] = []
  /// Cues before this token have been read together with an earlier one.
  var consumed: Int
  /// End of the source of the verb read last; verbal nouns before it belong to it.
  var regionEnd = 0
  /// Attributions at the head of the sentence whose content may be that of a later claim.
  var pending: [Int] = []
  /// Where the clause that a trailing attribution covers begins.
  var clauseStart: Int

  init(_ sheet: TokenSheet, sentence: Range<Int>) {
    self.sheet = sheet
    self.sentence = sentence
    consumed = sentence.lowerBound
    clauseStart = sentence.lowerBound
    let tokens = sheet.text.tokens
    let startsParagraph = tokens[sentence.lowerBound].flags.contains(.startsParagraph)
    let endsParagraph =
      sentence.upperBound == tokens.count
      || tokens[sentence.upperBound].flags.contains(.startsParagraph)
    isHeadline =
      startsParagraph && endsParagraph && sentence.count <= 25
      && !sheet.has(sentence.upperBound - 1, .stop)
  }

  mutating func read() -> [Draft] {
    skipDateline()
    readHeadline()
    for index in sentence {
      if sheet.has(index, .meanwhile) && sheet.has(index, .cut) {
        clauseStart = index + (sheet.has(index, .fi) ? 2 : 1)
      }
      if index < consumed || sheet.cueEntries[index] < 0 { continue }
      for form in sheet.table.forms(of: Int(sheet.cueEntries[index]))
      where read(index, sheet.table.forms[form]) { break }
    }
    settle()
    return drafts
  }

  private mutating func read(_ index: Int, _ form: Form) -> Bool {
    let cue = sheet.table.cues[form.cue]
    switch cue.kind {
    case .perfect, .imperfect, .inflected: return readVerb(index, form, cue)
    case .participle: return readParticiple(index, form, cue)
    case .masdar: return readMasdar(index, form, cue)
    case .preposition: return readPreposition(index, form, cue)
    case .connector: return readConnector(index, form, cue)
    case .phrase: return readPhrase(index, form, cue)
    case .denial: return readDenial(index, form, cue)
    }
  }

  /// Leaves "عمّان 5 آذار (بترا) -" out of what the sentence says.
  private mutating func skipDateline() {
    guard sheet.text.tokens[sentence.lowerBound].flags.contains(.startsParagraph) else { return }
    for index in sentence.prefix(12).dropFirst() where sheet.has(index, .dash) {
      let isDateline = index - sentence.lowerBound <= 3 || sheet.has(index - 1, .closeBracket)
      if isDateline && !sheet.text.tokens[index - 1].isNumber { clauseStart = index + 1 }
      return
    }
  }

  /// `Name: …` at the head of a short paragraph.
  private mutating func readHeadline() {
    let start = clauseStart
    guard
      let colon = sentence.prefix(10).first(where: { sheet.has($0, .colon) }), colon > start,
      colon + 2 < sentence.upperBound
    else { return }
    let isSpoken = sheet.isOpeningQuote(colon + 1)
    guard isHeadline || isSpoken, sheet.beginsSource(start) else { return }
    let isFirst = start == 0 || sheet.text.tokens[start].start < 200
    let canSpeak = sheet.actorEnds[start] >= 0 || sheet.has(start, [.speaker, .title, .head])
    guard isFirst || canSpeak, !sheet.hasPronoun(colon - 1), !isDateline(colon) else { return }
    for index in start..<colon {
      // تقرير: قوى الأمن … is a report that says so, where more than a name follows.
      let isReport = sheet.has(index, .record) && sentence.upperBound - colon > 5
      if sheet.verb(at: index) != nil || sheet.participle(index)
        || sheet.has(index, .label) && !isReport
        || sheet.has(index, [.fi, .ala, .ila, .comma, .past, .copula, .time])
        || sheet.text.tokens[index].isNumber
      {
        return
      }
    }
    let form = Form(cue: 0, gender: sheet.isFeminine(start) ? .feminine : .any)
    let marker = Marker(kind: .colon, limit: colon, content: colon + 1)
    guard let content = sheet.content(from: marker, cue: colon, form: form, sentence: sentence)
    else { return }
    drafts.append(
      Draft(
        cue: Phrase(first: colon, last: colon), form: form,
        source: Phrase(first: start, last: colon - 1), content: content, stance: .assert,
        rule: .headlineColon, row: 0))
  }

  /// `جدة: «الشرق الأوسط»`: a place and who reports from there, and nothing that is said.
  private func isDateline(_ colon: Int) -> Bool {
    let open = colon + 1
    guard sheet.isOpeningQuote(open), sheet.partner(open) >= sentence.upperBound - 2 else {
      return false
    }
    return sheet.actorEnds[open + 1] == Int32(sheet.partner(open) - 1)
  }

  /// Gives attributions at the head of the sentence the content of the claim that follows them.
  private mutating func settle() {
    for index in pending {
      let content = drafts[index].content.phrase
      guard
        let inner = drafts[index...].prefix(Self.recent).first(where: {
          $0.cue.first >= content.first && $0.cue.first <= content.first + 1
            && $0.rule.isVerb
        })
      else { continue }
      drafts[index].content = inner.content
      drafts[index].stance = inner.stance
    }
  }

  /// The claim just before a token whose content a further attribution shares.
  func claim(endingBefore index: Int) -> Draft? {
    drafts.suffix(Self.recent).last { draft in
      draft.content.phrase.last < index && draft.content.phrase.last >= index - 3
        && draft.cue.first < index && draft.cue.last < draft.content.phrase.first + 2
    }
  }
}
