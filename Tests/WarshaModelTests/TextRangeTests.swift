// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct TextRangeTests {
  @Test func doesNotOverlapItsNeighbour() {
    #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
    #expect(TextRange(0, 4).overlaps(TextRange(3, 5)))
  }

  @Test func isEmptyRatherThanReversed() {
    #expect(TextRange(5, 2) == TextRange(5, 5))
  }

  @Test func ordersShorterFirst() {
    #expect(
      [TextRange(1, 4), TextRange(0, 9), TextRange(1, 2)].sorted()
        == [TextRange(0, 9), TextRange(1, 2), TextRange(1, 4)])
  }

  @Test func joins() {
    #expect(TextRange(4, 5).union(TextRange(1, 2)) == TextRange(1, 5))
  }
}
