// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import WarshaFormats
import WarshaModel

extension RunStore {
  /// What one extractor found in a document of a run.
  package struct Found: Sendable {
    /// Id of the extractor.
    package var extractor: String
    /// Its fingerprint.
    package var fingerprint: String
    /// What it found.
    package var output: ExtractorOutput
    /// Whether it is kept already.
    package var isRecalled: Bool

    /// Makes it.
    package init(
      extractor: String, fingerprint: String, output: ExtractorOutput, isRecalled: Bool
    ) {
      self.extractor = extractor
      self.fingerprint = fingerprint
      self.output = output
      self.isRecalled = isRecalled
    }
  }

  /// A document of a run with all that was found in it.
  package struct Finished: Sendable {
    /// The document.
    package var document: Document
    /// SHA-256 of its text.
    package var textHash: String
    /// What was found, by extractor in running order.
    package var found: [Found]

    /// Makes it.
    package init(document: Document, textHash: String, found: [Found]) {
      self.document = document
      self.textHash = textHash
      self.found = found
    }
  }

  /// Begins a run of extractors, `started` being ISO 8601 in UTC.
  package func begin(
    name: String, started: String, program: String, source: String,
    extractors: [RunRecord.Extractor]
  ) throws(StoreError) -> RunRecord {
    try database { db in
      try db.execute(
        sql: "INSERT INTO run(name, started, program, source) VALUES (?, ?, ?, ?)",
        arguments: [name, started, program, source])
      let number = Int(db.lastInsertedRowID)
      for (place, extractor) in extractors.enumerated() {
        try db.execute(
          sql: "INSERT INTO extractor VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            number, place, extractor.id, extractor.version, extractor.isWanted ? 1 : 0,
            extractor.state.fingerprint,
          ])
        for (place, item) in extractor.state.items.enumerated() {
          try db.execute(
            sql: "INSERT INTO state VALUES (?, ?, ?, ?, ?)",
            arguments: [number, extractor.id, place, item.name, item.value])
        }
      }
      return RunRecord(
        number: number, name: name, started: started, program: program, source: source,
        extractors: extractors, documents: [], annotationCount: 0, recalledCount: 0)
    }
  }

  /// Saves documents of a run and adds them to its record. All or none is saved.
  package func save(_ documents: [Finished], to record: inout RunRecord) throws(StoreError) {
    let (run, place, title) = (record.number, record.documents.count, record.title)
    try database { db in
      let isThere = try Bool.fetchOne(
        db, sql: "SELECT EXISTS(SELECT * FROM run WHERE number = ?)", arguments: [run])
      if isThere != true {
        throw StoreError.runs(
          path: self.path, reason: "run \(title) was removed while it was being saved.")
      }
      for (offset, finished) in documents.enumerated() {
        let document = finished.document
        try db.execute(
          sql: "INSERT OR IGNORE INTO text VALUES (?, ?)",
          arguments: [finished.textHash, Data(UTF8Bytes.of(document.text))])
        try db.execute(
          sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
          arguments: [run, place + offset, document.id, document.date, finished.textHash])
        for found in finished.found {
          let output = try Self.output(found, of: finished, in: db)
          try db.execute(
            sql: "INSERT INTO found VALUES (?, ?, ?, ?)",
            arguments: [run, place + offset, found.extractor, output])
          if found.isRecalled {
            try db.execute(
              sql: "UPDATE run SET recalled = recalled + 1 WHERE number = ?", arguments: [run])
          }
        }
      }
    }
    let wanted = Set(record.extractors.filter(\.isWanted).map(\.id))
    for finished in documents {
      record.annotationCount += finished.found.filter { wanted.contains($0.extractor) }
        .reduce(0) { $0 + $1.output.annotations.count }
      record.documents.append(
        RunRecord.Document(
          id: finished.document.id, date: finished.document.date, textHash: finished.textHash))
      record.recalledCount += finished.found.count(where: \.isRecalled)
    }
  }

  /// Ends a run.
  package func finish(_ record: inout RunRecord, at time: String) throws(StoreError) {
    let number = record.number
    try database { db in
      try db.execute(
        sql: "UPDATE run SET finished = ? WHERE number = ?", arguments: [time, number])
    }
    record.finished = time
  }

  /// Removes a run, and all outputs and texts that no other run has.
  package func remove(run: Int) throws(StoreError) {
    try database { db in
      try db.execute(sql: "DELETE FROM run WHERE number = ?", arguments: [run])
      try db.execute(
        sql: "DELETE FROM output WHERE number NOT IN (SELECT output FROM found)")
      try db.execute(
        sql: """
          DELETE FROM text WHERE sha256 NOT IN (SELECT text FROM document)
          AND sha256 NOT IN (SELECT text FROM output)
          """)
    }
  }

  /// The number of an output, which is written when no run has it yet: an extractor in one state
  /// finds the same in the same text.
  private static func output(
    _ found: Found, of finished: Finished, in db: Database
  ) throws -> Int64 {
    let date = finished.document.date ?? ""
    let known = try Int64.fetchOne(
      db, sql: "SELECT number FROM output WHERE text = ? AND date = ? AND fingerprint = ? AND sure",
      arguments: [finished.textHash, date, found.fingerprint])
    if let known, found.output.isSure { return known }
    try db.execute(
      sql: """
        INSERT INTO output(text, date, fingerprint, extractor, diagnostics, size, sure)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        finished.textHash, date, found.fingerprint, found.extractor,
        DiagnosticList.text(found.output.diagnostics, of: finished.document.text),
        found.output.annotations.count, found.output.isSure ? 1 : 0,
      ])
    let number = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let links = Dictionary(grouping: found.output.links, by: \.annotation)
    for (place, annotation) in found.output.annotations.enumerated() {
      let row = AnnotationRow(annotation: annotation, links: links[place] ?? [])
      try insert.execute(
        arguments: StatementArguments([number, place] + row.columns(of: finished.document.text)))
    }
    return number
  }
}
