// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Makes the file of an imported gazetteer. The same records give the same bytes.
public struct GazetteerWriter {
  private struct Name {
    var place: UInt32
    var start: UInt32
    var count: UInt16
    var flags: UInt16
    var entry: UInt32
  }

  private let folding: Folding
  private var strings: [UInt8] = []
  private var names: [Name] = []
  private var hashes: [UInt64] = []
  private var slots = Slots(capacity: 64)
  private var pending: [UInt16] = []
  private var folded = 0

  /// Makes a writer that folds names as the view of a text is folded.
  public init(folding: Folding) { self.folding = folding }

  /// Makes the bytes of a gazetteer.
  ///
  /// - Parameters:
  ///   - title: Its name.
  ///   - records: Its places; their ids differ.
  ///   - sources: Names of the files that the records come from.
  /// - Returns: What its file holds.
  /// - Throws: A fault when a name cannot be folded or the names are too many for the format.
  public func bytes(
    title: String, of records: [PlaceRecord], sources: [String]
  ) throws(Table.Fault) -> [UInt8] {
    var writer = self
    return try writer.make(title, records, sources)
  }

  private mutating func make(
    _ title: String, _ records: [PlaceRecord], _ sources: [String]
  ) throws(Table.Fault) -> [UInt8] {
    var layout = GazetteerLayout()
    layout.fingerprint = GazetteerLayout.fingerprint(folding)
    layout.title = Int(text(title).count)
    let sourceNames = sources.map { text($0) }
    var places: [UInt8] = []
    places.reserveCapacity(records.count * GazetteerLayout.placeSize)
    var admins: [String: (start: UInt32, count: UInt16)] = ["": (0, 0)]
    var regions: [UInt64: UInt32] = [:]
    var regionHashes: [UInt64] = []
    for (index, record) in records.enumerated() {
      let id = text(record.id)
      let admin = admins[record.admin] ?? text(record.admin)
      admins[record.admin] = admin
      var region: UInt32 = 0
      let unit =
        record.admin.isEmpty
        ? record.kind == .admin1 ? record.name[...] : "" : record.admin.prefix { $0 != "/" }
      if !unit.isEmpty {
        let hash = GazetteerBuilder.hash(unit.utf8)
        region = regions[hash] ?? UInt32(regionHashes.count + 1)
        if regions.updateValue(region, forKey: hash) == nil { regionHashes.append(hash) }
      }
      let name = try addNames(of: record, place: index)
      Self.append(record, to: &places, name: name, id: id, admin: admin, region: region)
    }
    try fold()
    guard strings.count < 1 << 32, names.count < 1 << 31, names.allSatisfy({ $0.entry > 0 }) else {
      throw Table.Fault("\(title): there are more names than a gazetteer can hold")
    }
    var capacity = 64
    while capacity * 2 < slots.used * 3 { capacity *= 2 }
    let table = Slots(copying: slots, capacity: capacity)
    layout.capacity = capacity
    layout.probes = table.longestProbe
    layout.entries = hashes.count
    layout.names = names.count
    layout.places = records.count
    layout.regions = regionHashes.count
    layout.sources = sources.count
    layout.strings = strings.count

    var bytes: [UInt8] = []
    bytes.reserveCapacity(layout.size)
    for word in layout.words { Self.append(word, to: &bytes) }
    for slot in 0..<capacity { Self.append(table.keys[slot], to: &bytes) }
    for slot in 0..<capacity { Self.append(table.values[slot], to: &bytes) }
    Self.pad(&bytes, to: layout.filter)
    for word in 0..<layout.filterWords { Self.append(table.filter[word], to: &bytes) }
    for hash in hashes { Self.append(hash, to: &bytes) }
    appendNames(to: &bytes, layout)
    Self.pad(&bytes, to: layout.placeRecords)
    bytes += places
    for hash in regionHashes { Self.append(hash, to: &bytes) }
    for (start, count) in sourceNames {
      Self.append(start, to: &bytes)
      Self.append(UInt32(count), to: &bytes)
    }
    return bytes + strings
  }

  // MARK: Names

  private mutating func addNames(
    of record: PlaceRecord, place: Int
  ) throws(Table.Fault) -> (start: UInt32, count: UInt16) {
    var seen: [String] = []
    var first: (start: UInt32, count: UInt16)?
    let isUnit = [.admin1, .admin2, .admin3].contains(record.kind)
    // The name without its noun is the unit's only where the noun is thought of.
    let bare = record.name.split(separator: " ").dropFirst().joined(separator: " ")
    for name in [record.name] + record.variants where !name.isEmpty && !seen.contains(name) {
      seen.append(name)
      let place = UInt32(truncatingIfNeeded: place)
      let (start, count) = text(name)
      var flags = first == nil ? NameFlags.canonical : 0
      if first == nil { first = (start, count) }
      if record.isBare || isUnit && (bare.isEmpty || name == bare) { flags |= NameFlags.derived }
      names.append(Name(place: place, start: start, count: count, flags: flags, entry: 0))
      pending.append(contentsOf: name.utf16)
      pending.append(0x7C)
      if pending.count > 1 << 20 { try fold() }
    }
    return first ?? (0, 0)
  }

