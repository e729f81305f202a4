// SPDX-License-Identifier: Apache-2.0

/// Ends of an interval that holds 95 % of resampled figures.
package struct ConfidenceInterval: Sendable, Equatable, Codable {
  package var low: Double
  package var high: Double
}
