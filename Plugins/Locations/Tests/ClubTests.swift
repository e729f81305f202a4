// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct ClubTests {
  @Test func aTownThatPlaysIsNoPlace() throws {
    #expect(try Fixture.found("تغلب برشلونة على ليون 3 - 1 في مباراة الأمس.").isEmpty)
    #expect(try Fixture.found("قال مدرب مانشستر إن المباراة صعبة.").isEmpty)
  }

  @Test func aTownInWhichSomebodyPlaysIsAPlace() throws {
    #expect(
      try Fixture.found("فاز المنتخب في مباراة الأمس في مدريد.") == ["مدريد | place | مدريد"])
    #expect(try Fixture.found("زار الوزير برشلونة أمس.") == ["برشلونة | place | برشلونة"])
  }

  @Test func countriesPlayUnderTheirOwnName() throws {
    #expect(
      try Fixture.found("تغلبت تونس على مصر في مباراة الأمس.") == [
        "تونس | country | تونس", "مصر | country | مصر",
      ])
  }

  @Test func aClubsNameEndsWithItsTown() throws {
    #expect(try Fixture.found("وصلت بعثة سبارتاك موسكو أمس.").isEmpty)
  }

  @Test func aRegionInQuotesIsANewspaper() throws {
    #expect(try Fixture.found("قال في حديث لصحيفته: «الشرق الأوسط» تصدر غدا.").isEmpty)
  }

  @Test func aVerbIsNoTown() throws {
    #expect(try Fixture.found("هي الدولة التي تدمر الآخرين.").isEmpty)
    #expect(try Fixture.found("كانت هذه الإمارات صغيرة.").isEmpty)
  }
}
