// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Lengths with their values in metres and the places they are measured from.
package struct DistancesExtractor: Extractor {
  package static let id = "distances"
  package static let version = "0.1.0"

  private let quantities: QuantityGrammar
  private let anchors: AnchorGrammar
  private let words: DistanceWords
  private let modifiers: Modifiers

  package init(_ setup: Setup) throws {
    let folding = setup.folding
    words = try DistanceWords(setup)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: folding)
    quantities = QuantityGrammar(
      numbers: try NumberGrammar(
        table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
        folding: folding),
      units: try LengthUnits(
        table: setup.table("knowledge/units.tsv", columns: ["form", "unit", "metres", "number"]),
        folding: folding),
      words: words, modifiers: modifiers)
    anchors = AnchorGrammar(words: words, modifiers: modifiers)
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    var places: AnchorGrammar.Places?
    for sentence in text.sentences {
      if output.isCancelled { return }
      var previous: (last: Int, relations: [Relation])?
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let quantity = quantities.quantity(in: text, at: i, sentence: sentence.tokens) else {
          i += 1
          continue
        }
        let known = places ?? AnchorGrammar.Places(document.spans(in: "locations"), in: text)
        places = known
        let kind = kind(of: quantity, text, sentence.tokens)
        let relations = anchors.anchors(
          of: quantity, in: text, sentence: sentence.tokens, places: known,
          isVertical: kind == "height" || kind == "depth" || kind == "thickness",
          previous: joined(quantity, to: previous, text))
        previous = (quantity.last, relations)
        emit(quantity, relations, kind, text, sentence.tokens, &output)
        i = quantity.last + 1
      }
    }
  }

  /// The relations of the distance before, when و and at most a modifier join this one to what
  /// stands within a few tokens of it.
  private func joined(
    _ quantity: Quantity, to previous: (last: Int, relations: [Relation])?, _ text: AnalysedText
  ) -> [Relation] {
    guard let previous, quantity.first - previous.last <= 10 else { return [] }
    for index in (quantity.first - 2)...quantity.first where index > previous.last {
      let token = text.tokens[index]
      if text.unit(0, of: token) == Letter.waw, token.viewCount == 1 || token.mayStrip(1) {
        return previous.relations
      }
    }
    return []
  }

  private func emit(
    _ quantity: Quantity, _ relations: [Relation], _ kind: String?, _ text: AnalysedText,
    _ sentence: Range<Int>, _ output: inout Output
  ) {
    let factor = quantity.unit.metres
    let metres = Self.rounded(quantity.low * factor)
    var value = Scalar.number(metres)
    var attributes = [Attribute("unit", .text(quantity.unit.unit))]
    if let high = quantity.high {
      let upper = Self.rounded(high * factor)
      value = .text(
        "\(Scalar.number(metres).description)..\(Scalar.number(upper).description)")
      attributes.append(Attribute("metres", value))
      attributes.append(Attribute("min", .number(metres)))
      attributes.append(Attribute("max", .number(upper)))
    } else {
      attributes.append(Attribute("metres", value))
    }
    let modifier = modifier(of: quantity, text, sentence)
    if let modifier { attributes.append(Attribute("modifier", .text(modifier))) }
    if let kind { attributes.append(Attribute("kind", .text(kind))) }
    var evidence: [String] = []
    if output.wantsEvidence {
      let number = Scalar.number(quantity.low).description
      let upper = quantity.high.map { " to \(Scalar.number($0).description)" } ?? ""
      evidence = [
        "number: \(number)\(upper)",
        "unit: \(quantity.unit.unit), \(factor) metres (units.tsv)",
        modifier.map { "modifier: \($0) (modifiers.tsv)" } ?? "no modifier beside it",
        relations.isEmpty
          ? "no place tied to it"
          : "places tied to it: " + relations.map(\.role).joined(separator: ", "),
      ]
    }
    output.emit(
      Annotation(
        layer: "distances", label: "Distance", type: "Distance",
        range: text.range(from: quantity.first, front: quantity.front, through: quantity.last),
        value: value, attributes: attributes, relations: relations, rule: quantity.rule,
        confidence: quantity.rule == "quantity.single" ? 0.8 : 0.98, evidence: evidence))
  }

  /// Removes the noise of binary fractions: 0.3 × 1609.344 is 482.8032.
  private static func rounded(_ metres: Double) -> Double {
    guard abs(metres) < 1e12 else { return metres }
    return (metres * 1e6).rounded() / 1e6
  }

  private func modifier(
    of quantity: Quantity, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> String? {
    if let before = modifiers.before(quantity.first, in: text, from: sentence.lowerBound) {
      return before.name
    }
    if let after = modifiers.after(quantity.last + 1, in: text, end: sentence.upperBound) {
      return after.name
    }
    return quantity.isVague ? "at_least" : nil
  }

  /// Height, depth, width …, when a word for it stands up to four tokens before.
  private func kind(
    of quantity: Quantity, _ text: AnalysedText, _ sentence: Range<Int>
  ) -> String? {
    var i = quantity.first - 1
    while i >= max(sentence.lowerBound, quantity.first - 5) {
      if let kind = words.kind(at: i, in: text) { return kind }
      if text.tokens[i].kind == .punctuation { return nil }
      i -= 1
    }
    return nil
  }
}
