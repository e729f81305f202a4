// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel

struct LexiconTests {
  private func lexicon(_ phrases: [String]) -> Lexicon {
    var lexicon = Lexicon()
    for (index, phrase) in phrases.enumerated() {
      lexicon.add(Fixture.folding.words(phrase), index)
    }
    return lexicon
  }

  private func longest(_ phrases: [String], in string: String) -> [String] {
    let lexicon = lexicon(phrases)
    return Fixture.with(string) { text in
      text.tokens.indices.compactMap { index in
        lexicon.match(in: text, at: index).map {
          text.string(
            text.range(from: index, front: $0.front, through: index + $0.match.tokenCount - 1))
        }
      }
    }
  }

  @Test func findsTheLongestPhrase() {
    #expect(
      longest(["الأمم", "الأمم المتحدة"], in: "قالت الأمم المتحدة إن الأمم") == [
        "الأمم المتحدة", "الأمم",
      ])
  }

  @Test func fallsBackToTheShorterPhraseWhenTheLongerBreaksOff() {
    #expect(longest(["شمال", "شمال شرق سوريا"], in: "شمال شرق العراق") == ["شمال"])
  }

  @Test func looksBehindProclitics() {
    #expect(longest(["القاهرة", "دمشق"], in: "للقاهرة وبدمشق") == ["لقاهرة", "دمشق"])
  }

  @Test func prefersTheWholeWordToAStrippedOne() {
    #expect(longest(["وليد", "ليد"], in: "وليد") == ["وليد"])
  }

  @Test func findsWordsWhateverTheirDiacritics() {
    #expect(longest(["إدلب"], in: "إِدْلِب ادلب إدلـب") == ["إِدْلِب", "ادلب", "إدلـب"])
  }

  @Test func keepsEveryPayloadOfAPhrase() {
    let lexicon = lexicon(["أب", "آب", "أم"])
    let entry = Fixture.with("أب") { lexicon.longest(in: $0, at: 0) }?.entry ?? -1
    #expect(lexicon.payloads(of: entry) == [0, 1])
    #expect(lexicon.count == 2)
  }

  @Test func stopsAtTheEndItWasGiven() {
    let lexicon = lexicon(["ألف با تا"])
    #expect(Fixture.with("ألف با تا") { lexicon.longest(in: $0, at: 0, end: 2) } == nil)
  }

  @Test func growsWithoutLosingEntries() {
    let phrases = (0..<5_000).map { "w\(String($0, radix: 36)) x" }
    let lexicon = lexicon(phrases)
    let found = phrases.indices.filter { index in
      Fixture.with(phrases[index]) { lexicon.longest(in: $0, at: 0) }
        .map { lexicon.payload(of: $0.entry) } == index
    }
    #expect(found.count == 5_000)
  }

  @Test func findsNothingWhenEmpty() {
    #expect(Fixture.with("دمشق") { Lexicon().longest(in: $0, at: 0) } == nil)
    #expect(Lexicon().isEmpty)
  }
}
