// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaStore

/// Saved runs on disk.
struct RunStoreTests {
  private let folder: TemporaryFolder
  private let store: RunStore
  /// An emoji before all spans: code points and UTF-16 units differ.
  private let document = Document(
    id: "a", text: SourceText("📉 قال إن حمص على بعد 5 كم\u{0}."), date: "2024-12-06")

  init() throws {
    folder = try TemporaryFolder()
    store = try RunStore(path: folder.path + "/data/runs.sqlite")
  }

  /// Something of everything that an annotation can have.
  private var output: ExtractorOutput {
    ExtractorOutput(
      annotations: [
        Annotation(
          layer: "claims", label: "Claim", type: "assert", range: TextRange(3, 6),
          attributes: [
            Attribute("zeta", .text("a \"b\"")), Attribute("alpha", .number(0.1)),
            Attribute("sure", .flag(true)),
          ], parts: [Part("content", TextRange(10, 13))], extractor: "claims", version: "1",
          rule: "r", confidence: 0.3, evidence: ["one", "two"]),
        Annotation(
          layer: "claims", label: "Claim", type: "deny", range: TextRange(10, 13),
          value: .number(5000), extractor: "claims", version: "1", rule: "r", confidence: 1),
      ],
      links: [
        .init(annotation: 0, role: "about", extractor: "places", target: 7),
        .init(annotation: 0, role: "denies", extractor: "claims", target: 1),
      ],
      diagnostics: [
        Diagnostic(.warning, origin: "claims", "look", at: TextRange(3, 6)),
        Diagnostic(.note, origin: "claims", "well"),
      ])
  }

  private func extractor(_ items: [ExtractorState.Item]) -> RunRecord.Extractor {
    RunRecord.Extractor(id: "claims", version: "1", isWanted: true, state: ExtractorState(items))
  }

  private func save(
    _ name: String, _ items: [ExtractorState.Item] = [.init("core", "x")], recalled: Bool = false
  ) throws -> RunRecord {
    let extractor = extractor(items)
    var record = try store.begin(
      name: name, started: "2026-01-02T03:04:05Z", program: "0", source: "Corpus",
      extractors: [extractor])
    try store.save(
      [
        RunStore.Finished(
          document: document, textHash: "hash",
          found: [
            RunStore.Found(
              extractor: "claims", fingerprint: extractor.state.fingerprint, output: output,
              isRecalled: recalled)
          ])
      ], to: &record)
    try store.finish(&record, at: "2026-01-02T03:04:06Z")
    return record
  }

  @Test func givesBackWhatWasSaved() throws {
    let saved = try save("first")
    #expect(try store.run("first") == saved)
    #expect(try store.run("1") == saved)
    #expect(try store.text("hash") == document.text)
    let outputs = try store.outputs(of: saved, document: 0)
    #expect(outputs.map(\.extractor) == ["claims"])
    #expect(outputs.map(\.output) == [output])
  }

  @Test func recallsByTextDateAndState() throws {
    let saved = try save("first")
    let state = saved.extractors[0].state.fingerprint
    func recall(_ fingerprint: String, _ hash: String, _ date: String?) throws -> ExtractorOutput? {
      try store.output(
        fingerprint, of: "claims", text: document.text, hash: hash, date: date)
    }
    #expect(try recall(state, "hash", "2024-12-06") == output)
    #expect(try recall(state, "hash", nil) == nil)
    #expect(try recall(state, "other", "2024-12-06") == nil)
    #expect(try recall("other", "hash", "2024-12-06") == nil)
  }

  @Test func theLastOfSeveralRunsOfOneNameIsMeant() throws {
    _ = try save("same")
    let second = try save("same", recalled: true)
    #expect(try store.run("same") == second)
    #expect(second.recalledCount == 1)
    #expect(try store.runs().map(\.number) == [1, 2])
  }

  @Test func aRunThatDidNotEndIsKeptAsBrokenOff() throws {
    _ = try store.begin(
      name: "half", started: "2026-01-02T03:04:05Z", program: "0", source: "Corpus",
      extractors: [])
    #expect(try store.run("half").finished == nil)
  }

  @Test func removesWhatNoOtherRunShares() throws {
    let first = try save("first")
    let second = try save("second", [.init("core", "y")])
    try store.remove(run: first.number)
    #expect(try store.text("hash") == document.text)
    #expect(try store.outputs(of: second, document: 0).map(\.output) == [output])
    try store.remove(run: second.number)
    #expect(try store.text("hash") == nil)
    #expect(try store.runs() == [])
  }

