// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel

struct NumberGrammarTests {
  private let grammar: NumberGrammar

  init() throws { grammar = try Fixture.numbers() }

  /// The first number of a text: its value, and how much of the text it covers.
  private func read(_ string: String) -> (value: Double, surface: String)? {
    Fixture.with(string) { text in
      for index in text.tokens.indices {
        if let phrase = grammar.phrase(in: text, at: index, end: text.tokens.count) {
          let range = text.range(from: phrase.first, front: phrase.front, through: phrase.last)
          return (phrase.value, text.string(range))
        }
      }
      return nil
    }
  }

  @Test(
    arguments: [
      ("خمسة", 5), ("خمس", 5), ("اثنين", 2), ("عشرة", 10), ("أحد عشر", 11), ("اثنتا عشرة", 12),
      ("ثلاثة عشر", 13), ("عشرون", 20), ("عشرين", 20), ("خمسة وعشرين", 25), ("تسعة وتسعون", 99),
      ("مئة", 100), ("مائة", 100), ("مئتين", 200), ("مائتان", 200), ("ثلاثمئة", 300),
      ("ثلاثمائة", 300), ("ثلاث مئة", 300), ("مئة وخمسة وعشرون", 125), ("مئة وواحد", 101),
      ("ثمانمئة وثمانية وثمانين", 888), ("ألف", 1000), ("ألفان", 2000), ("ألفين", 2000),
      ("ثلاثة آلاف", 3000), ("خمسة آلاف ومئتان", 5200), ("مئة وخمسون ألفا", 150_000),
      ("ألف وتسعمئة وثمانية وأربعون", 1948), ("ألفين وأربعة وعشرين", 2024), ("مليون", 1_000_000),
      ("مليونان", 2_000_000), ("ثلاثة ملايين ومئتي ألف", 3_200_000), ("مليار ونصف المليار", 1.5e9),
      ("مليون ونصف", 1.5e6), ("مليون ونصف المليون", 1.5e6), ("خمسة ونصف", 5.5), ("نصف", 0.5),
      ("ثلاثة أرباع", 0.75), ("مئة ألف مليون", 1e11),
    ] as [(String, Double)])
  func readsWholePhrasesInWords(_ phrase: String, _ value: Double) {
    #expect(read(phrase)?.value == value)
    #expect(read(phrase)?.surface == phrase)
  }

  @Test(
    arguments: [
      ("5", 5), ("٢٠٢٤", 2024), ("۱۲", 12), ("1.5", 1.5), ("1,200", 1200), ("1,200.5", 1200.5),
      ("1.200.000", 1_200_000), ("١٬٢٠٠٫٥", 1200.5), ("٣٫١٢٥", 3.125), ("3.125", 3.125),
      ("1.200", 1200),
      ("1.000", 1000),
      ("250 000", 250_000), ("1 250 000", 1_250_000), ("3 آلاف", 3000), ("1.5 مليون", 1.5e6),
      ("280 ألف", 280_000), ("3 ملايين و500 ألف", 3.5e6), ("3 آلاف و500", 3500), ("2,5", 2.5),
      ("5 ملايين ونصف المليون", 5.5e6), ("3 آلاف و٥٠٠", 3500),
    ] as [(String, Double)])
  func readsWholePhrasesInDigits(_ phrase: String, _ value: Double) {
    #expect(read(phrase)?.value == value)
    #expect(read(phrase)?.surface == phrase)
  }

  @Test(
    arguments: [
      ("مليون و5 جرحى", 1_000_000, "مليون"), ("12 250 شخصا", 12_250, "12 250"),
      ("عام 2024 300 شخص", 2024, "2024"), ("خمسة ومئة", 5, "خمسة"), ("بخمسة أيام", 5, "خمسة"),
      ("وثلاثين رجلا", 30, "ثلاثين"), ("عشرون وخمسة", 20, "عشرون"),
      ("بضعة آلاف قتيل", 3000, "بضعة آلاف"),
      ("عشرات الآلاف", 10_000, "عشرات الآلاف"),
    ] as [(String, Double, String)])
  func stopsWhereTheNumberEnds(_ text: String, _ value: Double, _ surface: String) {
    #expect(read(text)?.value == value)
    #expect(read(text)?.surface == surface)
  }

