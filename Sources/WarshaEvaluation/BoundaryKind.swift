// SPDX-License-Identifier: Apache-2.0

/// How the span of a prediction misses the gold span that it overlaps.
///
/// `In`: the prediction has too much. `Out`: it lacks something.
package enum BoundaryKind: String, Sendable, Codable, CaseIterable, Comparable {
  /// A proclitic conjunction, preposition or future marker.
  case procliticIn = "proclitic in"
  case procliticOut = "proclitic out"
  /// A pronoun written onto the end of the word.
  case encliticIn = "enclitic in"
  case encliticOut = "enclitic out"
  /// The article, with or without a proclitic before it, or the alif that lam swallowed.
  case articleIn = "article in"
  case articleOut = "article out"
  /// A common noun that says of what class the named thing is.
  case classNounIn = "class noun in"
  case classNounOut = "class noun out"
  /// The digits of a distance, its unit being right, or the other way round.
  case numberIn = "number in"
  case numberOut = "number out"
  case unitIn = "unit in"
  case unitOut = "unit out"
  /// Quotation marks, brackets, closing punctuation, blanks.
  case punctuation = "punctuation/quote"
  /// Vowel signs or tatweel.
  case diacritics
  /// Holds the whole gold span and more.
  case longer
  /// Lies within the gold span.
  case shorter
  /// Begins and ends elsewhere, and overlaps.
  case other
  /// Shares nothing with the gold span, or one of them is absent (source and content of claims).
  case elsewhere

  /// By name.
  package static func < (left: BoundaryKind, right: BoundaryKind) -> Bool {
    left.rawValue < right.rawValue
  }
}
