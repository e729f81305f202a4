// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import WarshaFormats
import WarshaModel

extension RunStore {
  /// All runs, the oldest first.
  package func runs() throws(StoreError) -> [RunRecord] {
    try database { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY number").map { row in
        try Self.record(row, in: db)
      }
    }
  }

  /// A run by its number or its name; the last of several of one name.
  ///
  /// - Throws: `noRun` with near names.
  package func run(_ name: String) throws(StoreError) -> RunRecord {
    try database { db in
      let byName = "SELECT * FROM run WHERE name = ? ORDER BY number DESC LIMIT 1"
      var row = try Row.fetchOne(db, sql: byName, arguments: [name])
      if row == nil, let number = Int(name) {
        row = try Row.fetchOne(db, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
      }
      guard let row else {
        let names = try String.fetchAll(db, sql: "SELECT DISTINCT name FROM run ORDER BY name")
        throw StoreError.noRun(name: name, near: Suggestion.nearest(to: name, among: names))
      }
      return try Self.record(row, in: db)
    }
  }

  /// The text of a hash; nil when no run has it.
  package func text(_ hash: String) throws(StoreError) -> SourceText? {
    try database { db in try Self.text(hash, in: db) }
  }

  /// The numbers of the outputs of each document of a run, by extractor: equal numbers, equal
  /// annotations.
  package func outputNumbers(of run: Int) throws(StoreError) -> [[String: Int64]] {
    try database { db in
      var numbers: [[String: Int64]] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT place, extractor, output FROM found WHERE run = ? ORDER BY place",
        arguments: [run])
      while let row = try rows.next() {
        let place: Int = row["place"]
        while numbers.count <= place { numbers.append([:]) }
        numbers[place][row["extractor"]] = row["output"]
      }
      return numbers
    }
  }

  /// What extractors found in a document of a run, in running order.
  package func outputs(
    of run: RunRecord, document place: Int
  ) throws(StoreError) -> [(extractor: String, output: ExtractorOutput)] {
    let document = run.documents[place]
    return try database { db in
      guard let text = try Self.text(document.textHash, in: db) else { return [] }
      return try run.extractors.compactMap { extractor in
        let number = try Int64.fetchOne(
          db, sql: "SELECT output FROM found WHERE run = ? AND place = ? AND extractor = ?",
          arguments: [run.number, place, extractor.id])
        return try number.flatMap { number in
          try Self.output(number, of: extractor.id, text, in: db).map { (extractor.id, $0) }
        }
      }
    }
  }

  /// What an extractor of a fingerprint surely found in a text with a date; nil when that is not
  /// kept.
  package func output(
    _ fingerprint: String, of extractor: String, text: SourceText, hash: String, date: String?
  ) throws(StoreError) -> ExtractorOutput? {
    try database { db in
      let number = try Int64.fetchOne(
        db,
        sql: "SELECT number FROM output WHERE text = ? AND date = ? AND fingerprint = ? AND sure",
        arguments: [hash, date ?? "", fingerprint])
      return try number.flatMap { try Self.output($0, of: extractor, text, in: db) }
    }
  }

  // MARK: Rows

  private static func record(_ row: Row, in db: Database) throws -> RunRecord {
    let number: Int = row["number"]
    let extractors = try Row.fetchAll(
      db, sql: "SELECT * FROM extractor WHERE run = ? ORDER BY place", arguments: [number])
    let documents = try Row.fetchAll(
      db, sql: "SELECT * FROM document WHERE run = ? ORDER BY place", arguments: [number])
    let count = try Int.fetchOne(
      db,
      sql: """
        SELECT total(size) FROM found JOIN output ON output.number = found.output
        JOIN extractor ON extractor.run = found.run AND extractor.id = found.extractor AND wanted
        WHERE found.run = ?
        """, arguments: [number])
    return RunRecord(
      number: number, name: row["name"], started: row["started"], finished: row["finished"],
      program: row["program"], source: row["source"],
      extractors: try extractors.map { extractor in
        let id: String = extractor["id"]
        let items = try Row.fetchAll(
          db, sql: "SELECT name, value FROM state WHERE run = ? AND extractor = ? ORDER BY place",
          arguments: [number, id])
        return RunRecord.Extractor(
          id: id, version: extractor["version"], isWanted: extractor["wanted"] == 1,
          state: ExtractorState(items.map { ExtractorState.Item($0["name"], $0["value"]) }))
      },
      documents: documents.map {
        RunRecord.Document(id: $0["id"], date: $0["date"], textHash: $0["text"])
      },
      annotationCount: count ?? 0, recalledCount: row["recalled"])
  }

  private static func text(_ hash: String, in db: Database) throws -> SourceText? {
    let content = try Data.fetchOne(
      db, sql: "SELECT content FROM text WHERE sha256 = ?", arguments: [hash])
    return content.map { SourceText(String(decoding: $0, as: UTF8.self)) }
  }

  /// An output; nil when a row of it does not fit the text: it is as if it were not kept.
  private static func output(
    _ number: Int64, of extractor: String, _ text: SourceText, in db: Database
  ) throws -> ExtractorOutput? {
    guard
      let head = try Row.fetchOne(
        db, sql: "SELECT diagnostics, sure FROM output WHERE number = ?", arguments: [number])
    else { return nil }
    var output = ExtractorOutput(
      diagnostics: DiagnosticList.diagnostics(head["diagnostics"], of: text),
      isSure: head["sure"] == 1)
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM annotation WHERE output = ? ORDER BY place")
    let rows = try Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      guard let read = AnnotationRow(row, extractor: extractor, text: text) else { return nil }
      output.annotations.append(read.annotation)
      output.links += read.links
    }
    return output
  }
}
