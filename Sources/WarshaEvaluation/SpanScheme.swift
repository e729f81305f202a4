// SPDX-License-Identifier: Apache-2.0

/// The four ways in which SemEval-2013 task 9.1 looks at a pair of overlapping spans.
///
/// Source: Segura-Bedmar, Martínez and Herrero-Zazo 2013. What that task calls strict is `typed`
/// here: `strict` is the name of the count of equal spans, whatever their types.
package enum SpanScheme: String, Sendable, Codable, CaseIterable {
  /// Equal span and equal type.
  case typed
  /// Equal span.
  case exact
  /// Equal span; one that only overlaps counts one half.
  case partial
  /// Equal type, and spans that overlap.
  case type
}
