// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct TokenTests {
  @Test func partsDigitsFromTheUnitGluedToThem() {
    #expect(Analysed("5كم و12كيلومترا").tokens == ["5", "كم", "و", "12", "كيلومترا"])
  }

  @Test func partsAnExponentFromItsUnit() {
    #expect(Analysed("20 كم² 20 كم2").tokens == ["20", "كم", "²", "20", "كم", "2"])
  }

  @Test func keepsSeparatorsInsideNumbers() {
    #expect(Analysed("1,200.5 و١٬٢٠٠٫٥").tokens == ["1,200.5", "و", "١٬٢٠٠٫٥"])
  }

  @Test func keepsInitialsTogether() {
    #expect(Analysed("وكالة أ.ف.ب.").tokens == ["وكالة", "أ.ف.ب", "."])
    #expect(Analysed("أَ.فَّ.ب ا\u{0654}.ف").folded == ["ا.ف.ب", "ا.ف"])
  }

  @Test func partsWordsAtAForgottenBlank() {
    #expect(Analysed("قال:نعم انتهى.وبدأ").tokens == ["قال", ":", "نعم", "انتهى", ".", "وبدأ"])
  }

  @Test func partsScripts() {
    #expect(Analysed("الـBBC").tokens == ["الـ", "BBC"])
  }

  @Test func keepsHashtagsTogetherBehindTheSign() {
    #expect(Analysed("#سوريا_اليوم").tokens == ["#", "سوريا_اليوم"])
  }

  @Test func keepsEmojiSequencesTogether() {
    #expect(Analysed("👨‍👩‍👧🇸🇾👍🏽").tokens == ["👨‍👩‍👧", "🇸🇾", "👍🏽"])
  }

  @Test func makesNoTokenOfDiacriticsOrControlsAlone() {
    #expect(Analysed("\u{064E}\u{064F} \u{200F} \u{0640} \u{0} \u{2067}").tokens == [])
  }

  @Test func tellsKindsApart() {
    #expect(
      Analysed("قال Reuters 50% 😀.").kinds
        == [.arabic, .word, .number, .punctuation, .symbol, .punctuation])
  }

  @Test func knowsArabicWordsInPresentationForms() {
    #expect(Analysed("ﺩﻣﺸﻖ").kinds == [.arabic])
  }

  @Test func flagsGlueParagraphsQuotesAndMarks() {
    #expect(
      Analysed("«مَن»\nهو").flags == [
        [.startsParagraph, .startsSentence, .quote], [.glued, .hasMarks], [.glued, .quote],
        [.startsParagraph, .startsSentence],
      ])
  }
}
