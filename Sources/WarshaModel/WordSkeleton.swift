// SPDX-License-Identifier: Apache-2.0

extension AnalysedText {
  /// Up to four consonants of a word behind its proclitics and the article, in one number, by which
  /// انسحاب, انسحبت and وانسحب are one. Figures are their own; nil of words with fewer than three.
  ///
  /// A rough key for likeness of contents: different words may share it.
  public func skeleton(of token: Token) -> UInt64? {
    if token.isNumber { return token.hash }
    guard token.isArabic else { return nil }
    var start = 0
    for front in 0...2 where token.mayStrip(front) && token.hasArticle(after: front) {
      start = front + 2
    }
    var end = token.viewCount
    // The feminine and the pronoun ha stand at the end of what is the same word.
    if end - start > 4, [Letter.ta, Letter.ha].contains(unit(end - 1, of: token)) { end -= 1 }
    var key: UInt64 = 0
    var count = 0
    for offset in start..<end where count < 4 {
      let unit = unit(offset, of: token)
      if unit == Letter.alif || unit == Letter.waw || unit == Letter.ya { continue }
      key = key << 16 | UInt64(unit)
      count += 1
    }
    return count >= 3 ? key : nil
  }
}
