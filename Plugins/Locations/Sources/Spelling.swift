// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How an author spells.
enum Spelling {
  /// How many words are looked at.
  private static let sample = 40

  /// Whether the author often writes ه for ة, as in المدينه. Words with the article tell: no
  /// pronoun can end them. Few of them end in a ه of their own: المياه.
  static func isLax(_ text: AnalysedText) -> Bool {
    var (lax, strict) = (0, 0)
    for token in text.tokens
    where token.isArabic && token.viewCount > 4 && token.hasArticle(after: 0) {
      switch lastLetter(of: token, in: text) {
      case Letter.ha: lax += 1
      case Letter.taMarbuta: strict += 1
      default: continue
      }
      if lax + strict == sample { break }
    }
    return lax >= 3 && lax * 3 >= strict
  }

  /// The last letter of a word as the author wrote it; vowel signs, tatweel and marks of direction
  /// are none.
  static func lastLetter(of token: Token, in text: AnalysedText) -> UInt16 {
    var position = Int(token.end) - 1
    while position > Int(token.start), !isLetter(text.source[position]) { position -= 1 }
    return text.source[position]
  }

  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x0620...0x063F).contains(unit) || (0x0641...0x064A).contains(unit)
      || (0x0671...0x06D3).contains(unit)
  }
}
