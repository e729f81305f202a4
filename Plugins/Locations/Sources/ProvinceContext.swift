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
    if isDateline(mention) || isSpot(index) { return .place }
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

  /// `الديوانية/ وكالات`, `الطائف 26 شوال`, `أبوظبي في 12 نوفمبر` at the beginning of a paragraph.
  func isDateline(_ mention: Mention) -> Bool {
    guard text.tokens[mention.first].flags.contains(.startsParagraph), mention.front == 0,
      mention.end < text.tokens.count
    else { return false }
    let next = text.tokens[mention.end]
    if next.isNumber { return true }
    let unit = text.source[Int(next.start)]
    if Letter.dashes.contains(unit) || unit == 0x2F || unit == 0x28 || unit == 0x3A { return true }
    return marks[mention.end].functions.contains(.locative) && mention.end + 1 < text.tokens.count
      && text.tokens[mention.end + 1].isNumber
  }

  /// `قرب حلب`, `الطريق بين كسلا والقضارف`, `شارع فيصل في دبي`, `40 كم من إدلب`: whether the words
  /// around a name mean the town.
  private func isSpot(_ index: Int) -> Bool {
    let mention = mentions[index]
    let before = mention.first - 1
    guard before >= 0, places.candidates(of: mention.entry).contains(where: { $0.type == .admin })
    else { return false }
    if mention.front == 0, marks[before].functions.contains(.beside) { return true }
    if mention.front == 0, before > 0, marks[before].functions.contains(.preposition),
      marks[before].functions.contains(.stop), !marks[before].functions.contains(.locative),
      marks[before - 1].functions.contains(.situated)
    {
      return true
    }
    if index > 0, isFacility(mentions[index - 1]), isPartOf(mention, mentions[index - 1]) {
      return true
    }
    return isEndOfRoute(mention)
      || index > 0 && isJoined(mention, to: mentions[index - 1])
        && isEndOfRoute(mentions[index - 1])
  }

  private func isFacility(_ mention: Mention) -> Bool {
    mention.type == .facility
      || mention.type == nil && places.candidates(of: mention.entry).first?.type == .facility
  }

  /// Whether only `في` or ب stands between a facility and a name.
  private func isPartOf(_ mention: Mention, _ facility: Mention) -> Bool {
    if mention.first == facility.end {
      return mention.front == 1 && text.unit(0, of: text.tokens[mention.first]) == Letter.ba
    }
    let functions = marks[facility.end].functions
    return mention.first == facility.end + 1 && mention.front == 0
      && functions.contains(.locative) && functions.contains(.stop)
  }

  /// `الطريق بين` before a name.
  private func isEndOfRoute(_ mention: Mention) -> Bool {
    let between = mention.first - 1
    guard between > 0, mention.front == 0, marks[between].functions.contains(.locative) else {
      return false
    }
    return marks[between - 1].functions.contains(.route)
  }

  /// Whether و alone stands between two names.
  private func isJoined(_ mention: Mention, to left: Mention) -> Bool {
    let word = text.tokens[mention.first]
    if mention.first == left.end {
      return mention.front == 1 && text.unit(0, of: word) == Letter.waw
    }
    return mention.first == left.end + 1 && mention.front == 0
      && text.isMark(left.end, Letter.waw)
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
