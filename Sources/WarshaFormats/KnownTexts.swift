// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The texts that belong to a file of annotations without any, by id.
package struct KnownTexts: Sendable {
  /// Where they come from, for messages.
  package let source: String
  private let documents: [String: Document]

  /// Takes texts; of several of one id the first.
  package init(_ documents: [Document], source: String) {
    self.source = source
    self.documents = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The text of an id, or nil.
  package subscript(id: String) -> Document? { documents[id] }

  /// What to say when there is no text of an id.
  func missing(_ id: String) -> String {
    "there is no text \"\(id)\" in \(source)."
      + Suggestion.sentence(for: id, among: documents.keys.sorted())
  }
}
