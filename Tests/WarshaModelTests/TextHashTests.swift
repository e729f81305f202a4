// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct TextHashTests {
  private func hash(_ units: [UInt16]) -> UInt64 {
    units.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { TextHash.of($0, count: buffer.count) } ?? 0
    }
  }

  @Test func isThatOfVersionOneOfTheContract() {
    // Plugins may keep hashes in tables of their own: a change is a new major version.
    #expect(hash(Array("دمشق".utf16)) == Self.damascus)
    #expect(hash(Array("القاهره".utf16)) == Self.cairo)
  }

  private static let damascus: UInt64 = 10_881_293_359_274_497_872
  private static let cairo: UInt64 = 13_016_817_448_687_096_382

  @Test func tellsAMillionShortWordsApart() {
    var seen: Set<UInt64> = []
    for first in 0..<100 {
      for second in 0..<100 {
        for third in 0..<100 {
          seen.insert(hash([first, second, third].map { UInt16(0x0621 + $0) }))
        }
      }
    }
    #expect(seen.count == 1_000_000)
  }

  @Test func tellsLengthsApart() {
    let hashes = (1...40).map { hash([UInt16](repeating: 0, count: $0)) }
    #expect(Set(hashes).count == 40)
  }

  @Test func tellsOrdersOfWordsApart() {
    let (one, two) = (hash([1, 2]), hash([3, 4]))
    #expect(TextHash.phrase(one, then: two) != TextHash.phrase(two, then: one))
  }
}
