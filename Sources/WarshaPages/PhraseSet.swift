// SPDX-License-Identifier: Apache-2.0

/// Phrases to compare the words of a line with, however they are spelled.
struct PhraseSet: Sendable {
  private var phrases: Set<[String]> = []
  private var longest = 0

  mutating func insert(_ phrase: String) {
    let words = FoldedWords.of(phrase)
    if words.isEmpty { return }
    phrases.insert(words)
    longest = max(longest, words.count)
  }

  /// Whether the words are one of the phrases.
  func contains(_ words: some Collection<String>) -> Bool {
    words.count <= longest && phrases.contains(Array(words))
  }

  /// Number of words of the longest phrase that the words begin with; 0 of none.
  func prefix(of words: some Collection<String>) -> Int {
    for count in stride(from: min(longest, words.count), to: 0, by: -1)
    where phrases.contains(Array(words.prefix(count))) {
      return count
    }
    return 0
  }

  /// Whether the words are nothing but phrases, one after the other.
  func covers(_ words: [String]) -> Bool {
    var rest = words[...]
    while !rest.isEmpty {
      let count = prefix(of: rest)
      if count == 0 { return false }
      rest = rest.dropFirst(count)
    }
    return !words.isEmpty
  }
}
