// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// Single words with all that the tables know of each, found by hash.
package struct Vocabulary: Sendable {
  /// What is known of a word.
  struct Entry: Sendable {
    var traits: WordTraits = []
    var head: Int16 = -1
    /// Index of a country; -1 of none, -2 of several.
    var country: Int16 = -1
  }

  private var lexicon = Lexicon()
  private var entries: [Entry] = []

  private init() {}

  /// The entry of a word by the hash of its folded form.
  @inline(__always)
  func entry(ofHash hash: UInt64) -> Entry? {
    // Every word is added once, so that lexicon and entries count alike.
    lexicon.entry(ofHash: hash).map { entries[$0] }
  }

  /// Gathers the words of all tables.
  struct Builder {
    private var entries: [[UInt16]: Entry] = [:]
    private let folding: Folding

    init(_ folding: Folding) { self.folding = folding }

    /// Adds traits to a word of one token; words of several are left out.
    mutating func add(_ word: String, _ traits: WordTraits, head: Int16 = -1) {
      let words = folding.words(word)
      if words.count == 1 { add(words[0], traits, head: head) }
    }

    /// Adds traits to a folded word.
    mutating func add(_ word: [UInt16], _ traits: WordTraits, head: Int16 = -1) {
      var entry = entries[word] ?? Entry()
      entry.traits.formUnion(traits)
      if head >= 0 { entry.head = head }
      entries[word] = entry
    }

    /// Ties a word of one token to a country.
    mutating func add(_ word: [UInt16], country: Int16) {
      guard country >= 0, var entry = entries[word] else { return }
      entry.country = entry.country == -1 || entry.country == country ? country : -2
      entries[word] = entry
    }

    /// Adds a phrase to a lexicon, and to its first word the trait that says so.
    mutating func add(
      _ phrase: String, to lexicon: inout Lexicon, payload: Int, _ trait: WordTraits
    ) {
      let words = folding.words(phrase)
      guard let first = words.first else { return }
      lexicon.add(words, payload)
      add(first, trait)
    }

    /// The vocabulary of what was added.
    func build() -> Vocabulary {
      var vocabulary = Vocabulary()
      for (word, entry) in entries {
        vocabulary.lexicon.add([word], vocabulary.entries.count)
        vocabulary.entries.append(entry)
      }
      return vocabulary
    }
  }
}
