// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaStore
import WarshaTesting
import WarshaWorkbench

struct DocumentIDsTests {
  private static let line = "{\"id\":\"x\",\"text\":\"t\"}\n"

  /// What several inputs give in a folder with files of one name.
  private func read(_ inputs: [String]) throws -> [Document] {
    let folder = NSTemporaryDirectory() + "warsha-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in [
      ("a/x.txt", "t"), ("b/x.txt", "t"), ("c/b/x.txt", "t"), ("b/x.htm", "<p>t"),
      ("b/x.jsonl", Self.line), ("c/x.jsonl", "\u{FEFF}" + Self.line),
    ] {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let workbench = Workbench(
      folders: Folders(
        plugins: [], libraries: [], knowledge: Checkout.knowledge,
        pages: Checkout.root + "/Sources/WarshaPages/Data", corpus: ""))
    do {
      return try workbench.inputs.documents(inputs.map { folder + "/" + $0 }, date: nil).documents
    } catch {
      throw Refusal(reason: "\(error)".replacingOccurrences(of: folder + "/", with: ""))
    }
  }

  private struct Refusal: Error, Equatable { var reason: String }

  @Test func theSecondFileOfANameGetsItsFolderInFront() throws {
    let documents = try read(["a/x.txt", "b/x.txt"])
    #expect(documents.map(\.id) == ["x", "b-x"])
    #expect(documents.map(\.diagnostics.count) == [0, 1])
    #expect(
      documents[1].diagnostics.first?.message.contains("b/x.txt is called b-x, as x is") == true)
    #expect(try read(["b/x.txt", "a/x.txt"]).map(\.id) == ["x", "a-x"])
    #expect(try read(["b/x.jsonl", "a/x.txt"]).map(\.id) == ["x", "a-x"])
  }

  @Test func aPageBesideATextGetsItsExtension() throws {
    #expect(try read(["b/x.txt", "b/x.htm"]).map(\.id) == ["x", "x.htm"])
  }

  @Test(arguments: [
    (
      ["b/x.jsonl", "c/x.jsonl"],
      "b/x.jsonl and c/x.jsonl both have a document \"x\". Give each document an id of its own, or "
        + "work on one input at a time."
    ),
    (
      ["a/x.txt", "b/x.txt", "c/b/x.txt"],
      "b/x.txt and c/b/x.txt both have a document \"b-x\". Give each document an id of its own, or "
        + "work on one input at a time."
    ),
    (["a/x.txt", "a/../a/x.txt"], "a/../a/x.txt is named twice. Name it once."),
  ])
  func refusesWhatCannotBeToldApart(inputs: [String], reason: String) {
    #expect(throws: Refusal(reason: reason)) {
      try read(inputs)
    }
  }
}
