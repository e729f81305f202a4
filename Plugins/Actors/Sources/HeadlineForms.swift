// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a headline names shortly and the text below it in full: “Criminal Court” for the court of …,
/// Health: for the ministry of health, a surname.
struct HeadlineForms {
  private let reading: Reading
  private let memory: NameMemory
  private let found: [Mention]
  /// What stands behind the class nouns of the bodies found, by its hash.
  private var complements: [UInt64: Int] = [:]
  /// Token behind the first paragraph.
  let end: Int

  init(_ reading: Reading, _ found: [Mention], _ memory: NameMemory) {
    (self.reading, self.found, self.memory) = (reading, found, memory)
    let tokens = reading.text.tokens
    end =
      tokens.indices.dropFirst().first { tokens[$0].flags.contains(.startsParagraph) }
      ?? tokens.count
    for (index, mention) in found.enumerated() where mention.type == .government {
      guard mention.count > 1, reading.head(at: mention.first)?.number == .singular else {
        continue
      }
      var hash: UInt64 = 0
      for token in mention.first + 1...mention.last {
        hash = TextHash.phrase(hash, then: tokens[token].hash)
        let isPart = token <= mention.first + 2 && reading.words[mention.first + 1].hasArticle
        if isPart || token == mention.last, complements[hash] == nil { complements[hash] = index }
        // The authority for the weather: the weather.
        if reading.hasLam(token), reading.words[token].hasArticle {
          let purpose = TextHash.phrase(0, then: reading.text.hash(of: tokens[token], front: 1))
          if complements[purpose] == nil { complements[purpose] = index }
        }
      }
    }
  }

  /// The short form at a token and the index of what it stands for.
  func match(at token: Int) -> (mention: Mention, owner: Int)? {
    let word = reading.words[token]
    guard word.isWord else { return nil }
    if token > 0, reading.words[token - 1].kind == .quote {
      var last = token
      while last - token < 3, last + 1 < reading.words.count, reading.words[last + 1].isWord {
        last += 1
      }
      guard last + 1 < reading.words.count, reading.words[last + 1].kind == .quote else {
        return nil
      }
      return body(token...last) ?? alias(token...last)
    }
    guard token < end else { return nil }
    let isFirst = reading.text.tokens[token].flags.contains(.startsParagraph)
    let isSpeaker =
      isFirst && token + 1 < reading.words.count && reading.words[token + 1].kind == .colon
    if isSpeaker || word.hasArticle && word.traits.isEmpty, let body = body(token...token) {
      return body
    }
    if isFirst, token + 2 < reading.words.count, reading.words[token + 1].isWord,
      reading.words[token + 2].kind == .colon
    {
      return body(token...token + 1)
    }
    guard
      isSpeaker
        || word.hasArticle
          && word.traits.isSubset(of: [.family, .given, .ambiguousGiven, .foreignGiven]),
      let owner = owner(of: token...token), found[owner].isPerson
    else { return nil }
    var mention = Mention(
      first: token, front: Int(word.front), last: token, type: .person, rule: .surname,
      confidence: 0.7, reason: .headline)
    mention.antecedent = owner
    return (mention, owner)
  }

  private func body(_ tokens: ClosedRange<Int>) -> (mention: Mention, owner: Int)? {
    guard reading.words[tokens.lowerBound].front == 0 else { return nil }
    let hash = tokens.reduce(UInt64(0)) {
      TextHash.phrase($0, then: reading.text.tokens[$1].hash)
    }
    guard let owner = complements[hash] else { return nil }
    return (
      Mention(
        first: tokens.lowerBound, front: 0, last: tokens.upperBound, type: found[owner].type,
        rule: .shortForm, confidence: 0.75, reason: .headline), owner
    )
  }

  private func alias(_ tokens: ClosedRange<Int>) -> (mention: Mention, owner: Int)? {
    guard let owner = owner(of: tokens), !found[owner].isPerson else { return nil }
    return (
      Mention(
        first: tokens.lowerBound, front: 0, last: tokens.upperBound, type: found[owner].type,
        rule: .alias, confidence: 0.75, reason: .headline), owner
    )
  }

  private func owner(of tokens: ClosedRange<Int>) -> Int? {
    guard tokens.count == 1 else { return nil }
    let record = reading.text.tokens[tokens.lowerBound]
    return memory.mention(of: record.hash)
  }
}
