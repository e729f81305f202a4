// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A number, an ordinal, a percentage or a range before it becomes an annotation.
struct NumberFinding {
  /// Type of the annotation.
  enum Kind: String {
    case number = "NUMBER"
    case ordinal = "ORDINAL"
    case percent = "PERCENT"
    case range = "NUMBER_RANGE"
  }

  /// The ends of a range; nil where it is open.
  struct Bounds {
    var low: Double?
    var high: Double?

    /// `5..10`, `190..`, `..100`
    var description: String {
      let ends = [low, high].map { $0.map { Scalar.number($0).description } ?? "" }
      return ends.joined(separator: "..")
    }
  }

  var kind: Kind
  /// First token.
  var first: Int
  /// Proclitic view units at its front that are outside.
  var front: Int
  /// Last token.
  var last: Int
  var value: Scalar
  var bounds: Bounds?
  var modifier: String?
  var rule: String
  /// The numbers it was made of, for its derivation.
  var numbers: [NumberPhrase]

  /// A single number.
  init(_ kind: Kind, _ number: NumberPhrase, rule: String) {
    self.kind = kind
    first = number.first
    front = number.front
    last = number.last
    value = .number(number.value)
    self.rule = rule
    numbers = [number]
  }

  /// A range.
  init(_ bounds: Bounds, from first: Int, front: Int, _ numbers: [NumberPhrase], rule: String) {
    kind = .range
    self.first = first
    self.front = front
    last = numbers.last?.last ?? first
    value = .text(bounds.description)
    self.bounds = bounds
    self.rule = rule
    self.numbers = numbers
  }

  /// The annotation; `steps` tells how it came about and is asked only when wanted.
  func annotation(_ text: AnalysedText, _ steps: () -> [String]) -> Annotation {
    var attributes = modifier.map { [Attribute("modifier", .text($0))] } ?? []
    if let low = bounds?.low { attributes.append(Attribute("min", .number(low))) }
    if let high = bounds?.high { attributes.append(Attribute("max", .number(high))) }
    return Annotation(
      layer: "numbers", label: "Number", type: kind.rawValue,
      range: text.range(from: first, front: front, through: last), value: value,
      attributes: attributes, rule: rule, evidence: steps())
  }
}
