// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What a plugin author writes: reads its tables once, then works on one document after the other.
///
/// ```swift
/// struct Stars: Extractor {
///   static let id = "stars"
///   static let version = "0.1.0"
///   private let names: Lexicon
///
///   init(_ setup: Setup) throws {
///     names = try setup.lexicon("Data/stars.tsv", column: "name").lexicon
///   }
///
///   mutating func extract(_ document: InputDocument, into output: inout Output) {
///     let text = document.text
///     for token in text.tokens.indices {
///       guard let match = names.longest(in: text, at: token) else { continue }
///       let range = text.range(from: token, through: token + match.tokenCount - 1)
///       output.emit(
///         Annotation(layer: "stars", label: "Star", type: "star", range: range, rule: "stars.name"))
///     }
///   }
/// }
/// ```
public protocol Extractor {
  /// The id of the manifest.
  static var id: String { get }
  /// The version of the manifest.
  static var version: String { get }

  /// Reads tables and parameters. Called once for each instance.
  ///
  /// - Throws: Anything; its description becomes the reason that the user reads.
  init(_ setup: Setup) throws

  /// Finds annotations in a document. Calls come one at a time; everything that `document` lends is
  /// valid until the call returns. An extractor that works long should return early when
  /// `output.isCancelled`.
  ///
  /// - Throws: Anything; the document then has no annotations of this extractor.
  mutating func extract(_ document: InputDocument, into output: inout Output) throws
}
