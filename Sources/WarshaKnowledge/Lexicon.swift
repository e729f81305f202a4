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

  /// Makes an empty lexicon.
  public init() { slots = Slots(capacity: 64) }

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

  /// The payloads of an entry, in the order they were added.
  public func payloads(of entry: Int) -> [Int32] { payloads[entry] }
  /// The first payload of an entry.
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
    // Nearly every word ends here.
    return value == 0 ? nil : longest(text, token, hash, value, end)
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

  /// The entries of all phrases that begin at a token after `front` units, short ones first.
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
  }

  /// Whether a phrase may begin with a word of a hash.
  @inlinable @inline(__always)
  public func mayBegin(withHash hash: UInt64) -> Bool { slots.value(of: hash) != 0 }

  /// The entry of a single word by its hash, or nil.
  @inlinable @inline(__always)
  public func entry(ofHash hash: UInt64) -> Int? {
    Slots.entry(slots.value(of: hash))
  }
}

/// Open addressing on plain memory: one probe costs a load and a comparison, and copying a lexicon
/// costs one reference.
@usableFromInline
final class Slots: @unchecked Sendable {  // filled before it is shared
  /// Set when longer phrases begin so.
  @usableFromInline static let prefix: UInt32 = 1 << 31

  @usableFromInline let keys: UnsafeMutablePointer<UInt64>
  /// Entry plus 1, 0 for none, and `prefix`.
  @usableFromInline let values: UnsafeMutablePointer<UInt32>
  @usableFromInline let mask: Int
  /// One bit for some bits of each key. Nearly every word of a text is in no table, and a table of
  /// ten thousand names does not fit the fast cache, where this does.
  @usableFromInline let filter: UnsafeMutablePointer<UInt64>
  @usableFromInline let filterMask: Int
  var used = 0
  var capacity: Int { mask + 1 }

  init(capacity: Int) {
    keys = .allocate(capacity: capacity)
    values = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    values.initialize(repeating: 0, count: capacity)
    mask = capacity - 1
    let words = max(1, capacity / 16)
    filter = .allocate(capacity: words)
    filter.initialize(repeating: 0, count: words)
    filterMask = words * 64 - 1
  }

  convenience init(copying other: Slots, capacity: Int) {
    self.init(capacity: capacity)
    for i in 0..<other.capacity where other.keys[i] != 0 {
      values[claim(other.keys[i])] = other.values[i]
    }
  }

  deinit {
    keys.deallocate()
    values.deallocate()
    filter.deallocate()
  }

  @inlinable @inline(__always)
  static func entry(_ value: UInt32) -> Int? {
    let entry = value & ~prefix
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// Value of a hash; 0 when it is not there.
  @inlinable @inline(__always)
  func value(of hash: UInt64) -> UInt32 {
    let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
    if filter[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return 0 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let key = keys[slot]
      if key == hash { return key == 0 ? 0 : values[slot] }
      if key == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Sets the flags of tokens whose hash may be there.
  @inlinable
  func scout(
    _ tokens: UnsafeBufferPointer<Token>, into flags: UnsafeMutableBufferPointer<Bool>
  ) {
    let (keys, mask, filter, filterMask) = (keys, mask, filter, filterMask)
    for index in tokens.indices {
      let hash = tokens[index].hash
      let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
      let isPresent = filter[bit >> 6] >> UInt64(bit & 63) & 1
      // The first slot stands for those that the filter refuses.
      let slot = Int(truncatingIfNeeded: hash & (0 &- isPresent)) & mask
      flags[index] = isPresent & (keys[slot] != 0 ? 1 : 0) != 0
    }
  }

  /// The slot of a hash, taken for it when it has none. The caller keeps half of them free.
  func claim(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      keys[slot] = hash
      used += 1
      let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return slot
  }
}
