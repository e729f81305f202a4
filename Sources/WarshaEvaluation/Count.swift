// SPDX-License-Identifier: Apache-2.0

/// How many items there are in gold and prediction, and how many of them match.
package struct Count: Sendable, Equatable, Codable {
  /// Items in gold.
  package var gold: Int
  /// Items predicted.
  package var predicted: Int
  /// Pairs.
  package var matched: Int

  /// Makes a count.
  package init(gold: Int = 0, predicted: Int = 0, matched: Int = 0) {
    self.gold = gold
    self.predicted = predicted
    self.matched = matched
  }

  /// Share of the predicted that match; nil when nothing is predicted.
  package var precision: Double? { ratio(matched, predicted) }
  /// Share of gold that is matched; nil when there is no gold.
  package var recall: Double? { ratio(matched, gold) }
  /// Harmonic mean of both; nil when there is neither gold nor prediction.
  package var f1: Double? { ratio(2 * matched, gold + predicted) }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  static func += (left: inout Count, right: Count) {
    left.gold += right.gold
    left.predicted += right.predicted
    left.matched += right.matched
  }

  private enum CodingKeys: String, CodingKey {
    case gold, predicted = "pred", matched, precision = "p", recall = "r", f1
  }

  /// Writes the counts and, for readers that do not calculate, the ratios.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(gold, forKey: .gold)
    try box.encode(predicted, forKey: .predicted)
    try box.encode(matched, forKey: .matched)
    try box.encode(precision, forKey: .precision)
    try box.encode(recall, forKey: .recall)
    try box.encode(f1, forKey: .f1)
  }

  /// Reads the counts; the ratios follow from them.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    gold = try box.decode(Int.self, forKey: .gold)
    predicted = try box.decode(Int.self, forKey: .predicted)
    matched = try box.decode(Int.self, forKey: .matched)
  }
}
