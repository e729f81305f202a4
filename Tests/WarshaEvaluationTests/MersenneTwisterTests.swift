// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaEvaluation

struct MersenneTwisterTests {
  /// What Python 3 prints for `random.Random(seed).choices(range(bound), k=…)`.
  @Test(arguments: [
    (1, 10, [1, 8, 7, 2, 4, 4, 6, 7, 0, 0, 8, 4]),
    (1_099_511_627_783, 1000, [613, 814, 945, 570, 475]),
  ]) func drawsWhatPythonDraws(seed: UInt64, bound: Int, expected: [Int]) {
    var random = MersenneTwister(seed: seed)
    #expect(expected.map { _ in random.index(below: bound) } == expected)
  }

  /// The words are made 624 at a time; this one is of the second lot.
  @Test func goesOnBehindTheFirstLot() {
    var random = MersenneTwister(seed: 1)
    for _ in 0..<999 { _ = random.fraction() }
    #expect(random.fraction() == 0.7062615472551386)
  }
}
