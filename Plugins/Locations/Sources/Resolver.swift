// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Chooses the row that a mention means when several bear its name.
///
/// Rank speaks for a place, and so do other places of its country and its governorate in the
/// document (Leidner, Toponym Resolution in Text, 2007: one sense per discourse, minimal region).
/// What that leaves open, `Surroundings` decides: the unit named with it, places nearby, distances.
struct Resolver {
  /// A row that a mention may mean.
  struct Row {
    var candidate: Candidate
    var score: Score
    var place: Int { Int(candidate.place) }
  }

  /// What a mention means.
  struct Sense {
    /// Index of the noun that says what it is, or -1.
    var noun = -1
    /// Index of the place, or nil of an unknown name.
    var place: Int?
    var type: PlaceType
    /// The rows that were weighed, the best first; empty where there is only one.
    var rows: [Row] = []
    /// Whether another place may well be meant.
    var isOpen: Bool { rows.count > 1 && rows[1].score.total >= rows[0].score.total - 3 }
  }

  let reading: Reading
  private let places: PlaceTable
  private let strings: PlaceStrings
  /// How many names vote for a country, and whether one does for a region.
  private let countries: UnsafeMutableBufferPointer<Int32>
  private let regions: UnsafeMutableBufferPointer<Bool>
  /// The country most names vote for.
  private var home = 0

  /// The score by which a row must lead for its surroundings not to be asked.
  static let safeLead: Int16 = 14

  init(_ reading: Reading, _ memory: Reading.Memory) {
    self.reading = reading
    places = reading.places
    strings = memory.strings
    countries = memory.votes.filled(with: 0, count: places.countryCount)
    regions = memory.regions.filled(with: false, count: places.regionCount)
    // Places whose name is theirs alone vote for their country and their governorate.
    for mention in reading.mentions where mention.entry >= 0 {
      let rows = places.candidates(of: mention.entry)
      guard let first = rows.first else { continue }
      if first.country != 0, rows.allSatisfy({ $0.country == first.country }) {
        countries[Int(first.country)] += 1
        if countries[Int(first.country)] > countries[home] { home = Int(first.country) }
      }
      if first.region != 0, rows.allSatisfy({ $0.region == first.region }) {
        regions[Int(first.region)] = true
      }
    }
  }

  /// The senses of all mentions.
  func senses(_ stated: StatedDistances) -> [Sense] {
    var open: [Int] = []
    var senses = reading.mentions.indices.map { index in
      let sense = sense(of: index)
      if isOpen(sense) { open.append(index) }
      return sense
    }
    if !open.isEmpty {
      let surroundings = Surroundings(reading, senses, open: open, stated)
      surroundings.decide(&senses)
      for index in open { choose(&senses[index]) }
    }
    return senses
  }

  /// What a mention means as far as its own name and the document tell.
  private func sense(of index: Int) -> Sense {
    let mention = reading.mentions[index]
    let wanted = reading.wantedType(of: index)
    var sense = Sense(noun: mention.noun, type: mention.type ?? .place)
    if sense.noun < 0, wanted == .admin, let province = reading.provinceNouns[mention.entry] {
      sense.noun = province
    }
    guard mention.entry >= 0 else { return sense }
    let rows = places.candidates(of: mention.entry)
    let noun = sense.noun >= 0 ? reading.vocabulary.nouns[sense.noun] : nil
    if rows.count == 1, !isForeign(rows[0], noun) {
      (sense.place, sense.type) = (Int(rows[0].place), rows[0].type)
      return sense
    }
    sense.rows.reserveCapacity(rows.count)
    for row in rows where !isForeign(row, noun) {
      if sense.rows.contains(where: { $0.candidate.place == row.place }) { continue }
      var score = score(row, wanted, noun)
      if !row.isListed, wanted != .admin,
        rows.contains(where: { $0.isListed && $0.country == row.country })
      {
        score.name -= 15  // a bare درعا is the town
      }
      sense.rows.append(Row(candidate: row, score: score))
    }
    choose(&sense)
    return sense
  }

  private func score(_ row: Candidate, _ wanted: PlaceType?, _ noun: Noun?) -> Score {
    var score = Score()
    score.size = Int16(row.rank) * 2
    if row.type == .country && wanted == nil && !row.needsContext { score.size += 6 }
    if row.kind == .quarter || row.kind == .admin2 { score.size -= 1 }
    score.country = countries[Int(row.country)] > 0 ? 4 : 0
    if score.country > 0, Int(row.country) == home { score.country += 1 }
    score.region = regions[Int(row.region)] ? 3 : 0
    score.type = wanted == row.type ? 20 : 0
    // منطقة درعا is the governorate, though the table has a district of that name as well.
    let isRegion = noun?.unknown == .zone && noun?.type == .place && row.kind == .admin1
    if let noun, row.type == .admin, wanted == .admin, !isRegion,
      !strings.name(of: Int(row.place)).hasPrefix(noun.singular + " ")
    {
      score.type -= 10  // ناحية الرياض is not منطقة الرياض
    }
    if let noun, noun.kinds.contains(row.kind) { score.type += 5 }
    if row.needsContext { score.name -= 1 }
    return score
  }

  /// Puts the best row first and takes it.
  private func choose(_ sense: inout Sense) {
    guard !sense.rows.isEmpty else { return }
    if sense.rows.count > 1 {
      sense.rows.sort {
        ($0.score.total, $1.candidate.place) > ($1.score.total, $0.candidate.place)
      }
    }
    sense.place = sense.rows[0].place
    sense.type = sense.rows[0].candidate.type
  }

  /// Whether places in different spots bear the name and none of them leads by far.
  private func isOpen(_ sense: Sense) -> Bool {
    guard sense.rows.count > 1 else { return false }
    let best = sense.rows[0]
    return sense.rows.dropFirst().contains {
      $0.score.total > best.score.total - Self.safeLead && !$0.candidate.isTwin(of: best.candidate)
    }
  }

  /// Whether a division of a country that the text does not tell of has another class noun than the
  /// text gives: ناحية الرياض in Iraq is not منطقة الرياض.
  private func isForeign(_ place: Candidate, _ noun: Noun?) -> Bool {
    guard let noun, place.type == .admin, countries[Int(place.country)] == 0 else { return false }
    return !strings.name(of: Int(place.place)).hasPrefix(noun.singular + " ")
  }
}

extension Candidate {
  /// Whether one is the town and the other the unit around it.
  func isTwin(of other: Candidate) -> Bool {
    region != 0 && region == other.region && type != other.type
  }
}
