// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a document has named so far: surnames, aliases and class nouns with the mention they go
/// back to.
final class NameMemory {
  private let text: AnalysedText
  private var byHash: [UInt64: Int] = [:]
  private let byHead: UnsafeMutableBufferPointer<Int32>
  /// A bit for some bits of each hash, and the words of `Summary` behind them; nearly every word
  /// of a text is none of the names.
  private let filter: UnsafeMutableBufferPointer<UInt64>

  /// Where `filter` holds a bit for the last letter of each single word, a bit for the length of
  /// each, the number of all.
  private enum Summary { static let endings = 32, lengths = 33, count = 34 }

  /// Memory that is used again from document to document.
  final class Store {
    fileprivate let heads = ReusableBuffer<Int32>()
    fileprivate let filter = ReusableBuffer<UInt64>()
  }

  /// Makes an empty memory for class nouns up to a number.
  init(_ text: AnalysedText, _ store: Store, heads: Int) {
    self.text = text
    byHead = store.heads.filled(with: -1, count: heads)
    filter = store.filter.filled(with: 0, count: 35)
  }

  /// Whether there is nothing to look up.
  var isEmpty: Bool { filter[Summary.count] == 0 }

  /// Keeps a word for a mention; the first mention of a word keeps it.
  func keep(_ word: Token, for mention: Int) {
    filter[Summary.endings] |= Self.bit(text.unit(word.viewCount - 1, of: word))
    filter[Summary.lengths] |= 1 << UInt64(word.viewCount & 63)
    keep(hash: word.hash, for: mention)
  }

  /// Keeps two words for a mention, as `keep` does one.
  func keep(_ first: Token, _ second: Token, for mention: Int) {
    keep(hash: TextHash.phrase(first.hash, then: second.hash), for: mention)
  }

  private func keep(hash: UInt64, for mention: Int) {
    let bit = Int(truncatingIfNeeded: hash >> 32) & 2047
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    filter[Summary.count] += 1
    if byHash[hash] == nil { byHash[hash] = mention }
  }

  /// Keeps a class noun for a mention; the last one wins.
  func keep(head: Int, for mention: Int) {
    if head >= 0 { byHead[head] = Int32(truncatingIfNeeded: mention) }
  }

  /// Whether a word may end in a kept one.
  @inline(__always)
  func mayEnd(in word: Token) -> Bool {
    filter[Summary.endings] & Self.bit(text.unit(word.viewCount - 1, of: word)) != 0
  }

  /// Whether a kept word may have a length.
  func mayHave(length: Int) -> Bool { filter[Summary.lengths] & (1 << UInt64(length & 63)) != 0 }

  /// The mention of a word or of two.
  func mention(of hash: UInt64) -> Int? {
    let bit = Int(truncatingIfNeeded: hash >> 32) & 2047
    if filter[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return nil }
    return byHash[hash]
  }

  /// The last mention whose name has a class noun.
  func mention(ofHead head: Int) -> Int? {
    head >= 0 && byHead[head] >= 0 ? Int(byHead[head]) : nil
  }

  private static func bit(_ letter: UInt16) -> UInt64 { 1 << UInt64(letter & 63) }
}
