// SPDX-License-Identifier: Apache-2.0

import WarshaModel

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

  /// How many slots the longest search looks at, the empty one at its end included.
  var longestProbe: Int {
    var longest = 1
    for slot in 0..<capacity where keys[slot] != 0 {
      let home = Int(truncatingIfNeeded: keys[slot]) & mask
      longest = max(longest, (slot - home) & mask + 2)
    }
    return min(longest, capacity)
  }
}
