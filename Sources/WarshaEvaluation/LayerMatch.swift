// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The matchings of one layer of one document, and what follows from them.
struct LayerMatch {
  let scheme: LayerScheme
  let gold: [ScoredItem]
  let predicted: [ScoredItem]
  /// Partner of each gold item under the first count of the scheme.
  let good: [Int?]
  /// Partner of each gold item whose span (cue) overlaps.
  let overlap: [Int?]
  private let exact: [Int?]
  private let cues: [Int?]
  private let pairs: PairGrade

  init(
    _ scheme: LayerScheme, gold goldSet: AnnotationSet, predicted predictedSet: AnnotationSet,
    words: [TextRange]
  ) {
    self.scheme = scheme
    gold = ScoredItem.items(of: goldSet, layer: scheme.layer)
    predicted = ScoredItem.items(of: predictedSet, layer: scheme.layer)
    pairs = PairGrade(layer: scheme.layer, words: words)
    let edges = pairs.edges(gold, predicted)
    let count = predicted.count
    good = Matching.largest(edges, predictedCount: count, least: 2)
    overlap = Matching.largest(edges, predictedCount: count, least: 1)
    exact = Matching.largest(edges, predictedCount: count, least: 3)
    cues = Matching.largest(
      pairs.equalSpans(gold, predicted), predictedCount: count, least: 1)
  }

  /// Indices of the gold items without a good partner.
  var missed: [Int] { gold.indices.filter { good[$0] == nil } }
  /// Indices of the predicted items without a good partner.
  var spurious: [Int] {
    let taken = Set(good.compactMap { $0 })
    return predicted.indices.filter { !taken.contains($0) }
  }

  /// The figures of this layer; `given` is the number of gold annotations.
  func score(given: Int, taxonomy: BoundaryTaxonomy, text: SourceText) -> LayerScore {
    var score = LayerScore(scheme)
    score.given = given
    for (place, partners) in zip(score.counted.indices, [good, overlap, exact, cues]) {
      score.counted[place].count = Count(
        gold: gold.count, predicted: predicted.count, matched: partners.compactMap { $0 }.count)
    }
    let outcomes = SpanOutcomes(gold: gold, predicted: predicted)
    for place in score.outcomes.indices {
      score.outcomes[place].count += outcomes.counts[score.outcomes[place].scheme] ?? OutcomeCount()
    }
    if !score.outcomes.isEmpty {
      for (type, counts) in outcomes.types { score.add(type: type, outcomes: counts) }
    }
    for item in gold { score.add(type: item.type, Count(gold: 1)) }
    for item in predicted { score.add(type: item.type, Count(predicted: 1)) }
    for (item, partner) in zip(gold, good) {
      if let partner, predicted[partner].type == item.type {
        score.add(type: item.type, Count(matched: 1))
      }
    }
    for (item, partner) in zip(gold, scheme.layer == "claims" ? overlap : good) {
      if let partner { rate(item, predicted[partner], in: &score) }
    }
    for (item, partner) in zip(gold, overlap) {
      guard let partner else { continue }
      for difference in differences(item, predicted[partner], taxonomy, text) {
        score.add(boundary: difference.kind, of: difference.part)
      }
    }
    return score
  }

  /// What is wrong, in text order within each kind.
  func errors(taxonomy: BoundaryTaxonomy, in document: Document) -> [ScoringError] {
    let layer = scheme.layer
    var errors: [ScoringError] = []
    var spurious = Set(spurious)
    for place in missed {
      let item = gold[place]
      if let partner = overlap[place], spurious.contains(partner), layer != "relations" {
        spurious.remove(partner)
        errors.append(
          ScoringError(
            .boundary, layer: layer, of: document, at: item.range, gold: item.type,
            predicted: predicted[partner].type,
            differences: differences(item, predicted[partner], taxonomy, document.text)))
      } else {
        errors.append(
          ScoringError(.missed, layer: layer, of: document, at: item.range, gold: item.type))
      }
    }
    for place in spurious.sorted() {
      let item = predicted[place]
      errors.append(
        ScoringError(.spurious, layer: layer, of: document, at: item.range, predicted: item.type))
    }
    for (item, partner) in zip(gold, good) {
      guard let partner, layer != "relations" else { continue }
      let other = predicted[partner]
      if item.type.lowercased() != other.type.lowercased() {
        errors.append(
          ScoringError(
            .type, layer: layer, of: document, at: item.range, gold: item.type,
            predicted: other.type))
      }
      if layer != "claims", !ValueComparison.agree(item, other, layer: layer) {
        errors.append(
          ScoringError(
            .value, layer: layer, of: document, at: item.range, gold: item.value?.description,
            predicted: other.value?.description))
      }
    }
    return errors
  }

  private func differences(
    _ item: ScoredItem, _ other: ScoredItem, _ taxonomy: BoundaryTaxonomy, _ text: SourceText
  ) -> [ScoringError.Difference] {
    let parts: [(String, TextRange?, TextRange?)] = [
      ("span", item.range, other.range), ("source", item.source, other.source),
      ("content", item.content, other.content),
    ]
    return parts.filter { $0.1 != $0.2 }.map { part, gold, predicted in
      ScoringError.Difference(
        part: part,
        kind: taxonomy.kind(
          gold: gold, predicted: predicted, in: text, layer: scheme.layer),
        gold: gold.map { text[$0] }, predicted: predicted.map { text[$0] })
    }
  }

  /// Adds what is right about one pair.
  private func rate(_ gold: ScoredItem, _ predicted: ScoredItem, in score: inout LayerScore) {
    /// `usual`: the value that goes without saying; …_marked counts the departures from it.
    func equal(_ name: String, _ one: String?, _ other: String?, usual: String? = nil) {
      let (a, b) = ((one ?? "").lowercased(), (other ?? "").lowercased())
      let left = a.isEmpty ? usual ?? "" : a
      let right = b.isEmpty ? usual ?? "" : b
      score.rate(name, left == right ? 1 : 0)
      if let usual, left != usual || right != usual {
        score.rate(name + "_marked", left == right ? 1 : 0)
      }
    }
    if scheme.layer == "relations" { return }
    if scheme.layer == "claims" {
      let agreement = pairs.agreement(gold, predicted)
      score.rate("source", agreement.sameSource ? 1 : 0)
      score.rate("source_overlap", agreement.nearSource ? 1 : 0)
      score.rate("content_token_f1", agreement.contentF1)
      equal("stance", gold.type, predicted.type, usual: "assert")
      equal("quote", gold.text("quote"), predicted.text("quote"))
      return
    }
    equal("type", gold.type, predicted.type)
    score.rate(
      "value", ValueComparison.agree(gold, predicted, layer: scheme.layer) ? 1 : 0)
    for key in ["mod", "modifier"] where scheme.rated.contains(key) {
      equal(key, gold.text(key), predicted.text(key), usual: "")
    }
    if scheme.layer == "locations", ValueComparison.kilometres(gold, gold) != nil {
      let far = ValueComparison.kilometres(gold, predicted)
      score.rate("coordinates", far == nil ? 0 : 1)
      if let far {
        score.rate("within_10km", far <= 10 ? 1 : 0)
        score.rate("within_25km", far <= 25 ? 1 : 0)
      }
    }
  }
}
