// SPDX-License-Identifier: Apache-2.0

/// One way in which an extractor broke what is demanded of it.
public struct Violation: Sendable, Equatable, CustomStringConvertible {
  /// The demand, in a few words: `same output twice`.
  public var demand: String
  /// Name of the input on which it showed, e.g. `only diacritics`; empty when no input plays a part.
  public var input: String
  /// What happened, with the span and both results where two are compared.
  public var detail: String

  /// Makes a violation.
  public init(_ demand: String, on input: String = "", _ detail: String) {
    self.demand = demand
    self.input = input
    self.detail = detail
  }

  /// `demand, on "input": detail`.
  public var description: String {
    input.isEmpty ? "\(demand): \(detail)" : "\(demand), on \"\(input)\": \(detail)"
  }
}
