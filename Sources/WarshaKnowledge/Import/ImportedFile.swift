// SPDX-License-Identifier: Apache-2.0

/// A file of places, before anybody knows its format.
public struct ImportedFile: Sendable {
  /// How a file of places is written.
  public enum Format: String, Sendable, CaseIterable {
    /// 19 columns parted by tabs, no header: a dump of GeoNames.
    case geonames
    /// Comma-separated with columns such as `admin1Name_ar` and `admin1Pcode`: P-codes of UN OCHA.
    case pcodes
    /// Tab-separated with a header: name, variants, kind, country, admin, lat, lon, population, id.
    case tsv
  }

  /// Most bytes of a line that may be a row.
  static let longestLine = 1 << 16

  /// Name for messages.
  public let name: String
  let bytes: [UInt8]

  /// Takes the bytes of a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The format that the first lines show; nil when they show none.
  public var format: Format? {
    var found: Format?
    var seen = 0
    eachLine { line, _ in
      if line.isEmpty || line.first == 0x23 || line.count > Self.longestLine { return true }
      let text = String(decoding: line, as: UTF8.self)
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count == GeoNamesReader.columnCount, Int(cells[0]) != nil {
        found = .geonames
      } else if seen == 0, cells.contains(where: { $0.lowercased() == "name" }) {
        found = .tsv
      } else if seen == 0, !PCodeReader.levels(of: DelimitedLine.cells(text) ?? []).isEmpty {
        found = .pcodes
      }
      seen += 1
      return found == nil && seen < 20
    }
    return found
  }

  /// Why the bytes are no text that can be read, and what to do; nil when they are.
  var encodingFault: String? {
    let mark = bytes.prefix(2)
    if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) {
      return "\(name): is UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 \(name)"
    }
    if bytes.prefix(4).elementsEqual([0x50, 0x4B, 0x03, 0x04]) {
      return "\(name): is a zip archive. Unpack it and import what is in it."
    }
    if bytes.prefix(1 << 16).contains(0) { return "\(name): is no text; it holds NUL bytes." }
    var lines = 0
    var faulty = 0
    var first = 0
    eachLine { line, number in
      lines += 1
      if String(validating: line, as: UTF8.self) == nil {
        faulty += 1
        if first == 0 { first = number }
      }
      return lines < 5000
    }
    if faulty * 5 < lines || faulty < 2 { return nil }
    return
      "\(name): is not UTF-8 (line \(first) and \(faulty - 1) more). Convert it, e.g. iconv -f "
      + "WINDOWS-1256 -t UTF-8 \(name)"
  }

  /// The lines without their ends, from 1; a mark of byte order is left out. Stops at false.
  func eachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Bool) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      var start =
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
      var number = 1
      while start < bytes.count {
        var end = start
        while end < bytes.count && bytes[end] != 0x0A { end += 1 }
        let trimmed = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
        let line = UnsafeBufferPointer(rebasing: bytes[start..<trimmed])
        if try !body(line, number) { return }
        start = end + 1
        number += 1
      }
    }
  }
}

/// A line of comma-separated values.
enum DelimitedLine {
  /// The cells; nil when a quotation mark is left open.
  static func cells(_ line: String) -> [String]? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = Array(line.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case 0x22 where isQuoted && bytes.first == 0x22:
        cell.append(byte)
        bytes.removeFirst()
      case 0x22 where isQuoted || cell.isEmpty: isQuoted.toggle()
      case 0x2C where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      default: cell.append(byte)
      }
    }
    if isQuoted { return nil }
    return cells + [String(decoding: cell, as: UTF8.self)]
  }
}
