// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a format could not hold of the annotations written in it, by kind.
package struct LossList: Sendable, Equatable {
  /// A kind of thing that is lost; the raw value is how messages name several of it.
  package enum Kind: String, Sendable, CaseIterable {
    case spanInsideToken = "spans that begin or end inside a token"
    case overlappingSpan = "spans nested in or overlapping another"
    case spanOverSentences = "spans that no one sentence holds"
    case spanWithoutToken = "spans with no token in them"
    case spanBetweenTokens = "spans that begin or end between two tokens"
    case unaligned = "spans inside a token, written, but dropped by spaCy (W030)"
    case withoutCoordinates = "locations without coordinates"
    case otherLabel = "annotations that are no locations"
    case otherThanTime = "annotations that are no dates"
    case notInXML = "characters that XML 1.0 does not allow, written as U+FFFD"
    case partLink = "links from a claim to its source or content"
    case relation = "relations"
    case value = "values"
    case subtype = "subtypes"
    case attribute = "attributes"
    case evidence = "accounts of how an annotation came about"
    case origin = "names of extractor and rule"
    case confidence = "confidences"
    case blankInToken = "tokens with a blank inside, written as _"
    case betweenTokens = "stretches between tokens that come back as other blanks"
    case betweenSentences = "stretches between sentences, which come back as line breaks"
    case emptyDocument = "documents without an annotation to write"
    case documentID = "ids of documents"
    case documentDate = "dates of documents"
  }

  /// What is lost of one kind.
  package struct Loss: Sendable, Equatable {
    /// What it is.
    package var kind: Kind
    /// How many.
    package var count: Int
    /// The first of them, at most three, with document and span in code points.
    package var examples: [String]
  }

  private static let shown = 3
  /// The losses, in the order in which their kinds are declared.
  package private(set) var losses: [Loss] = []

  /// Makes an empty list.
  package init() {}

  /// Whether everything was held.
  package var isEmpty: Bool { losses.isEmpty }

  /// The number of things of a kind that are lost.
  package func count(of kind: Kind) -> Int { losses.first { $0.kind == kind }?.count ?? 0 }

  /// Adds one lost thing of a document, which is at a span of its text.
  package mutating func add(
    _ kind: Kind, at range: TextRange, in document: Document, naming name: String? = nil
  ) {
    add(kind) {
      let text = document.text
      return "\(name ?? "\"\(Brat.quoted(text[range]))\"") (\(document.id) "
        + "\(text.codePointOffset(of: range.start))-\(text.codePointOffset(of: range.end)))"
    }
  }

  /// Adds something that is lost of a document as a whole.
  package mutating func add(_ kind: Kind, naming name: String, in document: Document) {
    add(kind) { "\(name) (\(document.id))" }
  }

  /// Adds what made an annotation and how sure it was, for formats that hold neither.
  mutating func addProvenance(of item: Annotation, in document: Document) {
    if !item.evidence.isEmpty { add(.evidence, at: item.range, in: document) }
    if !item.extractor.isEmpty || !item.rule.isEmpty {
      add(.origin, at: item.range, in: document, naming: item.rule)
    }
    if item.confidence != 1 {
      let name = Scalar.number(item.confidence).description
      add(.confidence, at: item.range, in: document, naming: name)
    }
  }

  private mutating func add(_ kind: Kind, example: () -> String) {
    let place = self.place(of: kind)
    losses[place].count += 1
    if losses[place].examples.count < Self.shown { losses[place].examples.append(example()) }
  }

  /// Adds the losses of another document.
  package mutating func add(_ other: LossList) {
    for loss in other.losses {
      let place = self.place(of: loss.kind)
      losses[place].count += loss.count
      let room = Self.shown - losses[place].examples.count
      losses[place].examples += loss.examples.prefix(max(0, room))
    }
  }

  /// A line for each kind: how many of what, and examples.
  package var lines: [String] {
    losses.map { loss in
      let more = loss.count > loss.examples.count ? ", …" : ""
      return "\(loss.count) \(loss.kind.rawValue): \(loss.examples.joined(separator: ", "))\(more)"
    }
  }

  /// Index of a kind's loss, which is put in its place when there is none yet.
  private mutating func place(of kind: Kind) -> Int {
    if let place = losses.firstIndex(where: { $0.kind == kind }) { return place }
    let rank = Kind.allCases.firstIndex(of: kind) ?? 0
    let place =
      losses.firstIndex { (Kind.allCases.firstIndex(of: $0.kind) ?? 0) > rank } ?? losses.count
    losses.insert(Loss(kind: kind, count: 0, examples: []), at: place)
    return place
  }
}
