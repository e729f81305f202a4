// SPDX-License-Identifier: Apache-2.0

import WarshaFormats

/// All that the results of an extractor depend on beside the document, as hashes.
package struct ExtractorState: Sendable, Equatable, Encodable {
  /// Something with a name and a hash or a value.
  package struct Item: Sendable, Equatable, Encodable {
    /// What it is: `core`, `library`, `table Data/months.tsv`, `parameter window`.
    package var name: String
    /// SHA-256 or value.
    package var value: String

    /// Makes an item.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Name of the item that says that evidence was asked for, which changes no finding.
  package static let evidence = "evidence"

  /// The items, in a fixed order.
  package var items: [Item]

  /// Makes a state.
  package init(_ items: [Item]) { self.items = items }

  /// One hash of all items: extractors of one fingerprint find the same in the same document.
  package var fingerprint: String {
    SHA256.hexDigest(of: Array(items.map { "\($0.name)\t\($0.value)\n" }.joined().utf8))
  }

  /// What is different in a later state, in words: `table Data/months.tsv changed`.
  package func changes(to later: ExtractorState) -> [String] {
    var words: [String] = []
    for item in later.items where item.name != Self.evidence {
      switch items.first(where: { $0.name == item.name })?.value {
      case nil: words.append("\(item.name) is new")
      case item.value: break
      case let before? where item.value.utf8.count < 64 && before.utf8.count < 64:
        words.append("\(item.name) \(before) → \(item.value)")
      default: words.append("\(item.name) changed")
      }
    }
    for item in items
    where item.name != Self.evidence && !later.items.contains(where: { $0.name == item.name }) {
      words.append("\(item.name) is gone")
    }
    return words
  }
}
