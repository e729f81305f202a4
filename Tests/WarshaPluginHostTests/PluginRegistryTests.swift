// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaPluginHost
import WarshaTesting

struct PluginRegistryTests {
  private let workshop: PluginWorkshop

  init() throws { workshop = try Workshop.open() }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch let error as PluginError {
      return "\(error.code): \(workshop.relative(error.description))"
    } catch {
      return "\(error)"
    }
  }

  // MARK: Names

  @Test func suggestsTheNearestName() throws {
    try workshop.add(building: "good")
    #expect(
      message { _ = try workshop.run(["goof"], on: "ab") }
        == "unknownExtractor: plugin goof: there is no extractor \"goof\". "
        + "Did you mean \"good\"? Known: good")
  }

  @Test func saysWhyAKnownPluginCannotBeUsed() throws {
    try workshop.add("good", source: nil)
    #expect(message { _ = try workshop.run(["good"], on: "ab") }.hasPrefix("missingLibrary: "))
  }

  @Test func forgetsAnUnloadedPluginUntilItIsLoadedAgain() throws {
    try workshop.add(building: "good")
    var registry = workshop.registry()
    try registry.unload("good")
    #expect(registry.ids == [])
    #expect(try workshop.run(nil, on: "ab", registry: registry) == [])
    try registry.load("good")
    #expect(try workshop.run(nil, on: "ab", registry: registry) == ["good 0..2"])
  }

  // MARK: Examples

  @Test func leavesExamplesOutUnlessTheyAreNamed() throws {
    try workshop.add("good", source: "good", ["example": true])
    #expect(try workshop.run(nil, on: "ab") == [])
    #expect(try workshop.run(["good"], on: "ab") == ["good 0..2"])
  }

  @Test(arguments: ["good", "good/../good"])
  func runsAnExampleThatWasLoadedByHand(_ name: String) throws {
    try workshop.add("good", source: "good", ["example": true])
    var registry = workshop.registry()
    try registry.load(name.contains("/") ? "\(workshop.folder)/\(name)" : name)
    #expect(try workshop.run(nil, on: "ab", registry: registry) == ["good 0..2"])
  }

  @Test func takesAnUnbuiltExampleForNoProblem() throws {
    try workshop.add("good", source: nil, ["example": true])
    let registry = workshop.registry()
    #expect(registry.problems == [])
    #expect(registry.unbuiltExamples.map(\.plugin) == ["good"])
    #expect(
      message { _ = try workshop.run(["good"], on: "ab") }
        .hasPrefix("exampleNotBuilt: plugin good: libgood.so is not there; tried good/libgood.so"))
  }

  // MARK: Needs and tables

  @Test func runsWhatIsNeededFirstAndKeepsItsAnnotationsToItself() throws {
    try workshop.add(building: "good")
    try workshop.add("changed", source: "changed", ["needs": ["good"]], defines: ["TOKENS=2"])
    #expect(try workshop.run(["changed"], on: "ab c") == ["changed 0..2", "changed 3..4"])
    #expect(try workshop.run(nil, on: "ab c") == ["changed 0..2", "good 0..2", "changed 3..4"])
  }

  @Test func runsWhatIsReadFirstWhereItIsInTheRun() throws {
    try workshop.add(building: "good")
    try workshop.add("changed", source: "changed", ["reads": ["good"]], defines: ["TOKENS=1"])
    #expect(try workshop.run(["changed"], on: "ab") == ["changed 0..2"])
    #expect(try workshop.run(["changed", "good"], on: "ab") == ["changed 0..2", "good 0..2"])
  }

  @Test func runsWhatReadsALayerThatNobodyMakes() throws {
    try workshop.add("changed", source: "changed", ["reads": ["places"]], defines: ["TOKENS=1"])
    #expect(try workshop.run(nil, on: "ab") == ["changed 0..2"])
  }

  @Test func refusesCircularNeeds() throws {
    try workshop.add(building: "fails", ["needs": ["wild"]])
    try workshop.add(building: "good")
    try workshop.add(building: "wild", ["needs": ["fails"]])
    let circle = "plugin fails: its needs lead back to itself: fails → wild → fails"
    #expect(message { _ = try workshop.run(["fails"], on: "ab") } == "circularNeeds: \(circle)")
    #expect(
      try workshop.run(nil, on: "ab") == [
        "error: \(circle)",
        "error: plugin wild: its needs lead back to itself: wild → fails → wild", "good 0..2",
      ])
  }

  @Test func refusesALayerThatNobodyMakes() throws {
    try workshop.add(building: "good", ["needs": ["places"]])
    #expect(
      message { _ = try workshop.run(["good"], on: "ab") }
        == "missingNeed: plugin good: needs the layer \"places\", which no loaded plugin makes")
  }

  @Test func refusesAMissingTable() throws {
    try workshop.add(building: "good")
    try workshop.add(building: "wild", ["tables": ["Data/words.tsv"]])
    let missing =
      "plugin wild: the table wild/Data/words.tsv cannot be read; put it there or mend \"tables\" "
      + "in the manifest"
    #expect(message { _ = try workshop.run(["wild"], on: "ab") } == "missingTable: \(missing)")
    #expect(try workshop.run(nil, on: "ab") == ["error: \(missing)", "good 0..2"])
  }

  @Test func refusesATableThatTheCoreHasNot() throws {
    try workshop.add(building: "good", ["tables": ["knowledge/stars.tsv"]])
    #expect(
      message { _ = try workshop.run(["good"], on: "ab") }
        == "missingTable: plugin good: the core has no table \"knowledge/stars.tsv\"; mend "
        + "\"tables\" in good/manifest.json")
  }

  /// One extractor of several that cannot be made must not hide behind those that need it.
  @Test func dropsAnExtractorWhoseNeedCannotBeMade() throws {
    try workshop.add(building: "good")
    try workshop.add(building: "silent")
    try workshop.add(building: "wild", ["needs": ["silent"]])
    #expect(
      try workshop.run(nil, on: "a") == [
        "error: plugin silent: its `create` gave no instance and no reason",
        "error: plugin wild: needs the extractor \"silent\", which cannot be used", "good 0..1",
      ])
  }

  // MARK: Reloading

  @Test func takesARebuiltLibraryWhenItIsReloaded() throws {
    try workshop.add("changed", source: "changed", defines: ["TOKENS=1"])
    var registry = workshop.registry()
    try registry.load("changed")
    let before = registry
    try workshop.build("changed", as: "changed", defines: ["TOKENS=2"])
    try registry.reload("changed")
    #expect(
      try workshop.run(nil, on: "a b", registry: registry) == ["changed 0..1", "changed 2..3"])
    // Whoever still holds the old registry keeps the old code.
    #expect(try workshop.run(nil, on: "a b", registry: before) == ["changed 0..1"])
  }

  @Test func keepsTheOldLibraryWhenTheNewOneCannotBeUsed() throws {
    try workshop.add(building: "good")
    var registry = workshop.registry()
    try registry.load("good")
    try workshop.build("major", as: "good")
    #expect(
      message { try registry.reload("good") }
        == "missingEntry: plugin good: good/libgood.so has no symbol warsha_plugin_good; export it "
        + "or mend \"entry\" in good/manifest.json")
    #expect(try workshop.run(nil, on: "ab", registry: registry) == ["good 0..2"])
  }

  // MARK: Parameters

  @Test func checksTheRangeOfAParameter() throws {
    let length: [String: Any] = [
      "name": "length", "help": "h", "default": 3, "minimum": 1, "maximum": 5,
    ]
    try workshop.add(
      building: "reader", ["parameters": [length], "tables": ["Data/words.tsv"]])
    try workshop.write("form\n", to: "reader/Data/words.tsv")
    var registry = workshop.registry()
    try registry.set("length", of: "reader", to: 2)
    #expect(
      try workshop.run(nil, on: "abcd", registry: registry) == ["reader 0..4", "reader 0..2"])
    #expect(
      message { try registry.set("length", of: "reader", to: 6) }
        == "unknownExtractor: plugin reader: length is 6.0, allowed is 1.0 to 5.0")
    #expect(
      message { try registry.set("width", of: "reader", to: 1) }
        == "unknownExtractor: plugin reader: has no parameter \"width\"; it has length")
  }
}
