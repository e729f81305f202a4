// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct AnnouncedNameTests {
  @Test func takesAnUnknownFamilyNameBehindAForeignGivenName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "تغلب كينيث هورنستين بصعوبة على منافسه")
        == ["كينيث هورنستين · person"])
  }

  @Test func readsANameBehindANation() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "أحرز الدنماركي هورنستين الميدالية")
        == ["هورنستين · person"])
  }

  @Test func readsTheNextOfAList() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "حضر نزار قباني ولوفاتيني إلى القاعة")
        == ["نزار قباني · person", "لوفاتيني · person"])
  }

  @Test func readsANameBeforeAnAge() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وظهر بارتشان (63 عاما) في القاعة")
        == ["بارتشان · person"])
  }

  @Test func takesAGivenNameAloneForASpeaker() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وأوضحت ماريا أن العمل مستمر.") == ["ماريا · person"])
  }

  @Test func readsTheNumberOfAKing() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "زار الملك محمد الخامس المدينة")
        == ["محمد الخامس · person"])
  }

  @Test func joinsAKoreanNameAcrossItsHyphen() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "استقبل الزعيم كيم جونغ - ايل الوفد")
        == ["كيم جونغ - ايل · person"])
  }

  @Test(arguments: [
    "حذرت على هامش اللقاء، وهو علي وشك السفر.", "قال مصدر إن العمل مستمر.",
    "رحب الجانب الفرنسي كثيرا بالفكرة.", "ويأتي إلينا الأرحام والأقارب",
  ])
  func findsNoNameInOrdinaryWords(_ text: String) throws {
    #expect(try ActorsUnderTest.mentions(in: text) == [])
  }
}