  /// Folds the names that wait and enters them.
  private mutating func fold() throws(Table.Fault) {
    let units = pending
    pending.removeAll(keepingCapacity: true)
    var next = folded
    let folding = folding
    folding.eachPhrase(of: units) { words in
      if next < names.count { enter(words, next) }
      next += 1
    }
    guard next == names.count else {
      throw Table.Fault("a name holds a character that folds to a bar")
    }
    folded = next
  }

  private mutating func enter(_ words: [UInt64], _ index: Int) {
    var hash: UInt64 = 0
    if words.count == 1 { names[index].flags |= NameFlags.oneWord }
    for (position, next) in words.enumerated() {
      hash = position == 0 ? next : TextHash.phrase(hash, then: next)
      if (slots.used + 1) * 2 > slots.capacity {
        slots = Slots(copying: slots, capacity: slots.capacity * 4)
      }
      let slot = slots.claim(hash)
      if position < words.count - 1 {
        slots.values[slot] |= Slots.prefix
        continue
      }
      if Slots.entry(slots.values[slot]) == nil {
        hashes.append(hash)
        slots.values[slot] |= UInt32(hashes.count)
      }
      names[index].entry = slots.values[slot] & ~Slots.prefix
    }
  }

  /// Names by entry, those of one entry in the order of the records.
  private func appendNames(to bytes: inout [UInt8], _ layout: GazetteerLayout) {
    var starts = [UInt32](repeating: 0, count: hashes.count + 2)
    for name in names { starts[Int(name.entry) + 1] += 1 }
    for entry in 1..<starts.count { starts[entry] += starts[entry - 1] }
    for start in starts.dropFirst() { Self.append(start, to: &bytes) }
    var order = [UInt32](repeating: 0, count: names.count)
    for (index, name) in names.enumerated() {
      order[Int(starts[Int(name.entry)])] = UInt32(index)
      starts[Int(name.entry)] += 1
    }
    Self.pad(&bytes, to: layout.nameRecords)
    for index in order {
      let name = names[Int(index)]
      Self.append(name.place, to: &bytes)
      Self.append(name.start, to: &bytes)
      Self.append(name.count, to: &bytes)
      let isShort = name.count <= NameFlags.shortBytes
      Self.append(name.flags | (isShort ? NameFlags.short : 0), to: &bytes)
    }
  }

  // MARK: Bytes

  private mutating func text(_ string: String) -> (start: UInt32, count: UInt16) {
    let start = UInt32(truncatingIfNeeded: strings.count)
    strings.append(contentsOf: string.utf8.prefix(Int(UInt16.max)))
    return (start, UInt16(strings.count - Int(start)))
  }

  private static func append(
    _ record: PlaceRecord, to bytes: inout [UInt8], name: (start: UInt32, count: UInt16),
    id: (start: UInt32, count: UInt16), admin: (start: UInt32, count: UInt16), region: UInt32
  ) {
    for start in [name.start, id.start, admin.start] { append(start, to: &bytes) }
    for count in [name.count, id.count, admin.count] { append(count, to: &bytes) }
    let letters = Array(record.country.utf8)
    append(
      letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0, to: &bytes)
    let kind = PlaceKind.allCases.firstIndex(of: record.kind) ?? 0
    let flags: UInt8 = (record.isProminent ? 1 : 0) | (record.coordinates == nil ? 0 : 2)
    bytes += [UInt8(kind), record.rank, flags, 0]
    append(degrees(record.coordinates?.latitude), to: &bytes)
    append(degrees(record.coordinates?.longitude), to: &bytes)
    append(region, to: &bytes)
    append(UInt32(clamping: record.population ?? 0), to: &bytes)
    append(UInt32(clamping: record.line), to: &bytes)
    append(UInt32(clamping: record.source), to: &bytes)
  }

  /// Degrees in units of 1e-7, about a centimetre.
  private static func degrees(_ value: Double?) -> UInt32 {
    UInt32(bitPattern: Int32(((value ?? 0) * 1e7).rounded()))
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func pad(_ bytes: inout [UInt8], to offset: Int) {
    while bytes.count < offset { bytes.append(0) }
  }
}

/// Bits of the flags of a name in a file.
enum NameFlags {
  /// One word, which may be another word as well.
  static let oneWord: UInt16 = 1
  /// So short that it is another word in nearly every case.
  static let short: UInt16 = 2
  /// Lacks the class noun of its unit.
  static let derived: UInt16 = 4
  /// The name its place is known by; variants are often errors or other words.
  static let canonical: UInt16 = 8
  /// Three letters of Arabic in UTF-8.
  static let shortBytes: UInt16 = 6
}
