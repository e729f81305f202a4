// SPDX-License-Identifier: Apache-2.0

/// Reads files of places into one gazetteer and keeps account of what was left out.
public struct PlaceImport {
  /// The places, in the order of the files and their lines.
  public internal(set) var records: [PlaceRecord] = []
  /// Names of the files.
  public private(set) var sources: [String] = []
  /// How many lines were left out, by reason.
  public private(set) var counts: [ImportProblem.Reason: Int] = [:]
  /// The first problems of each reason, all when `keepsAll`.
  public private(set) var problems: [ImportProblem] = []
  /// Rows that are in order but have no name in Arabic.
  public internal(set) var nameless = 0
  /// What else there is to say.
  public internal(set) var remarks: [String] = []

  let known: KnownPlaces
  private let keepsAll: Bool
  private let isCancelled: () -> Bool
  private var ids: [String: (source: Int, line: Int)] = [:]
  private static let kept = 3

  /// Begins an import.
  ///
  /// - Parameters:
  ///   - known: What our own gazetteer tells.
  ///   - keepsAll: Whether all problems are kept, not the first three of each reason.
  ///   - isCancelled: Whether the user wants to stop.
  public init(
    known: KnownPlaces, keepsAll: Bool = false, isCancelled: @escaping () -> Bool = { false }
  ) {
    self.known = known
    self.keepsAll = keepsAll
    self.isCancelled = isCancelled
  }

  /// How many lines were left out.
  public var leftOut: Int { counts.values.reduce(0, +) }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - format: Its format; nil to see from its content.
  /// - Throws: `Table.Fault` when nothing of the file can be used: an encoding or a format that is
  ///   not read, a column that is missing, coordinates in the wrong order throughout.
  public mutating func read(
    _ file: ImportedFile, format: ImportedFile.Format? = nil
  ) throws(Table.Fault) {
    if let fault = file.encodingFault { throw Table.Fault(fault) }
    guard let format = format ?? file.format else {
      throw Table.Fault(
        "\(file.name): its first lines are those of no format that can be imported. geonames has "
          + "\(GeoNamesReader.columnCount) columns parted by tabs and no header, pcodes is "
          + "comma-separated with admin1Name_ar and admin1Pcode, tsv has a header with name. "
          + "Say which with --format.")
    }
    sources.append(file.name)
    let first = records.count
    switch format {
    case .geonames: try GeoNamesReader.read(file, into: &self)
    case .pcodes: try PCodeReader.read(file, into: &self)
    case .tsv: try PlaceTableReader.read(file, into: &self)
    }
    let votes = records[first...].compactMap(known.looksSwapped)
    let swapped = votes.count { $0 }
    if votes.count >= 20, swapped * 10 > votes.count * 8 {
      throw Table.Fault(
        "\(file.name): latitude and longitude look swapped: \(swapped) of \(votes.count) places lie "
          + "nearer to the middle of their country the other way round.")
    }
  }

  /// Goes through the lines of a file that are neither empty nor comments.
  mutating func eachLine(
    of file: ImportedFile, _ body: (inout PlaceImport, String, Int) throws(Table.Fault) -> Void
  ) throws(Table.Fault) {
    var fault: Table.Fault?
    file.eachLine { bytes, number in
      if bytes.isEmpty || bytes.first == 0x23 { return true }
      if number & 0xFFF == 0, isCancelled() { return false }
      if bytes.count > ImportedFile.longestLine {
        leaveOut(number, .columns, "has \(bytes.count) bytes; no row is that long")
        return true
      }
      guard let line = String(validating: bytes, as: UTF8.self) else {
        leaveOut(number, .encoding, "is not UTF-8")
        return true
      }
      do throws(Table.Fault) {
        try body(&self, line, number)
      } catch {
        fault = error
      }
      return fault == nil
    }
    if let fault { throw fault }
  }

  /// Takes a place unless its id was given before.
  mutating func take(_ record: PlaceRecord) {
    var record = record
    record.source = sources.count - 1
    if let (source, line) = ids[record.id] {
      let place = source == record.source ? "line \(line)" : "\(sources[source]):\(line)"
      leaveOut(record.line, .duplicate, "the id \"\(record.id)\" was given in \(place)")
      return
    }
    ids[record.id] = (record.source, record.line)
    records.append(record)
  }

  /// Notes that a line was left out.
  mutating func leaveOut(_ line: Int, _ reason: ImportProblem.Reason, _ detail: String) {
    counts[reason, default: 0] += 1
    guard keepsAll || counts[reason, default: 0] <= Self.kept else { return }
    problems.append(
      ImportProblem(file: sources.last ?? "", line: line, reason: reason, detail: detail))
  }

  /// Coordinates of two cells; nil when both are empty.
  ///
  /// Throws the reason and what to say of it.
  func coordinates(
    _ north: some StringProtocol, _ east: some StringProtocol, country: String
  ) throws(ImportFault) -> PlaceRecord.Coordinates? {
    if north.isEmpty && east.isEmpty { return nil }
    guard let latitude = Double(north), let longitude = Double(east), latitude.isFinite,
      longitude.isFinite
    else {
      throw ImportFault(.coordinates, "\"\(north)\", \"\(east)\" are no degrees north and east")
    }
    switch known.fault(latitude, longitude, in: country) {
    case .swapped?:
      throw ImportFault(
        .swapped,
        "\(north), \(east) lie far from \(country.isEmpty ? "anywhere" : country); "
          + "latitude and longitude may be swapped")
    case .some:
      throw ImportFault(
        .range, "\(north), \(east) are out of range; latitude is -90 to 90, longitude -180 to 180")
    case nil: return PlaceRecord.Coordinates(latitude: latitude, longitude: longitude)
    }
  }
}

/// What keeps a line from being read.
struct ImportFault: Error {
  var reason: ImportProblem.Reason
  var detail: String
  init(_ reason: ImportProblem.Reason, _ detail: String) {
    (self.reason, self.detail) = (reason, detail)
  }
}
