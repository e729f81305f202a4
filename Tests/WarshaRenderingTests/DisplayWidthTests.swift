// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaRendering

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("حمص", 3), ("دِمَشْق", 4), ("رحـــمة", 7), ("هٰذا", 3),
    ("\u{2067}حمص\u{2069}", 3), ("a\u{200F}b\u{200B}", 2), ("٥٦٣", 3), ("ﷺ", 1), ("ﻻ", 1),
    ("\u{600}٥", 2), ("\u{6DD}", 1), ("北京", 4), ("ＡＢ", 4), ("한국", 4), ("🚗", 2), ("🇸🇾", 2),
    ("é", 1), ("e\u{301}", 1), ("\u{1B}\n", 0), ("«—…»", 4), ("\u{20AC}", 1),
  ])
  func countsCells(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func cutsBetweenLettersWithTheirMarks() {
    #expect(DisplayWidth.truncate("دِمَشْق", to: 3) == "دِمَ…")
    #expect(DisplayWidth.truncate("دِمَشْق", to: 4) == "دِمَشْق")
    #expect(DisplayWidth.truncate("北京市", to: 4) == "北…")
    #expect(DisplayWidth.truncate("abc", to: 0) == "")
  }
}
