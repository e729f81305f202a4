// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How a claim was found; the raw value is the id of its rule.
enum Rule: String {
  case headlineColon = "claims.headline-colon"
  case prepositionShared = "claims.preposition.shared"
  case prepositionFront = "claims.preposition.front"
  case prepositionMiddle = "claims.preposition.middle"
  case prepositionEnd = "claims.preposition.end"
  case connector = "claims.connector"
  case phrase = "claims.phrase"
  case denial = "claims.denial"
  case participle = "claims.participle"
  case masdar = "claims.masdar"
  case verbHidden = "claims.verb.hidden"
  case verbAfter = "claims.verb.after"
  case verbBefore = "claims.verb.before"
  case verbResumption = "claims.verb.resumption"
  case relayer = "claims.relay.relayer"
  case relayed = "claims.relay.relayed"

  /// Whether the cue is a finite verb that no other attribution follows.
  var isVerb: Bool {
    self == .verbHidden || self == .verbAfter || self == .verbBefore || self == .verbResumption
  }
}

/// A claim while its sentence is being read.
struct Draft {
  /// Tokens of the cue and the proclitic units before it.
  var cue: Phrase
  var form: Form
  var source: Phrase?
  var content: Content
  var stance: Stance
  var rule: Rule
  /// Line of the cue table.
  var row: Int
  /// Draft that names the source gone back to; text of it, filled when claims are written out.
  var implied: TextRange?
}

/// The sources of a document in order, for verbs that hide theirs.
struct SourceHistory {
  private struct Entry {
    var range: TextRange
    var gender: Form.Gender
    var number: Form.Number
  }
  private var entries: [Entry] = []
  /// How many sources a hidden subject looks back.
  private static let reach = 6

  mutating func add(_ range: TextRange, gender: Form.Gender, number: Form.Number) {
    entries.append(Entry(range: range, gender: gender, number: number))
  }

  /// The nearest source that agrees, else the nearest; nil before the first.
  func source(agreeingWith form: Form, before position: Int) -> TextRange? {
    var nearest: TextRange?
    for entry in entries.reversed().prefix(Self.reach) where entry.range.start < position {
      let agrees =
        entry.gender == .any || form.gender == .any || entry.gender == form.gender
        || form.number == .plural
      if agrees { return entry.range }
      nearest = nearest ?? entry.range
    }
    return nearest
  }
}
