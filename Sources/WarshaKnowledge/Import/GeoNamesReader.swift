// SPDX-License-Identifier: Apache-2.0

/// Reads dumps of GeoNames (geonames.org, readme.txt of its export): 19 columns parted by tabs.
enum GeoNamesReader {
  static let columnCount = 19

  static func read(_ file: ImportedFile, into result: inout PlaceImport) throws(Table.Fault) {
    /// Names of first-level divisions by `SY.08`, of the dump itself or by vote of places we know.
    var units: [String: String] = [:]
    var votes: [String: [String: Int]] = [:]
    var chains: [(record: Int, unit: String)] = []
    try result.eachLine(of: file) { (result, line, number) throws(Table.Fault) in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == columnCount else {
        return result.leaveOut(
          number, .columns, "has \(cells.count) columns, not \(columnCount)")
      }
      let unit = "\(cells[8]).\(cells[10])"
      do throws(ImportFault) {
        guard var record = try place(cells, number, result) else {
          result.nameless += 1
          return
        }
        if let governorate = result.known.governorate(of: record) {
          votes[unit, default: [:]][governorate, default: 0] += 1
        }
        if record.kind == .admin1, units[unit] == nil { units[unit] = record.name }
        record.line = number
        let count = result.records.count
        result.take(record)
        if result.records.count > count, record.kind != .country, record.kind != .admin1,
          !cells[10].isEmpty, cells[10] != "00"
        {
          chains.append((count, unit))
        }
      } catch {
        result.leaveOut(number, error.reason, error.detail)
      }
    }
    for (unit, names) in votes {
      // The most frequent name, the first by letters of several.
      let best = names.max { ($0.value, $1.key) < ($1.value, $0.key) }
      units[unit] = best?.key
    }
    for (index, unit) in chains { result.records[index].admin = units[unit] ?? unit }
  }

  /// The place of a row; nil when it has no name in Arabic.
  private static func place(
    _ cells: [Substring], _ line: Int, _ result: PlaceImport
  ) throws(ImportFault) -> PlaceRecord? {
    guard UInt64(cells[0]) != nil else {
      throw ImportFault(.id, "\"\(cells[0])\" is no geonameid")
    }
    let country = String(cells[8])
    guard country.isEmpty || isCountry(country) else {
      throw ImportFault(.country, "\"\(country)\" is no country code of two letters")
    }
    guard
      let coordinates = try result.coordinates(cells[4], cells[5], country: country)
    else { throw ImportFault(.coordinates, "there are no coordinates") }
    guard let population = cells[14].isEmpty ? 0 : Int(cells[14]), population >= 0 else {
      throw ImportFault(.population, "the population \"\(cells[14])\" is no number")
    }
    var names: [String] = []
    for part in [cells[1]] + cells[3].split(separator: ",") {
      let name = ImportedName.clean(part)
      if ImportedName.isArabic(name), name.utf8.count <= ImportedName.longest,
        !names.contains(name)
      {
        names.append(name)
      }
    }
    if names.isEmpty { return nil }
    let id = "geonames:\(cells[0])"
    let name =
      result.known.names[id] ?? names[ImportedName.likest(String(cells[2]), among: names)]
    names.removeAll { $0 == name }
    var record = PlaceRecord(
      id: id, name: name, kind: kind(of: cells[6], cells[7], population: population))
    record.variants = names
    record.country = country
    record.coordinates = coordinates
    record.population = population == 0 ? nil : population
    return record
  }

  static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The kind of a feature class and code (geonames.org/export/codes.html).
  static func kind(
    of feature: Substring, _ code: Substring, population: Int
  ) -> PlaceKind {
    switch (feature, code) {
    case ("P", "PPLC"): .capital
    case ("P", "PPLX"): .quarter
    case ("P", _):
      population >= 100_000 || code == "PPLA"
        ? .city : population >= 5000 || code == "PPLA2" ? .town : .village
    case ("A", "ADM1"): .admin1
    case ("A", "ADM2"): .admin2
    case ("A", "ADM3"), ("A", "ADM4"), ("A", "ADM5"), ("A", "ADMD"): .admin3
    case ("A", _): code.hasPrefix("PCL") ? .country : .region
    case ("H", "OCN"): .ocean
    case ("H", "SEA"): .sea
    case ("H", "GULF"), ("H", "BAY"): .gulf
    case ("H", "STRT"), ("H", "CHN"): .strait
    case ("H", "WAD"), ("H", "WADS"): .valley
    case ("H", "HBR"), ("H", "PRT"): .port
    case ("H", _):
      code.hasPrefix("CNL") ? .canal : code.hasPrefix("LK") || code == "RSV" ? .lake : .river
    case ("T", "MTS"): .range
    case ("T", "ISL"): .island
    case ("T", "ISLS"): .islands
    case ("T", "DSRT"): .desert
    case ("T", "PLN"), ("T", "PLNS"): .plain
    case ("T", "VAL"), ("T", "VALS"): .valley
    case ("T", _): .mountain
    case ("S", "AIRP"), ("S", "AIRF"): .airport
    case ("S", "AIRB"): .base
    case ("L", "MILB"), ("L", "NVB"): .base
    case ("S", "BDG"): .bridge
    case ("S", "DAM"): .dam
    case ("S", "SQR"): .square
    case ("S", "CMPRF"), ("S", "CMP"): .camp
    case ("S", "CSTM"), ("S", "PSTB"): .crossing
    case ("L", "PRT"): .port
    case ("R", _): .road
    case ("L", _), ("V", _), ("U", _): .region
    default: .facility
    }
  }
}
