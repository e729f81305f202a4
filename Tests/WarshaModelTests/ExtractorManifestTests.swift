// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel

struct ExtractorManifestTests {
  private let shortest = """
    {"id": "a", "version": "1", "abi": 1, "library": "a.so", "entry": "a", "layers": ["a"],
     "labels": ["A"]}
    """

  @Test func needsNoListsThatAreEmpty() throws {
    let manifest = try JSONDecoder().decode(ExtractorManifest.self, from: Data(shortest.utf8))
    #expect([manifest.types, manifest.needs, manifest.tables] == [[], [], []])
    #expect(manifest.parameters == [])
    #expect(!manifest.example)
  }

  @Test func readsWhatItWrites() throws {
    let manifest = try JSONDecoder().decode(ExtractorManifest.self, from: Data(shortest.utf8))
    let again = try JSONDecoder().decode(
      ExtractorManifest.self, from: try JSONEncoder().encode(manifest))
    #expect(again == manifest)
  }
}
