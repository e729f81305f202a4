// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a document has named so far: surnames, aliases and class nouns with the mention they go
/// back to.
struct NameMemory {
  private var byHash: [UInt64: Int] = [:]
  private var byHead: [Int: Int] = [:]

  /// Whether there is nothing to look up.
  var isEmpty: Bool { byHash.isEmpty }

  /// Keeps a word for a mention; the first mention of a word keeps it.
  mutating func keep(_ hash: UInt64, for mention: Int) {
    if byHash[hash] == nil { byHash[hash] = mention }
  }

  /// Keeps a class noun for a mention; the last one wins.
  mutating func keep(head: Int, for mention: Int) {
    if head >= 0 { byHead[head] = mention }
  }

  /// The mention of a word.
  func mention(of hash: UInt64) -> Int? { byHash[hash] }
  /// The last mention whose name has a class noun.
  func mention(ofHead head: Int) -> Int? { byHead[head] }
}
