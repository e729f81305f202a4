// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaStore
import WarshaWorkbench

/// Nouns that the taxonomy of boundary errors knows: مدينة, تنظيم …
enum ClassNouns {
  /// The folded words of `class-nouns.tsv`; none when the table cannot be read, since only the names of
  /// error kinds depend on it.
  static func load(_ folders: Folders) -> Set<String> {
    guard let bytes = try? Files.bytes(at: "\(folders.knowledge)/class-nouns.tsv") else {
      return []
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return Set(lines.dropFirst().filter { !$0.hasPrefix("#") }.map { NameFolding.fold(String($0)) })
  }
}
