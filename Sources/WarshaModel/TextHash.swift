// SPDX-License-Identifier: Apache-2.0

/// The hash of a folded word, the same on both sides of the plugin boundary.
///
/// 64 bits are taken as identity: among a million different words the chance of one collision is
/// below 1 in 30 million, and a lookup that compared letters as well would cost twice the time.
public enum TextHash {
  @usableFromInline static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  @usableFromInline static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Hash of `count` units from `units`. Complexity: O(count).
  ///
  /// Up to 8 units, which is nearly every word, cost one multiplication and no loop: the first and
  /// the last 4 units are read, and may overlap, since the length is part of the hash.
  @inlinable @inline(__always)
  public static func of(_ units: UnsafePointer<UInt16>, count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(units)
    let length = UInt64(truncatingIfNeeded: count)
    if count >= 4 {
      var hash = seed ^ length
      var i = 0
      while i &+ 8 < count {
        hash = mix(
          hash ^ raw.loadUnaligned(fromByteOffset: 2 &* i, as: UInt64.self),
          factor ^ raw.loadUnaligned(fromByteOffset: 2 &* i &+ 8, as: UInt64.self))
        i &+= 8
      }
      let first = min(i, count &- 4)
      return mix(
        hash ^ raw.loadUnaligned(fromByteOffset: 2 &* first, as: UInt64.self),
        factor ^ raw.loadUnaligned(fromByteOffset: 2 &* (count &- 4), as: UInt64.self))
    }
    if count <= 0 { return seed }
    let word =
      UInt64(units[0]) | UInt64(units[count >> 1]) << 16 | UInt64(units[count &- 1]) << 32
    return mix(seed ^ length ^ word, factor ^ word)
  }

  /// Hash of a sequence of words, given the hash of all but the last and that of the last.
  @inlinable
  public static func phrase(_ words: UInt64, then next: UInt64) -> UInt64 {
    mix(words ^ factor, seed &+ next)
  }

  @inlinable @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
