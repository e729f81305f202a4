// SPDX-License-Identifier: Apache-2.0

/// What a token is to the chunker; a token may be several things.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  static let that = WordClass(rawValue: 1 << 0)
  static let bareThat = WordClass(rawValue: 1 << 1)
  static let afterClause = WordClass(rawValue: 1 << 2)
  static let relative = WordClass(rawValue: 1 << 3)
  static let what = WordClass(rawValue: 1 << 4)
  static let negator = WordClass(rawValue: 1 << 5)
  static let auxiliary = WordClass(rawValue: 1 << 6)
  static let past = WordClass(rawValue: 1 << 7)
  static let ila = WordClass(rawValue: 1 << 8)
  static let ala = WordClass(rawValue: 1 << 9)
  static let min = WordClass(rawValue: 1 << 10)
  static let an = WordClass(rawValue: 1 << 11)
  static let fi = WordClass(rawValue: 1 << 12)
  static let preposition = WordClass(rawValue: 1 << 13)
  static let adjunct = WordClass(rawValue: 1 << 14)
  static let time = WordClass(rawValue: 1 << 15)
  static let speech = WordClass(rawValue: 1 << 16)
  static let forum = WordClass(rawValue: 1 << 17)
  static let media = WordClass(rawValue: 1 << 18)
  static let kin = WordClass(rawValue: 1 << 19)
  static let speaker = WordClass(rawValue: 1 << 20)
  static let title = WordClass(rawValue: 1 << 21)
  static let head = WordClass(rawValue: 1 << 22)
  static let act = WordClass(rawValue: 1 << 23)
  static let quantifier = WordClass(rawValue: 1 << 24)
  static let cut = WordClass(rawValue: 1 << 25)
  static let opener = WordClass(rawValue: 1 << 26)
  static let contrast = WordClass(rawValue: 1 << 27)
  static let meanwhile = WordClass(rawValue: 1 << 28)
  static let standing = WordClass(rawValue: 1 << 29)
  static let adverbial = WordClass(rawValue: 1 << 30)
  static let pronounPhrase = WordClass(rawValue: 1 << 31)
  static let copula = WordClass(rawValue: 1 << 32)
  static let label = WordClass(rawValue: 1 << 33)
  static let criterion = WordClass(rawValue: 1 << 34)
  static let name = WordClass(rawValue: 1 << 35)
  static let comma = WordClass(rawValue: 1 << 36)
  static let colon = WordClass(rawValue: 1 << 37)
  static let stop = WordClass(rawValue: 1 << 38)
  static let quoteMark = WordClass(rawValue: 1 << 39)
  static let openBracket = WordClass(rawValue: 1 << 40)
  static let closeBracket = WordClass(rawValue: 1 << 41)
  static let dash = WordClass(rawValue: 1 << 42)
  static let asFor = WordClass(rawValue: 1 << 43)
  static let pronoun = WordClass(rawValue: 1 << 44)
  static let statement = WordClass(rawValue: 1 << 45)
  static let light = WordClass(rawValue: 1 << 46)
  static let notThat = WordClass(rawValue: 1 << 47)
  static let generalOrYear = WordClass(rawValue: 1 << 48)
  static let record = WordClass(rawValue: 1 << 49)
  static let filler = WordClass(rawValue: 1 << 50)
  static let anonymous = WordClass(rawValue: 1 << 51)
  static let lack = WordClass(rawValue: 1 << 52)
  static let placePronoun = WordClass(rawValue: 1 << 53)

  /// Marks at which a phrase ends.
  static let boundary: WordClass = [.comma, .colon, .stop]

  /// The classes of `Data/words.tsv`.
  static let names: [String: WordClass] = [
    "pronoun": .pronoun, "statement": .statement, "light": .light, "notThat": .notThat,
    "generalOrYear": .generalOrYear, "record": .record, "filler": .filler,
    "anonymous": .anonymous, "lack": .lack, "placePronoun": .placePronoun,
    "asFor": .asFor, "that": .that, "bareThat": .bareThat, "afterClause": .afterClause,
    "relative": .relative,
    "what": .what, "negator": .negator, "auxiliary": .auxiliary, "past": .past, "ila": .ila,
    "ala": .ala, "min": .min, "an": .an, "fi": .fi, "preposition": .preposition,
    "adjunct": .adjunct, "time": .time, "speech": .speech, "forum": .forum, "media": .media,
    "kin": .kin, "speaker": .speaker, "title": .title, "head": .head, "act": .act,
    "quantifier": .quantifier, "cut": .cut, "opener": .opener, "contrast": .contrast,
    "meanwhile": .meanwhile, "standing": .standing, "adverbial": .adverbial,
    "pronounPhrase": .pronounPhrase, "copula": .copula, "label": .label, "criterion": .criterion,
    "name": .name,
  ]
}
