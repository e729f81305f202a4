// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge

/// Readers of imported files.
struct ImportTests {
  /// A row of a GeoNames dump.
  static func geonames(
    id: String = "1", name: String = "Tall Ahmar", alternates: String = "تل أحمر",
    lat: String = "36.5", lon: String = "37.2", feature: String = "PPL", country: String = "SY",
    unit: String = "09", population: String = "0"
  ) -> String {
    let kind = feature.hasPrefix("ADM") ? "A" : "P"
    return [
      id, name, name, alternates, lat, lon, kind, feature, country, "", unit, "", "", "",
      population, "", "300", "Asia/Damascus", "2020-01-01",
    ].joined(separator: "\t")
  }

  private func read(
    _ text: String, name: String = "a.txt", format: ImportedFile.Format? = nil,
    keepsAll: Bool = false, known: KnownPlaces = KnownPlaces()
  ) throws -> PlaceImport {
    var result = PlaceImport(known: known, keepsAll: keepsAll)
    try result.read(ImportedFile(name: name, bytes: Array(text.utf8)), format: format)
    return result
  }

  private func fault(_ text: String, format: ImportedFile.Format? = nil) -> String {
    do {
      _ = try read(text, format: format)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  // MARK: GeoNames

  @Test func readsADumpOfGeoNames() throws {
    let rows = [
      Self.geonames(
        id: "10", alternates: "Tel,תל,Тель,تل أحمر,تل الاحمر,تل احمر کوچک", population: "700"),
      Self.geonames(
        id: "11", name: "Idlib", alternates: "محافظة إدلب,إدلب", feature: "ADM1", unit: "12"),
      Self.geonames(id: "12", alternates: "سَرمِين\u{200F}", unit: "12", population: "150000"),
      Self.geonames(id: "13", alternates: "Sarmin,Сармин"),
    ]
    let result = try read(rows.joined(separator: "\n"))
    #expect(result.records.map(\.id) == ["geonames:10", "geonames:11", "geonames:12"])
    #expect(result.records.map(\.name) == ["تل أحمر", "إدلب", "سرمين"])
    #expect(result.records[0].variants == ["تل الاحمر"])
    #expect(result.records.map(\.kind) == [.village, .admin1, .city])
    #expect(result.records.map(\.admin) == ["SY.09", "", "إدلب"])
    #expect(result.records[2].population == 150_000)
    #expect(result.records.map(\.line) == [1, 2, 3])
    #expect(result.nameless == 1)
    #expect(result.leftOut == 0)
  }

  @Test func tellsWhyRowsOfADumpAreLeftOut() throws {
    let rows = [
      Self.geonames(id: "1"), Self.geonames(id: "2", lat: "north"),
      Self.geonames(id: "3", lat: "91"), Self.geonames(id: "4", lat: "120", lon: "30"),
      Self.geonames(id: "1", alternates: "حارم"), "5\tshort", Self.geonames(id: "x"),
      Self.geonames(id: "7", country: "SYR"), Self.geonames(id: "8", population: "many"),
      Self.geonames(id: "9", lon: "900"),
    ]
    let result = try read(rows.joined(separator: "\n"))
    #expect(result.records.count == 1)
    #expect(
      result.problems.map(\.description) == [
        "a.txt:2: \"north\", \"37.2\" are no degrees north and east",
        "a.txt:3: 91, 37.2 lie far from SY; latitude and longitude may be swapped",
        "a.txt:4: 120, 30 lie far from SY; latitude and longitude may be swapped",
        "a.txt:5: the id \"geonames:1\" was given in line 1",
        "a.txt:6: has 2 columns, not 19", "a.txt:7: \"x\" is no geonameid",
        "a.txt:8: \"SYR\" is no country code of two letters",
        "a.txt:9: the population \"many\" is no number",
        "a.txt:10: 36.5, 900 are out of range; latitude is -90 to 90, longitude -180 to 180",
      ])
    #expect(result.counts[.swapped] == 2)
  }

  @Test func keepsTheFirstLinesOfEachReasonOrAll() throws {
    let rows = [Self.geonames(id: "1")] + (0..<1000).map { "garbage \($0)" }
    let text = rows.joined(separator: "\n")
    #expect(try read(text).problems.count == 3)
    #expect(try read(text, keepsAll: true).problems.count == 1000)
    #expect(try read(text).counts == [.columns: 1000])
  }

  // MARK: P-codes

  @Test func readsPCodesOfAllLevels() throws {
    let text = """
      OBJECTID,admin2Name_en,admin2Name_ar,admin2Pcode,admin2AltName1_ar,admin1Name_ar,admin1Pcode
      1,"One, first",\u{200F}الأولى,SY0901,NA,الساحل,SY09
      2,Two,الثانية,SY0902,الثانيه الغربية,الساحل,SY09
      3,Three,NA,SY0903,NA,الساحل,SY09
      4,Four,الرابعة,,NA,الساحل,SY09
      5,"Five,الخامسة,SY0905,NA,الساحل,SY09

      """
    let result = try read(text)
    #expect(result.records.map(\.id) == ["SY09", "SY0901", "SY0902"])
    #expect(result.records.map(\.name) == ["الساحل", "الأولى", "الثانية"])
    #expect(result.records.map(\.kind) == [.admin1, .admin2, .admin2])
    #expect(result.records.map(\.admin) == ["", "الساحل", "الساحل"])
    #expect(result.records[2].variants == ["الثانيه الغربية"])
    #expect(
      result.problems.map(\.description) == [
        "a.txt:4: there is no name", "a.txt:5: there is no P-code for admin2",
        "a.txt:6: a quotation mark is left open",
      ])
  }

