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
    if mention.type == .place { return .place }
    return speaksOfProvince(index) ? .admin : mention.type
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
