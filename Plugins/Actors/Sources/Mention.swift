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
    case agedName = "actors.person.age"
    case listedName = "actors.person.list"
    case surname = "actors.person.surname"
  }

  /// What decided, for evidence.
  package enum Reason: String, Sendable {
    case row = "row of the table"
    case longerRow = "row of the table, with the adjectives that follow"
    case complements = "class noun with its complements"
    case delimited = "quotation marks delimit the name; the class noun stays outside"
    case capitals = "Latin capitals at the head of a paragraph"
    case bracketed = "in brackets at the head of a paragraph"
    case obtained = "in quotation marks, behind a verb of getting to see"
    case headline = "short in the headline or in quotation marks, in full elsewhere"
    case dateline = "between the place and the text, or at the head of the text"
    case told = "in quotation marks, told by a speaker"
    case names = "given name with the names that follow"
    case kunya = "kunya"
    case announced = "words no table knows where a name is announced"
    case shortName = "short name in quotation marks or brackets behind the full one"
    case dual = "class noun in the dual over two names"
    case definite = "definite class noun for the name before"
    case part = "part of a name that the document has given in full"
  }

  private var firstToken: Int32
  private var lastToken: Int32
  private var nameIndex: Int32
  private var antecedentIndex: Int32 = -1
  private var coreToken: Int32 = -1
  private var coreIndex: Int32 = -1
  private var roleStart: Int32 = 0
  private var roleEnd: Int32 = 0
  private var headIndex: Int16
  private var frontUnits: UInt8
  private var percent: UInt8
  /// Subtype.
  package var type: ActorType
  /// Rule.
  package var rule: Rule
  /// What decided.
  package var reason: Reason
  /// Gender of the adjective of nation that the canonical name lacks; nil where it needs none.
  package var nation: Nation.Gender?

  /// Makes a mention.
  package init(
    first: Int, front: Int, last: Int, type: ActorType, rule: Rule, name: Int = -1,
    head: Int = -1, confidence: Double = 0.9, reason: Reason
  ) {
    firstToken = Int32(truncatingIfNeeded: first)
    lastToken = Int32(truncatingIfNeeded: last)
    nameIndex = Int32(truncatingIfNeeded: name)
    headIndex = Int16(truncatingIfNeeded: head)
    frontUnits = UInt8(truncatingIfNeeded: front)
    percent = UInt8(confidence * 100 + 0.5)
    (self.type, self.rule, self.reason) = (type, rule, reason)
  }

  /// First token.
  package var first: Int { Int(firstToken) }
  /// Proclitic view units before the name in the first token.
  package var front: Int { Int(frontUnits) }
  /// Last token.
  package var last: Int { Int(lastToken) }
  /// Index into the names of the tables, or -1.
  package var name: Int {
    get { Int(nameIndex) }
    set { nameIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// Index of an earlier mention whose canonical name it shares, or -1.
  package var antecedent: Int {
    get { Int(antecedentIndex) }
    set { antecedentIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// First token of the body that forces or a delegation belong to, or -1.
  package var core: Int {
    get { Int(coreToken) }
    set { coreToken = Int32(truncatingIfNeeded: newValue) }
  }
  /// Row of that body's name, or -1.
  package var coreName: Int {
    get { Int(coreIndex) }
    set { coreIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// Index of its class noun, or -1.
  package var head: Int {
    get { Int(headIndex) }
    set { headIndex = Int16(truncatingIfNeeded: newValue) }
  }
  /// First and last token of the title in front; empty when there is none.
  package var role: Range<Int> {
    get { Int(roleStart)..<Int(roleEnd) }
    set {
      roleStart = Int32(truncatingIfNeeded: newValue.lowerBound)
      roleEnd = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }
  /// 0 to 1.
  package var confidence: Double {
    get { Double(percent) / 100 }
    set { percent = UInt8(newValue * 100 + 0.5) }
  }

  /// Number of tokens.
  var count: Int { last - first + 1 }
  /// Whether it is a person.
  var isPerson: Bool { type == .person }
}
