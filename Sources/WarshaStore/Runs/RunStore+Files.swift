// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import WarshaFormats

extension RunStore {
  /// SHA-256 of files, each read once: again only when its size or its time of change, to the
  /// nanosecond, is another.
  ///
  /// - Returns: The digests, in the order of the paths.
  package func digests(of paths: [String]) throws(StoreError) -> [String] {
    var marks: [(size: Int, modified: Int)] = []
    for path in paths {
      var status = stat()
      // What cannot be looked at gives the error that reading it gives.
      if stat(path, &status) != 0 { _ = try Files.bytes(at: path) }
      let time = status.st_mtim
      marks.append((Int(status.st_size), time.tv_sec * 1_000_000_000 + time.tv_nsec))
    }
    return try database { db in
      try zip(paths, marks).map { path, mark in
        let known = try String.fetchOne(
          db, sql: "SELECT sha256 FROM file WHERE path = ? AND size = ? AND modified = ?",
          arguments: [path, mark.size, mark.modified])
        if let known { return known }
        let digest = SHA256.hexDigest(of: try Files.bytes(at: path))
        try db.execute(
          sql: "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
          arguments: [path, mark.size, mark.modified, digest])
        return digest
      }
    }
  }
}
