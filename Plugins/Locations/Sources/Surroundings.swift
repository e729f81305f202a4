// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Weighs the rows of open names by the places around them: the unit named with them, what lies
/// nearby, stated distances, and what the document has decided elsewhere.
struct Surroundings {
  private let reading: Reading
  private let open: [Int]
  /// The candidate that a mention surely means, by mention; nil of open and unknown names.
  private let anchors: [Candidate?]
  private let facts: [StatedDistances.Fact]

  init(_ reading: Reading, _ senses: [Resolver.Sense], open: [Int], _ stated: StatedDistances) {
    self.reading = reading
    self.open = open
    var anchors = senses.indices.map { index in
      senses[index].rows.first?.candidate
        ?? reading.places.candidates(of: reading.mentions[index].entry).first
    }
    for index in open { anchors[index] = nil }
    self.anchors = anchors
    facts = Self.facts(reading, open, stated)
  }

  /// The stated distances of the sentences with open names.
  private static func facts(
    _ reading: Reading, _ open: [Int], _ stated: StatedDistances
  ) -> [StatedDistances.Fact] {
    var facts: [StatedDistances.Fact] = []
    var last = -1
    for index in open {
      guard let sentence = reading.text.sentence(ofToken: reading.mentions[index].first),
        sentence != last
      else { continue }
      last = sentence
      let tokens = reading.text.sentences[sentence].tokens
      var first = index
      var end = index + 1
      while first > 0, tokens.contains(reading.mentions[first - 1].first) { first -= 1 }
      while end < reading.mentions.count, tokens.contains(reading.mentions[end].first) { end += 1 }
      facts += stated.facts(tokens, among: first..<end, reading)
    }
    return facts
  }

  /// Adds the clues to the scores of the open names.
  func decide(_ senses: inout [Resolver.Sense]) {
    var decided: [Int: Candidate] = [:]
    for index in open {
      for row in senses[index].rows.indices {
        let candidate = senses[index].rows[row].candidate
        senses[index].rows[row].score.near = nearness(index, candidate)
        senses[index].rows[row].score.chain = chain(index, candidate)
        senses[index].rows[row].score.stated = statedFit(index, candidate)
      }
      share(&senses[index].rows)
      let best = senses[index].rows.max { $0.score.total < $1.score.total }
      if let best, best.score.chain + best.score.stated > 0 {
        decided[reading.mentions[index].entry] = best.candidate
      }
    }
    // One sense of a name holds for a document.
    for index in open {
      guard let sense = decided[reading.mentions[index].entry] else { continue }
      if senses[index].rows.contains(where: { $0.score.chain > 0 || $0.score.stated > 0 }) {
        continue
      }
      for row in senses[index].rows.indices {
        let candidate = senses[index].rows[row].candidate
        if candidate.place == sense.place || candidate.isTwin(of: sense) {
          senses[index].rows[row].score.document = 10
        }
      }
    }
  }

  /// Gives a town and the unit around it the same points: they lie in one spot.
  private func share(_ rows: inout [Resolver.Row]) {
    for left in rows.indices {
      for right in rows.indices.dropFirst(left + 1)
      where rows[left].candidate.isTwin(of: rows[right].candidate) {
        let (a, b) = (rows[left].score, rows[right].score)
        for index in [left, right] {
          rows[index].score.near = max(a.near, b.near)
          rows[index].score.chain = max(a.chain, b.chain)
          rows[index].score.stated = max(a.stated, b.stated)
        }
      }
    }
  }

  /// Points for places named within 60 tokens.
  private func nearness(_ index: Int, _ candidate: Candidate) -> Int16 {
    let token = reading.mentions[index].first
    var best: Int16 = 0
    for step in [-1, 1] {
      var other = index + step
      while anchors.indices.contains(other), abs(reading.mentions[other].first - token) <= 60 {
        if let anchor = anchors[other], anchor.type != .country,
          let far = kilometres(candidate, anchor)
        {
          best = max(best, far < 15 ? 6 : far < 40 ? 4 : far < 100 ? 2 : far < 250 ? 1 : 0)
        }
        other += step
      }
    }
    return best
  }

  /// Points for the unit or the town that the text names together with the place.
  private func chain(_ index: Int, _ candidate: Candidate) -> Int16 {
    var best: Int16 = 0
    for (small, large) in [(index, index + 1), (index - 1, index)]
    where reading.isNamedWith(small, large) {
      guard let other = anchors[small == index ? large : small] else { continue }
      if other.type == .country {
        best = max(best, candidate.country == other.country ? 8 : 0)
      } else if other.kind == .admin1, candidate.region == other.region, other.region != 0 {
        best = max(best, 12)
      } else if small == index, liesIn(candidate, other) {
        best = max(best, 12)
      } else if let far = kilometres(candidate, other) {
        best = max(best, far < 15 ? 10 : far < 40 ? 7 : far < 80 ? 4 : 0)
      }
    }
    return best
  }

  /// Whether the chain of units of a candidate holds the unit called like another place: بريف الرستن
  /// and منطقة الرستن.
  private func liesIn(_ candidate: Candidate, _ other: Candidate) -> Bool {
    guard candidate.country == other.country else { return false }
    let gazetteer = reading.places.gazetteer
    let chain = gazetteer.admin(of: Int(candidate.place))
    let name = gazetteer.name(of: Int(other.place))
    return chain.split(separator: "/").contains { $0 == name || $0.hasSuffix(" " + name) }
  }

  /// Points for fitting a distance that the text states, minus points for not fitting.
  private func statedFit(_ index: Int, _ candidate: Candidate) -> Int16 {
    var points: Int16 = 0
    for fact in facts where fact.left == index || fact.right == index {
      guard let other = anchors[fact.left == index ? fact.right : fact.left],
        let far = kilometres(candidate, other)
      else { continue }
      // As the crow flies less than by road; towns are wide.
      let isFit = far > fact.kilometres * 0.5 - 8 && far < fact.kilometres * 1.2 + 8
      points += isFit ? 12 : -12
    }
    return points
  }

  private func kilometres(_ a: Candidate, _ b: Candidate) -> Double? {
    let rows = reading.places.gazetteer.places
    guard let first = rows[Int(a.place)].coordinates, let second = rows[Int(b.place)].coordinates
    else { return nil }
    return GreatCircle.kilometres(first, second)
  }
}
