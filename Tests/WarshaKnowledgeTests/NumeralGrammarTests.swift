// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel

struct NumeralGrammarTests {
  private let grammar: NumberGrammar

  init() throws { grammar = try Fixture.numbers() }

  /// The first number of a text with its notation: its value, and how much of the text it covers.
  private func read(_ string: String) -> (value: Double, surface: String)? {
    Fixture.with(string) { text in
      for index in text.tokens.indices {
        if let phrase = grammar.numeral(in: text, at: index, end: text.tokens.count) {
          let range = text.range(from: phrase.first, front: phrase.front, through: phrase.last)
          return (phrase.value, text.string(range))
        }
      }
      return nil
    }
  }

  @Test(
    arguments: [
      ("-10,000", -10_000), ("+7", 7), ("−٣٫٥", -3.5), ("سالب مئة", -100), ("٫٢٥", 0.25),
      ("7/8", 0.875), ("-3/4", -0.75), ("3/4 مليون", 750_000), ("6 1/4", 6.25), ("5e3", 5000),
      ("25e-2", 0.25), ("2^8", 256), ("ثلاثة على أربعة", 0.75), ("1 على 8", 0.125),
      ("واحد من ألف", 0.001), ("مئة إلا ربع", 75), ("ألف إلا خمسين", 950), ("نصف مليون", 500_000),
      ("ربع ألف", 250),
      ("ألف وربع مئة", 1025), ("مئة ونصف", 150), ("مئتان وثلاثة أخماس", 200.6),
      ("صفر فاصلة خمسة وعشرون", 0.25), ("واحد فاصلة صفر ستة", 1.06), ("9 فاصلة 05", 9.05),
      ("مئة وتسعة ومليون", 1_000_109), ("ثلاثون مئة ألف", 3_000_000), ("خمسة ونصف ألف", 5500),
      ("مليون 300 ألف", 1_300_000), ("ألفي مليار", 2e12),
    ] as [(String, Double)])
  func readsNotation(_ phrase: String, _ value: Double) {
    #expect(read(phrase)?.value == value)
    #expect(read(phrase)?.surface == phrase)
  }

  @Test(
    arguments: [
      ("5-10", 5, "5"), ("عام 2013/2014", 2013, "2013"), ("1/2/2020", 1, "1"), ("24/7", 24, "24"),
      ("2 - 3", 2, "2"), ("ثلاثة من أربعة", 3, "ثلاثة"), ("مئة و50 جريحا", 100, "مئة"),
      ("مليون و5 جرحى", 1_000_000, "مليون"), ("عشرة ومئة", 10, "عشرة"),
    ] as [(String, Double, String)])
  func stopsBeforeWhatIsNoNotation(_ text: String, _ value: Double, _ surface: String) {
    #expect(read(text)?.value == value)
    #expect(read(text)?.surface == surface)
  }

  @Test func leavesSignsAndQuotientsOutOfPhrases() {
    let found = Fixture.with("-5/12") { text in
      (0..<2).map { grammar.phrase(in: text, at: $0, end: text.tokens.count)?.value }
    }
    #expect(found == [nil, 5])
  }

  @Test(arguments: [
    String(repeating: "9", count: 400), "9e999", "9^999", "1e-999",
    "-" + String(repeating: "8", count: 330),
    String(repeating: "999 ", count: 300), String(repeating: "مليون ", count: 300),
    String(repeating: "صفر فاصلة ", count: 300), String(repeating: "وعشرون و ", count: 300),
    "1" + String(repeating: "/2", count: 300), String(repeating: "ألف وربع ", count: 300),
    String(repeating: "ألف إلا ", count: 2000), "inf",
    "nan",
    "٫" + String(repeating: "1", count: 400), "5 على صفر", "1/0", "0/0", "سالب", "-", "فاصلة", "و",
  ])
  func givesAFiniteValueOrNothing(_ string: String) {
    let values = Fixture.with(string) { text in
      text.tokens.indices.flatMap { index in
        [
          grammar.numeral(in: text, at: index, end: text.tokens.count)?.value,
          grammar.ordinal(in: text, at: index, end: text.tokens.count)?.value,
          grammar.phrase(in: text, at: index, end: text.tokens.count)?.value,
        ].compactMap { $0 }
      }
    }
    #expect(values.filter { !$0.isFinite } == [])
  }

  @Test func tellsTheWordsOfANumber() throws {
    let steps = try Fixture.with("خمسة وعشرون ألفا و300") { text in
      let phrase = try #require(grammar.numeral(in: text, at: 0, end: text.tokens.count))
      return grammar.derivation(of: phrase, in: text)
    }
    #expect(steps == "خمسة (unit 5) + عشرون (tens 20) + ألفا (accusative 1000) + 300")
  }
}
