// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads a table of places with a header, parted by tabs. Only the column `name` must be there.
enum PlaceTableReader {
  static let columns = [
    "name", "variants", "kind", "country", "admin", "lat", "lon", "population", "id",
  ]

  static func read(_ file: ImportedFile, into result: inout PlaceImport) throws(Table.Fault) {
    var header: [String: Int]?
    var width = 0
    let stem = file.name.split(separator: ".").first.map(String.init) ?? file.name
    try result.eachLine(of: file) { (result, line, number) throws(Table.Fault) in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let header else {
        width = cells.count
        header = try columns(of: cells, in: file, line: number, &result)
        return
      }
      guard cells.count == width else {
        return result.leaveOut(
          number, .columns, "has \(cells.count) columns, the header has \(width)")
      }
      do throws(ImportFault) {
        var record = try place(result) { column in
          header[column].map { ImportedName.clean(cells[$0]) } ?? ""
        }
        if record.id.isEmpty { record.id = "\(stem):\(number)" }
        record.line = number
        result.take(record)
      } catch {
        result.leaveOut(number, error.reason, error.detail)
      }
    }
    if header == nil { throw Table.Fault("\(file.name):1: there is no header line") }
  }

  /// Where the columns stand.
  private static func columns(
    of cells: [Substring], in file: ImportedFile, line: Int, _ result: inout PlaceImport
  ) throws(Table.Fault) -> [String: Int] {
    var found: [String: Int] = [:]
    var unknown: [String] = []
    for (index, cell) in cells.enumerated() {
      let title = ImportedName.clean(cell).lowercased()
      if columns.contains(title) {
        if found.updateValue(index, forKey: title) != nil {
          throw Table.Fault("\(file.name):\(line): there are two columns \"\(title)\"")
        }
      } else {
        unknown.append(
          "\"\(title)\"" + Suggestion.sentence(for: title, among: columns))
      }
    }
    if found["name"] == nil {
      throw Table.Fault(
        "\(file.name):\(line): there is no column \"name\"; the header has "
          + cells.prefix(12).joined(separator: ", "))
    }
    if (found["lat"] == nil) != (found["lon"] == nil) {
      throw Table.Fault("\(file.name):\(line): lat and lon belong together; one of them is missing")
    }
    if !unknown.isEmpty {
      result.remarks.append(
        "\(file.name):\(line): columns that are not read: \(unknown.joined(separator: ", "))")
    }
    return found
  }

  private static func place(
    _ result: PlaceImport, _ cell: (String) -> String
  ) throws(ImportFault) -> PlaceRecord {
    let name = cell("name")
    if let (reason, detail) = ImportedName.fault(name) { throw ImportFault(reason, detail) }
    var variants: [String] = []
    for part in cell("variants").split(separator: "|") {
      let variant = ImportedName.clean(part)
      if let (reason, detail) = ImportedName.fault(variant) { throw ImportFault(reason, detail) }
      variants.append(variant)
    }
    let kind = cell("kind").isEmpty ? "village" : cell("kind").lowercased()
    guard let kind = PlaceKind(rawValue: kind) else {
      throw ImportFault(
        .kind,
        "there is no kind \"\(kind)\"."
          + Suggestion.sentence(for: kind, among: PlaceKind.allCases.map(\.rawValue)))
    }
    let country = cell("country").uppercased()
    guard country.isEmpty || GeoNamesReader.isCountry(country) else {
      throw ImportFault(.country, "\"\(country)\" is no country code of two letters, e.g. SY")
    }
    let population = cell("population")
    if !population.isEmpty, Int(population).map({ $0 < 0 }) ?? true {
      throw ImportFault(.population, "the population \"\(population)\" is no number")
    }
    var record = PlaceRecord(id: cell("id"), name: name, kind: kind)
    record.variants = variants
    record.country = country
    record.admin = cell("admin")
    record.coordinates = try result.coordinates(cell("lat"), cell("lon"), country: country)
    record.population = Int(population).flatMap { $0 == 0 ? nil : $0 }
    return record
  }
}
