// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import Foundation
import WarshaModel
import WarshaPluginKit

/// Stands in for the extractor of actors: knows five names.
struct StubActors: Extractor {
  static let id = "actors"
  static let version = "0.1.0"
  static let names = [
    "قوات سوريا الديمقراطية", "شرطة محافظة سوهاج", "هيئة الطيران", "مستشفى النور",
    "منتدى القاهرة للغاز",
  ]

  nonisolated(unsafe) static let table = PluginEntry.table(StubActors.self) {
    PluginEntry.create(StubActors.self, $0)
  }

  init(_ setup: Setup) throws {}

  mutating func extract(_ document: InputDocument, into output: inout Output) {
    let source = String(decoding: document.text.source, as: UTF16.self)
    for name in Self.names {
      guard let found = source.range(of: name) else { continue }
      let start = source.utf16.distance(from: source.startIndex, to: found.lowerBound)
      output.emit(
        Annotation(
          layer: "actors", label: "Actor", type: "organization",
          range: TextRange(start, start + name.utf16.count), value: .text(name), rule: "stub"))
    }
  }

  /// A plugin folder with its manifest.
  static func makeFolder() throws -> String {
    let folder = Fixture.temporaryFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #"""
    {"id": "actors", "version": "0.1.0", "abi": 1, "summary": "stub", "licence": "Apache-2.0",
     "library": "none", "entry": "none", "layers": ["actors"], "labels": ["Actor"],
     "types": ["organization"], "needs": [], "tables": [], "parameters": []}
    """#.write(toFile: folder + "/manifest.json", atomically: true, encoding: .utf8)
    return folder
  }
}
