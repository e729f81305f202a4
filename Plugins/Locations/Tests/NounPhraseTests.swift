// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct NounPhraseTests {
  @Test func theClassNounStaysOut() throws {
    #expect(
      try Fixture.found("دخلوا مدينة حمص، ثم محافظة درعا.") == [
        "حمص | place | حمص | مدينة", "درعا | admin | محافظة درعا | محافظة",
      ])
  }

  @Test func aDualStandsOverTwoNames() throws {
    #expect(
      try Fixture.found("على مدينتي حماة والسلمية وقال") == [
        "حماة | place | حماة | مدينة", "السلمية | place | السلمية | مدينة",
      ])
    #expect(
      try Fixture.found("بين ريفي حماة وحمص") == [
        "حماة | area | ريف حماة | ريف", "حمص | area | ريف حمص | ريف",
      ])
    #expect(
      try Fixture.found("على حاجزي سملين والطيرة") == [
        "سملين | facility | حاجز سملين | حاجز", "الطيرة | facility | حاجز الطيرة | حاجز",
      ])
  }

  @Test func anOpenListTakesNamesThatNeedEvidence() throws {
    #expect(
      try Fixture.found("سيطروا على 15 قرية، بينها تير معلة، غرناطة والدار الكبيرة، أمس.")
        .map { $0.prefix { $0 != "|" } } == ["تير معلة ", "غرناطة ", "الدار الكبيرة "])
    #expect(try Fixture.found("أرسلوا إلى القرية أسلحة، بينها المدفعية والطيران.").isEmpty)
  }

  @Test func unknownNamesStandBehindANoun() throws {
    #expect(
      try Fixture.found("في قرية الزعبولية الغربية، وفي الزعبولية الغربية.") == [
        "الزعبولية الغربية | place | الزعبولية الغربية | قرية",
        "الزعبولية الغربية | place | الزعبولية الغربية",
      ])
  }

  @Test(arguments: [
    "عاد إلى قرية صغيرة في الجبل", "في مدينة أخرى", "قرية تقع قرب النهر", "في منطقة التجارة الحرة",
    "دخلوا القرى السبع", "غادر البلاد إلى المدينة", "في بلدتين استراتيجيتين",
  ])
  func commonNounsAreNoNames(_ text: String) throws {
    #expect(try Fixture.found(text).isEmpty)
  }

  @Test func ruralAreasKeepNounAndSide() throws {
    #expect(
      try Fixture.found("في ريف حمص الشمالي وفي الريف الشمالي") == [
        "ريف حمص الشمالي | area | ريف حمص الشمالي"
      ])
  }

  @Test func officialNamesKeepTheirNoun() throws {
    #expect(
      try Fixture.found("إلى دولة قطر وقطاع غزة وتونس العاصمة").map { $0.prefix { $0 != "|" } }
        == ["دولة قطر ", "قطاع غزة ", "تونس العاصمة "])
    #expect(
      try Fixture.found("في العاصمة السورية دمشق") == ["دمشق | place | دمشق | العاصمة"])
  }

  @Test func facilitiesAndNatureKeepTheirNoun() throws {
    #expect(
      try Fixture.found("من مطار دير الزور العسكري إلى نهر الفرات وجسر «الحرية» وشارع الملك فيصل")
        .map { $0.prefix { $0 != "|" } } == [
          "مطار دير الزور العسكري ", "نهر الفرات ", "جسر «الحرية» ", "شارع الملك فيصل ",
        ])
    #expect(try Fixture.found("شيدوا قاعدة بيانات وسجنا ومطار دولي").isEmpty)
  }

  @Test func aRoadHasTwoEnds() throws {
    #expect(
      try Fixture.found("على طريق سملين – زمرين") == [
        "طريق سملين – زمرين | facility | طريق سملين – زمرين"
      ])
    #expect(try Fixture.found("عن طريق تركيا") == ["تركيا | country | تركيا"])
  }

  @Test func anAdjectiveNamesARegion() throws {
    #expect(
      try Fixture.found("في الشمال السوري وعلى الحدود السورية وفي الجنوب")
        .map { $0.prefix { $0 != "|" } } == ["الشمال السوري "])
  }

  @Test func aProvinceStaysAProvince() throws {
    #expect(
      try Fixture.found("أعلنت محافظة الديوانية أمرا. وفي مخازن الديوانية قمح.") == [
        "الديوانية | admin | محافظة الديوانية | محافظة", "الديوانية | admin | محافظة الديوانية",
      ])
  }

  @Test func foreignNamesStandBehindANoun() throws {
    #expect(
      try Fixture.found("وقعت الهزة في إقليم سيلاكاب وفي منطقة تاسيكمالايا.").map {
        $0.prefix { $0 != " " }
      } == ["سيلاكاب", "تاسيكمالايا"])
    #expect(
      try Fixture.found("عاش في مدينة ترينتون وفي قرية بوادي.").map { $0.prefix { $0 != " " } }
        == ["ترينتون", "بوادي"])
    #expect(
      try Fixture.found("أقاموا منطقة حرة وسدا لحفظ المياه. هي مدينة لا يزال اسمها معروفا.").isEmpty
    )
  }
}
