// SPDX-License-Identifier: Apache-2.0

/// What an evaluation looks at.
package struct EvaluationOptions: Sendable {
  /// Layers to score; nil for those of ANNOTATION and all others that gold holds.
  package var layers: [String]?
  /// Class nouns by which boundary errors are named; any spelling, they are folded.
  package var classNouns: Set<String>
  /// Samples for confidence and significance; 0 for none.
  package var resamples: Int
  /// Seed of the samples: the same seed gives the same figures.
  package var seed: UInt64

  /// Makes options.
  package init(
    layers: [String]? = nil, classNouns: Set<String> = [], resamples: Int = 1000, seed: UInt64 = 1
  ) {
    self.layers = layers
    self.classNouns = classNouns
    self.resamples = resamples
    self.seed = seed
  }

  /// The schemes of the layers to score, given the layers that gold holds.
  func schemes(goldLayers: Set<String>) -> [LayerScheme] {
    if let layers {
      var seen: Set<String> = []
      return layers.filter { seen.insert($0).inserted }.map(LayerScheme.of)
    }
    let known = LayerScheme.known
    let others = goldLayers.subtracting(known.map(\.layer)).sorted()
    return known + others.map(LayerScheme.of)
  }
}
