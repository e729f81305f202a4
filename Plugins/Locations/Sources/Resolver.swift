// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Chooses the row that a mention means when several bear its name.
///
/// Rank speaks for a place, and so do other places of its country and its governorate in the
/// document (Leidner, Toponym Resolution in Text, 2007: one sense per discourse, minimal region).
struct Resolver {
  /// What a mention means.
  struct Sense {
    /// Index of the place, or nil of an unknown name.
    var place: Int?
    var type: PlaceType
    /// Other places that score nearly as high.
    var rivals: [Int] = []
  }

  let gazetteer: Gazetteer
  private var countries: [UInt16: Int] = [:]
  private var regions: [UInt64: Int] = [:]

  init(_ gazetteer: Gazetteer, _ reading: Reading) {
    self.gazetteer = gazetteer
    // Places whose name is theirs alone vote for their country and their governorate.
    for mention in reading.mentions where mention.entry >= 0 {
      let rows = gazetteer.lexicon.payloads(of: mention.entry).map {
        gazetteer.places[gazetteer.names[Int($0)].place]
      }
      if let country = rows.first?.country, country != 0,
        rows.allSatisfy({ $0.country == country })
      {
        countries[country, default: 0] += 1
      }
      if let region = rows.first?.region, region != 0, rows.allSatisfy({ $0.region == region }) {
        regions[region, default: 0] += 1
      }
    }
  }

  /// The sense of a mention.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - wanted: The type that grammar and context ask for, or nil.
  ///   - noun: The class noun before it, or nil.
  /// - Returns: The row that scores highest, and its rivals.
  func sense(of mention: Mention, wanted: PlaceType?, noun: Noun?) -> Sense {
    guard mention.entry >= 0 else { return Sense(type: mention.type ?? .place) }
    var scored: [(place: Int, score: Int, type: PlaceType)] = []
    for payload in gazetteer.lexicon.payloads(of: mention.entry) {
      let name = gazetteer.names[Int(payload)]
      if scored.contains(where: { $0.place == name.place }) { continue }
      let place = gazetteer.places[name.place]
      let type = PlaceType(place.kind)
      var score = Int(place.rank) * 2
      score += countries[place.country] != nil ? 4 : 0
      score += place.region != 0 && regions[place.region] != nil ? 3 : 0
      score += wanted == type ? 20 : 0
      if let noun, type == .admin, wanted == .admin,
        !gazetteer.name(of: name.place).hasPrefix(noun.singular + " ")
      {
        score -= 10  // ناحية الرياض is not منطقة الرياض
      }
      score -= name.form != .listed && wanted != .admin ? 15 : 0
      score -= place.needsContext ? 1 : 0
      if type == .country && wanted == nil && !place.needsContext { score += 6 }
      if place.kind == .quarter || place.kind == .admin2 { score -= 1 }
      scored.append((name.place, score, type))
    }
    guard let best = scored.max(by: { ($0.score, $1.place) < ($1.score, $0.place) }) else {
      return Sense(type: mention.type ?? .place)
    }
    return Sense(
      place: best.place, type: best.type,
      rivals: scored.filter { $0.place != best.place && $0.score >= best.score - 3 }.map(\.place))
  }
}
