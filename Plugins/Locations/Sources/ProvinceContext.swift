// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Town or province? درعا alone is the town unless the words around speak of the province.
extension Reading {
  /// The type that grammar and context ask for, or nil.
  func wantedType(of index: Int) -> PlaceType? {
    let mention = mentions[index]
    if mention.noun >= 0 {
      let noun = vocabulary.nouns[mention.noun]
      if noun.unknown == .zone || noun.type == .admin { return .admin }
      if noun.type == .place || noun.role == .apposition { return .place }
      return mention.type
    }
    if mention.type != nil { return mention.type }
    if isDateline(mention) { return .place }
    if provinceNouns[mention.entry] != nil { return .admin }
    if mention.front == 0, mention.first > 0,
      marks[mention.first - 1].functions.contains(.governor),
      !hasHamzaBelow(mention.first - 1)
    {
      return .admin
    }
    if speaksOfProvince(index) || isInHeading(index) && speaksOfProvince(index + 1) {
      return .admin
    }
    return mention.type
  }

  /// Whether the author wrote إ: وإلى (and to) is no والي (governor).
  private func hasHamzaBelow(_ token: Int) -> Bool {
    let range = text.tokens[token].range
    return text.source[range.start..<range.end].contains(Letter.alifHamzaBelow)
  }

  /// Whether a mention ends a short paragraph and the next one begins with the same name: a heading
  /// speaks of what the text below it speaks of.
  private func isInHeading(_ index: Int) -> Bool {
    guard index + 1 < mentions.count, mentions[index + 1].entry == mentions[index].entry else {
      return false
    }
    let (name, next) = (mentions[index], mentions[index + 1])
    guard name.end < marks.count, text.tokens[name.end].flags.contains(.startsParagraph),
      next.first - name.end <= 3,
      let sentence = text.sentence(ofToken: name.first)
    else { return false }
    return text.sentences[sentence].tokens.count <= 12
  }

  /// Notes which names the document introduces as a province's and never as a town's: one sense of
  /// a name holds for a document (Gale, Church and Yarowsky 1992).
  mutating func noteProvinces() {
    var towns: Set<Int> = []
    for mention in mentions where mention.noun >= 0 && mention.entry >= 0 {
      let noun = vocabulary.nouns[mention.noun]
      if noun.role == .class, noun.type == .admin || isProvince(mention.entry, noun) {
        provinceNouns[mention.entry] = mention.noun
      } else if noun.unknown != .zone {
        towns.insert(mention.entry)
      }
    }
    for entry in towns { provinceNouns[entry] = nil }
  }

  /// Whether the noun is the one that a province bears: منطقة حائل.
  private func isProvince(_ entry: Int, _ noun: Noun) -> Bool {
    noun.unknown == .zone
      && places.candidates(of: entry).contains {
        $0.kind == .admin1
          && places.gazetteer.name(of: Int($0.place)).hasPrefix(noun.singular + " ")
      }
  }

  /// `الديوانية/ وكالات` at the beginning of a paragraph.
  private func isDateline(_ mention: Mention) -> Bool {
    guard text.tokens[mention.first].flags.contains(.startsParagraph),
      mention.end < text.tokens.count
    else { return false }
    let next = text.tokens[mention.end]
    let unit = text.source[Int(next.start)]
    return Letter.dashes.contains(unit) || unit == 0x2F || unit == 0x28
  }

  /// `بعض القرى في دير الزور`, `شمالي درعا` after a town, `دير الزور، شرقي سوريا`.
  private func speaksOfProvince(_ index: Int) -> Bool {
    let mention = mentions[index]
    let before = mention.first - 1
    if before >= 1, mention.front == 0, marks[before].functions.contains(.locative) {
      for token in max(0, before - 3)..<before
      where marks[token].functions.contains(.settlements) { return true }
    }
    if before >= 1, mention.front == 0, marks[before].functions.contains(.direction), index > 0 {
      let left = mentions[index - 1]
      if left.end == before { return true }
      if left.end == before - 1, marks[left.end].functions.contains(.direction) { return true }
    }
    let next = mention.end
    guard next + 2 < marks.count, text.isMark(next, Letter.comma) else { return false }
    guard marks[next + 1].functions.contains(.direction) else { return false }
    if marks[next + 2].functions.contains(.country) { return true }
    return index + 1 < mentions.count && mentions[index + 1].first == next + 2
  }
}
