// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

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

  @Test func aDistanceShowsThatAWordIsAName() throws {
    #expect(
      try Fixture.found("في ليبيا تخضع الزاوية (45 كيلومترا غرب طرابلس) للحكومة.").map {
        $0.prefix { $0 != " " }
      } == ["ليبيا", "الزاوية", "طرابلس"])
    #expect(
      try Fixture.found("سقطت القذيفة على بعد 12 ميلا من جوهر.") == ["جوهر | place | جوهر"])
  }

  @Test func theUnitNamedWithAWordShowsThatItIsAName() throws {
    #expect(
      try Fixture.found("سيطروا على الحارة بريف درعا.").first == "الحارة | place | الحارة")
    #expect(try Fixture.found("نظفوا الحارة في المساء.").isEmpty)
  }

  @Test func valuesHaveNoMarksOfDirection() throws {
    #expect(
      try Fixture.found("افتتحوا جسر\u{200F} الكرامة\u{200F} أمس.").map {
        $0.contains("\u{200F} |")
      }
        == [true])
    #expect(
      try Fixture.annotations("افتتحوا طريق «إم ٥» أمس.").map { $0.value?.description }
        == ["طريق «إم 5»"])
  }
}
