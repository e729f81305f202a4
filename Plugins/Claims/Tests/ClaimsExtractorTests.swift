// SPDX-License-Identifier: Apache-2.0

import ClaimsPlugin
import Foundation
import Testing
import WarshaModel
import WarshaTesting

@Suite struct ClaimsExtractorTests {
  /// What the extractor finds, as `[cue] source | content | stance quote`, a line each.
  private func found(_ text: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let extractor = try ExtractorUnderTest(
      linked: [(folder: root.path, entry: warshaPluginClaims)], knowledgeFolder: root.path)
    let units = Array(text.utf16)
    func surface(_ range: TextRange) -> String {
      String(decoding: units[range.start..<range.end], as: UTF16.self)
    }
    return extractor.annotate(text).annotations.map { claim in
      let source =
        claim.part("source").map(surface)
        ?? "(\(claim.attribute("implied")?.description ?? ""))"
      let content = claim.part("content").map(surface) ?? ""
      let quote = claim.attribute("quote")?.description ?? ""
      return "[\(surface(claim.range))] \(source) | \(content) | \(claim.type) \(quote)"
    }
  }

  @Test(arguments: [
    (
      "ووفقا لوكالة «الأفق» ، قال مصدر في الميناء إن السفينة رست.",
      [
        "[وفقا] وكالة «الأفق» | السفينة رست | assert indirect",
        "[قال] مصدر في الميناء | السفينة رست | assert indirect",
      ]
    ),
    (
      "«هي أزمة ثقة عمرها سنوات»، يقول الخبير نديم صفير، «ولن تحلها قرارات».",
      ["[يقول] الخبير نديم صفير | هي أزمة ثقة عمرها سنوات | assert direct"]
    ),
    (
      "وقالت الأم: \"غابت ابنتي عن المدرسة أسبوعين كاملين\". وأضافت: \"وهي الآن بخير\".",
      [
        "[قالت] الأم | غابت ابنتي عن المدرسة أسبوعين كاملين | assert direct",
        "[أضافت] (الأم) | وهي الآن بخير | assert direct",
      ]
    ),
    (
      "لكن الناطق باسم الحركة، أبو عمر ديري، نفى ذلك.",
      ["[نفى] الناطق باسم الحركة، أبو عمر ديري | ذلك | deny indirect"]
    ),
    (
      "وأكد المحامي أنه لا صحة لما ورد في التحريات.",
      [
        "[أكد] المحامي | ما ورد في التحريات | deny indirect",
        "[لا صحة] المحامي | ما ورد في التحريات | deny indirect",
      ]
    ),
    (
      "وطلبت شبكة \"الأفق\" من الاتحاد اتخاذ إجراءات.",
      ["[طلبت] شبكة \"الأفق\" | اتخاذ إجراءات | call indirect"]
    ),
    (
      "وطلب مسؤول من الوزارة تأجيل الجلسة.",
      ["[طلب] مسؤول من الوزارة | تأجيل الجلسة | call indirect"]
    ),
    (
      "وشرح المدير كيف حاولت الشركة ذلك.",
      ["[شرح] المدير | كيف حاولت الشركة ذلك | assert indirect"]
    ),
    (
      "ونفى الرئيس صحة روايتها عبر موقع تويتر.",
      ["[نفى] الرئيس | صحة روايتها | deny indirect"]
    ),
    (
      "ورد الوزير بالقول: \"لا شيء يخيفنا\".",
      ["[رد] الوزير | لا شيء يخيفنا | assert direct"]
    ),
    (
      "وقال المرصد إن القوات انسحبت من المدينة.",
      ["[قال] المرصد | القوات انسحبت من المدينة | assert indirect"]
    ),
    (
      "وقالت الوزارة إنها سيطرت على البلدة.",
      ["[قالت] الوزارة | إنها سيطرت على البلدة | assert indirect"]
    ),
    (
      "وأفاد المكتب بأن الطريق مغلق.", ["[أفاد] المكتب | الطريق مغلق | assert indirect"]
    ),
    (
      "وأشار المراسل إلى أن المعبر مفتوح.",
      ["[أشار] المراسل | المعبر مفتوح | assert indirect"]
    ),
    (
      "نفت وزارة الدفاع السورية انسحاب الجيش من حمص.",
      ["[نفت] وزارة الدفاع السورية | انسحاب الجيش من حمص | deny indirect"]
    ),
    (
      "وأعلنت قوات سوريا الديمقراطية سيطرتها على المدينة.",
      ["[أعلنت] قوات سوريا الديمقراطية | سيطرتها على المدينة | assert indirect"]
    ),
    (
      "وحثت السفارة جميع الرعايا على مغادرة البلاد.",
      ["[حثت] السفارة | مغادرة البلاد | call indirect"]
    ),
    (
      "وتساءل سكان محليون عن سبب التأخير.",
      ["[تساءل] سكان محليون | سبب التأخير | question indirect"]
    ),
  ])
  func readsVerbSourceAndContent(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  /// The accusative of the noun, not the verb of two.
  @Test(arguments: [
    "أصدر القاضي أمراً بتوقيف المدير.", "وقع الرئيس أمرا بفرض عقوبات على الشركة.",
  ]) func takesNoAccusativeForAVerb(_ text: String) throws {
    #expect(try found(text) == [])
  }

  @Test func keepsDescriptionsBetweenCommas() throws {
    #expect(
      try found("وقال مدير المشروع، المهندس عمار قنطار، إن الأعمال ستنتهي غدا.") == [
        "[قال] مدير المشروع، المهندس عمار قنطار | الأعمال ستنتهي غدا | assert indirect"
      ])
  }

