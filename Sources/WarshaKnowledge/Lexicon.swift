// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Words and phrases with a number each, looked up at a token in a few nanoseconds.
///
/// A phrase is a chain of word hashes; every prefix of a phrase is in the map too, so that the
/// search for the longest phrase stops at the first word that continues none.
public struct Lexicon: Sendable {
  /// A phrase found in a text.
  public struct Match: Sendable, Equatable {
    /// Index into `payloads(of:)`: which phrase it is.
    public var entry: Int
    /// How many tokens it covers.
    public var tokenCount: Int

    /// Makes a match.
    public init(entry: Int, tokenCount: Int) {
      self.entry = entry
      self.tokenCount = tokenCount
    }
  }

  @usableFromInline var slots: Slots
  /// Payloads by entry; an entry of several rows has several.
  private var payloads: [[Int32]] = []
  /// First payload by entry.
  @usableFromInline var firsts: [Int32] = []
  /// Phrases of imported gazetteers; their entries follow those of `payloads`.
  @usableFromInline var mapped: [MappedPhrases] = []

  /// Makes an empty lexicon.
  public init() { slots = Slots(capacity: 64) }

  /// Whether it holds no phrase.
  public var isEmpty: Bool { count == 0 }
  /// Number of entries; a phrase of several parts has one in each.
  public var count: Int { mapped.last.map { $0.firstEntry + $0.entryCount } ?? payloads.count }
  /// Number of entries that were added one by one; those of imported gazetteers follow.
  public var addedCount: Int { payloads.count }

  /// Puts the phrases of an imported gazetteer behind those that are there. None may be added after.
  mutating func append(_ gazetteer: MappedGazetteer, firstName: Int) {
    mapped.append(gazetteer.phrases(firstEntry: count, firstName: firstName))
  }

  /// Adds a phrase of folded words with a payload; the same phrase may have several payloads.
  public mutating func add(_ words: [[UInt16]], _ payload: Int) {
    add(hashes: words.map(Self.hash), payload)
  }

  /// The hash of a folded word, equal to that of a token of a text.
  public static func hash(_ word: [UInt16]) -> UInt64 {
    word.withUnsafeBufferPointer { units in
      units.baseAddress.map { TextHash.of($0, count: units.count) } ?? 0
    }
  }

  /// Adds a phrase by the hashes of its folded words.
  public mutating func add(hashes: [UInt64], _ payload: Int) {
    if !isKnownUniquelyReferenced(&slots) {
      slots = Slots(copying: slots, capacity: slots.capacity)
    }
    var hash: UInt64 = 0
    for (index, next) in hashes.enumerated() {
      hash = index == 0 ? next : TextHash.phrase(hash, then: next)
      if (slots.used + 1) * 2 > slots.capacity {
        slots = Slots(copying: slots, capacity: slots.capacity * 4)
      }
      let slot = slots.claim(hash)
      if index < hashes.count - 1 {
        slots.values[slot] |= Slots.prefix
      } else if let entry = Slots.entry(slots.values[slot]) {
        payloads[entry].append(Int32(payload))
      } else {
        slots.values[slot] |= UInt32(payloads.count + 1)
        payloads.append([Int32(payload)])
        firsts.append(Int32(payload))
      }
    }
  }

  /// The entry of a phrase that was added, by the hashes of its folded words.
  public func entry(hashes: some Sequence<UInt64>) -> Int? {
    var hash: UInt64 = 0
    for (index, next) in hashes.enumerated() {
      hash = index == 0 ? next : TextHash.phrase(hash, then: next)
    }
    return Slots.entry(slots.value(of: hash))
  }

  /// The payloads of an entry, in the order they were added; of one of an imported gazetteer those
  /// of the same phrase in all parts.
  public func payloads(of entry: Int) -> [Int32] {
    guard let part = mapped.first(where: { $0.owns(entry) }) else { return payloads[entry] }
    let hash = part.hash(of: entry)
    var all = Slots.entry(slots.value(of: hash)).map { payloads[$0] } ?? []
    for part in mapped {
      guard let entry = part.entry(part.value(of: hash)) else { continue }
      all += part.names(of: entry).map { Int32(truncatingIfNeeded: $0) }
    }
    return all
  }
  /// The first payload of an entry that was added.
  @inlinable public func payload(of entry: Int) -> Int { Int(firsts[entry]) }

  /// The longest phrase that begins at a token, its first `front` view units left out.
  ///
  /// - Parameters:
  ///   - text: The analysed text.
  ///   - token: Index of the first token.
  ///   - front: Number of proclitic units to strip; the caller checks that it is plausible.
  ///   - end: Index after the last token that may belong to the phrase.
  /// - Returns: The phrase and its length, or nil.
  @inlinable @inline(__always)
  public func longest(
    in text: AnalysedText, at token: Int, front: Int = 0, end: Int = .max
  ) -> Match? {
    longest(
      in: text, at: token, hash: text.hash(of: text.tokens[token], front: front), end: end)
  }

