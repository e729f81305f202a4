// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How often what gold has in one layer was found in another.
package struct LayerConfusion: Sendable, Equatable, Codable {
  /// Layer of the missed gold annotations.
  package var gold: String
  /// Layer of the spurious predictions that overlap them.
  package var predicted: String
  package var count: Int

  /// Makes a confusion.
  package init(gold: String, predicted: String, count: Int) {
    self.gold = gold
    self.predicted = predicted
    self.count = count
  }

  /// The confusions in one document, by names of layers.
  ///
  /// Every missed annotation is paired with one spurious prediction of another layer at most, and
  /// the other way round; equal spans come first. Relations and claims name no thing in the text and
  /// are left out.
  static func found(in matches: [LayerMatch]) -> [LayerConfusion] {
    let matches = matches.filter { !["relations", "claims"].contains($0.scheme.layer) }
    let gold = matches.flatMap { match in
      match.missed.filter { match.overlap[$0] == nil }
        .map { (match.scheme.layer, match.gold[$0].range) }
    }
    let predicted = matches.flatMap { match in
      let partners = Set(match.overlap.compactMap { $0 })
      return match.spurious.filter { !partners.contains($0) }
        .map { (match.scheme.layer, match.predicted[$0].range) }
    }
    let edges = gold.map { layer, range in
      predicted.indices.compactMap { place -> Matching.Edge? in
        let (other, span) = predicted[place]
        guard other != layer, span.overlaps(range) else { return nil }
        return Matching.Edge(predicted: place, grade: span == range ? 2 : 1)
      }.sorted { $0.grade == $1.grade ? $0.predicted < $1.predicted : $0.grade > $1.grade }
    }
    let partners = Matching.largest(edges, predictedCount: predicted.count, least: 1)
    return sum(
      zip(gold, partners).compactMap { item, partner in
        partner.map { LayerConfusion(gold: item.0, predicted: predicted[$0].0, count: 1) }
      })
  }

  /// One confusion for each pair of layers.
  static func sum(_ confusions: [LayerConfusion]) -> [LayerConfusion] {
    Dictionary(grouping: confusions) { [$0.gold, $0.predicted] }
      .sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
      .map { key, items in
        LayerConfusion(
          gold: key[0], predicted: key[1], count: items.map(\.count).reduce(0, +))
      }
  }
}
