// SPDX-License-Identifier: Apache-2.0

/// Two or more predictions beside one another.
package struct Comparison: Sendable, Equatable, Codable {
  /// One count of one layer for every prediction.
  package struct Row: Sendable, Equatable, Codable {
    package var layer: String
    /// Name of the count, such as `strict`.
    package var scheme: String
    /// In the order of `names`.
    package var counts: [Count]
    /// F1 less that of the first; nil where one is undefined.
    ///
    /// The first is 0.
    package var deltas: [Double?]
    /// How likely a difference to the first at least as large is by chance (approximate
    /// randomisation over documents); nil for the first and where it was not asked for.
    package var significance: [Double?]
    /// `significance` with Holm's correction for the layers that are tested beside each other: the
    /// rows with as many rows of their layer before them.
    package var adjusted: [Double?] = []
    /// The smallest true difference to the first that these documents would show with power 0.8;
    /// nil for the first and where the two never differ.
    package var detectable: [Double?] = []
  }

  /// One annotation about which the predictions differ.
  package struct Case: Sendable, Equatable, Codable {
    /// Name of the prediction that stands alone.
    package var name: String
    /// The gold annotation or the spurious one.
    package var error: ScoringError
  }

  /// Two predictions held against each other, without gold.
  package struct Agreement: Sendable, Equatable, Codable {
    package var left: String
    package var right: String
    /// The counts that the right would get if the left were gold; F1 is the same both ways.
    package var layers: [LayerScore]
    /// Agreement beyond chance, of each layer but relations.
    package var spans: [SpanAgreement] = []
    /// `missed`: only the left has it; `spurious`: only the right.
    package var differing: [ScoringError]
  }

  /// What is compared, in the order given.
  package var names: [String]
  /// Side by side, by layer and count; empty without gold.
  package var rows: [Row]
  /// Gold annotations that one prediction found and no other did.
  package var aloneRight: [Case]
  /// Gold annotations that one prediction missed and all others found, and spurious ones that no
  /// other made.
  package var aloneWrong: [Case]
  /// Every pair of predictions against each other.
  package var agreements: [Agreement]
  /// The whole report of each prediction; empty without gold.
  package var reports: [EvaluationReport]
}
