// SPDX-License-Identifier: Apache-2.0

import CICUShim
import WarshaModel

/// ICU's own word break: the oracle of the tokeniser's test, the yardstick of the benchmark.
package enum WordBreakOracle {
  /// Boundaries and rule statuses of a text, in text order.
  package static func boundaries(_ text: SourceText) -> [(end: Int, status: Int)] {
    text.units.withUnsafeBufferPointer { units in
      var err: Int32 = 0
      guard
        let words = warsha_icu_words_open(units.baseAddress, Int32(clamping: units.count), &err),
        err <= 0
      else { return [] }
      defer { warsha_icu_words_close(words) }
      var boundaries: [(end: Int, status: Int)] = []
      var status: Int32 = 0
      while case let end = warsha_icu_words_next(words, &status), end >= 0 {
        boundaries.append((Int(end), Int(status)))
      }
      return boundaries
    }
  }

  /// Goes over all boundaries with their statuses in one C loop.
  package static func count(_ text: SourceText) -> Int {
    text.units.withUnsafeBufferPointer { units in
      var err: Int32 = 0
      guard
        let words = warsha_icu_words_open(units.baseAddress, Int32(clamping: units.count), &err),
        err <= 0
      else { return 0 }
      defer { warsha_icu_words_close(words) }
      return Int(warsha_icu_words_count(words))
    }
  }
}
