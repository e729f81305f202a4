// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

@Suite struct PersonTests {
  @Test func leavesTitleOutAndKeepsItAsRole() throws {
    #expect(
      try ActorsUnderTest.roles(in: "صورة الرئيس السوري بشار الأسد معلقة على المبنى")
        == ["بشار الأسد: الرئيس السوري"])
  }

  @Test func readsTitleWithItsComplementAndComma() throws {
    #expect(
      try ActorsUnderTest.roles(
        in: "قال رئيس تنسيق الطوارئ في برنامج الغذاء العالمي، سامر عبد الجابر، إن العدد ارتفع.")
        == ["سامر عبد الجابر: رئيس تنسيق الطوارئ في برنامج الغذاء العالمي"])
  }

  @Test func readsTitleBehindTheName() throws {
    #expect(
      try ActorsUnderTest.roles(in: "قال هولجر كراج، رئيس مكتب الحطام الفضائي، إن المعدل يزداد.")
        == ["هولجر كراج: رئيس مكتب الحطام الفضائي"])
  }

  @Test func readsKunyaWithNisba() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "ظهر أبو عمر الحلبي في المقطع")
        == ["أبو عمر الحلبي · person"])
  }

  @Test func tellsKunyaFromPlace() throws {
    #expect(try ActorsUnderTest.mentions(in: "وصل إلى أبو ظبي مساء") == [])
  }

  @Test func tellsPrepositionFromName() throws {
    #expect(try ActorsUnderTest.mentions(in: "سيطرت على مدينتي حماة والسلمية") == [])
  }

  @Test func findsSurnameOnceTheNameWasGiven() throws {
    #expect(
      try ActorsUnderTest.names(in: "قال المتحدث محمد الطيار ذلك. وأضاف الطيار أن الأمر انتهى.")
        == ["محمد الطيار = محمد الطيار", "الطيار = محمد الطيار"])
  }

  @Test func findsThePersonAloneBehindGovernmentAndPresident() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "دعما لحكومة الرئيس المعترف به دوليا عبد ربه منصور هادي")
        == ["عبد ربه منصور هادي · person"])
  }

  @Test func doesNotDependOnMarksOrTatweel() throws {
    #expect(
      try ActorsUnderTest.mentions(in: "وقالَ العقيدُ حسـن عبد الغنـي إنّ الأمرَ انتهى")
        == ["حسـن عبد الغنـي · person"])
  }

  @Test func explainsItself() throws {
    let set = try ActorsUnderTest.make().annotate("قال الرئيس بشار الأسد ذلك", explain: true)
    #expect(set.annotations.map(\.rule) == ["actors.person.known"])
    #expect(set.annotations.first?.evidence.contains("role: الرئيس") == true)
  }
}
