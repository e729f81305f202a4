// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Which units at the ends of a word may be clitics. Every plausible split is kept; the extractors
/// decide with their tables.
package enum Clitics {
  /// Fills `proclitics` and `enclitics` of an Arabic token of at least 3 view units.
  @inline(__always)
  static func mark(
    _ token: inout Token, view: UnsafeMutablePointer<UInt16>, map: UnsafeMutablePointer<UInt32>,
    units: UnsafeBufferPointer<UInt16>
  ) {
    let start = Int(token.viewStart)
    let length = Int(token.viewEnd) - start
    let word = view + start
    var mask: UInt8 = 0
    var front = 0
    if isArticle(word, 0, length, map + start, units) {
      mask = 16
    } else {
      let first = word[0]
      let isConjunction = first == Letter.waw || first == Letter.fa
      if isConjunction || isPreposition(word, 0, length) {
        mask = 2
        front = 1
        if length >= 5, isArticle(word, 1, length, map + start, units) {
          mask |= 32
        } else if isConjunction && length >= 4 && isPreposition(word, 1, length) {
          mask |= 4
          front = 2
          if length >= 6, isArticle(word, 2, length, map + start, units) { mask |= 64 }
        }
      }
    }
    token.proclitics = mask
    if mask & 0xF0 == 0 {  // a word with the article takes no pronoun
      token.enclitics = enclitics(
        word, length - front, word + length, lastSource: units[Int(map[start + length - 1])])
    }
  }

  /// ب ك ل, and س before the prefixes of the imperfect; the rest must have two letters.
  @inline(__always)
  private static func isPreposition(
    _ word: UnsafeMutablePointer<UInt16>, _ at: Int, _ length: Int
  ) -> Bool {
    let letter = word[at]
    if letter == Letter.ba || letter == Letter.lam || letter == Letter.kaf {
      return length - at >= 3
    }
    if letter == Letter.sin && length - at >= 4 {
      let next = word[at + 1]
      return next == Letter.ya || next == Letter.ta || next == Letter.nun
        || next == Letter.alif
    }
    return false
  }

  /// ال written with a bare alif (not أل, إل), before at least two letters.
  @inline(__always)
  private static func isArticle(
    _ word: UnsafeMutablePointer<UInt16>, _ at: Int, _ length: Int,
    _ map: UnsafeMutablePointer<UInt32>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard length - at >= 4, word[at] == Letter.alif, word[at + 1] == Letter.lam else {
      return false
    }
    let position = Int(map[at])
    let written = units[position]
    if written == Letter.alif, hasHamza(after: position, units) { return false }
    // A restored alif maps to the lam.
    return written == Letter.alif || written == Letter.lam
      || written == LetterFold.alifWasla || written >= 0xFB50
  }

  /// Whether a madda or hamza follows as a mark of its own, as in decomposed text.
  @inline(__always)
  private static func hasHamza(
    after position: Int, _ units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    var next = position + 1
    while next < units.count, (0x064B...0x065F).contains(units[next]) {
      if (0x0653...0x0655).contains(units[next]) { return true }
      next += 1
    }
    return false
  }

  @inline(__always)
  private static func enclitics(
    _ word: UnsafeMutablePointer<UInt16>, _ room: Int, _ end: UnsafeMutablePointer<UInt16>,
    lastSource: UInt16
  ) -> UInt8 {
    guard room >= 3 else { return 0 }
    let last = end[-1]
    let before = end[-2]
    var mask: UInt8 = 0
    switch last {
    case Letter.ha where lastSource == Letter.ha: mask = 2
    case Letter.ya where lastSource == Letter.ya:
      mask = before == Letter.nun ? 6 : 2  // ـي، ـني
    case Letter.kaf: mask = 2
    case Letter.alif:
      if before == Letter.ha || before == Letter.nun { mask = 4 }  // ـها، ـنا
      if before == Letter.mim && room >= 5
        && (end[-3] == Letter.ha || end[-3] == Letter.kaf)
      {
        mask = 8  // ـهما، ـكما
      }
    case Letter.mim, Letter.nun:
      if before == Letter.ha || before == Letter.kaf { mask = 4 }  // ـهم، ـكم، ـهن، ـكن
    default: break
    }
    return room >= 4 ? mask : mask & 2
  }

  /// One way to part a word. Lengths count view units.
  package struct Split: Equatable, Sendable {
    /// Length of the conjunction, preposition or future particle in front.
    package var proclitics: Int
    /// Whether the article follows.
    package var hasArticle: Bool
    /// Length of the pronoun at the end.
    package var enclitic: Int
  }

  /// Every plausible split of a token, the whole word first, then by the length of what is split off
  /// in front. Before a rest of two or three letters ال may belong to the word: الذي, الله.
  package static func splits(of token: Token) -> [Split] {
    var splits: [Split] = []
    for front in 0...2 where token.mayStrip(front) {
      let hasArticle = token.hasArticle(after: front)
      if front == 0 || !hasArticle || token.viewCount - front <= 5 {
        splits.append(Split(proclitics: front, hasArticle: false, enclitic: 0))
      }
      if hasArticle { splits.append(Split(proclitics: front, hasArticle: true, enclitic: 0)) }
      for back in 1...3 where token.enclitics & (1 << UInt8(back)) != 0 {
        splits.append(Split(proclitics: front, hasArticle: hasArticle, enclitic: back))
      }
    }
    return splits
  }
}
