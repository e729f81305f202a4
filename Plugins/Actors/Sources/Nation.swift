// SPDX-License-Identifier: Apache-2.0

/// The adjective of a nation, as canonical names take it: the army of an article about Syria is the
/// Syrian army.
package struct Nation: Sendable {
  /// Gender of the noun that it describes.
  package enum Gender: Sendable { case masculine, feminine }

  /// Masculine, with the article.
  package var masculine: String

  /// ARABIC LETTER TEH MARBUTA, the ending of the feminine.
  private static let feminineEnding = "\u{0629}"

  /// The form for a gender.
  func adjective(_ gender: Gender) -> String {
    gender == .feminine ? masculine + Self.feminineEnding : masculine
  }

  /// What a document is about.
  package struct Topic: Sendable {
    /// A country that the document names at least twice, the most often; nil when there is none.
    var spokenOf: Nation?
    /// The same, when no second country is named nearly as often.
    var dominant: Nation?

    /// The first words, headline and lead, count twice.
    private static let lead = 60
    private static let doubtful: WordTraits = [
      .stop, .saying, .given, .family, .head, .startsTitle, .subject, .sport, .adjective, .generic,
      .licence,
    ]

    /// Counts the countries of a document's words. Complexity: linear in the number of words.
    init(of words: UnsafeMutableBufferPointer<Word>, _ nations: [Nation]) {
      var counts = [Int](repeating: 0, count: nations.count)
      var weights = counts
      for (token, word) in words.enumerated() where word.country >= 0 {
        // Towns that are ordinary words or names as well tell nothing.
        if !word.has([.country, .nationality]), word.has(Self.doubtful) { continue }
        counts[Int(word.country)] += 1
        weights[Int(word.country)] += token < Self.lead ? 2 : 1
      }
      guard let most = Self.most(counts), counts[most] > 1 else { return }
      spokenOf = nations[most]
      guard let best = Self.most(weights) else { return }
      let second = weights.indices.lazy.filter { $0 != best }.map { weights[$0] }.max() ?? 0
      if weights[best] * 2 >= second * 3 { dominant = nations[best] }
    }

    private static func most(_ counts: [Int]) -> Int? {
      counts.indices.max { counts[$0] < counts[$1] }
    }
  }
}
