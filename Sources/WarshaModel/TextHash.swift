// SPDX-License-Identifier: Apache-2.0

/// The hash of a folded word, the same on both sides of the plugin boundary.
///
/// 64 bits are taken as identity: among a million different words the chance of one collision is
/// below 1 in 30 million, and a lookup that compared letters as well would cost twice the time.
public enum TextHash {
  @usableFromInline static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  @usableFromInline static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Hash of `count` units from `units`. Complexity: O(count), 4 units a step.
  @inlinable @inline(__always)
  public static func of(_ units: UnsafePointer<UInt16>, count: Int) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: count)
    var i = 0
    while i &+ 4 <= count {
      let word = UnsafeRawPointer(units + i).loadUnaligned(as: UInt64.self)
      hash = mix(hash ^ word)
      i &+= 4
    }
    if i < count {
      var word: UInt64 = 0
      while i < count {
        word = word << 16 | UInt64(units[i])
        i &+= 1
      }
      hash = mix(hash ^ word)
    }
    return hash
  }

  /// Hash of a sequence of words, given the hash of all but the last and that of the last.
  @inlinable
  public static func phrase(_ words: UInt64, then next: UInt64) -> UInt64 {
    mix((words ^ factor) &+ next)
  }

  @inlinable
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
