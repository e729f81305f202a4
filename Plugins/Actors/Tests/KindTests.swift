// SPDX-License-Identifier: Apache-2.0

import Testing

/// Types of bodies, how far their names reach, names in Latin letters.
@Suite struct KindTests {
  @Test func aHospitalWhereSomebodyLiesIsAPlace() throws {
    #expect(try ActorsUnderTest.mentions(in: "نقل الجرحى إلى مستشفى الرازي الحكومي.").isEmpty)
    #expect(
      try ActorsUnderTest.mentions(in: "أعلن مستشفى الرازي الحكومي وفاة مريض.")
        == ["مستشفى الرازي الحكومي · organization"])
  }

  @Test func securityMakesADirectorateAService() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "أوضحت مديرية أمن الفيوم وإدارة مكافحة المخدرات الأمر.")
        == ["مديرية أمن الفيوم · armed_force", "إدارة مكافحة المخدرات · armed_force"])
  }

  @Test func centralBanksAreTheStates() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "رفع مصرف قطر المركزي الفائدة.")
        == ["مصرف قطر المركزي · government"])
  }

  @Test func anAgencyForAFieldIsNoOutlet() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "قالت وكالة تنمية الواحات إن السد اكتمل.")
        == ["وكالة تنمية الواحات · government"])
  }

  @Test func anIndefiniteFieldIsCoordinated() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وأعلنت هيئة النزاهة ومكافحة الغش النتائج.")
        == ["هيئة النزاهة ومكافحة الغش · government"])
  }

  @Test func aPurposeMayHaveAnObject() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "دعت الجمعية المغربية للدفاع عن حقوق المرأة إلى الحوار.")
        == ["الجمعية المغربية للدفاع عن حقوق المرأة · organization"])
  }

  @Test func aUniversityIsCalledAfterASon() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "قالت جامعة ابن رشد إن القبول انتهى.")
        == ["جامعة ابن رشد · organization"])
  }

  @Test func anApostropheJoinsALatinName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "ذكرت صحيفة L'Avenir-Soir أن القطار تأخر.")
        == ["صحيفة L'Avenir-Soir · media"])
  }

  @Test func aTitleAnnouncesALatinName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "قال الخبير الفرنسي Luc Moreau، أمس، إن الماء نظيف.")
        == ["Luc Moreau · person"])
  }

  @Test func compoundSurnamesOfTheMaghrebAreNames() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "سجل سفيان بنعطية هدف الفوز")
        == ["سفيان بنعطية · person"])
    #expect(
      try ActorsUnderTest.mentions(in: "وفاز سفيان بنسبة كبيرة").isEmpty)
  }

  @Test func aTheophoricNameIsTwoWords() throws {
    #expect(
      try ActorsUnderTest.names(in: "قال المدرب عبدالرحيم الساعدي إن الفريق جاهز.")
        == ["عبدالرحيم الساعدي = عبد الرحيم الساعدي"])
  }

  @Test func whoIsCalledHasAName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وقال رجل يدعى سمير إن الطريق مغلق.") == ["سمير · person"])
  }

  @Test func aVerbBehindTheConjunctionIsNoGivenName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "ورد الحباشنة بالقول إن الأمر انتهى.")
        != ["ورد الحباشنة · person"])
  }

  @Test func aMonthIsNoOutlet() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "نقلت إذاعة «مارس» الخبر، في 30 مارس الماضي.")
        == ["مارس · media"])
  }
}
