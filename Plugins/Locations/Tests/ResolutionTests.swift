// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

@Suite struct ResolutionTests {
  @Test func theUnitNamedWithAPlaceDecides() throws {
    #expect(
      try Fixture.points("سيطرت الفصائل على الزعفرانة بريف الرستن.", of: "الزعفرانة") == [
        "34.9 36.8"
      ])
    #expect(
      try Fixture.points("وصل الأهالي إلى الزعفرانة في ريف صافيتا.", of: "الزعفرانة") == [
        "34.8 36.2"
      ])
  }

  @Test func oneSenseHoldsForADocument() throws {
    #expect(
      try Fixture.points(
        "سيطرت الفصائل على الزعفرانة بريف الرستن. ثم انسحبت من قرية الزعفرانة.", of: "الزعفرانة")
        == ["34.9 36.8", "34.9 36.8"])
  }

  @Test func placesNearbyDecide() throws {
    let text = "قرب دير الزور، وصلت القوات إلى بلدتي الصالحية والحسينية."
    #expect(try Fixture.points(text, of: "الصالحية") == ["35.4 40.2"])
    #expect(try Fixture.points(text, of: "الحسينية") == ["35.4 40.2"])
  }

  @Test func aStatedDistanceMustFit() throws {
    #expect(
      try Fixture.points("تقع بلدة الصالحية على بعد 6 كم من دير الزور.", of: "الصالحية")
        == ["35.4 40.2"])
    #expect(
      try Fixture.points(
        "قال سكان بلدة الصالحية، على مسافة 40 كم من البوكمال، إنهم نزحوا.", of: "الصالحية")
        == ["34.7 40.8"])
    #expect(
      try Fixture.points("تبعد طرابلس نحو خمسة وثمانين كيلومترا عن بيروت.", of: "طرابلس")
        == ["34.4 35.9"])
  }

  @Test func theNounTellsAQuarterFromATown() throws {
    #expect(
      try Fixture.points("في دمشق، شهد حي الصالحية زحاما.", of: "الصالحية") == ["33.5 36.3"])
  }

  @Test func theCountrySpokenOfDecides() throws {
    #expect(
      try Fixture.points("في ليبيا، وصل الوفد إلى طرابلس.", of: "طرابلس") == ["32.9 13.2"])
    #expect(
      try Fixture.points("في لبنان، وصل الوفد من صيدا وبيروت إلى طرابلس.", of: "طرابلس")
        == ["34.4 35.9"])
  }

  @Test func listsTheOtherPlacesOfTheName() throws {
    let found = try Fixture.annotations("سيطرت الفصائل على الزعفرانة بريف الرستن.")
    let candidates = found.first?.attribute("candidates")?.description ?? ""
    #expect(candidates.hasPrefix("الزعفرانة (محافظة طرطوس/منطقة صافيتا/ناحية البارقية) "))
    #expect(!candidates.contains("الرستن"))
  }

  @Test func tellsWhy() throws {
    let found = try Fixture.annotations("سيطرت الفصائل على الزعفرانة بريف الرستن.", explain: true)
    let lines = found.first?.evidence ?? []
    #expect(lines.contains { $0.hasPrefix("score ") && $0.contains("named with +12") })
    #expect(lines.contains { $0.hasPrefix("or sy-zafarana-safita: ") })
  }

  @Test func toIsNoGovernor() throws {
    #expect(
      try Fixture.found("عاد من تونس وإلى طرابلس سافر.").last == "طرابلس | place | طرابلس")
    #expect(try Fixture.found("قال والي الخرطوم").last?.hasPrefix("الخرطوم | admin") == true)
  }

  @Test func aHeadingSpeaksOfWhatFollows() throws {
    #expect(
      try Fixture.found("انسحاب من دير الزور\n\nفي دير الزور، شرقي البلاد، انسحبت القوات.") == [
        "دير الزور | admin | محافظة دير الزور", "دير الزور | admin | محافظة دير الزور",
      ])
  }

  @Test func aRegionCalledAfterItsSeatIsTheGovernorate() throws {
    #expect(
      try Fixture.found("في معظم منطقة درعا السورية") == ["درعا | admin | محافظة درعا | منطقة"])
  }
}
