// SPDX-License-Identifier: Apache-2.0

/// A tab-separated table: a header line with column names, then a row a line.
///
/// Lines that begin with `#` and empty lines are skipped. Cells are read when they are asked for, so
/// that a table of a hundred thousand rows opens in the time of one pass over its bytes.
public struct Table: Sendable {
  /// Something wrong with a table: file, line, cause.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// `NAME:LINE: cause`.
    public var description: String
    /// Makes a fault.
    public init(_ description: String) { self.description = description }
  }

  /// One row.
  public struct Row: Sendable {
    fileprivate let table: Table
    fileprivate let start: Int
    fileprivate let end: Int
    /// Line in the file, from 1.
    public let line: Int

    /// The cell of a column; empty when the row ends before it or the table has no such column.
    public subscript(_ column: String) -> String {
      guard let index = table.columns[column] else { return "" }
      return String(decoding: table.cell(index, start, end), as: UTF8.self)
    }

    /// The cell parted at `|`, without empty parts.
    public func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map(String.init)
    }

    /// The cell as a number; nil when it is empty.
    ///
    /// - Throws: A fault that names table, line and column when it is no number.
    public func number(_ column: String) throws -> Double? {
      let text = self[column]
      if text.isEmpty { return nil }
      guard let number = Double(text), number.isFinite else {
        throw Fault("\(table.name):\(line): \(column) is \"\(text)\", which is no number")
      }
      return number
    }

    /// A cell that must not be empty.
    ///
    /// - Throws: A fault that names table, line and column.
    public func required(_ column: String) throws -> String {
      let text = self[column]
      if text.isEmpty { throw Fault("\(table.name):\(line): \(column) is empty") }
      return text
    }
  }

  /// Name for messages, e.g. `Data/cues.tsv`.
  public let name: String
  /// Rows in file order.
  public let rowCount: Int
  private let bytes: Bytes
  private let columns: [String: Int]
  private let lines: [(start: Int, end: Int, line: Int)]

  /// Borrowed bytes; whoever makes the table keeps them mapped.
  private struct Bytes: @unchecked Sendable {
    let start: UnsafePointer<UInt8>?
    let count: Int
  }

  /// Reads the header and finds the rows.
  ///
  /// - Parameters:
  ///   - name: Name for messages.
  ///   - bytes: UTF-8 text that outlives the table.
  ///   - columns: Columns that must be there.
  /// - Throws: A fault when the table has no header or lacks a column.
  public init(name: String, bytes: UnsafeBufferPointer<UInt8>, columns: [String]) throws {
    self.name = name
    self.bytes = Bytes(start: bytes.baseAddress, count: bytes.count)
    var lines: [(start: Int, end: Int, line: Int)] = []
    var start = 0
    var line = 1
    while start < bytes.count {
      var end = start
      while end < bytes.count && bytes[end] != 0x0A { end += 1 }
      let trimmed = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      if trimmed > start && bytes[start] != 0x23 { lines.append((start, trimmed, line)) }
      start = end + 1
      line += 1
    }
    guard let header = lines.first else { throw Fault("\(name):1: there is no header line") }
    let names = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[header.start..<header.end]), as: UTF8.self
    ).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    var indices: [String: Int] = [:]
    for (index, column) in names.enumerated() { indices[column] = index }
    for column in columns where indices[column] == nil {
      throw Fault(
        "\(name):\(header.line): there is no column \"\(column)\"; the header has "
          + names.joined(separator: ", "))
    }
    self.columns = indices
    self.lines = Array(lines.dropFirst())
    rowCount = self.lines.count
  }

  /// The rows in file order.
  public var rows: some Sequence<Row> {
    lines.lazy.map { Row(table: self, start: $0.start, end: $0.end, line: $0.line) }
  }

  /// Index of a column, or nil.
  public func column(_ name: String) -> Int? { columns[name] }

  /// Line in the file of a row, from 1.
  func line(ofRow row: Int) -> Int { lines[row].line }

  /// The bytes of one cell of a row.
  func cell(_ column: Int, ofRow row: Int) -> UnsafeBufferPointer<UInt8> {
    cell(column, lines[row].start, lines[row].end)
  }

  /// Bytes of the file from an offset.
  func bytes(from start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.start.map { $0 + start }, count: count)
  }

  /// Where in the file a stretch of its bytes begins.
  func offset(of cell: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.start, let start = cell.baseAddress else { return 0 }
    return start - base
  }

  /// Parts a row into its cells.
  func split(_ row: Int, into cells: inout [UnsafeBufferPointer<UInt8>]) {
    cells.removeAll(keepingCapacity: true)
    guard let base = bytes.start else { return }
    let (start, end, _) = lines[row]
    var from = start
    for position in start..<end where base[position] == 0x09 {
      cells.append(UnsafeBufferPointer(start: base + from, count: position - from))
      from = position + 1
    }
    cells.append(UnsafeBufferPointer(start: base + from, count: end - from))
  }

  private func cell(_ index: Int, _ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base = bytes.start else { return UnsafeBufferPointer(start: nil, count: 0) }
    var column = 0
    var from = start
    var to = start
    while true {
      to = from
      while to < end && base[to] != 0x09 { to += 1 }
      if column == index || to == end { break }
      column += 1
      from = to + 1
    }
    if column != index { to = from }
    return UnsafeBufferPointer(start: base + from, count: to - from)
  }
}
