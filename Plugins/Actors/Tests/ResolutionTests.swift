// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

@Suite struct ResolutionTests {
  @Test func leavesOutALabelThatNothingResolves() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "حرر النادي محضرا في قسم الشرطة، وقالت الحكومة إنها تتابع.")
        == [])
  }

  @Test func resolvesALabelByTheNationOfTheDocument() throws {
    #expect(
      try ActorsUnderTest.mentions(
        in: "عاد وفد من تونس إلى سوسة، شرقي تونس، وقالت الحكومة إنها تتابع.")
        == ["الحكومة · government"])
  }

  @Test func resolvesAnOrganByABodyBeforeIt() throws {
    #expect(try ActorsUnderTest.mentions(in: "اجتمع مجلس الإدارة أمس.") == [])
    #expect(
      try ActorsUnderTest.mentions(in: "في شركة سامسونغ اجتمع مجلس الإدارة أمس.")
        == ["شركة سامسونغ · organization", "مجلس الإدارة · government"])
  }

  @Test func asksWordsOfSportOfAClubThatIsCalledLikeATown() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "سجل المهاجم هدفا ليقود برشلونة إلى الفوز في الدوري.")
        == ["برشلونة · organization"])
    #expect(try ActorsUnderTest.mentions(in: "وصل السياح إلى برشلونة صباحا.") == [])
  }

  @Test func leavesOutTheNationThatDescribesAProperName() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وقعت شركة نوكيا الفنلندية العقد مع شركة أرامكو السعودية.")
        == ["شركة نوكيا · organization", "شركة أرامكو السعودية · organization"])
  }

  @Test func readsAnOutletOfTheDateline() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "الدوحة - الراية : بدأ الموسم أمس.") == ["الراية · media"])
  }

  @Test(arguments: [
    ("2015-03-01", "جبهة النصرة"), ("2016-09-01", "جبهة فتح الشام"),
    ("2024-12-06", "هيئة تحرير الشام"),
  ])
  func namesARenamedBodyByTheDateOfTheDocument(_ date: String, _ name: String) throws {
    let set = try ActorsUnderTest.make().annotate("انسحبت جبهة النصرة من البلدة.", date: date)
    #expect(set.annotations.map { $0.value?.description } == [name])
    #expect(
      set.annotations.map { $0.attribute("entity")?.description } == ["جبهة النصرة"])
  }

  @Test func tellsTheOfficeThatAPersonHeldOnTheDate() throws {
    let text = "وقال لافروف إن بلاده تتابع."
    let set = try ActorsUnderTest.make().annotate(text, date: "2015-10-01")
    #expect(
      set.annotations.map { $0.attribute("office")?.description } == ["وزير الخارجية الروسي"])
    let early = try ActorsUnderTest.make().annotate(text, date: "2001-10-01")
    #expect(early.annotations.map { $0.attribute("office") == nil } == [true])
  }
}
