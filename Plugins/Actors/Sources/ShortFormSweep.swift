// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The second pass: surnames, aliases and class nouns that go back to a fuller name.
struct ShortFormSweep {
  private let reading: Reading
  /// The mentions of the first pass.
  private let found: [Mention]
  private let memory: NameMemory
  /// The mentions of both passes, in text order.
  private(set) var mentions: [Mention] = []
  /// Where the mentions of the first pass stand among these.
  private var places: [Int] = []

  init(_ reading: Reading, _ found: [Mention], _ memory: NameMemory) {
    self.reading = reading
    self.found = found
    self.memory = memory
  }

  /// Finds them. Complexity: linear in the number of tokens.
  mutating func run() {
    mentions.reserveCapacity(found.count * 2)
    places.reserveCapacity(found.count)
    let headline = HeadlineForms(reading, found, memory)
    var forward: [(mention: Int, owner: Int)] = []
    var next = 0
    var token = 0
    let count = reading.words.count
    while token < count {
      if next < found.count && found[next].first == token {
        var mention = found[next]
        if mention.antecedent >= 0 { mention.antecedent = places[mention.antecedent] }
        if mention.rule == .party && mention.count == 1,
          let full = memory.mention(ofHead: mention.head), mentions[full].type == mention.type,
          mention.nation == nil || !isForeign(mentions[full])
        {
          mention.antecedent = full
          mention.name = -1
        }
        if mention.core >= 0, mention.core == mention.last,
          let full = memory.mention(ofHead: Int(reading.words[mention.core].head)),
          reading.words[mention.first].has(.delegation) || mentions[full].type != .government
        {
          mention.antecedent = full
          let isArmed = reading.head(at: mention.first)?.type == .armedForce
          if !isArmed { mention.type = mentions[full].type }
        }
        next += 1
        guard resolves(mention) else {
          places.append(-1)
          token = mention.last + 1
          continue
        }
        places.append(mentions.count)
        mentions.append(mention)
        rememberHeads(of: mention, as: mentions.count - 1)
        token = mention.last + 1
        continue
      }
      if token < headline.end || token > 0 && reading.words[token - 1].kind == .quote,
        let short = headline.match(at: token),
        next == found.count || short.mention.last < found[next].first
      {
        forward.append((mentions.count, short.owner))
        mentions.append(short.mention)
        token = short.mention.last + 1
        continue
      }
      if mayBeShortForm(token), let mention = shortForm(at: token) {
        mentions.append(mention)
        token = mention.last
      }
      token += 1
    }
    tieRebels()
    for link in forward where link.owner < places.count {
      mentions[link.mention].antecedent = places[link.owner]
    }
  }

  /// Ties labels of rebels to the one armed group that the document names as a movement or a party.
  private mutating func tieRebels() {
    let names = reading.tables.names
    let labels = mentions.indices.filter {
      mentions[$0].antecedent < 0 && mentions[$0].name >= 0
        && names[mentions[$0].name].need == .rebels
    }
    guard !labels.isEmpty else { return }
    let groups = mentions.indices.filter {
      let mention = mentions[$0]
      let row = mention.name >= 0 ? mention.name : mention.coreName
      return mention.antecedent < 0 && row >= 0 && names[row].isMovement
    }
    func canonical(_ index: Int) -> String {
      names[mentions[index].name >= 0 ? mentions[index].name : mentions[index].coreName].canonical
    }
    guard let group = groups.first, groups.allSatisfy({ canonical($0) == canonical(group) }) else {
      return
    }
    for label in labels { mentions[label].antecedent = group }
  }

  /// Whether a body is described as another nation's than the one that the document is about.
  private func isForeign(_ mention: Mention) -> Bool {
    guard let nation = reading.topic.dominant else { return false }
    let word = reading.words[mention.last]
    return word.has(.nationality) && word.country >= 0
      && reading.tables.nations[Int(word.country)].masculine != nation.masculine
  }

  /// Whether a definite label goes back to something: a fuller name before it, or else a nation that
  /// the document speaks of; an organ, to a body.
  private func resolves(_ mention: Mention) -> Bool {
    guard mention.name >= 0, mention.antecedent < 0 else { return true }
    switch reading.tables.names[mention.name].need {
    case .referent, .rebels: return reading.topic.spokenOf != nil
    case .owner: return mentions.contains { !$0.isPerson }
    case .nothing, .licence, .quoted, .sport: return true
    case .notion: return false
    }
  }

  private mutating func rememberHeads(of mention: Mention, as index: Int) {
    guard !mention.isPerson else { return }
    memory.keep(head: mention.head, for: index)
    for token in (mention.first...mention.last).reversed() where reading.words[token].head >= 0 {
      memory.keep(head: Int(reading.words[token].head), for: index)
    }
  }

  /// Whether a look at a word is worth its while; most are refused here.
  @inline(__always)
  private func mayBeShortForm(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isWord else { return false }
    if word.hasArticle && word.head >= 0 { return true }
    return !memory.isEmpty && !word.has([.stop, .saying])
      && (word.has([.nameLink, .servant]) || memory.mayEnd(in: reading.text.tokens[token]))
  }

  private func shortForm(at token: Int) -> Mention? {
    let word = reading.words[token]
    guard word.isWord else { return nil }
    if word.hasArticle, let head = reading.head(at: token), head.alone != .never,
      head.weight != .out, !reading.isPointedAt(token)
    {
      let antecedent = memory.mention(ofHead: Int(word.head))
      if antecedent != nil || head.alone == .free && reading.topic.spokenOf != nil {
        var mention = Mention(
          first: token, front: Int(word.front), last: token,
          type: antecedent.map { mentions[$0].type } ?? head.type, rule: .shortForm,
          head: Int(word.head), confidence: antecedent == nil ? 0.6 : 0.8,
          reason: .definite)
        mention.antecedent = antecedent ?? -1
        return mention
      }
    }
    guard !memory.isEmpty else { return nil }
    return remembered(token)
  }

  private func remembered(_ token: Int) -> Mention? {
    guard !reading.words[token].has([.stop, .saying]),
      token == 0 || !reading.words[token - 1].has(.placeNoun)
    else { return nil }
    let record = reading.text.tokens[token]
    let mayJoin = reading.words[token].has([.nameLink, .servant])
    guard mayJoin || memory.mayEnd(in: record) else { return nil }
    for front in 0...2 where record.mayStrip(front) {
      guard mayJoin || memory.mayHave(length: record.viewCount - front) else { continue }
      let hash = reading.text.hash(of: record, front: front)
      var last = token
      var match = memory.mention(of: hash)
      if mayJoin, token + 1 < reading.words.count {
        let both = TextHash.phrase(hash, then: reading.text.tokens[token + 1].hash)
        if let owner = memory.mention(of: both) { (match, last) = (owner, token + 1) }
      }
      guard let owner = match else { continue }
      guard owner < places.count else { return nil }
      let full = found[owner]
      // A date, no outlet that is called like the month.
      if !full.isPerson, token > 0, reading.words[token - 1].kind == .number { return nil }
      // A name in Latin letters behind its class noun: again where somebody speaks for it.
      if full.rule == .headNoun,
        token == 0 || !reading.words[token - 1].has([.saying, .licence])
      {
        return nil
      }
      var mention = Mention(
        first: token, front: front, last: last, type: full.type,
        rule: full.isPerson ? .surname : .alias, confidence: 0.8,
        reason: .part)
      mention.antecedent = places[owner]
      return mention
    }
    return nil
  }
}
