// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Single words with all that the tables know of each, found by hash.
///
/// Key and entry share a slot, so that a look-up costs one access to memory; a filter of some bits
/// of each hash spares most of them.
package final class Vocabulary: @unchecked Sendable {  // filled before it is shared
  /// What is known of a word.
  struct Entry: Sendable, BitwiseCopyable {
    var traits: WordTraits = []
    var head: Int16 = -1
    /// Index of a country; -1 of none, -2 of several.
    var country: Int16 = -1
  }

  private struct Slot: BitwiseCopyable {
    var hash: UInt64 = 0
    var entry = Entry()
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let filter: UnsafeMutablePointer<UInt64>
  private let filterMask: Int

  /// Makes room for a number of words.
  private init(count: Int) {
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    filterMask = capacity * 8 - 1
    filter = .allocate(capacity: capacity / 8)
    filter.initialize(repeating: 0, count: capacity / 8)
  }

  deinit {
    slots.deallocate()
    filter.deallocate()
  }

  /// The entry of a word by the hash of its folded form.
  @inline(__always)
  func entry(ofHash hash: UInt64) -> Entry? {
    let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
    if filter[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return nil }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot].entry }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Notes for each token whether it may have an entry as it stands, as `Lexicon.scout` does.
  func scout(
    _ tokens: UnsafeBufferPointer<Token>, into flags: UnsafeMutableBufferPointer<Bool>
  ) {
    let (slots, mask, filter, filterMask) = (slots, mask, filter, filterMask)
    for index in tokens.indices {
      let hash = tokens[index].hash
      let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
      let isPresent = filter[bit >> 6] >> UInt64(bit & 63) & 1
      let slot = Int(truncatingIfNeeded: hash & (0 &- isPresent)) & mask
      flags[index] = isPresent & (slots[slot].hash != 0 ? 1 : 0) != 0
    }
  }

  private func add(_ hash: UInt64, _ entry: Entry) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].hash != 0 && slots[slot].hash != hash { slot = (slot &+ 1) & mask }
    slots[slot] = Slot(hash: hash, entry: entry)
    let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Gathers the words of all tables.
  struct Builder {
    private var entries: [UInt64: Entry] = [:]
    private var ranks: [UInt64: Int] = [:]
    private let folding: Folding

    init(_ folding: Folding) {
      self.folding = folding
      entries.reserveCapacity(1 << 15)
    }

    /// Adds traits to a word of one token; words of several are left out.
    mutating func add(_ word: String, _ traits: WordTraits, head: Int16 = -1) {
      let words = folding.words(word)
      if words.count == 1 { add(words[0], traits, head: head) }
    }

    /// Adds traits to a folded word.
    mutating func add(_ word: [UInt16], _ traits: WordTraits, head: Int16 = -1) {
      let hash = Self.hash(word)
      entries[hash, default: Entry()].traits.formUnion(traits)
      if head >= 0 { entries[hash]?.head = head }
    }

    /// Ties a word of one token to a country.
    /// Of two countries the place that ranks higher by more than one decides.
    mutating func add(_ word: [UInt16], country: Int16, rank: Int) {
      let hash = Self.hash(word)
      guard country >= 0, let known = entries[hash]?.country else { return }
      let before = known == -1 ? Int.min / 2 : ranks[hash] ?? 0
      if rank > before + 1 {
        entries[hash]?.country = country
      } else if rank >= before - 1, known != country {
        entries[hash]?.country = -2
      }
      ranks[hash] = max(rank, before)
    }

    /// Adds a folded phrase to a lexicon, and to its first word the trait that says so.
    mutating func add(
      _ words: [[UInt16]], to lexicon: inout Lexicon, payload: Int, _ trait: WordTraits
    ) {
      guard let first = words.first else { return }
      lexicon.add(words, payload)
      let isLongPlace = words.count > 1 && trait == .startsPlace
      add(first, isLongPlace ? [trait, .startsLongPlace] : trait)
    }

    /// The hash of a folded word, as tokens carry it.
    static func hash(_ word: [UInt16]) -> UInt64 {
      word.withUnsafeBufferPointer { units in
        units.baseAddress.map { TextHash.of($0, count: units.count) } ?? 0
      }
    }

    /// The vocabulary of what was added.
    func build() -> Vocabulary {
      let vocabulary = Vocabulary(count: entries.count)
      for (hash, entry) in entries { vocabulary.add(hash, entry) }
      return vocabulary
    }
  }
}
