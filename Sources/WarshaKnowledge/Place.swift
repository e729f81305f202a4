// SPDX-License-Identifier: Apache-2.0

/// What a place is, as the column `kind` of a gazetteer says.
public enum PlaceKind: String, CaseIterable, Sendable {
  case country, continent
  /// Governorate or province, district, subdistrict.
  case admin1, admin2, admin3
  case capital, city, town, village, quarter, camp
  /// A region without borders of its own.
  case region
  case ocean, sea, gulf, strait, river, lake, canal, valley, mountain, range, plain, desert
  case island, islands
  case airport, base, port, crossing, road, bridge, dam, square
  /// A facility of another kind.
  case facility
}

/// One row of a gazetteer. Its strings are read when they are asked for.
public struct Place: Sendable {
  /// What it is.
  public let kind: PlaceKind
  /// Two letters of ISO 3166 as a number, first letter in the high byte; 0 where none is given.
  public let country: UInt16
  /// Size from 1 to 5; 0 where none is given.
  public let rank: UInt8
  /// Whether the name alone is no proof of the place: it is a common word or a person's name as well.
  public let needsContext: Bool
  /// The same for places of one governorate or province, and for that itself; 0 where unknown.
  public let region: UInt64
  /// Degrees north and east; nil where unknown.
  public let coordinates: (latitude: Double, longitude: Double)?
  let table: Int
  let row: Int
}
