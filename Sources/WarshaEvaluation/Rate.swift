// SPDX-License-Identifier: Apache-2.0

/// How often something is right about matched pairs; `right` may hold shares of a pair.
package struct Rate: Sendable, Equatable, Codable {
  /// Sum of what is right, 0 to 1 a pair.
  package var right: Double
  /// Pairs asked.
  package var total: Int

  /// Makes a rate.
  package init(right: Double = 0, total: Int = 0) {
    self.right = right
    self.total = total
  }

  /// Share that is right; nil when no pair was asked.
  package var accuracy: Double? { total > 0 ? right / Double(total) : nil }

  static func += (left: inout Rate, right: Rate) {
    left.right += right.right
    left.total += right.total
  }

  private enum CodingKeys: String, CodingKey {
    case right, total = "of", accuracy = "acc"
  }

  /// Writes the sums and, for readers that do not calculate, the share.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(right, forKey: .right)
    try box.encode(total, forKey: .total)
    try box.encode(accuracy, forKey: .accuracy)
  }

  /// Reads the sums; the share follows from them.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    right = try box.decode(Double.self, forKey: .right)
    total = try box.decode(Int.self, forKey: .total)
  }
}
