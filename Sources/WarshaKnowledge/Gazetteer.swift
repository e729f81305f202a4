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
    fileprivate let start: Int
    fileprivate let count: Int
  }

  /// The columns of a gazetteer.
  public static let columns = [
    "id", "name", "variants", "kind", "country", "admin", "lat", "lon", "rank", "evidence", "code",
  ]

  /// Finds names in a text; payloads are indices into `names`.
  public let lexicon: Lexicon
  /// The names, in table order.
  public let names: [Name]
  /// The places, in table order.
  public let places: [Place]
  private let tables: [Table]
  /// Where each of `columns` stands, by table.
  private let positions: [[Int?]]

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - tables: Tables with all of `columns`; their ids must differ.
  ///   - folding: Folds names as the view of a text is folded.
  /// - Throws: `Table.Fault` with file and line of a row that has an unknown kind, a bad coordinate or
  ///   an id that another row has.
  public init(_ tables: [Table], folding: Folding) throws {
    self.tables = tables
    positions = tables.map { table in Self.columns.map(table.column) }
    var builder = GazetteerBuilder(folding: folding)
    for (index, table) in tables.enumerated() { try builder.read(table, number: index) }
    lexicon = builder.lexicon
    names = builder.names
    places = builder.places
  }

  /// The id of a place.
  public func id(of place: Int) -> String { cell(place, 0) }
  /// The canonical name of a place.
  public func name(of place: Int) -> String { cell(place, 1) }
  /// The chain of units a place lies in, largest first, parted by `/`.
  public func admin(of place: Int) -> String { cell(place, 5) }

  /// A name as its table writes it, in UTF-8.
  public func spelling(of name: Int) -> UnsafeBufferPointer<UInt8> {
    let name = names[name]
    return tables[places[name.place].table].bytes(from: name.start, count: name.count)
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
