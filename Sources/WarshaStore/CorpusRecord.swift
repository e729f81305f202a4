// SPDX-License-Identifier: Apache-2.0

import WarshaFormats

/// What `corpus.json` says about one document.
package struct CorpusRecord: Sendable, Equatable {
  /// Name of the document's files without extension.
  package var id: String
  /// All members, in their order.
  package var members: [JSONValue.Member]

  /// Makes a record.
  package init(id: String, members: [JSONValue.Member]) {
    self.id = id
    self.members = members
  }

  /// Headline.
  package var title: String? { self["title"] }
  /// ISO date of the document.
  package var date: String? { self["date"] }
  /// `dev` or `test`.
  package var split: String? { self["split"] }
  /// Subject, such as `politics`.
  package var topic: String? { self["topic"] }
  /// Country of the outlet.
  package var country: String? { self["country"] }
  /// What the text may be used for.
  package var licence: String? { self["licence"] }

  /// A member that is a string with something in it, else nil.
  package subscript(key: String) -> String? {
    let text = members.last { $0.key == key }?.value.string
    return text?.isEmpty == true ? nil : text
  }
}
