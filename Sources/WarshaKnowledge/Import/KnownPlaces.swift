// SPDX-License-Identifier: Apache-2.0

/// What our own gazetteer tells an import: where countries lie, what governorates are called.
public struct KnownPlaces: Sendable {
  /// Rough centres by country code.
  var centres: [String: PlaceRecord.Coordinates] = [:]
  /// Names of units by P-code.
  var units: [String: String] = [:]
  /// Our names by `geonames:` code.
  var names: [String: String] = [:]
  /// Where towns of a governorate lie, by country and name.
  private var towns: [String: [(point: PlaceRecord.Coordinates, governorate: String)]] = [:]

  /// Knows nothing.
  public init() {}

  /// Asks a gazetteer's own tables.
  public init(_ gazetteer: Gazetteer) {
    for index in 0..<gazetteer.tablePlaceCount {
      let place = gazetteer.places[index]
      if place.kind == .country, let centre = place.coordinates {
        centres[gazetteer.country(of: index)] = PlaceRecord.Coordinates(
          latitude: centre.latitude, longitude: centre.longitude)
      }
      let code = gazetteer.code(of: index)
      let name = gazetteer.name(of: index)
      if code.hasPrefix("geonames:") {
        names[code] = name
      } else if !code.isEmpty, place.kind == .admin1 || place.kind == .admin2 {
        units[code] = name
      }
      let governorate = gazetteer.admin(of: index).prefix { $0 != "/" }
      if let here = place.coordinates, !governorate.isEmpty {
        let point = PlaceRecord.Coordinates(latitude: here.latitude, longitude: here.longitude)
        towns[gazetteer.country(of: index) + name, default: []].append((point, String(governorate)))
      }
    }
  }

  /// The governorate of a place that we know under one of its names within some ten kilometres.
  func governorate(of record: PlaceRecord) -> String? {
    guard let here = record.coordinates else { return nil }
    for name in [record.name] + record.variants {
      for town in towns[record.country + name] ?? [] {
        if Self.kilometres(here.latitude, here.longitude, town.point) < 12 {
          return town.governorate
        }
      }
    }
    return nil
  }

  /// What is wrong with coordinates of a place in a country.
  func fault(
    _ latitude: Double, _ longitude: Double, in country: String
  ) -> ImportProblem.Reason? {
    if abs(latitude) > 90 || abs(longitude) > 180 {
      return abs(latitude) <= 180 && abs(longitude) <= 90 ? .swapped : .range
    }
    guard let centre = centres[country] else { return nil }
    let given = Self.kilometres(latitude, longitude, centre)
    if given < 3000 || abs(longitude) > 90 { return nil }
    return Self.kilometres(longitude, latitude, centre) < 1000 ? .swapped : nil
  }

  /// Whether a place would lie much nearer to the middle of its country the other way round; nil
  /// where that tells nothing.
  func looksSwapped(_ place: PlaceRecord) -> Bool? {
    guard let centre = centres[place.country], let here = place.coordinates,
      abs(here.longitude) <= 90
    else { return nil }
    let given = Self.kilometres(here.latitude, here.longitude, centre)
    let swapped = Self.kilometres(here.longitude, here.latitude, centre)
    return abs(given - swapped) < 50 ? nil : swapped < given
  }

  /// On a flat map, which is near enough for this.
  private static func kilometres(
    _ latitude: Double, _ longitude: Double, _ centre: PlaceRecord.Coordinates
  ) -> Double {
    let north = latitude - centre.latitude
    // A parallel at 35 degrees, where most of our places lie, has 0.82 of the equator's length.
    let east = (longitude - centre.longitude) * 0.82
    return (north * north + east * east).squareRoot() * 111.2
  }
}