  @Test func leavesTimeAndPlaceOfSpeakingOut() throws {
    #expect(
      try found("وقال المتحدث باسم الحكومة، الجمعة، في مؤتمر صحفي إن الوضع مستقر.") == [
        "[قال] المتحدث باسم الحكومة | الوضع مستقر | assert indirect"
      ])
  }

  @Test func beginsTheContentAtTheNounThatCountsAndEventsDependOn() throws {
    #expect(
      try found("أعلنت وزارة الصحة تسجيل 37 حالة وفاة بالكوليرا.") == [
        "[أعلنت] وزارة الصحة | تسجيل 37 حالة وفاة بالكوليرا | assert indirect"
      ])
  }

  @Test func takesMarksOffADirectQuotation() throws {
    #expect(
      try found("وقال الرئيس: «لن ننسحب. سنبقى هنا».") == [
        "[قال] الرئيس | لن ننسحب. سنبقى هنا | assert direct"
      ])
  }

  @Test func readsSubjectBeforeItsVerb() throws {
    #expect(
      try found("الفصائل المسلحة تعلن السيطرة على درعا") == [
        "[تعلن] الفصائل المسلحة | السيطرة على درعا | assert indirect"
      ])
  }

  @Test func readsHeadlineColon() throws {
    #expect(
      try found("الأمم المتحدة: آلاف النازحين في أسبوع") == [
        "[:] الأمم المتحدة | آلاف النازحين في أسبوع | assert indirect"
      ])
  }

  @Test func goesBackToTheSourceThatAgrees() throws {
    #expect(
      try found("وقالت الوزارة إن الجسر مغلق. وأضافت أن الطريق مفتوح، مؤكدة أنه آمن.") == [
        "[قالت] الوزارة | الجسر مغلق | assert indirect",
        "[أضافت] (الوزارة) | الطريق مفتوح | assert indirect",
        "[مؤكدة] (الوزارة) | أنه آمن | assert indirect",
      ])
  }

  @Test func readsAttributionsBeforeInsideAndAfter() throws {
    #expect(
      try found("بحسب المرصد، فإن المعارك توقفت.") == [
        "[بحسب] المرصد | المعارك توقفت | assert indirect"
      ])
    #expect(
      try found("الاجتماع، بحسب المصدر، ناقش انسحاب قوات النظام من القرى.") == [
        "[بحسب] المصدر | ناقش انسحاب قوات النظام من القرى | assert indirect"
      ])
    #expect(
      try found("وتقدمت القوات نحو المدينة، وفق ما ذكر مصدر محلي.") == [
        "[وفق ما ذكر] مصدر محلي | تقدمت القوات نحو المدينة | assert indirect"
      ])
  }

  @Test func sharesContentBetweenRelays() throws {
    #expect(
      try found("وقال مصدر عسكري إنه لا صحة لأنباء الانسحاب، وفق ما نقلت عنه وكالة سانا.") == [
        "[قال] مصدر عسكري | أنباء الانسحاب | deny indirect",
        "[لا صحة] مصدر عسكري | أنباء الانسحاب | deny indirect",
        "[وفق ما نقلت] وكالة سانا | أنباء الانسحاب | deny indirect",
      ])
    #expect(
      try found("ونقلت الصحيفة عن مصادر محلية أن المعبر مغلق.") == [
        "[نقلت] الصحيفة | المعبر مغلق | assert indirect",
        "[نقلت] مصادر محلية | المعبر مغلق | assert indirect",
      ])
  }

  @Test func nestsAnActOfSpeechOfAnotherSource() throws {
    #expect(
      try found("وقالت تاس إن السفارة حثت الرعايا على المغادرة.") == [
        "[قالت] تاس | السفارة حثت الرعايا على المغادرة | assert indirect",
        "[حثت] السفارة | المغادرة | call indirect",
      ])
  }

  @Test func readsVerbalNouns() throws {
    #expect(
      try found("بعد إعلان فصائل المعارضة السيطرة على حماة، تحركت مجموعات.") == [
        "[إعلان] فصائل المعارضة | السيطرة على حماة | assert indirect"
      ])
  }

  @Test func negationFlipsOrSilences() throws {
    #expect(try found("ولم يؤكد الجيش أن القاعدة سقطت.") == [])
    #expect(
      try found("ولم يستبعد الوزير تأجيل القمة.") == [
        "[يستبعد] الوزير | تأجيل القمة | assert indirect"
      ])
  }

  @Test(arguments: [
    "يُعتقد أن العدد أكبر من ذلك.", "يذكر أن المدينة تقع في الشمال.",
    "سيطرت الفصائل على البلدة.", "وزعت المساعدات وفق نظام البطاقة.", "", "\"\"\"«««", "- قال",
    "وفق", ": إن", "لا صحة", "نقلا عن", "في ظل عدم دعوة الإدارة إلى عقد الجمعية.",
  ])
  func reportsThatNameNobodyAreNoClaims(_ text: String) throws {
    #expect(try found(text) == [])
  }

  @Test func isLinearInUnclosedQuotations() throws {
    let text = String(repeating: "وقال المصدر «كذا ", count: 4_000)
    let clock = ContinuousClock()
    let short = try clock.measure { _ = try found(String(text.prefix(text.count / 8))) }
    let long = try clock.measure { _ = try found(text) }
    #expect(long < short * 32)
  }
}
