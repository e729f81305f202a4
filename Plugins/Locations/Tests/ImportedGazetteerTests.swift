// SPDX-License-Identifier: Apache-2.0

import Foundation
import LocationsPlugin
import Testing
import WarshaKnowledge
import WarshaModel
import WarshaTesting

/// Names of imported gazetteers are found like our own, with the evidence that ambiguous ones need.
@Suite struct ImportedGazetteerTests {
  private let path: String

  init() throws {
    func place(
      _ id: String, _ name: String, _ kind: PlaceKind, _ latitude: Double, people: Int? = nil
    ) -> PlaceRecord {
      var record = PlaceRecord(id: id, name: name, kind: kind)
      (record.country, record.population) = ("SY", people)
      record.admin = kind == .admin2 ? "" : "محافظة حمص"
      record.coordinates = PlaceRecord.Coordinates(latitude: latitude, longitude: 36.7)
      return record
    }
    let bytes = try GazetteerWriter(folding: Folding(CoreFolding.fold)).bytes(
      title: "mine",
      of: [
        place("m1", "زقطوطة", .village, 34.5), place("m2", "فنجرايا", .city, 34.6, people: 300_000),
        place("m3", "تل السوسنة", .village, 34.7), place("m4", "كفر طرنبا", .village, 34.8),
        place("m5", "كفر طرنبا", .village, 35.8), place("m6", "شرق حمص", .admin2, 34.9),
        place("m7", "حمص", .city, 34.73, people: 800_000),
        place("m9", "دولة", .city, 35, people: 900_000),
        place("m8", "الرستن", .town, 34.93, people: 40_000),
      ], sources: ["mine.tsv"])
    path = Fixture.temporaryFolder() + ".gazetteer"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static let cases: [(text: String, found: [String])] = [
    // A village's name of one word needs evidence; a noun before it is some.
    ("قال زقطوطة إن الأمر انتهى", []), ("وصل إلى بلدة زقطوطة أمس", ["زقطوطة 34.5"]),
    // A large town's does not.
    ("قال فنجرايا إن الأمر انتهى", ["فنجرايا 34.6"]), ("وبفنجرايا سوق", ["فنجرايا 34.6"]),
    ("زار تل السوسنة أمس", ["تل السوسنة 34.7"]),
    ("بلدات منها زقطوطة والرستن", ["زقطوطة 34.5", "الرستن 34.9241"]),
    // A word that the vocabulary knows is no imported place, whatever its size.
    ("قامت في الدولة دولة أخرى", []),
    // Several of one name stay candidates.
    ("قرب كفر طرنبا", ["كفر طرنبا 34.8 كفر طرنبا (محافظة حمص) 10"]),
    // What the tables know is theirs; a bare name of a division hides no place in it.
    ("قصف شرق حمص", ["حمص 34.73"]),
  ]

  @Test func findsImportedNamesWithTheEvidenceTheyNeed() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let extractor = try ExtractorUnderTest(
      linked: [(folder: "\(Fixture.root)/Plugins/Locations", entry: warshaPluginLocations)],
      knowledgeFolder: Fixture.knowledge, gazetteers: [path])
    for (text, expected) in Self.cases {
      let units = Array(text.utf16)
      let found = extractor.annotate(text).annotations.map { note in
        String(decoding: units[note.range.start..<note.range.end], as: UTF16.self) + " "
          + (note.attribute("lat")?.description ?? "-")
          + (note.attribute("candidates").map { " \($0.description)" } ?? "")
      }
      #expect(found == expected, "\(text)")
    }
  }
}
