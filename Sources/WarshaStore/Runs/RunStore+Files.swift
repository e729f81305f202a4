// SPDX-License-Identifier: Apache-2.0

import GRDB
import WarshaFormats
import WarshaModel

extension RunStore {
  /// SHA-256 of files, each read once: again only when its mark is another.
  ///
  /// - Returns: The digests, in the order of the marks.
  /// - Throws: `StoreError` when a file cannot be read or has another size than its mark says.
  package func digests(of files: [FileMark]) throws(StoreError) -> [String] {
    var digests: [String] = []
    for file in files {
      let known = try database { db in
        try String.fetchOne(
          db, sql: "SELECT sha256 FROM file WHERE path = ? AND size = ? AND modified = ?",
          arguments: [file.path, file.size, file.modified])
      }
      if let known {
        digests.append(known)
        continue
      }
      // Outside of a transaction: others would wait for it.
      let bytes = try Files.bytes(at: file.path)
      if bytes.count != file.size {
        throw .unreadable(path: file.path, reason: "it has just changed")
      }
      let digest = SHA256.hexDigest(of: bytes)
      try database { db in
        try db.execute(
          sql: "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
          arguments: [file.path, file.size, file.modified, digest])
      }
      digests.append(digest)
    }
    return digests
  }
}
