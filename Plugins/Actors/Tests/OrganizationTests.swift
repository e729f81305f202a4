// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct OrganizationTests {
  @Test func readsAnnexationAndAgreeingAdjectives() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "انسحبت قوات النظام السوري، ونفت وزارة الدفاع السورية ذلك.")
        == ["قوات النظام السوري · armed_force", "وزارة الدفاع السورية · government"])
  }

  @Test func readsCoordinatedFieldsOfOneMinistry() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "أعلنت وزارة التربية والتعليم بدء العام.")
        == ["وزارة التربية والتعليم · government"])
  }

  @Test func readsComplementOfPurpose() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "قالت الهيئة العامة للطيران المدني في قطر إنها ردت.")
        == ["الهيئة العامة للطيران المدني · government"])
  }

  @Test func keepsPlaceInsideAnnexation() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "أكد مجلس دير الزور العسكري انتشار قواته.")
        == ["مجلس دير الزور العسكري · armed_force"])
  }

  @Test func leavesProcliticsOutOfSpan() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "قاعدة تابعة للجيش السوري وبالهلال الأحمر")
        == ["لجيش السوري · armed_force", "الهلال الأحمر · organization"])
  }

  @Test func tellsCouncilsOfNationalSecurityFromTheUnitedNations() throws {
    #expect(
      try ActorsUnderTest.mentions(
        in: "اجتمع مجلس الأمن القومي التركي، وعقد مجلس الأمن الدولي جلسة.")
        == ["مجلس الأمن القومي التركي · government", "مجلس الأمن الدولي · organization"])
  }

  @Test func letsQuotationMarksDelimitTheName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وفق ما ذكرت شبكة \"درعا 24\" وصحيفة «الخبر».")
        == ["درعا 24 · media", "الخبر · media"])
  }

  @Test func leavesOutMembersAndSources() throws {
    #expect(
      try ActorsUnderTest.mentions(
        in: "في حلب، شمالي سوريا، قالت مصادر المعارضة المسلحة إن عناصر الشرطة رحلوا.")
        == ["المعارضة المسلحة · armed_force", "الشرطة · armed_force"])
  }

  @Test(arguments: [
    "سيطر مقاتلون محليون على حاجز، وقال مصدر عسكري إن مجموعات محلية تحركت.",
    "هذه الهيئة بعيدة عن المدينة.",
    "انتشرت قواتها في المنطقة.",
    "قال مستشار الأمن القومي الأمريكي إن الأمن الغذائي العربي مهدد.",
  ])
  func findsNothingInDescriptions(_ text: String) throws {
    #expect(try ActorsUnderTest.mentions(in: text) == [])
  }

  @Test func tiesShortFormToTheFullName() throws {
    #expect(
      try ActorsUnderTest.names(
        in: "أفاد المرصد السوري لحقوق الإنسان بذلك. وقال المرصد إنه يتابع.")
        == [
          "المرصد السوري لحقوق الإنسان = المرصد السوري لحقوق الإنسان",
          "المرصد = المرصد السوري لحقوق الإنسان",
        ])
  }

  @Test func tiesQuotedAliasToTheNameBeforeIt() throws {
    #expect(
      try ActorsUnderTest.names(in: "تحت قيادة قوات سوريا الديمقراطية \"قسد\" هناك.")
        == [
          "قوات سوريا الديمقراطية = قوات سوريا الديمقراطية", "قسد = قوات سوريا الديمقراطية",
        ])
  }

  @Test func namesTheNationOfTheDocument() throws {
    #expect(
      try ActorsUnderTest.names(in: "في سوريا، قرب دمشق، أعلنت الحكومة إغلاق الطريق في حلب.")
        == ["الحكومة = الحكومة السورية"])
  }

  @Test func readsOutletInDateline() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "القدس (CNN)-- قال الجيش الإسرائيلي إنه انسحب.")
        == ["CNN · media", "الجيش الإسرائيلي · armed_force"])
  }

  @Test(arguments: [
    "لعبت كرة القدم مع بعض الشباب في الملعب", "تهتم هيئة رعاية الشباب بالملعب والمباراة",
    "كرة القدم للأطفال والشباب في الملعب", "كيف لناد يشتكي الديون أن يتعاقد مع مدرب",
  ])
  func takesNoOrdinaryWordForAClub(_ text: String) throws {
    #expect(
      try ActorsUnderTest.mentions(in: text).filter {
        $0.hasPrefix("الشباب") || $0.hasPrefix("والشباب") || $0.contains("ناد")
      } == [])
  }
}