  @Test func readsTheNewerColumnNamesOfPCodes() throws {
    let result = try read("ADM1_AR,ADM1_PCODE\nالساحل,SY09\n")
    #expect(result.records.map(\.id) == ["SY09"])
  }

  // MARK: Tables

  @Test func readsATableWithAnyColumns() throws {
    let text =
      "name\tvariants\tkind\tlat\tlon\tnote\tcuontry\n"
      + "خربة الشمس\tالشمس|خربة شمس\tVillage\t36.1\t37.1\tx\t\n" + "# a comment\n\n"
      + "رأس الماء\t\t\t\t\t\t\n"
    let result = try read(text, name: "mine.tsv")
    #expect(result.records.map(\.id) == ["mine:2", "mine:5"])
    #expect(result.records[0].variants == ["الشمس", "خربة شمس"])
    #expect(result.records[1].coordinates == nil)
    #expect(
      result.remarks == [
        "mine.tsv:1: columns that are not read: \"note\", \"cuontry\" Did you mean \"country\"?"
      ])
  }

  @Test func tellsWhyRowsOfATableAreLeftOut() throws {
    let header = "name\tkind\tcountry\tlat\tlon\tid\n"
    let rows = [
      "\t\t\t\t\ta", "Idlib\t\t\t\t\tb", "إدلب|سرمين\t\t\t\t\tc", "إدلب\ttwon\t\t\t\td",
      "إدلب\t\tSyria\t\t\te", "إدلب\t\t\t36\t\tf", "إدلب\t\t\t36\n",
    ]
    let result = try read(header + rows.joined(separator: "\n"), keepsAll: true)
    #expect(
      result.problems.map(\.description) == [
        "a.txt:2: there is no name", "a.txt:3: the name \"Idlib\" has no Arabic letter",
        "a.txt:4: the name \"إدلب|سرمين\" has the character U+7C",
        "a.txt:5: there is no kind \"twon\". Did you mean \"town\"?",
        "a.txt:6: \"SYRIA\" is no country code of two letters, e.g. SY",
        "a.txt:7: \"36\", \"\" are no degrees north and east",
        "a.txt:8: has 4 columns, the header has 6",
      ])
    #expect(result.records.isEmpty)
  }

  // MARK: Whole files

  @Test func refusesFilesOfWhichNothingCanBeUsed() {
    #expect(fault("\u{0}\u{1}").contains("is no text"))
    #expect(fault("PK\u{3}\u{4}").contains("is a zip archive"))
    #expect(fault("hello\nworld\n").contains("no format that can be imported"))
    #expect(fault("", format: .tsv) == "a.txt:1: there is no header line")
    #expect(
      fault("id\tnom\n1\tx\n", format: .tsv)
        == "a.txt:1: there is no column \"name\"; the header has id, nom")
    #expect(fault("a,b\n1,2\n", format: .pcodes).contains("no level with a name in Arabic"))
    #expect(fault("name\tlat\nx\t1\n").contains("lat and lon belong together"))
  }

  @Test func leavesOutLinesThatCannotBeRows() throws {
    let endless = String(repeating: "a", count: 100_000)
    let result = try read("name\nإدلب\n\(endless)\n", keepsAll: true)
    #expect(result.problems.map(\.detail) == ["has 100000 bytes; no row is that long"])
    #expect(fault(endless, format: .tsv) == "a.txt:1: there is no header line")
  }

  @Test func refusesOtherEncodingsAndLeavesOutSingleLines() throws {
    func read(_ bytes: [UInt8]) throws -> PlaceImport {
      var result = PlaceImport(known: KnownPlaces())
      try result.read(ImportedFile(name: "w.tsv", bytes: bytes))
      return result
    }
    // حمص in Windows-1256.
    let row: [UInt8] = [0xCD, 0xE3, 0xD5, 0x0A]
    let header = Array("name\n".utf8)
    let fault = #expect(throws: Table.Fault.self) { try read(header + row + row + row) }
    #expect(fault?.description.contains("is not UTF-8 (line 2 and 2 more)") == true)
    let wide = #expect(throws: Table.Fault.self) { try read([0xFF, 0xFE, 0x6E, 0]) }
    #expect(wide?.description.contains("is UTF-16") == true)
    let mostly = header + Array(String(repeating: "حمص\n", count: 20).utf8) + row
    let result = try read(mostly)
    #expect(result.counts == [.encoding: 1])
    #expect(result.records.count == 20)
  }

  @Test func refusesAFileWhoseCoordinatesAreSwappedThroughout() throws {
    let gazetteer = try Gazetteer(
      [Fixture.knowledge("gazetteer/countries.tsv", columns: Gazetteer.columns)],
      folding: Fixture.folding)
    let rows = (0..<30).map {
      Self.geonames(id: "\($0 + 1)", lat: "40.\($0)", lon: "34.\($0)")
    }
    let fault = #expect(throws: Table.Fault.self) {
      try read(rows.joined(separator: "\n"), known: KnownPlaces(gazetteer))
    }
    #expect(fault?.description.contains("look swapped: 30 of 30") == true)
  }
}