  @Test(arguments: ["سوريا", "1.2.3.4", "الخمسة", "عشيرة", "ألفاظ", ""])
  func readsNoNumberWhereThereIsNone(_ text: String) {
    #expect(read(text)?.surface == nil)
  }

  @Test(
    arguments: [
      ("الأول", 1), ("الثانية", 2), ("ثالث", 3), ("الحادية عشرة", 11), ("الخامس والعشرون", 25),
      ("العشرين", 20), ("للثامن", 8), ("الخامس و العشرون", 25), ("الواحد والثلاثين", 31),
      ("الإحدى عشرة", 11), ("الاثنا عشر", 12), ("التانية", 2), ("المئة", 100), ("المئتان", 200),
      ("الأربعة مئة", 400), ("الخمسمائة والعشرون", 520), ("المئة والخامسة والستون", 165),
      ("العاشر بعد المئة", 110), ("الأول بعد الألف", 1001), ("الألف", 1000), ("المليون", 1e6),
    ] as [(String, Double)])
  func readsOrdinals(_ phrase: String, _ value: Double) {
    #expect(ordinal(phrase)?.value == value)
    #expect(ordinal(phrase)?.isWhole == true)
  }

  @Test(arguments: [
    "المليون دولار", "الآلاف", "في المئة", "بالمئة", "المئة ألف", "الواحد", "الخمسة", "لست",
  ])
  func readsNoOrdinalWhereThereIsNone(_ text: String) {
    #expect(ordinal(text)?.value == nil)
  }

  @Test(
    arguments: [
      ("الألف والمئة", 1000), ("الثاني والرابع عشر", 2), ("الأحد عشرة رجال", nil),
      ("الثامنة وعشرين دقيقة", 8),
    ] as [(String, Double?)])
  func stopsWhereTheOrdinalEnds(_ text: String, _ value: Double?) {
    #expect(ordinal(text)?.value == value)
  }

  /// The ordinal at the first or second token, and whether it ends the text.
  private func ordinal(_ string: String) -> (value: Double, isWhole: Bool)? {
    Fixture.with(string) { text in
      for index in text.tokens.indices.prefix(2) {
        if let found = grammar.ordinal(in: text, at: index, end: text.tokens.count) {
          return (found.value, found.last == text.tokens.count - 1)
        }
      }
      return nil
    }
  }

  /// Each of the tables of dialect forms by one or two of its members.
  @Test(
    arguments: [
      ("حداشر", 11), ("حدعش", 11), ("اطنعشر", 12), ("اتناشر", 12), ("تلتاشر", 13), ("ثلثطعش", 13),
      ("اربعتاشر", 14), ("خمسطعشر", 15), ("سطعش", 16), ("ستاشر", 16), ("سبعتاشر", 17),
      ("تمنطعش", 18), ("تمنتاشر", 18), ("تسعطعشر", 19), ("تنين", 2), ("تمنية", 8), ("تلاتين", 30),
      ("تمنين", 80), ("مية", 100), ("متين", 200), ("ميتين", 200), ("تلتمية", 300),
      ("ثلاثمية", 300), ("ربعمية", 400), ("خمسميت", 500), ("تمنمية", 800), ("أربع تلاف", 4000),
      ("خمس ألوف", 5000), ("ميتين وعشرة", 210), ("ألفين وتلتمية وخمسة وستين", 2365),
    ] as [(String, Double)])
  func readsDialect(_ phrase: String, _ value: Double) {
    #expect(read(phrase)?.value == value)
    #expect(read(phrase)?.surface == phrase)
  }
}
