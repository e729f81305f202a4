// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel

struct SpellingTests {
  @Test func givesNamesWithoutWhatTheAuthorAddedToTheLetters() {
    let texts = ["أَحْمَد الـحـسن\u{200F}", "ا\u{0654}حمد الحسن", "أحمد الحسن"]
    #expect(
      texts.map { text in Fixture.with(text) { $0.plain(TextRange(0, text.utf16.count)) } }
        == ["أحمد الحسن", "أحمد الحسن", "أحمد الحسن"])
  }

  @Test func knowsAMarkWithDiacriticsOnIt() {
    #expect(Fixture.with("وَ") { $0.isMark(0, 0x0648) })
    #expect(!Fixture.with("وا") { $0.isMark(0, 0x0648) })
    #expect(!Fixture.with("و") { $0.isMark(1, 0x0648) })
  }
}
