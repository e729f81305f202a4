// SPDX-License-Identifier: Apache-2.0

import Testing

/// Hospitals and their like, and towns where a province has the same name.
@Suite struct SpotTests {
  @Test(arguments: [
    "نقلوا إلى مستشفى طرطوس الوطني", "عند مستشفى طرطوس الوطني", "قصفت مستشفى طرطوس الوطني",
    "على بعد كيلومترين من مستشفى طرطوس الوطني", "توفي في مستشفى طرطوس الوطني",
  ])
  func aHospitalThatIsReachedIsAPlace(_ text: String) throws {
    #expect(
      try Fixture.found(text + " أمس.") == [
        "مستشفى طرطوس الوطني | facility | مستشفى طرطوس الوطني"
      ])
  }

  @Test(arguments: ["أعلن مستشفى المجد الوطني", "قال الطبيب في مستشفى المجد الوطني"])
  func aHospitalThatSpeaksIsNone(_ text: String) throws {
    #expect(try Fixture.found(text).isEmpty)
  }

  @Test func theSpanIsThatOfTheActor() throws {
    #expect(
      try Fixture.foundBehindActors("نقلوا إلى مستشفى النور الكبير في حلب وقال مستشفى النور").map {
        $0.prefix { $0 != "|" }
      } == ["مستشفى النور الكبير ", "حلب "])
  }

  @Test(arguments: [
    "قرب محافظة درعا ثم قرب درعا", "في محافظة درعا على الطريق بين درعا ودمشق",
    "في محافظة درعا على بعد 5 كم من درعا", "في محافظة درعا وجسر الزيتون في درعا",
    "محافظة درعا\n\nدرعا في 12 نوفمبر - اجتمع",
  ])
  func wordsAroundMeanTheTown(_ text: String) throws {
    #expect(try Fixture.found(text).contains { $0.hasPrefix("درعا | place | درعا") })
  }

  @Test func aCapitalCalledLikeItsCountryIsTheTownInADateline() throws {
    #expect(
      try Fixture.found("جيبوتي - وكالات\n\nوصل إلى جيبوتي")
        == ["جيبوتي | place | مدينة جيبوتي", "جيبوتي | country | جيبوتي"])
  }

  @Test func datelinesNeedNoOtherEvidence() throws {
    #expect(
      try Fixture.found("الدوحه (قنا) - أعلن الديوان") == ["الدوحه | place | الدوحة"])
  }
}
