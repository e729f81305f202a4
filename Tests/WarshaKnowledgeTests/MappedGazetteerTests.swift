// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel
import WarshaTesting

/// The file of an imported gazetteer, and a gazetteer with such a file behind its tables.
struct MappedGazetteerTests {
  private static let records = [
    record("a:1", "تل الشمس", variants: ["الشمس"], admin: "محافظة الساحل/ناحية البحر", line: 2),
    record("a:2", "سملين", kind: .town, population: 3000, line: 3),
    record("a:3", "المدينة البيضاء", kind: .city, population: 2_000_000, line: 4),
    record("a:4", "البيضاءات", kind: .city, population: 150_000, line: 5),
    record("a:5", "سملين", latitude: 10, line: 6),
  ]

  private static func record(
    _ id: String, _ name: String, variants: [String] = [], kind: PlaceKind = .village,
    admin: String = "", population: Int? = nil, latitude: Double = 33.51, line: Int
  ) -> PlaceRecord {
    var result = PlaceRecord(id: id, name: name, kind: kind)
    result.variants = variants
    result.country = "SY"
    result.admin = admin
    result.population = population
    result.coordinates = PlaceRecord.Coordinates(latitude: latitude, longitude: 36.2913)
    result.line = line
    return result
  }

  private func bytes() throws -> [UInt8] {
    try GazetteerWriter(folding: Fixture.folding).bytes(
      title: "mine", of: Self.records, sources: ["places.tsv"])
  }

