// SPDX-License-Identifier: Apache-2.0

/// How far two annotations of the same texts agree beyond chance, where neither is gold.
package struct SpanAgreement: Sendable, Equatable, Codable {
  /// Name of the layer.
  package var layer: String
  /// Cohen's kappa over words; nil where chance alone explains everything.
  package var kappaWords: Double?
  /// Cohen's kappa over code points.
  package var kappaCharacters: Double?
  /// Krippendorff's alpha for units on a continuum of code points, over the types together.
  package var alphaUnits: Double?
}
