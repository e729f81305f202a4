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

  private var keys: [UInt64]
  /// Entry of the phrase that ends here, or -1.
  private var entries: [Int32]
  private var isPrefix: [Bool]
  private var mask: Int
  private var used = 0
  /// Payloads by entry; an entry of several rows has several.
  private var payloads: [[Int32]] = []

  /// Makes an empty lexicon.
  public init() {
    keys = [UInt64](repeating: 0, count: 64)
    entries = [Int32](repeating: -1, count: 64)
    isPrefix = [Bool](repeating: false, count: 64)
    mask = 63
  }

  /// Whether it holds no phrase.
  public var isEmpty: Bool { payloads.isEmpty }
  /// Number of different phrases.
  public var count: Int { payloads.count }

  /// Adds a phrase of folded words with a payload; the same phrase may have several payloads.
  public mutating func add(_ words: [[UInt16]], _ payload: Int) {
    add(
      hashes: words.map { word in
        word.withUnsafeBufferPointer { units in
          units.baseAddress.map { TextHash.of($0, count: units.count) } ?? 0
        }
      }, payload)
  }

  /// Adds a phrase by the hashes of its folded words.
  public mutating func add(hashes: [UInt64], _ payload: Int) {
    var hash: UInt64 = 0
    for (index, next) in hashes.enumerated() {
      hash = index == 0 ? next : TextHash.phrase(hash, then: next)
      let slot = slot(for: hash)
      if index < hashes.count - 1 {
        isPrefix[slot] = true
      } else if entries[slot] >= 0 {
        payloads[Int(entries[slot])].append(Int32(payload))
      } else {
        entries[slot] = Int32(payloads.count)
        payloads.append([Int32(payload)])
      }
    }
  }

  /// The payloads of an entry, in the order they were added.
  public func payloads(of entry: Int) -> [Int32] { payloads[entry] }
  /// The first payload of an entry.
  public func payload(of entry: Int) -> Int { Int(payloads[entry][0]) }

  /// The longest phrase that begins at a token, its first `front` view units left out.
  ///
  /// - Parameters:
  ///   - text: The analysed text.
  ///   - token: Index of the first token.
  ///   - front: Number of proclitic units to strip; the caller checks that it is plausible.
  ///   - end: Index after the last token that may belong to the phrase.
  @inlinable
  public func longest(
    in text: AnalysedText, at token: Int, front: Int = 0, end: Int = .max
  ) -> Match? {
    var hash = text.hash(of: text.tokens[token], front: front)
    var best: Match?
    var next = token
    while true {
      let (entry, goesOn) = find(hash)
      if entry >= 0 { best = Match(entry: entry, tokenCount: next - token + 1) }
      next += 1
      guard goesOn, next < min(text.tokens.count, end) else { return best }
      hash = TextHash.phrase(hash, then: text.tokens[next].hash)
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

  /// The entry of a single word by its hash, or nil.
  @inlinable
  public func entry(ofHash hash: UInt64) -> Int? {
    let entry = find(hash).entry
    return entry >= 0 ? entry : nil
  }

  /// Entry (-1 for none) of a hash and whether longer phrases begin so.
  @usableFromInline
  func find(_ hash: UInt64) -> (entry: Int, goesOn: Bool) {
    keys.withUnsafeBufferPointer { keys in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let key = keys[slot]
        if key == 0 { return (-1, false) }
        if key == hash { return (Int(entries[slot]), isPrefix[slot]) }
        slot = (slot + 1) & mask
      }
    }
  }

  private mutating func slot(for hash: UInt64) -> Int {
    if (used + 1) * 2 > keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      keys[slot] = hash
      used += 1
    }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldEntries, oldPrefix) = (keys, entries, isPrefix)
    let size = keys.count * 4
    keys = [UInt64](repeating: 0, count: size)
    entries = [Int32](repeating: -1, count: size)
    isPrefix = [Bool](repeating: false, count: size)
    mask = size - 1
    for i in oldKeys.indices where oldKeys[i] != 0 {
      var slot = Int(truncatingIfNeeded: oldKeys[i]) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      (keys[slot], entries[slot], isPrefix[slot]) = (oldKeys[i], oldEntries[i], oldPrefix[i])
    }
  }
}
