// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Fills a gazetteer, table by table.
struct GazetteerBuilder {
  let folding: Folding
  var lexicon = Lexicon()
  var names: [Gazetteer.Name] = []
  var places: [Place] = []
  private var ids: [UInt64: (table: String, line: Int)] = [:]
  private let kinds: [UInt64: PlaceKind]

  private static let bar: UInt8 = 0x7C
  private static let blank: UInt8 = 0x20
  private static let slash: UInt8 = 0x2F

  private typealias Cell = UnsafeBufferPointer<UInt8>

  init(folding: Folding) {
    self.folding = folding
    var kinds: [UInt64: PlaceKind] = [:]
    for kind in PlaceKind.allCases { kinds[Self.hash(kind.rawValue.utf8)] = kind }
    self.kinds = kinds
  }

  mutating func read(_ table: Table, number: Int) throws {
    let columns = Gazetteer.columns.compactMap(table.column)
    let firstName = names.count
    // All names of the table, a bar after each, to be folded in one call.
    var units: [UInt16] = []
    var cells: [Cell] = []
    ids.reserveCapacity(ids.count + table.rowCount)
    for row in 0..<table.rowCount {
      table.split(row, into: &cells)
      func cell(_ index: Int) -> Cell {
        columns[index] < cells.count ? cells[columns[index]] : Cell(start: nil, count: 0)
      }
      let place = try place(table, number, row, cell)
      note(cell(1), in: table, .listed, &units)
      let bare = Self.withoutNoun(cell(1), place.kind)
      var hasBare = bare.isEmpty
      for part in Self.parts(cell(2)) {
        let isBare = part.elementsEqual(bare)
        hasBare = hasBare || isBare
        note(part, in: table, isBare ? .bare : .listed, &units)
      }
      if !hasBare { note(bare, in: table, .derived, &units) }
      places.append(place)
    }
    var next = firstName
    folding.eachPhrase(of: units) { words in
      if next < names.count { lexicon.add(hashes: words, next) }
      next += 1
    }
    guard next == names.count else {
      throw Table.Fault("\(table.name):1: a name holds a character that folds to a bar")
    }
  }

  private mutating func note(
    _ part: Cell, in table: Table, _ form: Gazetteer.Form, _ units: inout [UInt16]
  ) {
    let start = table.offset(of: part)
    names.append(
      Gazetteer.Name(
        place: places.count, form: form, start: start, end: start + part.count))
    units.append(contentsOf: String(decoding: part, as: UTF8.self).utf16)
    units.append(UInt16(Self.bar))
  }

  private mutating func place(
    _ table: Table, _ number: Int, _ row: Int, _ cell: (Int) -> Cell
  ) throws -> Place {
    func fault(_ message: String) -> Table.Fault {
      Table.Fault("\(table.name):\(table.line(ofRow: row)): \(message)")
    }
    func text(_ index: Int) -> String { String(decoding: cell(index), as: UTF8.self) }
    if cell(0).isEmpty || cell(1).isEmpty { throw fault("id or name is empty") }
    let id = Self.hash(cell(0))
    if let other = ids.updateValue((table.name, table.line(ofRow: row)), forKey: id) {
      throw fault("the id \"\(text(0))\" is that of \(other.table):\(other.line) as well")
    }
    guard let kind = kinds[Self.hash(cell(3))] else {
      throw fault(
        "there is no kind \"\(text(3))\"."
          + Suggestion.sentence(for: text(3), among: PlaceKind.allCases.map(\.rawValue)))
    }
    var coordinates: (latitude: Double, longitude: Double)?
    if !cell(6).isEmpty || !cell(7).isEmpty {
      guard let latitude = Self.decimal(cell(6)), let longitude = Self.decimal(cell(7)),
        abs(latitude) <= 90, abs(longitude) <= 180
      else { throw fault("\"\(text(6))\", \"\(text(7))\" are no degrees north and east") }
      coordinates = (latitude, longitude)
    }
    let code = cell(4)
    let admin = cell(5)
    let governorate = admin.isEmpty && kind == .admin1 ? cell(1) : Self.first(admin)
    return Place(
      kind: kind, country: code.count == 2 ? UInt16(code[0]) << 8 | UInt16(code[1]) : 0,
      rank: cell(8).first.map { $0 &- 0x30 } ?? 0, needsContext: cell(9).first == 0x63,
      region: governorate.isEmpty ? 0 : Self.hash(governorate), coordinates: coordinates,
      table: number, row: row)
  }

  /// The name of a governorate, province or district less its class noun; empty of other places.
  private static func withoutNoun(_ name: Cell, _ kind: PlaceKind) -> Cell {
    guard kind == .admin1 || kind == .admin2 || kind == .admin3,
      let space = name.firstIndex(of: blank)
    else { return Cell(start: nil, count: 0) }
    return Cell(rebasing: name[(space + 1)...])
  }

  private static func parts(_ cell: Cell) -> [Cell] {
    if cell.isEmpty { return [] }
    return cell.split(separator: bar).map { Cell(rebasing: $0) }
  }

  private static func first(_ chain: Cell) -> Cell {
    Cell(rebasing: chain.prefix { $0 != slash })
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A number such as -12.345.
  static func decimal(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var value = 0.0
    var scale = 0.0
    var index = 0
    let isNegative = cell.first == 0x2D
    if isNegative { index = 1 }
    guard index < cell.count else { return nil }
    while index < cell.count {
      switch cell[index] {
      case 0x30...0x39:
        value = value * 10 + Double(cell[index] - 0x30)
        scale *= 10
      case 0x2E where scale == 0: scale = 1
      default: return nil
      }
      index += 1
    }
    if scale > 1 { value /= scale }
    return isNegative ? -value : value
  }
}
