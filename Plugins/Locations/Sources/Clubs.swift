// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Towns that play: تغلب برشلونة على ليون, سبارتاك موسكو. A club is an Actor, not a Location.
extension Reading {
  /// Whether the name of a town stands for its club.
  func isClub(_ token: Int, _ match: NameMatch) -> Bool {
    let before = match.front == 0 ? functions(before: token) : []
    let after = match.end < marks.count ? marks[match.end].functions : []
    if before.contains(.club) || after.contains(.clubEnd) { return true }
    guard isTown(match.entry), !isPlaced(token, match, before), isSportive(token) else {
      return false
    }
    return !isDateline(token, match.end)
  }

  /// Whether a name means towns only, large ones: the small have no clubs abroad.
  private func isTown(_ entry: Int) -> Bool {
    let rows = places.candidates(of: entry)
    return rows.contains { $0.type == .place && $0.rank >= 3 }
      && rows.allSatisfy { $0.type == .place || $0.type == .admin }
  }

  /// Whether a preposition of place stands before a name: nothing plays in a club.
  private func isPlaced(_ token: Int, _ match: NameMatch, _ before: WordFunctions) -> Bool {
    if match.front > 0 {
      return text.unit(match.front - 1, of: text.tokens[token]) == Letter.ba
    }
    if token > 0, marks[token - 1].noun >= 0 { return true }
    // على, مع and من lead to opponents as well.
    let leads: WordFunctions =
      before.contains(.stop) ? [.locative, .direction] : [.locative, .direction, .preposition]
    return !before.isDisjoint(with: leads) && before.isDisjoint(with: [.sport, .contest])
  }

  /// Whether the sentence of a token speaks of sport.
  private func isSportive(_ token: Int) -> Bool {
    guard let sentence = text.sentence(ofToken: token) else { return false }
    var points = 0
    for other in text.sentences[sentence].tokens {
      let functions = marks[other].functions
      points += functions.contains(.sport) ? 2 : functions.contains(.contest) ? 1 : 0
    }
    return points >= 3
  }

  /// `لندن - ` at the beginning of a paragraph, `لندن - رويترز` anywhere.
  private func isDateline(_ token: Int, _ end: Int) -> Bool {
    guard end < text.tokens.count else { return false }
    if end + 1 < text.tokens.count, hidden[end + 1],
      Letter.dashes.contains(text.source[Int(text.tokens[end].start)])
    {
      return true
    }
    return text.tokens[token].flags.contains(.startsParagraph)
      && text.tokens[end].rawKind == TokenKind.punctuation.rawValue
  }
}
