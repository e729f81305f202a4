// SPDX-License-Identifier: Apache-2.0

/// What a claim does with its content.
enum Stance: String, Sendable {
  case assert, deny, question, call
}

/// How a cue attributes.
enum CueKind: String, Sendable, CaseIterable {
  case perfect, imperfect, participle, masdar
  /// A perfect given as it is written, for verbs whose bare form is another word.
  case inflected
  /// Followed by its source: according to X.
  case preposition
  /// Followed by a verb of saying: as X said.
  case connector
  /// Holds its source as a pronoun: as he put it.
  case phrase
  /// Denies what follows: there is no truth in.
  case denial

  var isFiniteVerb: Bool { self == .perfect || self == .imperfect || self == .inflected }

  /// The kind as a set of its own.
  var set: CueKinds {
    switch self {
    case .participle: .participle
    case .masdar: .masdar
    case .preposition: .preposition
    case .connector: .connector
    case .phrase: .phrase
    case .perfect, .imperfect, .inflected, .denial: []
    }
  }
}

/// Kinds of cues that rules ask for; one test of a word's set answers most questions about it.
struct CueKinds: OptionSet, Sendable {
  let rawValue: UInt8

  static let participle = CueKinds(rawValue: 1)
  static let masdar = CueKinds(rawValue: 2)
  static let preposition = CueKinds(rawValue: 4)
  static let connector = CueKinds(rawValue: 8)
  static let phrase = CueKinds(rawValue: 16)
  /// A finite verb in the indicative.
  static let verb = CueKinds(rawValue: 32)
  /// A verbal noun whose pronoun is its source.
  static let ownMasdar = CueKinds(rawValue: 64)

  /// Attributes without a verb of its own.
  static let attribution: CueKinds = [.preposition, .connector, .phrase]
}

/// What may introduce the content of a cue.
struct Frame: OptionSet, Sendable {
  let rawValue: UInt16

  /// The complementisers.
  static let that = Frame(rawValue: 1)
  /// A quotation or a colon.
  static let quote = Frame(rawValue: 2)
  /// A noun phrase, mostly a verbal noun.
  static let object = Frame(rawValue: 4)
  static let ba = Frame(rawValue: 8)
  static let ila = Frame(rawValue: 16)
  static let ala = Frame(rawValue: 32)
  static let min = Frame(rawValue: 64)
  static let an = Frame(rawValue: 128)
  static let fi = Frame(rawValue: 256)
  static let lam = Frame(rawValue: 512)
  /// Somebody spoken to may stand before the content.
  static let addressee = Frame(rawValue: 1024)
  /// The object and its ba phrase together are the content: accused X of Y.
  static let accused = Frame(rawValue: 2048)
  /// X reported from Y that.
  static let relay = Frame(rawValue: 4096)

  /// The source follows في: it said in the report that.
  static let inSource = Frame(rawValue: 8192)

  /// Whom something is asked of stands behind من: طلبت الوزارة من السكان مغادرة المنطقة.
  static let askedOf = Frame(rawValue: 1 << 14)
  /// A question: شرح كيف.
  static let question = Frame(rawValue: 1 << 15)

  static let governed: Frame = [.ba, .ila, .ala, .min, .an, .fi, .lam]

  static let names: [String: Frame] = [
    "that": .that, "quote": .quote, "object": .object, "b": .ba, "ila": .ila, "ala": .ala,
    "min": .min, "an": .an, "fi": .fi, "l": .lam, "addressee": .addressee, "accused": .accused,
    "relay": .relay, "source-fi": .inSource, "asked-min": .askedOf, "question": .question,
  ]
}

/// One row of the cue table.
struct Cue: Sendable {
  var kind: CueKind
  /// Whether its form is written with a bare alif in front.
  var beginsWithAlif: Bool
  var frame: Frame
  var stance: Stance
  /// Stance under a negation; nil: the negated cue claims nothing.
  var negated: Stance?
  /// Counts only over a quotation or a proposition.
  var isEvaluative: Bool
  /// Without a subject its third person masculine is a passive.
  var needsSubject: Bool
  /// Never hides its source: the bare form is the first person.
  var needsSource: Bool
  /// Its preposition must govern a noun that names an event.
  var needsEvent: Bool
  /// Its object must not be a plan or a decision, which are adopted without being said.
  var needsDeed: Bool
  /// Line in the table.
  var line: Int
}

/// Grammatical features of an inflected cue.
struct Form: Sendable {
  enum Gender: UInt8, Sendable { case any, masculine, feminine }
  enum Number: UInt8, Sendable { case singular, dual, plural }

  /// Index of its cue.
  var cue: Int
  var gender = Gender.any
  var number = Number.singular
  /// Stands only before an enclitic pronoun.
  var beforePronoun = false
  /// Stands only after a particle that shortens the imperfect.
  var isJussive = false
  /// Ends in a pronoun that is its source.
  var hasPronoun = false
}
