// SPDX-License-Identifier: Apache-2.0

/// Means of F1 that give every type, or every document, the same weight.
package struct MacroAverage: Sendable, Equatable, Codable {
  /// Name of the layer.
  package var layer: String
  /// Mean over the types that gold or prediction has, each scored by equal span and type; nil when
  /// there is none.
  package var overTypes: Double?
  /// Mean of the deciding count over the documents that have gold or predictions of the layer: one
  /// with predictions alone counts 0; nil when there is none.
  package var overDocuments: Double?

  /// The averages of one layer; `documents` holds its scores by document.
  init(_ layer: LayerScore, documents: [LayerScore]) {
    self.layer = layer.layer
    overTypes = Self.mean(layer.types.compactMap(\.count.f1))
    overDocuments = Self.mean(documents.compactMap { $0.counted.first?.count.f1 })
  }

  private static func mean(_ figures: [Double]) -> Double? {
    figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
  }
}
