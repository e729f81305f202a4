// SPDX-License-Identifier: Apache-2.0

import Testing

/// Two bodies under one noun, headlines, datelines, aliases.
@Suite struct ShortNameTests {
  @Test func oneNounOverTwoBodiesStaysOut() throws {
    #expect(
      try ActorsUnderTest.names(in: "ناقشت وزارتا الزراعة والري مشروع القناة.")
        == ["الزراعة = وزارة الزراعة", "الري = وزارة الري"])
    #expect(
      try ActorsUnderTest.names(in: "تعاون بين حركتي \"فتح\" و\"حماس\" في المخيم")
        == ["فتح = حركة فتح", "حماس = حركة حماس"])
  }

  @Test func ofThreeFieldsTwoAreOneMinistry() throws {
    #expect(
      try ActorsUnderTest.names(in: "حذرت وزارتا التربية والتعليم والصحة من الموجة.")
        == ["التربية والتعليم = وزارة التربية والتعليم", "الصحة = وزارة الصحة"])
  }

  @Test func districtsUnderOneNounAreNoBodies() throws {
    #expect(try ActorsUnderTest.mentions(in: "انقطعت المياه في مديريتي خمر وحوث.").isEmpty)
  }

  @Test func aHeadlineNamesShortlyWhatTheTextNamesInFull() throws {
    #expect(
      try ActorsUnderTest.names(
        in: "«الشورى» يناقش التقاعد\n\nبدأ مجلس الشورى جلسته.")
        == ["الشورى = مجلس الشورى", "مجلس الشورى = مجلس الشورى"])
    #expect(
      try ActorsUnderTest.names(in: "الزراعة: لا نقص في الأعلاف\n\nنفت وزارة الزراعة ذلك.")
        == ["الزراعة = وزارة الزراعة", "وزارة الزراعة = وزارة الزراعة"])
    #expect(
      try ActorsUnderTest.names(
        in: "العوضي: الطريق مفتوح\n\nقال النائب خالد العوضي إن العمل انتهى.")
        == ["العوضي = خالد العوضي", "خالد العوضي = خالد العوضي"])
  }

  @Test func aDatelineNamesItsOutlet() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "مطر غزير\n\nعدن - «ساحل برس»\n\nهطل المطر أمس.")
        == ["ساحل برس · media"])
    #expect(
      try ActorsUnderTest.mentions(in: "الدوحة (قنا) - افتتح المعرض أمس.") == ["قنا · media"])
    #expect(
      try ActorsUnderTest.mentions(in: "دبي في 3 مايو / وام / افتتح المعرض أمس.")
        == ["وام · media"])
  }

  @Test func aHeadlineBehindAPlaceIsNoOutlet() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "الرياض: نرفض التصعيد\n\nأبها: لا تأخير\n\nعاد الهدوء.")
        .isEmpty)
  }

  @Test func whoObtainedACopyIsAnOutlet() throws {
    #expect(
      try ActorsUnderTest.mentions(
        in: "وجاء في التقرير الذي اطلعت عليه «الضفة الأخرى» أن العمل تأخر.")
        == ["الضفة الأخرى · media"])
    #expect(try ActorsUnderTest.mentions(in: "حصلت على «الجائزة الكبرى» أمس.").isEmpty)
  }

  @Test func anAliasMayStandInQuotesWithinBrackets() throws {
    #expect(
      try ActorsUnderTest.names(in: "أعلنت هيئة تنظيم الطاقة («نورا») بدء العمل.")
        == ["هيئة تنظيم الطاقة = هيئة تنظيم الطاقة", "نورا = هيئة تنظيم الطاقة"])
  }

  @Test func forcesAreCalledLikeTheirBody() throws {
    #expect(
      try ActorsUnderTest.names(in: "انسحب مقاتلو هيئة تحرير الشام من القرية.")
        == ["مقاتلو هيئة تحرير الشام = هيئة تحرير الشام"])
  }

  @Test func aDelegationHasTheTypeOfItsBody() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وصل وفد صندوق النقد الدولي ووفد وزارة النفط إلى المطار.")
        == ["وفد صندوق النقد الدولي · organization", "وفد وزارة النفط · government"])
  }

  @Test func rebelsAreTheGroupThatTheTextNames() throws {
    #expect(
      try ActorsUnderTest.names(
        in: "الصومال: هاجمت حركة الشباب قاعدة في جنوب الصومال، ثم انسحب المتمردون.")
        == ["حركة الشباب = حركة الشباب", "المتمردون = حركة الشباب"])
  }

  @Test func theArticleIsWholeInTheCanonicalName() throws {
    #expect(
      try ActorsUnderTest.names(in: "شكوى للمجلس الأعلى للشباب")
        == ["لمجلس الأعلى للشباب = المجلس الأعلى للشباب"])
  }
}
