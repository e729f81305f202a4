// SPDX-License-Identifier: Apache-2.0

/// A stretch of tokens that a grammar takes for an Actor.
package struct Mention: Sendable {
  /// How a mention was found; the raw value is the id of its rule.
  package enum Rule: String, Sendable {
    case known = "actors.known"
    case party = "actors.party"
    case headNoun = "actors.head-noun"
    case quotedName = "actors.quoted-name"
    case coordinated = "actors.coordinated"
    case quotedAlias = "actors.alias.quoted"
    case alias = "actors.alias"
    case addressee = "actors.addressee"
    case byline = "actors.byline"
    case shortForm = "actors.short-form"
    case knownPerson = "actors.person.known"
    case personalName = "actors.person.given-family"
    case titledName = "actors.person.title"
    case kunya = "actors.person.kunya"
    case saidName = "actors.person.said"
    case surname = "actors.person.surname"
  }

  /// First token.
  package var first: Int
  /// Proclitic view units before the name in the first token.
  package var front: Int
  /// Last token.
  package var last: Int
  /// Subtype.
  package var type: String
  /// Rule.
  package var rule: Rule
  /// Index into the names of the tables, or -1.
  package var name: Int = -1
  /// Index of an earlier mention whose canonical name it shares, or -1.
  package var antecedent: Int = -1
  /// Index of its class noun, or -1.
  package var head: Int = -1
  /// Gender of the adjective of nation that the canonical name lacks; nil where it needs none.
  package var nation: Nation.Gender?
  /// First and last token of the title in front; empty when there is none.
  package var role: Range<Int> = 0..<0
  /// 0 to 1.
  package var confidence: Double = 0.9
  /// What decided, for evidence.
  package var reason: StaticString = ""

  /// Number of tokens.
  var count: Int { last - first + 1 }
  /// Whether it is a person.
  var isPerson: Bool { type == Self.person }

  static let person = "person"
}
