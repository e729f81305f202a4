// SPDX-License-Identifier: Apache-2.0

/// A stretch of tokens that may be a Location, until all of the document has been read.
struct Mention {
  /// First token, and the proclitic view units of it that stay out.
  var first: Int
  var front: Int
  /// Token after the last one.
  var end: Int
  /// Tokens of the name itself, to which the gazetteer's entry belongs: without ريف or a side.
  var nameFirst: Int
  /// Entry of the gazetteer's lexicon, or -1 of an unknown name.
  var entry: Int
  /// Index of the noun before or in the mention, or -1.
  var noun = -1
  /// Token at which the noun begins; `first` without one.
  var nounFirst: Int
  /// The type that the grammar gives; nil leaves it to the gazetteer.
  var type: PlaceType?
  /// Whether the value is the text of the span and not the gazetteer's name.
  var isNamedByText = false
  /// Whether the entry is that of the noun with the name, though the noun stands once over several:
  /// مطار بغداد of مطاري بغداد والنجف.
  var hasOwnRow = false
  /// Whether it is a Location; until the document has been read, whether the name is proof enough.
  var isCertain: Bool
  /// How much of a proof the name itself is.
  var proof = NameMatch.Proof.certain
  var rule: Rule

  /// Ids of rules.
  enum Rule: String {
    case gazetteer = "locations.gazetteer"
    case classNoun = "locations.class-noun"
    case list = "locations.list"
    case facility = "locations.facility"
    case natural = "locations.natural"
    case rif = "locations.rif"
    case road = "locations.road"
    case region = "locations.region"
    case official = "locations.official"
    case unknown = "locations.unknown-after-class"
    case repeated = "locations.repeated"
    case context = "locations.context"
  }
}