  /// Opens bytes as if they were mapped; they are never freed.
  private func open(_ bytes: [UInt8]) throws -> MappedGazetteer {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(8, bytes.count), alignment: 8)
    memory.copyBytes(from: bytes)
    return try MappedGazetteer(
      path: "mine.gazetteer", bytes: UnsafeRawBufferPointer(rebasing: memory[..<bytes.count]),
      folding: Fixture.folding)
  }

  private func gazetteer(_ table: String = "", _ imported: [MappedGazetteer]) throws -> Gazetteer {
    let header = Gazetteer.columns.joined(separator: "\t") + "\n"
    return try Gazetteer(
      [try Fixture.table(header + table, name: "own.tsv", columns: Gazetteer.columns)],
      imported: imported, folding: Fixture.folding)
  }

  private func found(_ text: String, in gazetteer: Gazetteer) -> [String] {
    Fixture.with(text) { text in
      text.tokens.indices.flatMap { token -> [String] in
        guard let found = gazetteer.lexicon.match(in: text, at: token) else { return [] }
        return gazetteer.meanings(of: found.match.entry).map {
          gazetteer.id(of: gazetteer.names[$0.name].place) + ($0.needsContext ? "?" : "")
        }
      }
    }
  }

  @Test func givesBackWhatWasWritten() throws {
    let gazetteer = try gazetteer(imported: [open(bytes())])
    #expect(gazetteer.places.count == 5)
    #expect(gazetteer.names.count == 6)
    #expect((0..<5).map(gazetteer.id) == Self.records.map(\.id))
    #expect((0..<5).map(gazetteer.name) == Self.records.map(\.name))
    #expect(gazetteer.admin(of: 0) == "محافظة الساحل/ناحية البحر")
    #expect(gazetteer.country(of: 0) == "SY")
    #expect(gazetteer.places.map(\.kind) == Self.records.map(\.kind))
    #expect(gazetteer.places.map(\.rank) == [1, 1, 5, 4, 1])
    #expect(
      gazetteer.places[0].coordinates.map { [$0.latitude, $0.longitude] } == [33.51, 36.2913])
    #expect(gazetteer.population(of: 2) == 2_000_000)
    #expect(gazetteer.origin(of: 3) == ("mine (places.tsv)", 5))
  }

  private func gazetteer(imported: [MappedGazetteer]) throws -> Gazetteer {
    try gazetteer("", imported)
  }

  @Test func findsNamesInTextsAndKeepsAllPlacesOfAName() throws {
    let gazetteer = try gazetteer(imported: [open(bytes())])
    #expect(found("إلى تل الشمس", in: gazetteer) == ["a:1", "a:1?"])
    #expect(found("وبسملين", in: gazetteer) == ["a:2?", "a:5?"])
    #expect(found("في المدينه البيضاء", in: gazetteer) == ["a:3"])
    #expect(found("البيضاءات", in: gazetteer) == ["a:4"])
    #expect(found("الشمس", in: gazetteer) == ["a:1?"])
    #expect(found("المدينة", in: gazetteer) == [])
  }

  @Test func leavesPlacesThatTheTablesHaveToThem() throws {
    let own =
      "own-1\tسملين\t\tvillage\tSY\t\t33.5\t36.3\t1\tfree\t\n"
      + "own-2\tالبيضاءات\t\tvillage\tLY\t\t30\t20\t1\tcontext\t\n"
    let gazetteer = try gazetteer(own, [open(bytes())])
    // The other سملين is far away; what our tables call a common word stays one.
    #expect(found("سملين", in: gazetteer) == ["own-1", "a:5?"])
    #expect(found("البيضاءات", in: gazetteer) == ["own-2?", "a:4?"])
    #expect(found("تل الشمس", in: gazetteer) == ["a:1", "a:1?"])
  }

  @Test func takesSeveralGazetteers() throws {
    var other = Self.records[1]
    (other.id, other.coordinates) = ("b:1", nil)
    let second = try GazetteerWriter(folding: Fixture.folding).bytes(
      title: "second", of: [other, Self.record("b:2", "تل الشمس الكبير", line: 9)], sources: ["b"])
    let gazetteer = try gazetteer(imported: [open(bytes()), open(second)])
    #expect(found("سملين", in: gazetteer) == ["a:2?", "a:5?", "b:1?"])
    #expect(found("تل الشمس الكبير", in: gazetteer) == ["b:2", "a:1?"])
    #expect(gazetteer.origin(of: 6) == ("second (b)", 9))
  }

  @Test func sameRecordsGiveTheSameBytes() throws {
    #expect(try bytes() == bytes())
  }

  // MARK: Damage

  private func fault(_ bytes: [UInt8]) -> String {
    do {
      _ = try open(bytes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func refusesWhatIsNoWholeGazetteer() throws {
    let bytes = try bytes()
    #expect(fault([]).contains("mine.gazetteer: is no gazetteer: 0 bytes"))
    #expect(fault(Array(bytes.prefix(100))).contains("100 bytes are fewer than its header has"))
    #expect(fault(Array(bytes.dropLast())).contains("is not whole"))
    #expect(fault(bytes + [0]).contains("is not whole"))
    #expect(fault(Array("name\tkind\n".utf8) + bytes).contains("is no gazetteer that Warsha"))
    var newer = bytes
    newer[8] = 9
    #expect(fault(newer).contains("another version of Warsha: version 9, not 1"))
    #expect(fault(newer).contains("Import it again"))
  }

  @Test func noticesEveryChangeOfTheHeader() throws {
    let bytes = try bytes()
    for index in 0..<128 {
      var changed = bytes
      changed[index] ^= 0x41
      #expect(fault(changed) != "no error", "byte \(index)")
    }
  }

  @Test func refusesOneWhoseNamesWereFoldedOtherwise() throws {
    let bytes = try GazetteerWriter(folding: Folding { $0 }).bytes(
      title: "other", of: Self.records, sources: ["x"])
    #expect(fault(bytes).contains("which folds names otherwise"))
  }

  /// The body has no checksum: whatever stands there must be harmless.
  @Test func survivesDamageBehindTheHeader() throws {
    let bytes = try bytes()
    let text = "وصل إلى تل الشمس وسملين والبيضاءات ثم المدينة البيضاء"
    var generator = SeededGenerator(seed: 7)
    for round in 0..<400 {
      var damaged = bytes
      for _ in 0...(round % 40) {
        let index = Int.random(in: 128..<damaged.count, using: &generator)
        damaged[index] = UInt8.random(in: 0...255, using: &generator)
      }
      if round == 399 { for index in 128..<damaged.count { damaged[index] = 0xFF } }
      let gazetteer = try gazetteer(imported: [open(damaged)])
      _ = found(text, in: gazetteer)
      for place in gazetteer.places.indices {
        _ = (gazetteer.id(of: place), gazetteer.name(of: place), gazetteer.admin(of: place))
        _ = (gazetteer.origin(of: place), gazetteer.places[place].region)
      }
      let search = GazetteerSearch(gazetteer, folding: Fixture.folding)
      _ = search.places(named: "سملين", limit: 9)
    }
  }
}
