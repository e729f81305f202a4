// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge

/// A row of the gazetteer that a name may mean, with all that the grammar asks of it.
struct Candidate {
  /// The name as its table writes it, in UTF-8.
  let spelling: UnsafeBufferPointer<UInt8>
  /// Index of the place in the gazetteer.
  let place: Int32
  /// The same for places of one governorate or province; 0 where unknown.
  let region: Int32
  /// The same for places of one country; 0 where unknown.
  let country: Int16
  /// Size from 1 to 5; 0 where none is given.
  let rank: UInt8
  private let flags: UInt8
  /// What it is.
  let kind: PlaceKind
  /// Type of its Location.
  let type: PlaceType

  init(name index: Int, of gazetteer: Gazetteer, country: Int16, region: Int32) {
    let name = gazetteer.names[index]
    let row = gazetteer.places[name.place]
    spelling = gazetteer.spelling(of: index)
    place = Int32(truncatingIfNeeded: name.place)
    (self.country, self.region, rank) = (country, region, row.rank)
    flags =
      (row.needsContext ? 1 : 0) | (name.form == .derived ? 2 : 0) | (name.form == .listed ? 4 : 0)
    kind = row.kind
    type = PlaceType(row.kind)
  }

  /// Whether the name alone is no proof of the place.
  var needsContext: Bool { flags & 1 != 0 }
  /// Whether no table has the name: درعا of محافظة درعا.
  var isDerived: Bool { flags & 2 != 0 }
  /// Whether the name stands in the table as it is.
  var isListed: Bool { flags & 4 != 0 }
}

/// The gazetteer with the candidates of each name side by side.
final class PlaceTable: @unchecked Sendable {  // filled before it is shared
  let gazetteer: Gazetteer
  /// Finds names; entries are those of `candidates(of:)`.
  let lexicon: Lexicon
  /// Number of different countries and regions, with the unknown one.
  let countryCount: Int
  let regionCount: Int
  private let candidates: UnsafeMutableBufferPointer<Candidate>
  /// First candidate of each entry; one more at the end.
  private let starts: UnsafeMutableBufferPointer<Int32>

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lexicon = gazetteer.lexicon
    var countries: [UInt16: Int16] = [0: 0]
    var regions: [UInt64: Int32] = [0: 0]
    var all: [Candidate] = []
    all.reserveCapacity(gazetteer.names.count)
    starts = .allocate(capacity: lexicon.count + 1)
    starts.initialize(repeating: 0)
    for entry in 0..<lexicon.count {
      for payload in lexicon.payloads(of: entry) {
        let place = gazetteer.places[gazetteer.names[Int(payload)].place]
        let country = countries[place.country] ?? Int16(truncatingIfNeeded: countries.count)
        let region = regions[place.region] ?? Int32(truncatingIfNeeded: regions.count)
        countries[place.country] = country
        regions[place.region] = region
        all.append(
          Candidate(name: Int(payload), of: gazetteer, country: country, region: region))
      }
      starts[entry + 1] = Int32(truncatingIfNeeded: all.count)
    }
    candidates = .allocate(capacity: all.count)
    _ = candidates.initialize(from: all)
    (countryCount, regionCount) = (countries.count, regions.count)
  }

  deinit {
    candidates.deallocate()
    starts.deallocate()
  }

  /// The rows that an entry of the lexicon may mean, in the order of the tables; none of -1.
  @inline(__always)
  func candidates(of entry: Int) -> UnsafeBufferPointer<Candidate> {
    guard entry >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let first = Int(starts[entry])
    return UnsafeBufferPointer(
      start: candidates.baseAddress.map { $0 + first }, count: Int(starts[entry + 1]) - first)
  }

  /// Whether an entry may mean a country.
  func mayBeCountry(_ entry: Int) -> Bool { candidates(of: entry).contains { $0.type == .country } }
}
