// SPDX-License-Identifier: Apache-2.0

/// A saved run: which extractors, as they were then, worked on which texts.
package struct RunRecord: Sendable, Equatable, Encodable {
  /// An extractor as it was in a run.
  package struct Extractor: Sendable, Equatable, Encodable {
    /// Its id.
    package var id: String
    /// Its version, as its manifest said.
    package var version: String
    /// Whether it was asked for; others only served these.
    package var isWanted: Bool
    /// What its results depended on.
    package var state: ExtractorState

    /// Makes it.
    package init(id: String, version: String, isWanted: Bool, state: ExtractorState) {
      self.id = id
      self.version = version
      self.isWanted = isWanted
      self.state = state
    }
  }

  /// A document as it was in a run.
  package struct Document: Sendable, Equatable, Encodable {
    /// Its id.
    package var id: String
    /// The date that relative expressions referred to.
    package var date: String?
    /// SHA-256 of its text in UTF-8.
    package var textHash: String
  }

  /// Number, from 1 in the order of saving.
  package var number: Int
  /// Name given by the user; several runs may share it, the last is meant then.
  package var name: String
  /// When it began, ISO 8601 in UTC.
  package var started: String
  /// When it ended; nil when it was broken off.
  package var finished: String?
  /// Version of Warsha.
  package var program: String
  /// What was named as input.
  package var source: String
  /// The extractors, in running order.
  package var extractors: [Extractor]
  /// The documents, in the order of the input.
  package var documents: [Document]
  /// How many annotations it has.
  package var annotationCount: Int
  /// How many pairs of extractor and document were not worked on but came from earlier runs.
  package var recalledCount: Int

  /// How a user names it: `3 (before)`.
  package var title: String { "\(number) (\(name))" }
}
