// SPDX-License-Identifier: Apache-2.0

/// The hash table of an imported gazetteer in the memory where its file is mapped; the counterpart
/// of `Slots` for bytes that may be damaged: no search runs on, no entry is taken on trust.
@usableFromInline
struct MappedPhrases: @unchecked Sendable {  // read only
  @usableFromInline let keys: UnsafePointer<UInt64>
  @usableFromInline let values: UnsafePointer<UInt32>
  @usableFromInline let filter: UnsafePointer<UInt64>
  let starts: UnsafePointer<UInt32>
  let hashes: UnsafePointer<UInt64>
  @usableFromInline let mask: Int
  @usableFromInline let filterMask: Int
  /// How many slots a search looks at, at most.
  @usableFromInline let probes: Int
  @usableFromInline let entryCount: Int
  let nameCount: Int
  /// Number of the first entry among those of all parts of a lexicon.
  @usableFromInline let firstEntry: Int
  /// Number of the first name among those of all parts of a gazetteer.
  let firstName: Int

  /// Entry plus 1 and `Slots.prefix`; 0 of a hash that is not there.
  @inlinable @inline(__always)
  func value(of hash: UInt64) -> UInt32 {
    let bit = Int(truncatingIfNeeded: hash >> 32) & filterMask
    if filter[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return 0 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    var left = probes
    while left > 0 {
      let key = keys[slot]
      if key == hash { return key == 0 ? 0 : values[slot] }
      if key == 0 { return 0 }
      slot = (slot &+ 1) & mask
      left &-= 1
    }
    return 0
  }

  /// The entry of a value, numbered among those of all parts; nil when it has none.
  @inlinable @inline(__always)
  func entry(_ value: UInt32) -> Int? {
    guard let entry = Slots.entry(value), entry < entryCount else { return nil }
    return firstEntry + entry
  }

  /// Whether an entry of the lexicon is one of these.
  func owns(_ entry: Int) -> Bool { entry >= firstEntry && entry < firstEntry + entryCount }

  /// The hash of the phrase of an entry.
  func hash(of entry: Int) -> UInt64 { hashes[entry - firstEntry] }

  /// The names of an entry, as numbered among those of all parts.
  func names(of entry: Int) -> Range<Int> {
    let first = Int(starts[entry - firstEntry])
    let end = min(Int(starts[entry - firstEntry + 1]), nameCount)
    return first <= end ? firstName + first..<firstName + end : firstName..<firstName
  }
}
