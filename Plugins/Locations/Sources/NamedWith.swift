// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Places named together with the unit they lie in: الزعفرانة بريف الرستن.
extension Reading {
  /// Whether only words that say where something lies stand between two mentions: بريف, في محافظة,
  /// شمالي, التابعة لـ.
  func isNamedWith(_ small: Int, _ large: Int) -> Bool {
    guard small >= 0, large < mentions.count else { return false }
    let (left, right) = (mentions[small], mentions[large])
    let links: WordFunctions = [.preposition, .locative, .direction, .situated, .settlements]
    guard right.first - left.end <= 8, right.first >= left.end else { return false }
    let first = text.tokens[right.first]
    var isLinked = right.front == 1 && text.unit(0, of: first) == Letter.ba
    for token in left.end..<right.first {
      let mark = marks[token]
      // نوى (40 كم غرب درعا)
      if text.isMark(token, Letter.comma) || text.isMark(token, 0x28) { continue }
      if text.tokens[token].isNumber { continue }
      if mark.front > 0, text.unit(0, of: text.tokens[token]) == Letter.waw {
        return false
      }
      guard mark.noun >= 0 || !mark.functions.isDisjoint(with: links) else { return false }
      isLinked = true
    }
    return isLinked || right.first > left.end && marks[right.first].noun >= 0
  }

  /// Whether the text names the country, the governorate or the town in which a place that bears the
  /// name of a mention lies.
  func isNamedWithItsUnit(_ index: Int) -> Bool {
    guard isNamedWith(index, index + 1), mentions[index + 1].isCertain else { return false }
    let units = places.candidates(of: mentions[index + 1].entry)
    // Beside a distance the same country is enough.
    let isMeasured = (mentions[index].end..<mentions[index + 1].first).contains {
      text.tokens[$0].isNumber
    }
    return places.candidates(of: mentions[index].entry).contains { place in
      units.contains { unit in
        (isMeasured || unit.type == .country) && unit.country == place.country
          && place.country != 0
          || unit.region != 0 && unit.region == place.region
      }
    }
  }
}
