// SPDX-License-Identifier: Apache-2.0

import WarshaModel

// Unknown names that a noun introduced once come back without it: قرية الكامور … في الكامور.
extension Reading {
  /// Adds later mentions of unknown names, where a preposition or a quotation mark leads to them.
  mutating func findRepetitions() {
    var known: [UInt64: [Mention]] = [:]
    var filter: UInt64 = 0  // a bit for the first bits of each hash
    for mention in mentions where mention.entry < 0 && mention.rule == .unknown {
      let hash = text.hash(of: text.tokens[mention.first], front: mention.front)
      known[hash, default: []].append(mention)
      filter |= 1 << (hash >> 58)
    }
    if known.isEmpty { return }
    var taken = [Bool](repeating: false, count: text.tokens.count)
    for mention in mentions { for token in mention.first..<mention.end { taken[token] = true } }
    for token in text.tokens.indices where !taken[token] && !hidden[token] {
      for front in 0...2 where text.tokens[token].mayStrip(front) {
        let hash = text.hash(of: text.tokens[token], front: front)
        guard filter & (1 << (hash >> 58)) != 0, let models = known[hash], isLedTo(token, front)
        else { continue }
        for model in models where model.first < token && repeats(model, token) {
          let end = token + model.end - model.first
          var mention = Mention(
            first: token, front: front, end: end, nameFirst: token, entry: -1,
            nounFirst: token, type: model.type, isCertain: true, rule: .repeated)
          if token > 0, marks[token - 1].noun >= 0,
            vocabulary.nouns[Int(marks[token - 1].noun)].role == .class
          {
            mention.noun = Int(marks[token - 1].noun)
          }
          mentions.append(mention)
          for token in token..<end { taken[token] = true }
          break
        }
        if taken[token] { break }
      }
    }
    mentions.sort { $0.first < $1.first }
  }

  private func repeats(_ model: Mention, _ token: Int) -> Bool {
    let count = model.end - model.first
    guard token + count <= text.tokens.count else { return false }
    for offset in 1..<max(1, count)
    where text.tokens[token + offset].hash != text.tokens[model.first + offset].hash {
      return false
    }
    return true
  }

  private func isLedTo(_ token: Int, _ front: Int) -> Bool {
    if front > 0 {
      let unit = text.unit(front - 1, of: text.tokens[token])
      return unit == Letter.ba || unit == Letter.lam
    }
    guard token > 0 else { return false }
    return marks[token - 1].noun >= 0
      || !marks[token - 1].functions.isDisjoint(with: [.preposition, .direction, .situated])
      || text.tokens[token - 1].flags.contains(.quote)
  }
}
