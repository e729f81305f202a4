// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge

/// Names and ids of places, made once for all documents: texts speak of the same places again.
final class PlaceStrings {
  private let gazetteer: Gazetteer
  private var names: [String?]
  private var ids: [String?]

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    names = Array(repeating: nil, count: gazetteer.tablePlaceCount)
    ids = names
  }

  /// The canonical name of a place.
  func name(of place: Int) -> String {
    guard place < names.count else { return gazetteer.name(of: place) }
    if let name = names[place] { return name }
    let name = gazetteer.name(of: place)
    names[place] = name
    return name
  }

  /// The id of a place.
  func id(of place: Int) -> String {
    guard place < ids.count else { return gazetteer.id(of: place) }
    if let id = ids[place] { return id }
    let id = gazetteer.id(of: place)
    ids[place] = id
    return id
  }
}