  @Test func anUnknownNameIsAnsweredWithNearOnes() throws {
    _ = try save("before")
    #expect(throws: StoreError.noRun(name: "befor", near: ["before"])) { try store.run("befor") }
  }

  @Test func aFileOfAnotherKindIsRefused() throws {
    let path = try folder.write("other.sqlite", String(repeating: "no database ", count: 100))
    let error = #expect(throws: StoreError.self) { try RunStore(path: path) }
    #expect(
      error.map { folder.relative($0.description) }
        == "other.sqlite: is no file of saved runs, or a damaged one. Move it away and a new one "
        + "is made, or name another in WARSHA_RUNS.")
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("no database"))
  }

  @Test func digestsFollowTheMark() throws {
    let path = try folder.write("table.tsv", "a")
    func mark(_ size: Int, _ time: Int) -> FileMark {
      FileMark(path: path, size: size, modified: time)
    }
    let first = try store.digests(of: [mark(1, 1)])
    #expect(
      first == ["ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"])
    try folder.write("table.tsv", "bc")
    #expect(try store.digests(of: [mark(1, 1)]) == first)
    #expect(try store.digests(of: [mark(2, 2)]) != first)
    #expect(throws: StoreError.unreadable(path: path, reason: "it has just changed")) {
      try store.digests(of: [mark(1, 3)])
    }
  }

  @Test func whatIsNotSureIsKeptForItsRunAlone() throws {
    func run(_ name: String, isSure: Bool) throws -> RunRecord {
      let extractor = extractor([.init("core", "x")])
      var record = try store.begin(
        name: name, started: "", program: "", source: "", extractors: [extractor])
      var output = output
      output.isSure = isSure
      if !isSure { output.annotations = []; output.links = [] }
      try store.save(
        [
          RunStore.Finished(
            document: document, textHash: "hash",
            found: [
              RunStore.Found(
                extractor: "claims", fingerprint: extractor.state.fingerprint, output: output,
                isRecalled: false)
            ])
        ], to: &record)
      return record
    }
    let failed = try run("failed", isSure: false)
    let state = failed.extractors[0].state.fingerprint
    func recall() throws -> ExtractorOutput? {
      try store.output(
        state, of: "claims", text: document.text, hash: "hash", date: document.date)
    }
    #expect(try recall() == nil)
    #expect(try store.outputs(of: failed, document: 0).map(\.output.annotations.count) == [0])
    let healed = try run("healed", isSure: true)
    #expect(try recall() == output)
    #expect(try store.outputNumbers(of: failed.number) != store.outputNumbers(of: healed.number))
  }

  @Test func aRunThatWasRemovedMeanwhileIsNotSavedOn() throws {
    var record = try save("gone")
    try store.remove(run: record.number)
    #expect(
      throws: StoreError.runs(
        path: store.path, reason: "run 1 (gone) was removed while it was being saved.")
    ) {
      try store.save([], to: &record)
    }
  }

  @Test func readingMakesNoFile() throws {
    let path = folder.path + "/none/runs.sqlite"
    #expect(try RunStore(path: path, mayCreate: false).runs() == [])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
  }

  @Test func statesTellWhatChanged() {
    let hashes = [String](repeating: "", count: 2).indices.map {
      String(repeating: "\($0)", count: 64)
    }
    let before = ExtractorState([
      .init("version", "0.1"), .init("library", hashes[0]), .init("table a", hashes[0]),
      .init("core", hashes[0]), .init("evidence", "yes"),
    ])
    let after = ExtractorState([
      .init("version", "0.2"), .init("library", hashes[1]), .init("table b", hashes[0]),
      .init("core", hashes[0]),
    ])
    #expect(
      before.changes(to: after) == [
        "version 0.1 → 0.2", "library changed", "table b is new", "table a is gone",
      ])
    #expect(before.fingerprint != after.fingerprint)
    #expect(before.changes(to: before) == [])
  }

  @Test func theFileIsWhereTheEnvironmentSays() {
    #expect(RunStore.path(in: ["WARSHA_RUNS": "x/y", "HOME": "/h"]) == "x/y")
    #expect(RunStore.path(in: ["WARSHA_DATA": "/d", "HOME": "/h"]) == "/d/runs.sqlite")
    #expect(RunStore.path(in: ["HOME": "/h"]) == "/h/.local/share/warsha/runs.sqlite")
    #expect(RunStore.path(in: [:]) == nil)
  }
}
