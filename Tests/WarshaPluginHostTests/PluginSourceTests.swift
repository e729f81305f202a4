// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPluginHost
import WarshaTesting

struct PluginSourceTests {
  private let workshop: PluginWorkshop

  init() throws { workshop = try Workshop.open() }

  private var found: (sources: [PluginSource], errors: [PluginError]) {
    PluginSource.discover(in: [workshop.folder], libraryFolders: [])
  }

  private func problems() -> [String] {
    found.errors.map { "\($0.code): \(workshop.relative($0.description))" }
  }

  @Test func findsPluginsByNameAndPassesOtherFoldersBy() throws {
    try workshop.add("b", source: "good")
    try workshop.add("a", source: "good")
    try workshop.write("", to: "notes/readme.txt")
    #expect(found.sources.map(\.manifest.id) == ["a", "b"])
    #expect(found.errors == [])
  }

  @Test func findsNothingInAFolderThatIsNotThere() {
    let found = PluginSource.discover(in: ["/nowhere"], libraryFolders: [])
    #expect(found.sources == [])
    #expect(found.errors == [])
  }

  @Test func saysWhichFieldIsMissing() throws {
    try workshop.write("{\"id\": \"x\"}", to: "x/manifest.json")
    #expect(
      problems() == ["badManifest: plugin x: x/manifest.json: the field \"version\" is missing"])
  }

  @Test func saysWhichFieldHasAnotherType() throws {
    try workshop.add("x", source: nil, ["layers": "x"])
    #expect(
      problems() == [
        "badManifest: plugin x: x/manifest.json: the field \"layers\" has another type than expected"
      ])
  }

  @Test func saysWhereTheJSONBreaks() throws {
    try workshop.write("{\"id\": ", to: "x/manifest.json")
    let problem = try #require(problems().first)
    #expect(problem.hasPrefix("badManifest: plugin x: x/manifest.json: no valid JSON ("))
  }

  @Test func saysWhereItLookedForALibrary() throws {
    try workshop.add("x", source: nil)
    #expect(
      problems() == [
        "missingLibrary: plugin x: libx.so is not there; tried x/libx.so, "
          + "x/.build/release/libx.so, x/.build/debug/libx.so. "
          + "Build it with `swift build` (not `swift run`)"
      ])
  }

  @Test func findsTheLibraryOfAPackageOfItsOwn() throws {
    try workshop.add("x", source: nil)
    try workshop.write("", to: "x/.build/debug/libx.so")
    #expect(found.sources.map { workshop.relative($0.library) } == ["x/.build/debug/libx.so"])
    try workshop.write("", to: "x/.build/release/libx.so")
    #expect(found.sources.map { workshop.relative($0.library) } == ["x/.build/release/libx.so"])
    try workshop.write("", to: "x/libx.so")
    #expect(found.sources.map { workshop.relative($0.library) } == ["x/libx.so"])
  }

  @Test func keepsTheFirstOfTwoPluginsOfOneId() throws {
    try workshop.add("a", source: "good")
    try workshop.add("b", source: nil, ["id": "a", "library": "../a/liba.so"])
    #expect(found.sources.map { workshop.relative($0.folder) } == ["a"])
    #expect(
      problems() == [
        "duplicate: plugin a: b has the same id as a, which is used; rename one"
      ])
  }
}
