// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

/// The places that a distance is measured from and to. The Locations come from the extractor that
/// finds them, which is loaded: its gazetteer must know the names.
struct RelationsTests {
  private let extractor: ExtractorUnderTest

  init() throws { extractor = try ExtractorUnderTest(loaded: "distances") }

  /// One group is one test: the gazetteer is read once for all its texts.
  private func expect(
    _ cases: [(text: String, wanted: [String])],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (text, wanted) in cases {
      #expect(relations(text) == wanted, "\(text)", sourceLocation: sourceLocation)
    }
  }

  /// `from حمص, to تدمر` of each distance in turn.
  private func relations(_ text: String) -> [String] {
    let set = extractor.annotate(text)
    return set.annotations.filter { $0.layer == "distances" }.map { distance in
      distance.relations.map { relation in
        let place = set.annotations.first { $0.id == relation.target }
        return relation.role + " "
          + (place.map {
            String(decoding: Array(text.utf16)[$0.range.start..<$0.range.end], as: UTF16.self)
          } ?? "?")
      }
      .joined(separator: ", ")
    }
  }

  @Test func readsTheOriginBehindTheDistance() {
    expect([
      ("على بعد 5 كم من مدينة حمص", ["from حمص"]),
      ("على بعد 3 كيلومترات من كل من حمص وحماة", ["from حمص, from حماة"]),
      ("وقع الانفجار 12 كم شمال غرب حلب.", ["from حلب"]),
      ("قطعت القافلة 350 كم من حلب إلى دمشق.", ["from حلب, to دمشق"]),
      ("على بعد 9 كم من القرية إلى الشمال من حلب", [""]),
      ("سار 4 كم داخل حلب.", [""]),
      ("على بعد (25) كيلومترا) جنوب حمص", ["from حمص"]),
    ])
  }

  @Test func readsTheOriginBeforeTheDistance() {
    expect([
      ("تبعد بلدة تفتناز عن مدينة إدلب 17 كيلومترا.", ["from إدلب, to تفتناز"]),
      ("وقع الانفجار شمالي حلب بنحو 10 كم.", ["from حلب"]),
      ("وقع الانفجار إلى الشرق من حمص بمسافة 12 كيلومترا.", ["from حمص"]),
      ("محافظة حمص التي لا يفصل بينها وبين حماة سوى 45 كم", ["from حماة, to حمص"]),
    ])
  }

  @Test func readsTwoPlacesWithADistanceBetween() {
    expect([
      ("المسافة بين مدينة دمشق ومدينة حمص تبلغ نحو 160 كم.", ["from دمشق, to حمص"]),
      ("تقدر المسافة من دمشق إلى بيروت بنحو 110 كيلومترات.", ["from دمشق, to بيروت"]),
      ("لا يفصل بين حمص وحماة سوى 45 كيلومترا.", ["from حمص, to حماة"]),
      ("45 كيلومترا تفصل حمص عن حماة.", ["from حماة, to حمص"]),
      ("مدينتا حمص وحماة تفصل بينهما 45 كيلومترا.", ["from حمص, to حماة"]),
      ("يربط حلب بدمشق طريق طوله 350 كم.", ["from حلب, to دمشق"]),
      ("طريق بطول 45 كم بين حمص وحماة", ["from حمص, to حماة"]),
      ("سافر من بغداد إلى البصرة مسافة 550 كيلومترا.", ["from بغداد, to البصرة"]),
    ])
  }

  @Test func readsThePlaceAtTheOtherEnd() {
    expect([
      ("تقع تدمر على بعد 160 كم من حمص.", ["from حمص, to تدمر"]),
      ("انفجار في الزبداني (45 كم شمال غرب دمشق)", ["from دمشق, to الزبداني"]),
      ("مدينة تدمر السورية، التي تبعد عن الحدود 150 كم", ["to تدمر"]),
      (
        "بلدتي نبل والزهراء الواقعتين على بعد 20 كيلومترا شمال حلب",
        ["from حلب, to نبل, to الزهراء"]
      ),
      ("دخل الجيش مدينة سراقب، وهي لا تبعد سوى 50 كم عن حلب.", ["from حلب, to سراقب"]),
      ("دخل الجيش بلدة سراقب قرب إدلب. وهي تبعد 50 كم عن حلب.", ["from حلب, to سراقب"]),
      ("دخلوا بلدة مورك وقالوا إن البلدة تبعد 25 كم عن حماة.", ["from حماة, to مورك"]),
    ])
  }

  @Test func leavesPlacesThatAreNotAtTheOtherEnd() {
    expect([
      ("قاعدة مدعومة من إيران على بعد 50 كم من حلب", ["from حلب"]),
      ("انسحبوا في سوريا إلى مسافة 85 كم من حلب.", ["from حلب"]),
      ("ويعد الفندق جديدا في حمص، ولا يبعد سوى 2 كم عن قاعدة عسكرية.", [""]),
      ("ارتفاع البرج في دبي 828 مترا.", [""]),
      ("الجسر في حمص بطول 7 كم", [""]),
      ("معدل طول رجال سوريا 1.7 متر", [""]),
    ])
  }

  @Test func givesJoinedDistancesTheSameSubject() {
    expect([
      (
        "تقع الرقة على بعد 200 كم من حلب و140 كم من دير الزور.",
        ["from حلب, to الرقة", "from دير الزور, to الرقة"]
      ),
      (
        "تبعد حمص عن دمشق 160 كم وعن مدينة حماة 45 كم.",
        ["from دمشق, to حمص", "from حماة, to حمص"]
      ),
    ])
  }
}
