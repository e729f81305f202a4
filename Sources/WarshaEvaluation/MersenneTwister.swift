// SPDX-License-Identifier: Apache-2.0

/// MT19937 (Matsumoto and Nishimura 1998), seeded and read as Python's `random.Random` does it, so that
/// intervals can be checked to the last digit against scorers in Python.
struct MersenneTwister {
  private static let size = 624
  private static let middle = 397

  private var state: [UInt32]
  private var place = MersenneTwister.size

  /// Starts like `random.Random(seed)`: the authors' initialisation by an array of 32-bit words.
  init(seed: UInt64) {
    state = [UInt32](repeating: 19_650_218, count: Self.size)
    for i in 1..<Self.size {
      state[i] = 1_812_433_253 &* Self.mixed(state[i - 1]) &+ UInt32(i)
    }
    let high = UInt32(truncatingIfNeeded: seed >> 32)
    let key = [UInt32(truncatingIfNeeded: seed)] + (high == 0 ? [] : [high])
    var i = 1
    func step() {
      i += 1
      if i == Self.size { (state[0], i) = (state[Self.size - 1], 1) }
    }
    for turn in 0..<Self.size {
      let part = turn % key.count
      state[i] = (state[i] ^ (Self.mixed(state[i - 1]) &* 1_664_525)) &+ key[part] &+ UInt32(part)
      step()
    }
    for _ in 1..<Self.size {
      state[i] = (state[i] ^ (Self.mixed(state[i - 1]) &* 1_566_083_941)) &- UInt32(i)
      step()
    }
    state[0] = 0x8000_0000
  }

  /// A number from 0, smaller than a bound, as `random.choices` draws places.
  mutating func index(below bound: Int) -> Int { Int(fraction() * Double(bound)) }

  /// A number from 0, smaller than 1, of 53 random bits.
  mutating func fraction() -> Double {
    let (high, low) = (next() >> 5, next() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  private mutating func next() -> UInt32 {
    if place == Self.size { twist() }
    var word = state[place]
    place += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    for i in 0..<Self.size {
      let both = (state[i] & 0x8000_0000) | (state[(i + 1) % Self.size] & 0x7FFF_FFFF)
      let turned = both & 1 == 0 ? 0 : UInt32(0x9908_B0DF)
      state[i] = state[(i + Self.middle) % Self.size] ^ (both >> 1) ^ turned
    }
    place = 0
  }

  private static func mixed(_ word: UInt32) -> UInt32 { word ^ (word >> 30) }
}
