// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WarshaPages
import WarshaStore

/// The reader of web pages with its tables, which are read for the first page and not before: most
/// commands have none.
final class PageTables: Sendable {
  private let folder: String
  private let made = Mutex<PageReader?>(nil)

  /// Tables in a folder.
  init(folder: String) { self.folder = folder }

  /// The reader.
  ///
  /// Throws `StoreError` when a table cannot be read.
  func reader() throws(StoreError) -> PageReader {
    if let reader = made.withLock({ $0 }) { return reader }
    let words = PageWords(
      furniture: try Files.bytes(at: Files.join(folder, "furniture.tsv")),
      metadata: try Files.bytes(at: Files.join(folder, "metadata.tsv")))
    let reader = PageReader(words: words)
    made.withLock { $0 = reader }
    return reader
  }
}
