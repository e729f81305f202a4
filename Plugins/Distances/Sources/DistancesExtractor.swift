// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Lengths with their values in metres and the places they are measured from.
package struct DistancesExtractor: Extractor {
  package static let id = "distances"
  package static let version = "0.2.0"

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
    anchors = AnchorGrammar(modifiers: modifiers)
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    if let quantity = quantities.wholeText(text) {
      emit(Finding(quantity: quantity), text, &output)
      return
    }
    var locations: [InputDocument.Span]?
    var before: Range<Int>?
    for sentence in text.sentences {
      if output.isCancelled { return }
      defer { before = sentence.tokens }
      let units = quantities.unitTokens(in: sentence.tokens, of: text)
      if units.isEmpty { continue }
      var previous: Previous?
      var near: Clause?
      var i = sentence.tokens.lowerBound
      while let quantity = quantities.next(
        in: text, from: i, units: units, sentence: sentence.tokens)
      {
        let known = locations ?? document.spans(in: "locations")
        locations = known
        let clause =
          near
          ?? Clause(
            text: text, tokens: sentence.tokens, before: before,
            places: Places(
              known, within: (before ?? sentence.tokens).lowerBound..<sentence.tokens.upperBound,
              of: text), words: words)
        near = clause
        var finding = Finding(quantity: quantity)
        finding.modifier = modifier(of: quantity, text, sentence.tokens)
        finding.kind = kind(of: quantity, after: previous, clause)
        finding.relations = anchors.anchors(
          of: quantity, kind: finding.kind?.name, in: clause,
          previous: joined(quantity, to: previous, clause))
        previous = (quantity.last, finding.kind, finding.relations)
        emit(finding, text, &output)
        i = quantity.last + 1
      }
    }
  }

  /// The distance before, in the same sentence.
  private typealias Previous = (last: Int, kind: Finding.Kind?, relations: [Relation])

  /// The relations of the distance before, when و joins this one to what stands within a few tokens
  /// of it: before the number, its modifier or its origin (`وعن مدينة حماة 45 كم`).
  private func joined(
    _ quantity: Quantity, to previous: Previous?, _ clause: Clause
  ) -> [Relation]? {
    guard let previous, quantity.first - previous.last <= 10 else { return nil }
    for index in max(previous.last + 1, quantity.first - 5)...quantity.first
    where clause.begins(index, with: Letter.waw) {
      if index >= quantity.first - 2 || clause.has(index, .origin) { return previous.relations }
    }
    return nil
  }

  private func emit(_ finding: Finding, _ text: AnalysedText, _ output: inout Output) {
    let quantity = finding.quantity
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
    if let modifier = finding.modifier { attributes.append(Attribute("modifier", .text(modifier))) }
    if let kind = finding.kind { attributes.append(Attribute("kind", .text(kind.name))) }
    output.emit(
      Annotation(
        layer: "distances", label: "Distance", type: "Distance",
        range: text.range(from: quantity.first, front: quantity.front, through: quantity.last),
        value: value, attributes: attributes, relations: finding.relations, rule: quantity.rule,
        confidence: finding.confidence,
        evidence: output.wantsEvidence ? finding.evidence(in: text) : []))
  }

  /// Removes the noise of binary fractions: 0.3 × 1609.344 is 482.8032.
  private static func rounded(_ metres: Double) -> Double {
    guard metres != 0 else { return metres }
    // Twelve significant digits, a nanometre as well as a mile; beyond 1e22 no power of ten is exact.
    var scale = 1.0
    while abs(metres) * scale < 1e11, scale < 1e22 { scale *= 10 }
    return (metres * scale).rounded() / scale
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
    if let parted = modifiers.parted(quantity.first, in: text, from: sentence.lowerBound) {
      return parted
    }
    return quantity.isVague ? "at_least" : nil
  }

  /// Height, depth, width …, when a word for it stands up to five tokens before. A name (دولة قطر)
  /// is no such word, and `على بعد` between says that it is no height. The other end of a range and
  /// what و adds have the kind of the distance before.
  private func kind(
    of quantity: Quantity, after previous: Previous?, _ clause: Clause
  ) -> Finding.Kind? {
    var i = quantity.first - 1
    let limit = max(clause.tokens.lowerBound, quantity.first - 5)
    var mayBePlace = false
    while i >= limit {
      if let previous, i <= previous.last {
        return isNext(quantity, previous.last, clause) ? previous.kind : nil
      }
      // `تبعد قطر عن`: a name. `قطر الشمس` is none, whatever it looks like.
      if clause.has(i, .kind), let kind = words.kind(at: i, in: clause.text),
        !(mayBePlace && clause.places.cover(i))
      {
        return (kind, i)
      }
      if clause.has(i, .away) { return nil }
      mayBePlace = clause.has(i, .origin)
      if clause.text.tokens[i].kind == .punctuation { return nil }
      i -= 1
    }
    return nil
  }

  /// Whether only و, إلى or a dash stands between two distances.
  private func isNext(_ quantity: Quantity, _ last: Int, _ clause: Clause) -> Bool {
    let gap = quantity.first - last - 1
    let letter = clause.begins(last + 1, with: Letter.waw)
    return gap == 0 && letter || gap == 1 && (letter || clause.has(last + 1, .range))
  }
}
