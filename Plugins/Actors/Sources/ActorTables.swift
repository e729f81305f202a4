// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The tables of the plugin in the form that the grammars look things up in.
package final class ActorTables: Sendable {
  /// What a name needs beside it to count.
  enum Need: String, Sendable {
    case nothing = "no"
    /// An ordinary word as well: a verb of saying, a noun of membership, quotation marks.
    case licence
    /// An ordinary word or a place as well: quotation marks, brackets, the place of a byline.
    case quoted
    /// A definite label that many bodies share: a fuller name before it, a nation in the document.
    case referent
    /// A label of rebels: as `referent`, and it means the armed group that the document names.
    case rebels
    /// An organ that every body has: a body before it in the document.
    case owner
    /// A club that shares its name with a town or an ordinary word: words of sport.
    case sport
    /// A fixed phrase that names no body: national security, food security.
    case notion
  }

  /// A named organisation, party or person.
  struct Name: Sendable {
    var canonical: String
    var type: ActorType
    /// Table and line of its row, for evidence.
    var file: String
    var line: Int
    /// What it needs beside it.
    var need: Need
    /// Gender of the adjective of nation that its canonical name takes, of a party that every
    /// state has.
    var nation: Nation.Gender?

    /// Whether it is an armed group that is called like an organisation: movement, front.
    var isMovement = false

    /// Whether the name is an ordinary word as well.
    var isWeak: Bool { need == .licence || need == .sport || need == .quoted }
  }

  let words: Vocabulary
  let heads: [HeadNoun]
  /// The word of each of `heads`.
  let headWords: [String]
  let nations: [Nation]
  /// Payload: index into `names`.
  let known: Lexicon
  /// Payload: index into `names`.
  let people: Lexicon
  /// Payload: index into `names`.
  let parties: Lexicon
  let names: [Name]
  let endings: NameEndings
  let chronicle: Chronicle
  /// Payload: bit 0 relational, bit 1 honorific or rank.
  let titles: Lexicon
  /// Payload: 1 for a state, else 0.
  let places: Lexicon

  /// Gender of a class noun, as adjectives agree with it.
  func gender(ofHead head: Int) -> Nation.Gender {
    headWords[head].utf16.last == Letter.taMarbuta ? .feminine : .masculine
  }

  /// Reads the tables that the manifest names.
  ///
  /// - Throws: What is wrong with a table.
  package init(_ setup: Setup) throws {
    var reader = TableReader(setup)
    try reader.readNations()
    try reader.readHeads()
    try reader.readAdjectives()
    try reader.readFunctionWords()
    try reader.readPersonalNames()
    let weak = try reader.weakNames()
    known = try reader.readNames("Data/known.tsv", .startsKnown, weak: weak)
    people = try reader.readNames("Data/people.tsv", .startsPerson, weak: weak)
    parties = try reader.readParties()
    titles = try reader.readTitles()
    endings = try reader.nameEndings()
    chronicle = try reader.chronicle()
    places = try reader.readPlaces()
    words = reader.words.build()
    heads = reader.heads
    headWords = reader.headWords
    nations = reader.nations
    names = reader.names
  }
}
