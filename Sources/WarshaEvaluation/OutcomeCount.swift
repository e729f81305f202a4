// SPDX-License-Identifier: Apache-2.0

/// Outcomes of one scheme in the terms of MUC-5 (Chinchor and Sundheim 1993).
package struct OutcomeCount: Sendable, Equatable, Codable {
  /// COR: pairs that are right.
  package var correct = 0
  /// INC: pairs that are wrong.
  package var incorrect = 0
  /// PAR: pairs that are half right.
  package var partial = 0
  /// MIS: gold without partner.
  package var missed = 0
  /// SPU: predictions without partner.
  package var spurious = 0

  /// Makes a count.
  package init(
    correct: Int = 0, incorrect: Int = 0, partial: Int = 0, missed: Int = 0, spurious: Int = 0
  ) {
    self.correct = correct
    self.incorrect = incorrect
    self.partial = partial
    self.missed = missed
    self.spurious = spurious
  }

  /// POS: everything in gold.
  package var possible: Int { correct + incorrect + partial + missed }
  /// ACT: everything predicted.
  package var actual: Int { correct + incorrect + partial + spurious }
  /// Credit over the predicted; nil when nothing is predicted.
  package var precision: Double? { share(of: actual) }
  /// Credit over gold; nil when there is no gold.
  package var recall: Double? { share(of: possible) }
  /// Harmonic mean of both; nil when there is neither gold nor prediction.
  package var f1: Double? { share(of: possible + actual).map { 2 * $0 } }

  /// A partial pair earns one half.
  private func share(of whole: Int) -> Double? {
    whole > 0 ? (Double(correct) + 0.5 * Double(partial)) / Double(whole) : nil
  }

  static func += (left: inout OutcomeCount, right: OutcomeCount) {
    left.correct += right.correct
    left.incorrect += right.incorrect
    left.partial += right.partial
    left.missed += right.missed
    left.spurious += right.spurious
  }

  private enum CodingKeys: String, CodingKey {
    case correct = "cor"
    case incorrect = "inc"
    case partial = "par"
    case missed = "mis"
    case spurious = "spu"
    case precision = "p"
    case recall = "r"
    case f1
  }

  /// Writes the counts and, for readers that do not calculate, the ratios.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(correct, forKey: .correct)
    try box.encode(incorrect, forKey: .incorrect)
    try box.encode(partial, forKey: .partial)
    try box.encode(missed, forKey: .missed)
    try box.encode(spurious, forKey: .spurious)
    try box.encode(precision, forKey: .precision)
    try box.encode(recall, forKey: .recall)
    try box.encode(f1, forKey: .f1)
  }

  /// Reads the counts; the ratios follow from them.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    correct = try box.decode(Int.self, forKey: .correct)
    incorrect = try box.decode(Int.self, forKey: .incorrect)
    partial = try box.decode(Int.self, forKey: .partial)
    missed = try box.decode(Int.self, forKey: .missed)
    spurious = try box.decode(Int.self, forKey: .spurious)
  }
}
