// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

// Hospitals, universities and embassies: they act, but where one is reached, hit or measured from,
// the text means the spot.
extension Reading {
  /// `على بعد 250 مترا من مستشفى الحسين`: returns the token to go on from, nil when no spot is meant.
  mutating func spot(_ token: Int, _ end: Int) -> Int? {
    let mark = marks[token]
    let noun = vocabulary.nouns[Int(mark.noun)]
    guard noun.role == .spot, mark.number == .one, isSpot(token, noun) else { return nil }
    let next = token + Int(mark.length)
    guard next < end else { return nil }
    // The extractor of Actors has read the name.
    guard var last = body(at: token) else {
      if hidden[token] || hidden[next] && personEnds[next] < 0 { return nil }
      return part(token, next, end, nil)
    }
    guard last > next else { return nil }
    last = tail(last, end, noun)
    let found = places.lexicon.longest(in: text, at: token, front: Int(mark.front), end: last)
    let entry = found?.tokenCount == last - token ? found?.entry ?? -1 : -1
    mentions.append(
      Mention(
        first: token, front: Int(mark.front), end: last, nameFirst: token, entry: entry,
        nounFirst: token, type: .facility, isNamedByText: entry < 0, isCertain: true,
        rule: .facility))
    return last
  }

  /// Whether what stands before a noun leads to a spot: قرب, إلى, قصفت, 4 كم من; for a hospital, where
  /// people lie, also في.
  private func isSpot(_ token: Int, _ noun: Noun) -> Bool {
    if token == 0 { return false }
    if marks[token].front > 0 {
      let unit = text.unit(Int(marks[token].front) - 1, of: text.tokens[token])
      if unit == Letter.ba || unit == Letter.lam {
        return takesPeopleIn(noun) && !isStaff(before: token)
      }
    }
    let before = marks[token - 1].functions
    if !before.isDisjoint(with: [.beside, .strikes]) { return true }
    if before.contains(.preposition), before.contains(.stop), !before.contains(.locative),
      (max(0, token - 4)..<(token - 1)).contains(where: {
        marks[$0].functions.contains(.situated)
      })
    {
      return true
    }
    return before.contains(.locative) && before.contains(.preposition) && takesPeopleIn(noun)
      && !isStaff(before: token - 1)
  }

  /// Whether a hospital: one lies in it, but studies and speaks at a university.
  private func takesPeopleIn(_ noun: Noun) -> Bool { noun.unknown == .tail }

  /// `طبيب في مستشفى الحسين`: whether somebody of the house stands shortly before a token.
  private func isStaff(before token: Int) -> Bool {
    (max(0, token - 4)..<token).contains { marks[$0].functions.contains(.staff) }
  }
}
