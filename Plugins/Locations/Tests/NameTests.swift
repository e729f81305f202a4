// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct NameTests {
  @Test func leavesProcliticsOutOfTheSpan() throws {
    #expect(
      try Fixture.found("عاد وفد من دمشق وحلب إلى بغداد، ثم زار للقاهرة بعثة.") == [
        "دمشق | place | دمشق", "حلب | place | حلب", "بغداد | place | بغداد",
        "لقاهرة | place | القاهرة",
      ])
  }

  @Test func takesTheLongestName() throws {
    #expect(
      try Fixture.found("وصل القطار إلى دير الزور.") == ["دير الزور | place | دير الزور"])
  }

  @Test func acceptsOtherSpellings() throws {
    #expect(
      try Fixture.found("قالت ايران إن تركيا وألمانيا والمانيا حاضرة.").map {
        $0.prefix { $0 != " " }
      }
        == ["ايران", "تركيا", "ألمانيا", "المانيا"])
  }

  @Test func readsThroughTatweelAndDiacritics() throws {
    #expect(try Fixture.found("في دِمَشْـــق") == ["دِمَشْـــق | place | دمشق"])
  }

  @Test func aNationalityIsNoCountry() throws {
    #expect(try Fixture.found("زادت الاستثمارات السعودية في الشركات الصينية.").isEmpty)
    #expect(
      try Fixture.found("زادت استثمارات السعودية.") == ["السعودية | country | السعودية"])
  }

  @Test func commonWordsThatNamePlacesNeedEvidence() throws {
    #expect(try Fixture.found("احتفلوا بالنصر بعد فصائل من الحوار، علما بأنه لعب دورا.").isEmpty)
    #expect(try Fixture.found("شمت في مسقط رأسه.").isEmpty)
  }

  @Test func aVillageStandsWhereItsCountryIsSpokenOf() throws {
    #expect(
      try Fixture.found("في سوريا، خرج سكان من محردة ومصياف.").map { $0.prefix { $0 != " " } }
        == ["سوريا", "محردة", "مصياف"])
  }

  @Test func directionsStayOut() throws {
    #expect(try Fixture.found("في جنوب لبنان") == ["لبنان | country | لبنان"])
    #expect(
      try Fixture.found("في جنوب أفريقيا").map { $0.prefix { $0 != "|" } } == ["جنوب أفريقيا "])
  }

  @Test func aNameInAnActorIsNone() throws {
    #expect(
      try Fixture.foundBehindActors("أعلنت قوات سوريا الديمقراطية من سوريا.") == [
        "سوريا | country | سوريا"
      ])
    #expect(try Fixture.foundBehindActors("قالت شرطة محافظة سوهاج إنها بخير.").isEmpty)
    #expect(
      try Fixture.foundBehindActors("قالت هيئة الطيران في كينيا إنها بخير.") == [
        "كينيا | country | كينيا"
      ])
  }
}
