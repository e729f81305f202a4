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

  private let places: PlaceTable
  private let strings: PlaceStrings
  /// Whether a country or a region has the vote of a name.
  private let countries: UnsafeMutableBufferPointer<Bool>
  private let regions: UnsafeMutableBufferPointer<Bool>

  init(_ reading: Reading, _ memory: Reading.Memory) {
    places = reading.places
    strings = memory.strings
    countries = memory.countries.filled(with: false, count: places.countryCount)
    regions = memory.regions.filled(with: false, count: places.regionCount)
    // Places whose name is theirs alone vote for their country and their governorate.
    for mention in reading.mentions where mention.entry >= 0 {
      let rows = places.candidates(of: mention.entry)
      guard let first = rows.first else { continue }
      if first.country != 0, rows.allSatisfy({ $0.country == first.country }) {
        countries[Int(first.country)] = true
      }
      if first.region != 0, rows.allSatisfy({ $0.region == first.region }) {
        regions[Int(first.region)] = true
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
    let rows = places.candidates(of: mention.entry)
    if rows.count == 1, !isForeign(rows[0], noun) {
      return Sense(place: Int(rows[0].place), type: rows[0].type)
    }
    var scored: [(place: Int, score: Int, type: PlaceType)] = []
    scored.reserveCapacity(rows.count)
    for place in rows {
      let index = Int(place.place)
      if scored.contains(where: { $0.place == index }) || isForeign(place, noun) { continue }
      let type = place.type
      var score = Int(place.rank) * 2
      score += countries[Int(place.country)] ? 4 : 0
      score += regions[Int(place.region)] ? 3 : 0
      score += wanted == type ? 20 : 0
      if let noun, type == .admin, wanted == .admin,
        !strings.name(of: index).hasPrefix(noun.singular + " ")
      {
        score -= 10  // ناحية الرياض is not منطقة الرياض
      }
      score -= !place.isListed && wanted != .admin ? 15 : 0
      score -= place.needsContext ? 1 : 0
      if type == .country && wanted == nil && !place.needsContext { score += 6 }
      if place.kind == .quarter || place.kind == .admin2 { score -= 1 }
      scored.append((index, score, type))
    }
    guard let best = scored.max(by: { ($0.score, $1.place) < ($1.score, $0.place) }) else {
      return Sense(type: mention.type ?? .place)
    }
    return Sense(
      place: best.place, type: best.type,
      rivals: scored.filter { $0.place != best.place && $0.score >= best.score - 3 }.map(\.place))
  }

  /// Whether a division of a country that the text does not tell of has another class noun than the
  /// text gives: ناحية الرياض in Iraq is not منطقة الرياض.
  private func isForeign(_ place: Candidate, _ noun: Noun?) -> Bool {
    guard let noun, place.type == .admin, !countries[Int(place.country)] else { return false }
    return !strings.name(of: Int(place.place)).hasPrefix(noun.singular + " ")
  }
}
