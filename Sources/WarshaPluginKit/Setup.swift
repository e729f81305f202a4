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
        var folded = [UInt16](repeating: 0, count: units.count * 3 + 32)
        let count = fold(
          host.pointee.context, source.baseAddress, source.count, &folded, folded.count)
        return Array(folded.prefix(count))
      }
    }
  }

  /// A table that the manifest names, e.g. `Data/cues.tsv` or `knowledge/numbers.tsv`.
  ///
  /// - Throws: `Problem` when the manifest does not name it, `Table.Fault` when it lacks a column.
  public func table(_ name: String, columns: [String]) throws -> Table {
    var name = name
    var bytes = warsha_string()
    let status = name.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        host.pointee.table?(
          host.pointee.context, warsha_string(bytes: chars.baseAddress, length: chars.count),
          &bytes) ?? Int32(WARSHA_FAILED)
      }
    }
    guard status == Int32(WARSHA_OK) else {
      throw Problem(description: "table \"\(name)\" is not listed under \"tables\" in the manifest")
    }
    let start = UnsafeRawPointer(bytes.bytes)?.assumingMemoryBound(to: UInt8.self)
    return try Table(
      name: name, bytes: UnsafeBufferPointer(start: start, count: bytes.length), columns: columns)
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
