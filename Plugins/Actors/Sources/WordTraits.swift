// SPDX-License-Identifier: Apache-2.0

/// What the tables know of a word; one look-up yields all of it.
package struct WordTraits: OptionSet, Sendable, BitwiseCopyable {
  /// The set bits.
  package var rawValue: UInt64
  /// Makes a set of traits.
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  // Phrases that may begin with the word.
  static let startsKnown = WordTraits(rawValue: 1 << 0)
  static let startsPerson = WordTraits(rawValue: 1 << 1)
  static let startsParty = WordTraits(rawValue: 1 << 2)
  static let startsTitle = WordTraits(rawValue: 1 << 3)
  static let startsPlace = WordTraits(rawValue: 1 << 4)

  /// Class noun of an organisation; `Word.head` says which.
  static let head = WordTraits(rawValue: 1 << 5)
  static let adjective = WordTraits(rawValue: 1 << 6)
  /// An adjective that names a field of work: two of them may be coordinated within one name.
  static let domainAdjective = WordTraits(rawValue: 1 << 7)
  static let nationality = WordTraits(rawValue: 1 << 8)
  /// A noun for a field of work, as names of bodies hold them.
  static let subject = WordTraits(rawValue: 1 << 9)

  static let given = WordTraits(rawValue: 1 << 10)
  static let ambiguousGiven = WordTraits(rawValue: 1 << 11)
  static let family = WordTraits(rawValue: 1 << 12)
  /// Links two parts of a name, as the word for son does.
  static let nameLink = WordTraits(rawValue: 1 << 13)
  /// Ends a compound given name.
  static let nameTail = WordTraits(rawValue: 1 << 14)
  /// Begins a kunya.
  static let kunya = WordTraits(rawValue: 1 << 15)
  /// Begins a theophoric name: servant of.
  static let servant = WordTraits(rawValue: 1 << 16)

  /// Never inside a name's extent.
  static let stop = WordTraits(rawValue: 1 << 17)
  static let preposition = WordTraits(rawValue: 1 << 18)
  static let saying = WordTraits(rawValue: 1 << 19)
  static let demonstrative = WordTraits(rawValue: 1 << 20)
  /// A noun whose complement is a party: members of, sources of, spokesman of.
  static let licence = WordTraits(rawValue: 1 << 21)
  /// An ordinary noun that opens descriptions, not names.
  static let generic = WordTraits(rawValue: 1 << 22)
  static let that = WordTraits(rawValue: 1 << 23)
  /// A noun that a place or a facility is named with: the name behind it is not a person's.
  static let placeNoun = WordTraits(rawValue: 1 << 24)

  /// An adjective for a party or a stance.
  static let stance = WordTraits(rawValue: 1 << 25)
  /// Name of a country in one word.
  static let country = WordTraits(rawValue: 1 << 26)

  /// A participle or an adjective that describes and is no part of a name.
  static let attributive = WordTraits(rawValue: 1 << 27)

  /// A given name that the table writes with teh marbuta.
  static let endsInTaMarbuta = WordTraits(rawValue: 1 << 28)

  /// A word that names of outlets hold: press, news.
  static let outlet = WordTraits(rawValue: 1 << 29)

  /// Some, most: what follows is a description.
  static let quantifier = WordTraits(rawValue: 1 << 30)

  /// Begins a name of places of several words.
  static let startsLongPlace = WordTraits(rawValue: 1 << 31)

  /// A given name of other languages: what no table knows behind it is the family name.
  static let foreignGiven = WordTraits(rawValue: 1 << 32)
  /// A word of sport: beside it, clubs that are called like a town count.
  static let sport = WordTraits(rawValue: 1 << 33)
  /// Says that a place follows: in, the city of.
  static let locative = WordTraits(rawValue: 1 << 34)
  /// A year, as ages are told in.
  static let year = WordTraits(rawValue: 1 << 35)
  /// The number of a king or a pope.
  static let regnal = WordTraits(rawValue: 1 << 36)

  /// A body that is also a place or an event: the hospital, the forum.
  static let venue = WordTraits(rawValue: 1 << 37)
  /// A verb of getting to see something: behind it a name in quotation marks is an outlet's.
  static let obtains = WordTraits(rawValue: 1 << 38)

  /// Forces, fighters: the canonical name is that of the body they fight for.
  static let bearer = WordTraits(rawValue: 1 << 39)
  /// A delegation: the canonical name keeps the noun before that of the body.
  static let delegation = WordTraits(rawValue: 1 << 40)

  /// A bank; with the adjective that says that it is central, an authority.
  static let bank = WordTraits(rawValue: 1 << 41)
  static let central = WordTraits(rawValue: 1 << 42)
  /// An agency: of news or of the state.
  static let agency = WordTraits(rawValue: 1 << 43)

  /// A preposition that ties a noun of purpose to its object: defence of, research in.
  static let about = WordTraits(rawValue: 1 << 44)

  /// Is called, by the name of: a personal name follows.
  static let called = WordTraits(rawValue: 1 << 45)

  /// Of several states: a body that is described so is no state's.
  static let international = WordTraits(rawValue: 1 << 46)
  /// A directorate, an agency: one for `security` is a security service.
  static let service = WordTraits(rawValue: 1 << 47)
  static let security = WordTraits(rawValue: 1 << 48)

  /// Traits of words at which a mention or a title may begin.
  static let begins: WordTraits = [
    .startsKnown, .startsPerson, .startsParty, .startsTitle, .head, .given, .kunya, .servant,
  ]

  /// Traits that hold of a word also behind the article.
  static let behindArticle: WordTraits = [
    .head, .adjective, .domainAdjective, .nationality, .subject, .generic, .stance,
    .outlet, .service, .bank, .agency, .security,
  ]
  /// Traits that keep an unknown-looking word from being taken for a name.
  static let ordinary: WordTraits = [
    .head, .adjective, .nationality, .subject, .stop, .preposition, .saying, .demonstrative,
    .licence, .generic, .that, .startsTitle, .startsParty, .startsKnown, .startsPlace, .sport,
  ]
}
