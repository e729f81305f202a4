// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A distance with all that was found out about it.
struct Finding {
  /// Name of what is measured, and the token that says so.
  typealias Kind = (name: String, token: Int)

  let quantity: Quantity
  /// Name of the modifier beside it.
  var modifier: String?
  /// What it measures.
  var kind: Kind?
  var relations: [Relation] = []

  init(quantity: Quantity) { self.quantity = quantity }

  /// A unit without a number may be another word.
  var confidence: Double {
    switch quantity.rule {
    case "quantity.single", "quantity.whole-text": 0.8
    default: 0.98
    }
  }

  /// How the value came about: the number and its form, the rows of the tables, the places.
  func evidence(in text: AnalysedText) -> [String] {
    let unit = quantity.unit
    var lines = [
      "number: " + number,
      "unit: \(unit.unit), \(unit.metres) metres (units.tsv)",
      modifier.map { "modifier: \($0) (modifiers.tsv)" } ?? "no modifier beside it",
    ]
    if let kind {
      let word = text.folded(text.tokens[kind.token])
      lines.append("kind: \(kind.name) by \(word) (words.tsv)")
    }
    lines.append(
      relations.isEmpty
        ? "no place tied to it"
        : "places tied to it: " + relations.map(\.role).joined(separator: ", "))
    return lines
  }

  /// The number and where it comes from.
  private var number: String {
    let low = Scalar.number(quantity.low).description
    let range = quantity.high.map { low + " to " + Scalar.number($0).description } ?? low
    switch quantity.form {
    case .digits: return range + ", in digits"
    case .words: return range + ", in words (numbers.tsv)"
    case .fraction: return range + ", a fraction (numbers.tsv)"
    case .few, .vague: return range + ", the least it can be (numbers.tsv)"
    case .ordinal: return range
    case nil: return range + ", by the form of the unit (units.tsv)"
    }
  }
}
