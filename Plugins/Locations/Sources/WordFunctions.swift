// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a word says about the words beside it; a word may say several things.
struct WordFunctions: OptionSet {
  let rawValue: UInt64

  /// A preposition, or a verb or noun that a place follows.
  static let preposition = WordFunctions(rawValue: 1 << 0)
  /// A preposition that a place follows and hardly anything else.
  static let locative = WordFunctions(rawValue: 1 << 1)
  /// `شمالي`: a direction before a place.
  static let direction = WordFunctions(rawValue: 1 << 2)
  /// `عن` of `عن طريق` (by way of).
  static let by = WordFunctions(rawValue: 1 << 3)
  /// `الشمالي`: a side, after a `ريف` or a region.
  static let side = WordFunctions(rawValue: 1 << 4)
  /// `الكبيرة`: an adjective that ends many names of villages.
  static let modifier = WordFunctions(rawValue: 1 << 5)
  /// `العسكري`: an adjective that ends names of facilities.
  static let facilityAdjective = WordFunctions(rawValue: 1 << 6)
  /// `الجنوب`: names a region together with an adjective of nationality.
  static let region = WordFunctions(rawValue: 1 << 7)
  /// `كفر`: begins names of two words.
  static let starter = WordFunctions(rawValue: 1 << 8)
  /// `بن`, `الدين`: goes on with a name.
  static let second = WordFunctions(rawValue: 1 << 9)
  /// `الملك`: begins the name of a person after whom something is called.
  static let honorific = WordFunctions(rawValue: 1 << 10)
  /// `الدكتور`: a person's name follows.
  static let title = WordFunctions(rawValue: 1 << 11)
  /// `أبو`: what follows is part of a person's name.
  static let kunya = WordFunctions(rawValue: 1 << 12)
  /// A given name: what follows may be a surname.
  static let given = WordFunctions(rawValue: 1 << 13)
  /// `صلاة`: the homonym of a place follows.
  static let blocker = WordFunctions(rawValue: 1 << 14)
  /// `بينها`: names of the things mentioned before follow.
  static let opener = WordFunctions(rawValue: 1 << 15)
  /// `البلاد`: the country that the text is about.
  static let country = WordFunctions(rawValue: 1 << 16)
  /// `القرى`: settlements; a place after `في` holds them.
  static let settlements = WordFunctions(rawValue: 1 << 17)
  /// Begins no name.
  static let stop = WordFunctions(rawValue: 1 << 18)
  /// A noun that follows class nouns without being a name: `منطقة الحدود`.
  static let common = WordFunctions(rawValue: 1 << 19)
  /// An adjective of nationality with the article.
  static let nationality = WordFunctions(rawValue: 1 << 20)

  /// An adjective of nationality without the article.
  static let indefiniteNationality = WordFunctions(rawValue: 1 << 21)
  /// `تقع`: says where something lies.
  static let situated = WordFunctions(rawValue: 1 << 22)

  /// A common word that is a place's name as well: `بورصة`.
  static let homonym = WordFunctions(rawValue: 1 << 23)
  /// `الأراضي`: with an adjective of nationality no place.
  static let vague = WordFunctions(rawValue: 1 << 24)

  /// `الدولي`: ends a facility's name and hardly anything else.
  static let facilityEnd = WordFunctions(rawValue: 1 << 25)

  /// `والي`: rules a province.
  static let governor = WordFunctions(rawValue: 1 << 26)

  /// `مباراة`: speaks of sport.
  static let sport = WordFunctions(rawValue: 1 << 27)

  /// `فوز`: speaks of sport or of another contest.
  static let contest = WordFunctions(rawValue: 1 << 28)

  /// `سبارتاك`: begins the name of a club, which a town ends.
  static let club = WordFunctions(rawValue: 1 << 29)

  /// `يونايتد`: ends the name of a club, which a town begins.
  static let clubEnd = WordFunctions(rawValue: 1 << 30)

  /// `قد`: a verb follows, or at least no name.
  static let verbal = WordFunctions(rawValue: 1 << 31)

  /// `هذه`: a noun follows, hardly a name.
  static let demonstrative = WordFunctions(rawValue: 1 << 32)

  /// `قطر`: a place's name, and a measure of things.
  static let measure = WordFunctions(rawValue: 1 << 33)

  /// `قنا`: a news agency's name as well; alone in brackets it is the agency.
  static let agency = WordFunctions(rawValue: 1 << 34)

  /// `شركة`: makes one name with the place behind it, which is no Location then.
  static let whole = WordFunctions(rawValue: 1 << 35)

  /// `المالي`: shows that a noun and a place before it are the name of a body.
  static let corporate = WordFunctions(rawValue: 1 << 36)

  /// `الخامس`: ends the name of a king.
  static let ordinal = WordFunctions(rawValue: 1 << 37)

  /// `غمرت`: a building that follows is meant as a spot.
  static let strikes = WordFunctions(rawValue: 1 << 38)

  /// `قرب`: a building or a town that follows is meant as a spot.
  static let beside = WordFunctions(rawValue: 1 << 39)

  /// `الطريق`: what lies between two places.
  static let route = WordFunctions(rawValue: 1 << 40)

  /// `سنتيمتر`: a unit of length that tells nothing of where a place lies.
  static let length = WordFunctions(rawValue: 1 << 41)

  /// `الشمال`: with an adjective of nationality a part of the country: شمال سوريا.
  static let bearing = WordFunctions(rawValue: 1 << 42)

  /// `طبيب`: belongs to the hospital or university that follows in `في`.
  static let staff = WordFunctions(rawValue: 1 << 43)

  /// `التعليمي`: ends the name of a hospital or a university.
  static let spotAdjective = WordFunctions(rawValue: 1 << 44)

  /// A given name that is a word of its own as well, or that many places are called after: only
  /// behind a noun it is sure to be one.
  static let forename = WordFunctions(rawValue: 1 << 45)

  /// The functions by their names in `Data/words.tsv`.
  static let named: [String: WordFunctions] = [
    "preposition": .preposition, "locative": .locative, "direction": .direction, "by": .by,
    "side": .side, "modifier": .modifier, "facility-adjective": .facilityAdjective,
    "region": .region, "starter": .starter, "second": .second, "honorific": .honorific,
    "title": .title, "kunya": .kunya, "given": .given, "blocker": .blocker, "opener": .opener,
    "country-word": .country, "settlements": .settlements, "stop": .stop, "common": .common,
    "situated": .situated, "homonym": .homonym, "vague": .vague, "facility-end": .facilityEnd,
    "governor": .governor, "sport": .sport, "contest": .contest, "club": .club,
    "club-end": .clubEnd, "verbal": .verbal, "demonstrative": .demonstrative,
    "measure": .measure, "agency": .agency, "whole": .whole, "corporate": .corporate,
    "ordinal": .ordinal, "strikes": .strikes, "beside": .beside, "route": .route,
    "length": .length, "bearing": .bearing, "staff": .staff,
    "spot-adjective": .spotAdjective, "forename": .forename,
  ]
}

extension Letter {
  /// ARABIC LETTER ALEF WITH HAMZA BELOW; in the author's text only.
  static var alifHamzaBelow: UInt16 { 0x0625 }
  /// HYPHEN-MINUS, EN DASH, EM DASH, ARABIC TATWEEL between blanks.
  static let dashes: [UInt16] = [0x2D, 0x2013, 0x2014, 0x2212, 0x0640]
}
