// SPDX-License-Identifier: Apache-2.0

import Testing

/// Where a name ends, and where a place's name is part of something else.
@Suite struct WholeNameTests {
  @Test(arguments: [
    "شارع رياض الصلح", "شارع محمد الخامس", "جسر الملك عبد العزيز", "استاد فيصل بن حمد",
    "ملعب الأمير مولاي عبد الله", "شارع الشهيد عمر بن سعيد", "شارع كورنيش بيروت",
    "طريق مطار حلب الدولي", "ملعب \"النخيل\" الرياضي", "سوق حلب القديم",
  ])
  func aFacilityKeepsAllOfItsName(_ name: String) throws {
    #expect(
      try Fixture.found("وقع في \(name)، أمس.").map { $0.prefix { $0 != "|" } } == [name + " "])
  }

  @Test func twoNamesStandBehindADual() throws {
    #expect(
      try Fixture.found("بين حاجزي القصارة والمشتل ثم مينائي بجاية ومزدان").map {
        $0.split(separator: "|").prefix(3).joined(separator: "|")
      } == [
        "القصارة | facility | حاجز القصارة ", "المشتل | facility | حاجز المشتل ",
        "بجاية | facility | ميناء بجاية ", "مزدان | facility | ميناء مزدان ",
      ])
    #expect(
      try Fixture.found("في مطاري بغداد وأربيل").map {
        $0.split(separator: "|").prefix(3).joined(separator: "|")
      } == ["بغداد | facility | مطار بغداد الدولي ", "أربيل | facility | مطار أربيل الدولي "])
    #expect(try Fixture.found("له طابع جبلي وصخري، وخبير إقليمي ودولي").isEmpty)
  }

  @Test(arguments: [
    "أنبوب بقطر 40 بوصة", "لا يتجاوز قطر الأنبوب 4 سم", "في الثامنة بتوقيت الرباط",
    "تعاقدت شركة السويس للأسمدة", "قضت جنايات الجيزة", "ذكرت مديرية أمن محافظة حلب",
    "أغلق سوق دبي المالي مرتفعا", "باع بلده بثمن بخس", "هدف في دوري الأبطال",
  ])
  func aPlaceNameMayBeSomethingElse(_ text: String) throws {
    #expect(try Fixture.found(text).isEmpty)
  }

  @Test func distancesFromQatarAreNoDiameters() throws {
    #expect(
      try Fixture.found("تبعد الجزيرة عن قطر 40 كيلومترا وزار قطر أمس").map {
        $0.prefix { $0 != " " }
      }
      .filter { $0 == "قطر" }.count == 2)
  }

  @Test func anEventIsNotWhereItTakesPlace() throws {
    #expect(
      try Fixture.foundBehindActors("تحدث في منتدى القاهرة للغاز") == ["القاهرة | place | القاهرة"])
  }

  @Test func aPartOfACountryHasItsName() throws {
    #expect(
      try Fixture.found("في الشمال السوري وفي الساحل السوري") == [
        "الشمال السوري | area | شمال سوريا", "الساحل السوري | area | الساحل السوري",
      ])
  }

  @Test func campsAreNoTownInAlgeria() throws {
    #expect(
      try Fixture.found("في معسكر ود بابكر وفي معسكر مغلق") == [
        "ود بابكر | place | ود بابكر | معسكر"
      ])
  }
}
