// SPDX-License-Identifier: Apache-2.0

/// One token as the grammars see it.
package struct Word: Sendable, BitwiseCopyable {
  /// What a token is.
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case arabic, foreign, number, comma, quote, openBracket, closeBracket, colon, mark
  }

  /// What the tables know of it.
  package var traits: WordTraits = []
  /// Index of its class noun, or -1.
  package var head: Int16 = -1
  /// Index of the country that the word names or belongs to, or negative.
  package var country: Int16 = -1
  /// View units of proclitics in front of what the traits speak of.
  package var front: UInt8 = 0
  /// What it is.
  package var kind: Kind
  /// Whether the article stands behind the proclitics.
  package var hasArticle = false
  /// Whether it has the article and ends like a relative adjective.
  package var isNisba = false

  /// Whether only the spelling of its last letter tells a name from a preposition.
  package var isTold = false

  /// Whether the tables have a trait of a set.
  package func has(_ any: WordTraits) -> Bool { !traits.isDisjoint(with: any) }
  /// Whether the word is Arabic and stands without a proclitic.
  package var isBare: Bool { kind == .arabic && front == 0 }
  /// Whether it is a word of any script.
  package var isWord: Bool { kind == .arabic || kind == .foreign }
}
