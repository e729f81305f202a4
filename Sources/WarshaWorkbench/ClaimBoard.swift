// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaText

/// A claim with what it is about, apart from its document.
package struct ClaimEntry: Sendable {
  /// Something that a content speaks of.
  package struct Topic: Sendable, Hashable {
    /// Layer it belongs to: `actors`, `locations`, `distances`, `dates`.
    package var layer: String
    /// Its value: canonical name, metres, TIMEX3 value; the text where it has none.
    package var value: String
  }

  /// Id of the document and its title, where it has one.
  package var document: String
  package var title: String?
  /// Id of the claim in its document.
  package var id: Int
  /// `assert`, `deny`, `question`, `call`.
  package var stance: String
  /// Who says it; what it goes back to where the sentence hides it.
  package var source: String
  /// Whether the sentence hides the source.
  package var isImplied: Bool
  /// Words that attribute.
  package var cue: String
  /// What is said.
  package var content: String
  /// What the content speaks of, in text order.
  package var topics: [Topic]
  /// Claims of the same document that it denies or is denied by.
  package var opposites: [Int]
  /// Skeletons of the content's words.
  var words: Set<UInt64>

  /// The values of a layer that it speaks of.
  package func values(of layer: String) -> [String] {
    topics.filter { $0.layer == layer }.map(\.value)
  }
}

/// The claims of many documents: filtered, grouped by what they say, with who contradicts whom.
package struct ClaimBoard: Sendable {
  /// The claims, in the order of documents and text.
  package private(set) var entries: [ClaimEntry] = []

  /// Makes an empty board.
  package init() {}

  /// Adds the claims of one document.
  package mutating func add(_ set: AnnotationSet) {
    let claims = set.annotations.filter { $0.layer == "claims" }
    guard !claims.isEmpty else { return }
    Analyser().analyse(set.document.text).withText { text in
      for claim in claims { entries.append(entry(claim, in: set, text)) }
    }
  }

  private func entry(
    _ claim: Annotation, in set: AnnotationSet, _ text: AnalysedText
  ) -> ClaimEntry {
    let source = claim.parts.first { $0.role == "source" }
    let content = claim.parts.first { $0.role == "content" }?.range ?? claim.range
    let implied = claim.attributes.first { $0.key == "implied" }?.value.description
    let topics = claim.relations.filter { $0.role == "about" }.compactMap { relation in
      set[relation.target].map { target in
        ClaimEntry.Topic(
          layer: target.layer,
          value: target.value?.description ?? set.document.text[target.range])
      }
    }
    return ClaimEntry(
      document: set.document.id, title: set.document.title, id: claim.id, stance: claim.type,
      source: source.map { set.document.text[$0.range] } ?? implied ?? "", isImplied: source == nil,
      cue: set.document.text[claim.range], content: set.document.text[content], topics: topics,
      opposites: claim.relations.filter { $0.role != "about" }.map(\.target),
      words: Self.words(content, text))
  }

  private static func words(_ content: TextRange, _ text: AnalysedText) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var index = text.token(endingAfter: content.start)
    while index < text.tokens.count, Int(text.tokens[index].start) < content.end {
      if let key = text.skeleton(of: text.tokens[index]) { words.insert(key) }
      index += 1
    }
    return words
  }

  /// The same board with the claims that a filter lets through.
  package func filtered(by filter: ClaimFilter) -> ClaimBoard {
    var board = ClaimBoard()
    board.entries = entries.filter(filter.matches)
    return board
  }
}
