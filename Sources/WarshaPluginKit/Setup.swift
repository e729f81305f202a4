// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaKnowledge
import WarshaModel

/// What an extractor may use while it is made: tables, parameters, folding.
public struct Setup {
  private let host: UnsafePointer<warsha_host>

  init(_ host: UnsafePointer<warsha_host>) { self.host = host }

  /// Something that keeps an extractor from being made.
  public struct Problem: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String
    /// Makes a problem; also for extractors to throw.
    public init(description: String) { self.description = description }
  }

  /// Folds words as the view of a text is folded.
  public var folding: Folding {
    // The host outlives the instance, and its functions may be called from any thread.
    nonisolated(unsafe) let host = host
    return Folding { units in
      guard let fold = host.pointee.fold else { return units }
      return units.withUnsafeBufferPointer { source in
        // Almost nothing grows when it is folded; a ligature may, and then the host is asked again.
        var capacity = units.count + 8
        while true {
          var needed = 0
          let folded = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
            needed = fold(
              host.pointee.context, source.baseAddress, source.count, buffer.baseAddress, capacity)
            count = min(needed, capacity)
          }
          if needed <= capacity { return folded }
          capacity = needed
        }
      }
    }
  }

  /// A table that the manifest names, e.g. `Data/cues.tsv` or `knowledge/numbers.tsv`.
  ///
  /// - Throws: `Problem` when the manifest does not name it, `Table.Fault` when it lacks a column.
  public func table(_ name: String, columns: [String]) throws -> Table {
    guard let bytes = bytes(of: name) else {
      throw Problem(description: "table \"\(name)\" is not listed under \"tables\" in the manifest")
    }
    return try Table(name: name, bytes: bytes, columns: columns)
  }

  /// The gazetteers that the user imported, for an extractor whose manifest names the table
  /// `user/gazetteers`; none of others.
  ///
  /// - Throws: `Table.Fault` with the path of one that is damaged.
  public func importedGazetteers() throws -> [MappedGazetteer] {
    var gazetteers: [MappedGazetteer] = []
    while let bytes = bytes(of: "user/gazetteers/\(gazetteers.count)") {
      let path = self.bytes(of: "user/gazetteers/\(gazetteers.count)/path")
      gazetteers.append(
        try MappedGazetteer(
          path: path.map { String(decoding: $0, as: UTF8.self) } ?? "",
          bytes: UnsafeRawBufferPointer(bytes), folding: folding))
    }
    return gazetteers
  }

  private func bytes(of name: String) -> UnsafeBufferPointer<UInt8>? {
    var name = name
    var bytes = warsha_string()
    let status = name.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        host.pointee.table?(
          host.pointee.context, warsha_string(bytes: chars.baseAddress, length: chars.count),
          &bytes) ?? Int32(WARSHA_FAILED)
      }
    }
    guard status == Int32(WARSHA_OK) else { return nil }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes.bytes)?.assumingMemoryBound(to: UInt8.self),
      count: bytes.length)
  }

  /// One column of a table as a lexicon; payloads are row numbers from 0.
  ///
  /// Cells hold alternatives parted by `|`.
  public func lexicon(
    _ name: String, column: String
  ) throws -> (lexicon: Lexicon, rows: [Table.Row]) {
    let table = try table(name, columns: [column])
    let folding = folding
    var lexicon = Lexicon()
    let rows = Array(table.rows)
    for (index, row) in rows.enumerated() {
      for phrase in row.list(column) { lexicon.add(folding.words(phrase), index) }
    }
    return (lexicon, rows)
  }

  /// A number of the manifest, as the user set it or by default; nil of an unknown name.
  public func parameter(_ name: String) -> Double? {
    for i in 0..<Int(host.pointee.parameter_count) {
      guard let parameter = host.pointee.parameters?[i] else { continue }
      if String(contract: parameter.key) == name { return parameter.value.number }
    }
    return nil
  }
}
