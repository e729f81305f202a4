// SPDX-License-Identifier: Apache-2.0

/// A line of an imported file that was left out, or a part of it.
public struct ImportProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why, for counting.
  public enum Reason: String, Sendable, CaseIterable, Comparable {
    case columns = "wrong number of columns"
    case encoding = "not UTF-8"
    case quotes = "open quotation mark"
    case name = "no name"
    case letters = "name not in Arabic letters"
    case length = "name too long"
    case id = "no id"
    case duplicate = "id given before"
    case kind = "unknown kind"
    case country = "no country code"
    case coordinates = "coordinates that are no numbers"
    case range = "coordinates out of range"
    case swapped = "latitude and longitude swapped"
    case population = "population that is no number"

    /// Whether one stands before the other in a list.
    public static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
  }

  /// Name of the file.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Why.
  public var reason: Reason
  /// What stands there.
  public var detail: String

  /// `FILE:LINE: detail`.
  public var description: String { "\(file):\(line): \(detail)" }
}
