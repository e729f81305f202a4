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

  init(
    name index: Int, of gazetteer: Gazetteer, country: Int16, region: Int32,
    needsContext: Bool? = nil
  ) {
    let name = gazetteer.names[index]
    let row = gazetteer.places[name.place]
    let needsContext = needsContext ?? row.needsContext
    spelling = gazetteer.spelling(of: index)
    place = Int32(truncatingIfNeeded: name.place)
    (self.country, self.region, rank) = (country, region, row.rank)
    flags =
      (needsContext ? 1 : 0) | (name.form == .derived ? 2 : 0) | (name.form == .listed ? 4 : 0)
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
final class PlaceTable: @unchecked Sendable {  // each extractor has its own, used by one thread
  let gazetteer: Gazetteer
  /// Finds names; entries are those of `candidates(of:)`.
  let lexicon: Lexicon
  /// Number of different countries and regions that candidates had so far, with the unknown one.
  var countryCount: Int { countries.count }
  var regionCount: Int { regions.count }
  private var countries: [UInt16: Int16] = [0: 0]
  private var regions: [UInt64: Int32] = [0: 0]
  /// The name of each country, by its code.
  let countryNames: [String: String]
  private let candidates: UnsafeMutableBufferPointer<Candidate>
  /// First candidate of each entry; one more at the end.
  private let starts: UnsafeMutableBufferPointer<Int32>

  /// Candidates of entries of imported gazetteers, made when a text has the name: such a gazetteer
  /// may have a million names, and a text has a few.
  private var imported: [Int: UnsafeMutableBufferPointer<Candidate>] = [:]

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lexicon = gazetteer.lexicon
    let states = (0..<gazetteer.tablePlaceCount).filter { gazetteer.places[$0].kind == .country }
    countryNames = Dictionary(
      states.map { (gazetteer.country(of: $0), gazetteer.name(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    candidates = .allocate(capacity: gazetteer.tableNameCount)
    starts = .allocate(capacity: lexicon.addedCount + 1)
    starts.initialize(repeating: 0)
    var count = 0
    for entry in 0..<lexicon.addedCount {
      for payload in lexicon.payloads(of: entry) {
        candidates.initializeElement(at: count, to: candidate(Int(payload)))
        count += 1
      }
      starts[entry + 1] = Int32(truncatingIfNeeded: count)
    }
  }

  private func candidate(_ name: Int, needsContext: Bool? = nil) -> Candidate {
    let place = gazetteer.places[gazetteer.names[name].place]
    let country = countries[place.country] ?? Int16(truncatingIfNeeded: countries.count)
    let region = regions[place.region] ?? Int32(truncatingIfNeeded: regions.count)
    countries[place.country] = country
    regions[place.region] = region
    return Candidate(
      name: name, of: gazetteer, country: country, region: region, needsContext: needsContext)
  }

  private func importedCandidates(of entry: Int) -> UnsafeBufferPointer<Candidate> {
    if let known = imported[entry] { return UnsafeBufferPointer(known) }
    let meanings = gazetteer.meanings(of: entry)
    let made = UnsafeMutableBufferPointer<Candidate>.allocate(capacity: meanings.count)
    for (index, meaning) in meanings.enumerated() {
      made.initializeElement(
        at: index, to: candidate(meaning.name, needsContext: meaning.needsContext))
    }
    imported[entry] = made
    return UnsafeBufferPointer(made)
  }

  deinit {
    candidates.deallocate()
    starts.deallocate()
    for made in imported.values { made.deallocate() }
  }

  /// The rows that an entry of the lexicon may mean, in the order of the tables; none of -1.
  @inline(__always)
  func candidates(of entry: Int) -> UnsafeBufferPointer<Candidate> {
    guard entry >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    if entry >= lexicon.addedCount { return importedCandidates(of: entry) }
    let first = Int(starts[entry])
    return UnsafeBufferPointer(
      start: candidates.baseAddress.map { $0 + first }, count: Int(starts[entry + 1]) - first)
  }

  /// Whether a place is of an imported gazetteer.
  func isImported(_ candidate: Candidate) -> Bool {
    Int(candidate.place) >= gazetteer.tablePlaceCount
  }
  /// Whether only imported gazetteers have places of an entry.
  func isImported(_ entry: Int) -> Bool {
    entry >= lexicon.addedCount && candidates(of: entry).allSatisfy { isImported($0) }
  }
  /// Whether only imported gazetteers have places of an entry, and all are administrative units.
  func isImportedUnit(_ entry: Int) -> Bool {
    isImported(entry) && candidates(of: entry).allSatisfy { $0.type == .admin }
  }

  /// Whether an entry may mean a country.
  func mayBeCountry(_ entry: Int) -> Bool { candidates(of: entry).contains { $0.type == .country } }
}
