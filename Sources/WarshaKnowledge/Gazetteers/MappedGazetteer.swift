// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// An imported gazetteer, read where it lies in memory.
///
/// Opening costs a look at the header, whatever the size. Nothing in the file is believed: an index
/// or a length that leads out of it reads as nothing.
public struct MappedGazetteer: @unchecked Sendable {  // read only
  /// Path or name for messages.
  public let path: String
  /// The name it was imported under.
  public let title: String
  let layout: GazetteerLayout
  private let bytes: UnsafeRawBufferPointer
  private let base: UnsafeRawPointer

  /// Checks a header.
  ///
  /// - Parameters:
  ///   - path: Path or name for messages.
  ///   - bytes: What the file holds; outlives the gazetteer.
  ///   - folding: Folds names as the view of a text is folded.
  /// - Throws: A fault that says why the file cannot be used and what to do.
  public init(
    path: String, bytes: UnsafeRawBufferPointer, folding: Folding
  ) throws(Table.Fault) {
    layout = try GazetteerLayout(
      bytes, name: path, fingerprint: GazetteerLayout.fingerprint(folding))
    guard let base = bytes.baseAddress, UInt(bitPattern: base) % 8 == 0 else {
      throw Table.Fault("\(path): lies at an odd place in memory")
    }
    (self.path, self.bytes, self.base) = (path, bytes, base)
    title = String(
      decoding: UnsafeRawBufferPointer(start: base + layout.stringBytes, count: layout.title),
      as: UTF8.self)
  }

  /// Number of places.
  public var placeCount: Int { layout.places }
  /// Number of names, variants included.
  public var nameCount: Int { layout.names }
  /// Bytes of the file.
  public var size: Int { layout.size }

  /// Names of the files it was imported from.
  public var sources: [String] {
    (0..<layout.sources).map { index in
      let offset = layout.sourceNames + index * 8
      return string(start: offset, count: Int(load(offset + 4, UInt32.self)))
    }
  }

  /// The hash table for `Lexicon`, its entries and names numbered from the given ones.
  func phrases(firstEntry: Int, firstName: Int) -> MappedPhrases {
    MappedPhrases(
      keys: (base + layout.keys).assumingMemoryBound(to: UInt64.self),
      values: (base + layout.values).assumingMemoryBound(to: UInt32.self),
      filter: (base + layout.filter).assumingMemoryBound(to: UInt64.self),
      starts: (base + layout.starts).assumingMemoryBound(to: UInt32.self),
      hashes: (base + layout.hashes).assumingMemoryBound(to: UInt64.self),
      mask: layout.capacity - 1, filterMask: layout.filterWords * 64 - 1, probes: layout.probes,
      entryCount: layout.entries, nameCount: layout.names, firstEntry: firstEntry,
      firstName: firstName)
  }

  /// A name, its place numbered from `firstPlace`.
  func name(_ index: Int, firstPlace: Int) -> Gazetteer.Name {
    let offset = layout.nameRecords + index * GazetteerLayout.nameSize
    let place = Int(load(offset, UInt32.self))
    let flags = load(offset + 10, UInt16.self)
    return Gazetteer.Name(
      place: firstPlace + (place < layout.places ? place : 0),
      form: flags & NameFlags.derived != 0 ? .derived : .listed,
      start: Int(load(offset + 4, UInt32.self)), count: Int(load(offset + 8, UInt16.self)))
  }

  /// Whether a name alone is no proof of its place.
  func needsContext(name index: Int) -> Bool {
    let offset = layout.nameRecords + index * GazetteerLayout.nameSize
    let place = Int(load(offset, UInt32.self))
    let flags = load(offset + 10, UInt16.self)
    if flags & NameFlags.oneWord == 0 { return false }
    guard flags & (NameFlags.short | NameFlags.canonical) == NameFlags.canonical,
      place < layout.places
    else { return true }
    return load(placeOffset(place) + 22, UInt8.self) & 1 == 0
  }

  /// A place.
  func place(_ index: Int, table: Int) -> Place {
    let offset = placeOffset(index)
    let flags = load(offset + 22, UInt8.self)
    let kind = Int(load(offset + 20, UInt8.self))
    let code = load(offset + 18, UInt16.self)
    let isCountry = (0x41...0x5A).contains(code >> 8) && (0x41...0x5A).contains(code & 0xFF)
    let region = Int(load(offset + 32, UInt32.self))
    let latitude = Double(load(offset + 24, Int32.self)) / 1e7
    let longitude = Double(load(offset + 28, Int32.self)) / 1e7
    return Place(
      kind: Self.kinds.indices.contains(kind) ? Self.kinds[kind] : .facility,
      country: isCountry ? code : 0, rank: min(5, load(offset + 21, UInt8.self)),
      needsContext: flags & 1 == 0,
      region: (1...max(1, layout.regions)).contains(region) && layout.regions > 0
        ? load(layout.regionHashes + (region - 1) * 8, UInt64.self) : 0,
      coordinates: flags & 2 != 0 ? (latitude, longitude) : nil, table: table, row: index)
  }

  func id(of place: Int) -> String { string(of: place, start: 4, count: 14) }
  func name(of place: Int) -> String { string(of: place, start: 0, count: 12) }
  func admin(of place: Int) -> String { string(of: place, start: 8, count: 16) }
  /// File and line that a place was read from.
  func origin(of place: Int) -> (source: Int, line: Int) {
    let offset = placeOffset(place)
    return (Int(load(offset + 44, UInt32.self)), Int(load(offset + 40, UInt32.self)))
  }
  /// Inhabitants of a place; 0 where unknown.
  func population(of place: Int) -> Int { Int(load(placeOffset(place) + 36, UInt32.self)) }

  /// Bytes of the strings; none where they would not lie among them.
  func text(start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    guard start >= 0, count >= 0, start + count <= layout.strings else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: (base + layout.stringBytes + start).assumingMemoryBound(to: UInt8.self), count: count)
  }

  private static let kinds = PlaceKind.allCases

  private func placeOffset(_ index: Int) -> Int {
    layout.placeRecords + index * GazetteerLayout.placeSize
  }

  private func string(of place: Int, start: Int, count: Int) -> String {
    let offset = placeOffset(place)
    return string(start: offset + start, count: Int(load(offset + count, UInt16.self)))
  }

  /// The string whose offset stands at `start`.
  private func string(start: Int, count: Int) -> String {
    String(decoding: text(start: Int(load(start, UInt32.self)), count: count), as: UTF8.self)
  }

  private func load<Value: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, _: Value.Type
  ) -> Value {
    guard offset >= 0, offset + MemoryLayout<Value>.size <= bytes.count else { return 0 }
    return Value(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }
}
