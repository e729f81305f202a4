// SPDX-License-Identifier: Apache-2.0

/// A plain value that an annotation or an attribute carries.
public enum Scalar: Sendable, Hashable {
  case text(String)
  case number(Double)
  case flag(Bool)

  /// The value as it reads in a table or a brat note; whole numbers without a fraction.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

/// A named property of an annotation, e.g. `unit` = `kilometer`.
public struct Attribute: Sendable, Hashable {
  /// Name, in lower case.
  public var key: String
  /// Value.
  public var value: Scalar

  /// Makes an attribute.
  public init(_ key: String, _ value: Scalar) {
    self.key = key
    self.value = value
  }
}

/// A directed link from one annotation to another of the same set, e.g. `from` to a Location.
public struct Relation: Sendable, Hashable {
  /// Its name.
  public var role: String
  /// `id` of the annotation it leads to.
  public var target: Int

  /// Makes a relation.
  public init(_ role: String, target: Int) {
    self.role = role
    self.target = target
  }
}

/// A further span of an annotation, e.g. the `source` of a claim.
public struct Part: Sendable, Hashable {
  /// Its name.
  public var role: String
  /// Where it stands.
  public var range: TextRange

  /// Makes a part.
  public init(_ role: String, _ range: TextRange) {
    self.role = role
    self.range = range
  }
}

/// What an extractor says about one span of the text.
public struct Annotation: Sendable, Hashable {
  /// Number within its set, from 1 in text order; written as `T1`.
  public var id: Int
  /// Layer, e.g. `distances`.
  public var layer: String
  /// Label, e.g. `Distance`.
  public var label: String
  /// Subtype as ANNOTATION names it, e.g. `armed_force`, `TIME`, `deny`.
  public var type: String
  /// Span in the source; of a claim the cue.
  public var range: TextRange
  /// Canonical name, metres, TIMEX3 value; nil where the label has none.
  public var value: Scalar?
  /// Properties, in the order given by the extractor.
  public var attributes: [Attribute]
  /// Links to other annotations.
  public var relations: [Relation]
  /// Further spans.
  public var parts: [Part]
  /// Id of the extractor.
  public var extractor: String
  /// Version of the extractor.
  public var version: String
  /// Id of the rule that made it, e.g. `quantity.number-unit`.
  public var rule: String
  /// 0 to 1.
  public var confidence: Double
  /// How it came about, a step a line; filled when asked for.
  public var evidence: [String]

  /// Makes an annotation.
  public init(
    id: Int = 0, layer: String, label: String, type: String, range: TextRange,
    value: Scalar? = nil, attributes: [Attribute] = [], relations: [Relation] = [],
    parts: [Part] = [], extractor: String = "", version: String = "", rule: String = "",
    confidence: Double = 1, evidence: [String] = []
  ) {
    self.id = id
    self.layer = layer
    self.label = label
    self.type = type
    self.range = range
    self.value = value
    self.attributes = attributes
    self.relations = relations
    self.parts = parts
    self.extractor = extractor
    self.version = version
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
  }

  /// The value of an attribute, or nil.
  public func attribute(_ key: String) -> Scalar? {
    attributes.first { $0.key == key }?.value
  }

  /// The span of a part, or nil.
  public func part(_ role: String) -> TextRange? {
    parts.first { $0.role == role }?.range
  }
}
