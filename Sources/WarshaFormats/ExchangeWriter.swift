// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes the annotations of documents for other tools, a document at a time.
///
/// A whole file is `opening`, the documents with `separator` between those that gave any bytes, and
/// `closing`.
package protocol ExchangeWriter: Sendable {
  /// What a file begins with.
  var opening: String { get }
  /// What stands between two documents.
  var separator: String { get }
  /// What a file ends with.
  var closing: String { get }

  /// The bytes of one document and what they do not hold.
  ///
  /// - Parameters:
  ///   - set: The document and its annotations.
  ///   - sentences: The tokens of each sentence in text order, spans of UTF-16 units. Formats that
  ///     know no tokens do not look at them.
  /// - Returns: Bytes in UTF-8, and the losses.
  func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported
}

extension ExchangeWriter {
  package var opening: String { "" }
  package var separator: String { "" }
  package var closing: String { "" }
}

/// One document in an exchange format.
package struct Exported: Sendable {
  /// Its bytes, UTF-8.
  package var bytes: [UInt8]
  /// What the bytes do not hold.
  package var losses: LossList
}
