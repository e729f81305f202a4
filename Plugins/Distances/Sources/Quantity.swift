// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge

/// A number of units as found in the text, before it becomes an annotation.
struct Quantity {
  /// First token, and the proclitic view units of it that are outside.
  var first: Int
  var front: Int
  /// Last token.
  var last: Int
  /// The number; of a range its lower end.
  var low: Double
  /// The upper end of a range.
  var high: Double?
  /// The unit.
  var unit: LengthUnits.Form
  /// What form the number has; nil where there is none.
  var form: NumberPhrase.Form?
  /// First token of the unit.
  var unitToken = 0
  /// The smallest number of a vague count: عشرات الأميال.
  var isVague = false
  /// Which rule found it.
  var rule: String
}
