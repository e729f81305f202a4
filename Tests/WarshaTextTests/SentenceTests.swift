// SPDX-License-Identifier: Apache-2.0

import Testing

struct SentenceTests {
  @Test func endAtStopsAndQuestionMarks() {
    #expect(
      Analysed("وصل الوفد. متى يغادر؟ غدا! انتهى").sentences
        == ["وصل الوفد.", "متى يغادر؟", "غدا!", "انتهى"])
  }

  @Test func endAtLineBreaksWithoutAnyMark() {
    #expect(
      Analysed("عنوان الخبر\nنص الخبر\r\nخاتمة").sentences == ["عنوان الخبر", "نص الخبر", "خاتمة"])
  }

  @Test func goOnBehindInitials() {
    #expect(
      Analysed("قال د. محمد لوكالة أ.ف.ب. إن الوضع هادئ. وأضاف").sentences
        == ["قال د. محمد لوكالة أ.ف.ب. إن الوضع هادئ.", "وأضاف"])
  }

  @Test func goOnBehindInitialsWithDiacritics() {
    #expect(Analysed("قال دَ. محمد لوكالة أَ.فَ.بَ. إنه").sentences.count == 1)
  }

  @Test func goOnInsideAQuotation() {
    #expect(
      Analysed("قال «وصلنا. ثم غادرنا» وسكت. انتهى").sentences
        == ["قال «وصلنا. ثم غادرنا» وسكت.", "انتهى"])
  }

  @Test func endBehindTheQuotationThatHoldsTheStop() {
    #expect(
      Analysed("قال: \"وصلنا.\" وأضاف: نعم.").sentences == ["قال: \"وصلنا.\"", "وأضاف: نعم."])
  }

  @Test func endInsideAQuotationThatNobodyCloses() {
    #expect(
      Analysed("قال «وصلنا. ثم غادرنا. انتهى").sentences == ["قال «وصلنا.", "ثم غادرنا.", "انتهى"])
  }

  @Test func goOnBehindAnEllipsis() {
    #expect(Analysed("ثم… عاد").sentences == ["ثم… عاد"])
  }

  @Test func goOnInsideDecimalNumbersAndListNumbers() {
    #expect(Analysed("1. بلغ 3.5 مليون. انتهى").sentences == ["1. بلغ 3.5 مليون.", "انتهى"])
  }

  @Test func takeFurtherStopsAndBracketsWithThem() {
    #expect(Analysed("(وصل الوفد.) ماذا؟! نعم").sentences == ["(وصل الوفد.)", "ماذا؟!", "نعم"])
  }

  @Test func endAtAStopWithoutABlankBehindIt() {
    #expect(Analysed("وصل الوفد.وغادر").sentences == ["وصل الوفد.", "وغادر"])
  }

  @Test func areNoneInATextWithoutTokens() {
    #expect(Analysed(" \n ").sentences == [])
  }
}
