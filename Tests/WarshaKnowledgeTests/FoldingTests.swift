// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaKnowledge
import WarshaModel
import WarshaTesting

struct FoldingTests {
  @Test(arguments: [
    ("عَلى  أَنّ", "علي ان"), ("للقاهرة", "لالقاهره"), ("5كم", "5 كم"), ("كم²", "كم 2"),
    ("أ.ف.ب", "ا.ف.ب"), ("د. محمد", "د . محمد"), ("ما-بين", "ما - بين"), ("الـBBC", "ال bbc"),
    ("", ""), ("سوريا_اليوم", "سوريا_اليوم"), ("U.N. Women", "u.n . women"),
    ("km2 5km", "km2 5 km"),
    ("1.5 ١٬٢٠٠", "1.5 1,200"), ("O'Neil", "o'neil"), ("عام_2024", "عام_ 2024"),
    ("قال:نعم", "قال : نعم"),
    ("100%", "100 %"), ("$5 €", "$ 5 €"), ("صلى ﷺ", "صلي صلي الله عليه وسلم"),
    ("«أ» (ب)", "« ا » ( ب )"),
    ("😀👍5", "😀 👍 5"), ("→ب", "→ ب"), ("أ.ب", "ا.ب"), ("أ.بت", "ا . بت"), ("كم²", "كم 2"),
    ("covid-19", "covid - 19"),
  ])
  func partsWordsOfTablesAsTheTokeniserPartsTexts(_ phrase: String, _ folded: String) {
    #expect(Fixture.folding.string(phrase) == folded)
    let tokens = Fixture.with(phrase) { text in text.tokens.map { text.folded($0) } }
    #expect(tokens.joined(separator: " ") == folded)
  }

  /// A phrase of a table that is parted otherwise than texts are would never be found.
  @Test func partsEveryLineOfTheCorpusAsTheTokeniserDoes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.corpus)
    for name in names.sorted() where name.hasSuffix(".txt") {
      let text = try String(contentsOfFile: "\(Checkout.corpus)/\(name)", encoding: .utf8)
      // Flags and emoji with a joiner are several characters that the tokeniser joins; no table
      // holds them.
      for line in text.split(whereSeparator: \.isNewline).map(String.init)
      where !line.unicodeScalars.contains(where: {
        (0x1F1E6...0x1F1FF).contains($0.value) || $0.value == 0x200D
      }) {
        let tokens = Fixture.with(line) { text in text.tokens.map { text.folded($0) } }
        let words = Fixture.folding.words(line).map { String(decoding: $0, as: UTF16.self) }
        #expect(words == tokens)
      }
    }
  }
}
