// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge

/// Names and titles of places, made once for all documents: texts speak of the same places again.
final class PlaceStrings {
  private let gazetteer: Gazetteer
  private var names: [String?]
  private var titles: [String?]

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    names = Array(repeating: nil, count: gazetteer.tablePlaceCount)
    titles = names
  }

  /// The canonical name of a place.
  func name(of place: Int) -> String {
    guard place < names.count else { return gazetteer.name(of: place) }
    if let name = names[place] { return name }
    let name = gazetteer.name(of: place)
    names[place] = name
    return name
  }

  /// The name of a place with the units it lies in, else its country's code in brackets.
  func title(of place: Int) -> String {
    if place < titles.count, let title = titles[place] { return title }
    var title = name(of: place)
    let admin = gazetteer.admin(of: place)
    let country = gazetteer.country(of: place)
    if !admin.isEmpty {
      title += " (\(admin))"
    } else if !country.isEmpty {
      title += " (\(country))"
    }
    if place < titles.count { titles[place] = title }
    return title
  }
}
