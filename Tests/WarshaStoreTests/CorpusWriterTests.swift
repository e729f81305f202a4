// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaStore

struct CorpusWriterTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/mine" }

  init() throws { folder = try TemporaryFolder() }

  private func document(
    _ id: String, _ text: String = "x", title: String? = nil, date: String? = nil
  ) -> CorpusWriter.Addition {
    CorpusWriter.Addition(Document(id: id, text: SourceText(text), date: date, title: title))
  }

  private func writer(mayReplace: Bool = false) throws -> CorpusWriter {
    try CorpusWriter(folder: path, mayReplace: mayReplace, decode: TemporaryFolder.decode)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  private func contents(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func read(_ id: String) throws -> (document: Document, hasGold: Bool) {
    let corpus = try CorpusReader.open(path, decode: TemporaryFolder.decode)
    let entry = try corpus.entry(id)
    return (try corpus.document(entry), entry.annotationPath != nil)
  }

  @Test func namesAllObstaclesAndWritesNothing() throws {
    _ = try writer().add([document("old")], fields: [])
    let long = String(repeating: "ط", count: 126)
    let batch = ["new", "old", "new", "new", long, "../up", ".hidden", ""]
    let writer = try writer()
    #expect(
      writer.obstacles(to: batch) == [
        .documentExists(id: "old", corpus: path), .repeatedID(id: "new"),
        .overlongID(id: long, bytes: 256), .unusableID(id: "../up"), .unusableID(id: ".hidden"),
        .unusableID(id: ""),
      ])
    #expect(throws: StoreError.self) { try writer.add(batch.map { document($0) }, fields: []) }
    withExtendedLifetime(writer) {}
    #expect(contents("new.txt") == nil)
  }

  @Test func longestNameIsWritten() throws {
    let id = String(repeating: "ط", count: 125)
    _ = try writer().add([document(id)], fields: [])
    #expect(try read(id).document.id == id)
  }

  @Test func replacesOnlyOnceInABatch() throws {
    #expect(
      try writer(mayReplace: true).obstacles(to: ["a", "a"]) == [.repeatedID(id: "a")])
  }

  @Test func takesBackWhatItWroteWhenAFileCannotBeWritten() throws {
    _ = try writer().add([document("a", "old")], fields: [])
    let index = contents("corpus.json")
    // A folder stands where a text should go.
    try FileManager.default.createDirectory(
      atPath: path + "/c.txt", withIntermediateDirectories: true)
    let batch = [
      document("a", "new"), CorpusWriter.Addition(document("b").document, annotations: ""),
      document("c"),
    ]
    #expect(throws: StoreError.self) { try writer(mayReplace: true).add(batch, fields: []) }
    #expect(try names == ["a.txt", "c.txt", "corpus.json"])
    #expect(contents("a.txt") == "old" && contents("corpus.json") == index)
  }

  @Test func anotherTextLosesWhatWasSaidOfTheOldOne() throws {
    let gold = CorpusWriter.Addition(
      document("a", "old", title: "T", date: "2024-12-06").document, annotations: "")
    _ = try writer().add([gold], fields: [("split", "dev")])
    #expect(try writer(mayReplace: true).add([document("a", "old")], fields: []) == [])
    #expect(try read("a").hasGold && read("a").document.title == "T")
    #expect(try writer(mayReplace: true).add([document("a", "new")], fields: []) == ["a"])
    let (document, hasGold) = try read("a")
    #expect(!hasGold && document.text.string == "new")
    #expect(document.title == nil && document.date == nil)
    #expect(contents("corpus.json")?.contains("\"split\": \"dev\"") == true)
    _ = try writer(mayReplace: true).add(
      [self.document("a", "newer", date: "2025-01-01")], fields: [])
    #expect(try read("a").document.date == "2025-01-01")
  }

  @Test func aWriterWaitsForTheOther() throws {
    var first: CorpusWriter? = try writer()
    let isDone = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [path] in
      let second = try? CorpusWriter(
        folder: path, mayReplace: false, decode: TemporaryFolder.decode)
      let document = Document(id: "second", text: SourceText("x"))
      _ = try? second?.add([CorpusWriter.Addition(document)], fields: [])
      isDone.signal()
    }
    // Time enough for one that does not wait.
    #expect(isDone.wait(timeout: .now() + 0.1) == .timedOut)
    _ = try first?.add([document("first")], fields: [])
    first = nil
    #expect(isDone.wait(timeout: .now() + 20) == .success)
    #expect(try names == ["corpus.json", "first.txt", "second.txt"])
    #expect(try read("first").document.id == "first" && read("second").document.id == "second")
  }
}
