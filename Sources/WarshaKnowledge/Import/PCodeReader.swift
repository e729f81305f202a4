// SPDX-License-Identifier: Apache-2.0

/// Reads tables of administrative units of UN OCHA: comma-separated, a row for each of the lowest
/// level, with names and P-codes of all levels above it.
///
/// Column names of both generations are known: `admin2Name_ar`, `admin2Pcode` and `ADM2_AR`,
/// `ADM2_PCODE`.
enum PCodeReader {
  /// Where the columns of a level stand.
  struct Level: Equatable {
    var number: Int
    var name: Int
    var code: Int
    var variants: [Int] = []
  }

  /// The levels of a header that have a name in Arabic and a code, from the country down.
  static func levels(of header: [String]) -> [Level] {
    var names: [Int: Int] = [:]
    var codes: [Int: Int] = [:]
    var variants: [Int: [Int]] = [:]
    for (index, title) in header.enumerated() {
      let title = ImportedName.clean(title).lowercased()
      guard title.hasPrefix("adm") else { continue }
      let rest = title.dropFirst(title.hasPrefix("admin") ? 5 : 3)
      guard let digit = rest.first?.wholeNumberValue else { continue }
      switch rest.dropFirst() {
      case "name_ar", "_ar", "_name_ar": names[digit] = index
      case "pcode", "_pcode": codes[digit] = index
      case "altname1_ar", "altname2_ar", "alt1_ar", "alt2_ar":
        variants[digit, default: []].append(index)
      default: continue
      }
    }
    return names.keys.sorted().compactMap { number in
      guard let name = names[number], let code = codes[number] else { return nil }
      return Level(number: number, name: name, code: code, variants: variants[number] ?? [])
    }
  }

  static func read(_ file: ImportedFile, into result: inout PlaceImport) throws(Table.Fault) {
    var header: [String]?
    var levels: [Level] = []
    var seen: Set<String> = []
    try result.eachLine(of: file) { (result, line, number) throws(Table.Fault) in
      guard let cells = DelimitedLine.cells(line) else {
        return result.leaveOut(number, .quotes, "a quotation mark is left open")
      }
      guard let header else {
        levels = self.levels(of: cells).filter { $0.number > 0 }
        if levels.isEmpty {
          throw Table.Fault(
            "\(file.name):\(number): there is no level with a name in Arabic and a P-code, e.g. "
              + "admin1Name_ar and admin1Pcode; the header has "
              + cells.prefix(12).joined(separator: ", "))
        }
        header = cells
        return
      }
      guard cells.count == header.count else {
        return result.leaveOut(
          number, .columns, "has \(cells.count) columns, the header has \(header.count)")
      }
      read(cells, levels, number, &seen, &result)
    }
    if header == nil { throw Table.Fault("\(file.name):1: there is no header line") }
  }

  /// Takes the units of a row that no row before had.
  private static func read(
    _ cells: [String], _ levels: [Level], _ line: Int, _ seen: inout Set<String>,
    _ result: inout PlaceImport
  ) {
    var chain: [String] = []
    for (depth, level) in levels.enumerated() {
      let code = cells[level.code]
      let name = ImportedName.clean(cells[level.name])
      let isLowest = depth == levels.count - 1
      let country = String(code.prefix(2))
      let known = result.known.units[code]
      if isLowest || seen.insert(code).inserted {
        if code.isEmpty || code == "NA" {
          return result.leaveOut(line, .id, "there is no P-code for admin\(level.number)")
        }
        guard GeoNamesReader.isCountry(country) else {
          return result.leaveOut(
            line, .country, "the P-code \"\(code)\" does not begin with a country code")
        }
        if let (reason, detail) = ImportedName.fault(name == "NA" ? "" : name) {
          return result.leaveOut(line, reason, detail)
        }
        var record = PlaceRecord(id: code, name: known ?? name, kind: kind(level.number))
        record.country = country
        record.admin = chain.joined(separator: "/")
        record.line = line
        // Our own name has the noun of the unit, the table hardly ever.
        record.isBare = known == nil
        if known != nil { record.variants.append(name) }
        record.variants += level.variants.map { ImportedName.clean(cells[$0]) }
          .filter { $0 != "NA" && ImportedName.fault($0) == nil }
        result.take(record)
      }
      chain.append(known ?? name)
    }
  }

  private static func kind(_ level: Int) -> PlaceKind {
    switch level {
    case 1: .admin1
    case 2: .admin2
    default: .admin3
    }
  }
}