  /// The longest phrase that begins at a token, the hash of whose first word the caller has.
  ///
  /// - Parameters:
  ///   - text: The analysed text.
  ///   - token: Index of the first token.
  ///   - hash: Hash of the first word without its proclitics.
  ///   - end: Index after the last token that may belong to the phrase.
  /// - Returns: The phrase and its length, or nil.
  @inlinable @inline(__always)
  public func longest(
    in text: AnalysedText, at token: Int, hash: UInt64, end: Int = .max
  ) -> Match? {
    let value = slots.value(of: hash)
    if !mapped.isEmpty { return longestOfAll(text, token, hash, value, end) }
    // Nearly every word ends here.
    return value == 0 ? nil : longest(text, token, hash, value, end)
  }

  /// The longest phrase of all parts; of equal ones the last, whose payloads are those of all.
  @inlinable
  func longestOfAll(
    _ text: AnalysedText, _ token: Int, _ first: UInt64, _ found: UInt32, _ end: Int
  ) -> Match? {
    var best = found == 0 ? nil : longest(text, token, first, found, end)
    for part in mapped {
      var (hash, value) = (first, part.value(of: first))
      var next = token
      while value != 0 {
        if let entry = part.entry(value), next - token + 1 >= best?.tokenCount ?? 0 {
          best = Match(entry: entry, tokenCount: next - token + 1)
        }
        next += 1
        guard value & Slots.prefix != 0, next < min(text.tokens.count, end) else { break }
        hash = TextHash.phrase(hash, then: text.tokens[next].hash)
        value = part.value(of: hash)
      }
    }
    return best
  }

  @inlinable
  func longest(
    _ text: AnalysedText, _ token: Int, _ first: UInt64, _ found: UInt32, _ end: Int
  ) -> Match? {
    var (hash, value) = (first, found)
    var best: Match?
    var next = token
    while true {
      if let entry = Slots.entry(value) {
        best = Match(entry: entry, tokenCount: next - token + 1)
      }
      next += 1
      guard value & Slots.prefix != 0, next < min(text.tokens.count, end) else { return best }
      hash = TextHash.phrase(hash, then: text.tokens[next].hash)
      value = slots.value(of: hash)
    }
  }

  /// The longest phrase at a token, as the word stands or behind its proclitics, the whole word
  /// first: و in وليد is not stripped when the lexicon knows وليد.
  ///
  /// - Returns: The match and the number of proclitic view units in front of it.
  @inlinable
  public func match(
    in text: AnalysedText, at token: Int, end: Int = .max
  ) -> (match: Match, front: Int)? {
    if let match = longest(in: text, at: token, end: end) { return (match, 0) }
    let mask = text.tokens[token].proclitics
    if mask & 2 != 0, let match = longest(in: text, at: token, front: 1, end: end) {
      return (match, 1)
    }
    if mask & 4 != 0, let match = longest(in: text, at: token, front: 2, end: end) {
      return (match, 2)
    }
    return nil
  }

  /// The entries of all added phrases that begin at a token after `front` units, short ones first.
  @inlinable
  public func forEachEntry(
    in text: AnalysedText, at token: Int, front: Int, _ body: (Int) -> Void
  ) {
    var hash = text.hash(of: text.tokens[token], front: front)
    var value = slots.value(of: hash)
    var next = token
    while value != 0 {
      if let entry = Slots.entry(value) { body(entry) }
      next += 1
      guard value & Slots.prefix != 0, next < text.tokens.count else { return }
      hash = TextHash.phrase(hash, then: text.tokens[next].hash)
      value = slots.value(of: hash)
    }
  }

  /// Notes for each token whether a phrase may begin with it as it stands; most are refused here.
  ///
  /// The look-ups of a whole text have no branches and do not wait for each other: what the
  /// processor must fetch from memory it fetches at once, and later look-ups find it near.
  ///
  /// - Parameters:
  ///   - text: The analysed text.
  ///   - flags: Room for a flag a token.
  @inlinable
  public func scout(_ text: AnalysedText, into flags: UnsafeMutableBufferPointer<Bool>) {
    slots.scout(text.tokens, into: flags)
    for part in mapped {
      for index in text.tokens.indices where part.value(of: text.tokens[index].hash) != 0 {
        flags[index] = true
      }
    }
  }

  /// Whether a phrase may begin with a word of a hash.
  @inlinable @inline(__always)
  public func mayBegin(withHash hash: UInt64) -> Bool {
    if slots.value(of: hash) != 0 { return true }
    for part in mapped where part.value(of: hash) != 0 { return true }
    return false
  }

  /// The entry of a single word by its hash, or nil.
  @inlinable @inline(__always)
  public func entry(ofHash hash: UInt64) -> Int? {
    for part in mapped.reversed() {
      if let entry = part.entry(part.value(of: hash)) { return entry }
    }
    return Slots.entry(slots.value(of: hash))
  }
}
