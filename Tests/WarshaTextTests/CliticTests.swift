// SPDX-License-Identifier: Apache-2.0

import Testing

struct CliticTests {
  @Test func keepsEveryPlausibleSplit() {
    #expect(Analysed("وبالمدينة").splits == ["وبالمدينه", "و+بالمدينه", "وب+ال+مدينه"])
  }

  @Test func findsTheArticle() {
    #expect(Analysed("القاهرة").splits == ["القاهره", "ال+قاهره"])
  }

  @Test func offersShortWordsWithAndWithoutTheArticle() {
    #expect(Analysed("والذي").splits == ["والذي", "و+الذي", "و+ال+ذي"])
  }

  @Test func findsTheArticleBehindTheRestoredAlif() {
    #expect(Analysed("للقاهرة").splits == ["لالقاهره", "ل+ال+قاهره"])
  }

  @Test func takesNoHamzaForTheArticle() {
    #expect(Analysed("ألمانيا").splits == ["المانيا"])
  }

  @Test func findsPronouns() {
    #expect(Analysed("مدينتهم").splits == ["مدينتهم", "مدينت+هم"])
  }

  @Test func takesNoTaMarbutaForAPronoun() {
    #expect(Analysed("مدينة").splits == ["مدينه"])
  }

  @Test func findsTheFutureBeforeAVerbOnly() {
    #expect(Analysed("سيعلن").splits == ["سيعلن", "س+يعلن"])
    #expect(Analysed("سرمدا").splits == ["سرمدا"])
  }

  @Test func partsNoWordOfTwoLetters() {
    #expect(Analysed("في").splits == ["في"])
  }
}
