// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaText

struct ViewTests {
  @Test func unifiesSpellings() {
    #expect(
      Analysed("إدلبُ مدرسةٌ على مُؤتَمَر ٢٠٢٤ الـســـلام BBC").folded
        == ["ادلب", "مدرسه", "علي", "موتمر", "2024", "السلام", "bbc"])
  }

  @Test func unfoldsPresentationFormsAndLigatures() {
    #expect(Analysed("ﻻ ﺩﻣﺸﻖ ﷲ").folded == ["لا", "دمشق", "الله"])
  }

  @Test func treatsComposedAndDecomposedLettersAlike() {
    #expect(Analysed("ا\u{0654}حمد").folded == Analysed("أحمد").folded)
  }

  @Test func everyViewUnitLeadsBackToItsSource() {
    //        0 1 2 3 4 5: beh fatha tatweel beh blank lam-alef
    #expect(Analysed("بَـب ﻻ").map == [0, 3, 4, 5, 5, 6])
  }

  @Test func mapsTheEmptyTextToItsEnd() {
    #expect(Analysed("").map == [0])
  }

  @Test func restoresTheAlifThatTheArticleLostBehindLam() {
    let text = Analysed("للقاهرة وللعراق")
    #expect(text.folded == ["لالقاهره", "ولالعراق"])
  }

  @Test func theRestoredAlifPointsAtTheLetterBehindIt() {
    #expect(Analysed("للقاهرة").map == [0, 1, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func restoresNoAlifInWordsThatHaveNoArticle() {
    #expect(Analysed("لله قللت ملل").folded == ["لله", "قللت", "ملل"])
  }

  @Test func foldsTablesAsItFoldsTexts() {
    let words = ["إِدْلِب", "ﻻﺯﻗﻴﺔ", "٢٠٢٤", "ﷺ", "BBC", "گ"]
    #expect(
      words.map { String(decoding: Analyser.fold($0.utf16), as: UTF16.self) }
        == words.map { Analysed($0).view })
  }
}
