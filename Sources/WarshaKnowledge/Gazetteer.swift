// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Places by name, read from tables with the columns of `Gazetteer.columns`.
///
/// Loading is one pass over the bytes: names are folded in bulk, and no string is made for a row
/// until somebody asks for it.
public struct Gazetteer: Sendable {
  /// How a name belongs to its place.
  public enum Form: Sendable {
    /// As the table has it.
    case listed
    /// A variant that is the name less its class noun: ريف دمشق of محافظة ريف دمشق.
    case bare
    /// The same, not in the table: درعا of محافظة درعا.
    case derived
  }

  /// A name of a place as a table writes it.
  public struct Name: Sendable {
    /// Index of the place.
    public let place: Int
    /// How it came about.
    public let form: Form
    let start: Int
    let count: Int
  }

  /// The names of the tables, then those of the imported gazetteers.
  public struct Names: RandomAccessCollection, Sendable {
    fileprivate let own: [Name]
    fileprivate let parts: [Part]
    /// Always 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int {
      parts.last.map { $0.firstName + $0.gazetteer.nameCount } ?? own.count
    }
    /// A name, made of its record when it is an imported one.
    public subscript(index: Int) -> Name {
      if index < own.count { return own[index] }
      let part = parts[parts.lastIndex { $0.firstName <= index } ?? 0]
      return part.gazetteer.name(index - part.firstName, firstPlace: part.firstPlace)
    }
  }

  /// The places of the tables, then those of the imported gazetteers.
  public struct Places: RandomAccessCollection, Sendable {
    fileprivate let own: [Place]
    fileprivate let parts: [Part]
    fileprivate let tableCount: Int
    /// Always 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int {
      parts.last.map { $0.firstPlace + $0.gazetteer.placeCount } ?? own.count
    }
    /// A place, made of its record when it is an imported one.
    public subscript(index: Int) -> Place {
      if index < own.count { return own[index] }
      let number = parts.lastIndex { $0.firstPlace <= index } ?? 0
      return parts[number].gazetteer.place(
        index - parts[number].firstPlace, table: tableCount + number)
    }
  }

  /// An imported gazetteer behind what comes before it.
  struct Part: Sendable {
    let gazetteer: MappedGazetteer
    let firstName: Int
    let firstPlace: Int
  }

  /// The columns of a gazetteer.
  public static let columns = [
    "id", "name", "variants", "kind", "country", "admin", "lat", "lon", "rank", "evidence", "code",
  ]

  /// Finds names in a text; payloads are indices into `names`.
  public let lexicon: Lexicon
  /// The names, in table order.
  public let names: Names
  /// The places, in table order.
  public let places: Places
  /// How many names are those of the tables.
  public var tableNameCount: Int { names.own.count }
  /// How many places are those of the tables.
  public var tablePlaceCount: Int { places.own.count }
  private let tables: [Table]
  /// Where each of `columns` stands, by table.
  private let positions: [[Int?]]

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - tables: Tables with all of `columns`; their ids must differ.
  ///   - imported: Gazetteers of the user, behind the tables.
  ///   - folding: Folds names as the view of a text is folded.
  /// - Throws: `Table.Fault` with file and line of a row that has an unknown kind, a bad coordinate or
  ///   an id that another row has.
  public init(_ tables: [Table], imported: [MappedGazetteer] = [], folding: Folding) throws {
    self.tables = tables
    positions = tables.map { table in Self.columns.map(table.column) }
    var builder = GazetteerBuilder(folding: folding)
    for (index, table) in tables.enumerated() { try builder.read(table, number: index) }
    var lexicon = builder.lexicon
    var parts: [Part] = []
    var (name, place) = (builder.names.count, builder.places.count)
    for gazetteer in imported {
      parts.append(Part(gazetteer: gazetteer, firstName: name, firstPlace: place))
      lexicon.append(gazetteer, firstName: name)
      (name, place) = (name + gazetteer.nameCount, place + gazetteer.placeCount)
    }
    self.lexicon = lexicon
    names = Names(own: builder.names, parts: parts)
    places = Places(own: builder.places, parts: parts, tableCount: tables.count)
  }

  /// The id of a place.
  public func id(of place: Int) -> String {
    part(of: place).map { $0.gazetteer.id(of: place - $0.firstPlace) } ?? cell(place, 0)
  }
  /// The canonical name of a place.
  public func name(of place: Int) -> String {
    part(of: place).map { $0.gazetteer.name(of: place - $0.firstPlace) } ?? cell(place, 1)
  }
  /// The chain of units a place lies in, largest first, parted by `/`.
  public func admin(of place: Int) -> String {
    part(of: place).map { $0.gazetteer.admin(of: place - $0.firstPlace) } ?? cell(place, 5)
  }
  /// The code that another gazetteer knows a place by, e.g. `geonames:170654`.
  public func code(of place: Int) -> String {
    part(of: place).map { $0.gazetteer.id(of: place - $0.firstPlace) } ?? cell(place, 10)
  }
  /// Two letters of ISO 3166, or empty.
  public func country(of place: Int) -> String {
    let code = places[place].country
    return code == 0 ? "" : String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }
  /// Inhabitants of a place; 0 where unknown.
  public func population(of place: Int) -> Int {
    part(of: place).map { $0.gazetteer.population(of: place - $0.firstPlace) } ?? 0
  }

  /// Table and line of a place; of an imported one its gazetteer, the file it came from and the line
  /// there.
  public func origin(of place: Int) -> (table: String, line: Int) {
    guard let part = part(of: place) else {
      let table = tables[places[place].table]
      return (table.name, table.line(ofRow: places[place].row))
    }
    let (source, line) = part.gazetteer.origin(of: place - part.firstPlace)
    let sources = part.gazetteer.sources
    let file = sources.indices.contains(source) ? sources[source] : "?"
    return ("\(part.gazetteer.title) (\(file))", line)
  }

  /// A name as its table writes it, in UTF-8.
  public func spelling(of name: Int) -> UnsafeBufferPointer<UInt8> {
    let found = names[name]
    if let part = part(of: found.place) {
      return part.gazetteer.text(start: found.start, count: found.count)
    }
    return tables[places[found.place].table].bytes(from: found.start, count: found.count)
  }

  /// Whether a name of an imported gazetteer alone is no proof of its place.
  func importedNeedsContext(name: Int) -> Bool {
    guard let part = names.parts.last(where: { $0.firstName <= name }) else { return false }
    return part.gazetteer.needsContext(name: name - part.firstName)
  }

  /// Whether two places are of the same imported gazetteer.
  func origin(of place: Int, isThatOf other: Int) -> Bool {
    guard let part = part(of: place) else { return false }
    return part.firstPlace == self.part(of: other)?.firstPlace
  }

  /// The imported gazetteer that a place is of, or nil.
  private func part(of place: Int) -> Part? {
    if place < places.own.count { return nil }
    return places.parts.last { $0.firstPlace <= place }
  }

  private func cell(_ place: Int, _ column: Int) -> String {
    let place = places[place]
    guard let index = positions[place.table][column] else { return "" }
    return String(decoding: tables[place.table].cell(index, ofRow: place.row), as: UTF8.self)
  }
}

extension Gazetteer.Name {
  init(place: Int, form: Gazetteer.Form, start: Int, end: Int) {
    self.init(place: place, form: form, start: start, count: end - start)
  }
}
