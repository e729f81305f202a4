// SPDX-License-Identifier: Apache-2.0

/// An expression of time as found in the text, before it becomes an annotation.
struct TimeExpression {
  /// TIMEX3 type.
  enum Kind: String { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

  /// First token, and the proclitic view units of it that are outside.
  var first: Int
  var front: Int
  /// Last token.
  var last: Int
  var kind: Kind
  /// TIMEX3 value.
  var value: String
  /// TIMEX3 mod, e.g. `END`, `APPROX`.
  var mod: String?
  /// `hijri` when the text counts so.
  var calendar: String?
  /// `2X` of مرتين أسبوعيا.
  var frequency: String?
  /// Rule id.
  var rule: String
  /// The day, when the value is one.
  var day: CivilDay?
  /// Month and day where they are written, to try other years.
  var monthDay: (month: Int, day: Int)?
  /// Whether a clock time says of which day it is.
  var hasDay = false
  /// Whether it does so by a weekday or a date, not by غدا and its like.
  var namesDay = false
  /// Whether a clock time says of which half of the day it is.
  var isHalved = false
  /// Whether the text says which year is meant.
  var hasYear = false
  /// Whether it has the form of a date that no calendar knows (99/99/9999): told, not annotated.
  var isImpossible = false
  /// Whether a weekday and a date in it contradict each other.
  var isContradictory = false
  /// Steps of the derivation, for `why`.
  var steps: [String] = []

  init(
    _ kind: Kind, first: Int, front: Int, last: Int, value: String, rule: String,
    day: CivilDay? = nil
  ) {
    self.kind = kind
    self.first = first
    self.front = front
    self.last = last
    self.value = value
    self.rule = rule
    self.day = day
  }

  /// What stands before a time of day: the value where it is a day, else an open one.
  var dayPrefix: String { value.hasSuffix("REF") ? "XXXX-XX-XX" : value }

  /// Adds a step of the derivation, when somebody asks for it.
  mutating func note(_ scope: Scope, _ step: @autoclosure () -> String) {
    if scope.explains { steps.append(step()) }
  }

  /// The same, beginning earlier.
  func starting(at first: Int, front: Int) -> TimeExpression {
    var wider = self
    wider.first = first
    wider.front = front
    return wider
  }
}
