// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of saved runs. Migrations are append-only: a file of an older Warsha is brought up to
/// date when it is opened.
///
/// An `output` is what one extractor in one state found in one text with one date; runs that agree
/// in these share it. One that is not sure, as the extractor failed, is kept for its run alone. STRICT, so that a column holds what it says whoever writes. Offsets count code points, as everywhere that Warsha writes.
enum RunSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs") { db in
      try db.execute(
        sql: """
          CREATE TABLE text(sha256 TEXT PRIMARY KEY, content BLOB NOT NULL)
            STRICT, WITHOUT ROWID;

          CREATE TABLE run(
            number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, started TEXT NOT NULL,
            finished TEXT, program TEXT NOT NULL, source TEXT NOT NULL,
            recalled INTEGER NOT NULL DEFAULT 0) STRICT;

          CREATE TABLE extractor(
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL,
            id TEXT NOT NULL, version TEXT NOT NULL, wanted INTEGER NOT NULL,
            fingerprint TEXT NOT NULL, PRIMARY KEY(run, place)) STRICT, WITHOUT ROWID;
          CREATE TABLE state(
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, extractor TEXT NOT NULL,
            place INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY(run, extractor, place)) STRICT, WITHOUT ROWID;

          CREATE TABLE document(
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL,
            id TEXT NOT NULL, date TEXT, text TEXT NOT NULL REFERENCES text,
            PRIMARY KEY(run, place)) STRICT, WITHOUT ROWID;
          CREATE INDEX document_text ON document(text);

          CREATE TABLE output(
            number INTEGER PRIMARY KEY, text TEXT NOT NULL REFERENCES text, date TEXT NOT NULL,
            fingerprint TEXT NOT NULL, extractor TEXT NOT NULL, diagnostics TEXT NOT NULL,
            size INTEGER NOT NULL, sure INTEGER NOT NULL) STRICT;
          CREATE UNIQUE INDEX output_key ON output(text, date, fingerprint) WHERE sure;
          CREATE INDEX output_text ON output(text);
          CREATE TABLE found(
            run INTEGER NOT NULL, place INTEGER NOT NULL, extractor TEXT NOT NULL,
            output INTEGER NOT NULL REFERENCES output,
            PRIMARY KEY(run, place, extractor),
            FOREIGN KEY(run, place) REFERENCES document ON DELETE CASCADE) STRICT, WITHOUT ROWID;
          CREATE INDEX found_output ON found(output);

          CREATE TABLE annotation(
            output INTEGER NOT NULL REFERENCES output ON DELETE CASCADE, place INTEGER NOT NULL,
            layer TEXT NOT NULL, label TEXT NOT NULL, type TEXT NOT NULL, start INTEGER NOT NULL,
            "end" INTEGER NOT NULL, text TEXT NOT NULL, value TEXT, rule TEXT NOT NULL,
            version TEXT NOT NULL, confidence REAL NOT NULL, detail TEXT NOT NULL,
            PRIMARY KEY(output, place)) STRICT, WITHOUT ROWID;

          CREATE TABLE file(
            path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}
