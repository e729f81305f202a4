// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A text with what the tables know of each token; the grammars read it.
package final class Reading {
  let text: AnalysedText
  let tables: ActorTables
  let words: UnsafeMutableBufferPointer<Word>
  /// The countries that the document speaks of most.
  private(set) lazy var topic = Nation.Topic(of: words, tables.nations)

  /// Memory that is used again from document to document.
  package final class Memory {
    fileprivate let words = ReusableBuffer<Word>()
    fileprivate let flags = ReusableBuffer<Bool>()
  }

  /// Looks every token up. Complexity: linear in the number of tokens.
  init(_ text: AnalysedText, _ tables: ActorTables, _ memory: Memory) {
    self.text = text
    self.tables = tables
    words = memory.words.uninitialized(count: text.tokens.count)
    let vocabulary = tables.words
    let isKnown = memory.flags.uninitialized(count: text.tokens.count)
    vocabulary.scout(text.tokens, into: isKnown)
    var tellsApart = false
    for index in text.tokens.indices {
      // In place: a word that is put together elsewhere waits for its parts on the way.
      words.initializeElement(at: index, to: Word(kind: Self.kind(of: text.tokens[index], text)))
      Self.read(text.tokens[index], text, vocabulary, isKnown[index], into: &words[index])
      if words[index].isTold && !words[index].has(.given) { tellsApart = true }
    }
    // Who writes the preposition with alif maqsura means the name where he writes ya.
    if tellsApart {
      for index in words.indices where words[index].isTold && words[index].has(.given) {
        words[index].traits.remove(.ambiguousGiven)
      }
    }
  }

  /// The longest phrase of a lexicon at a token, behind the proclitics that its reading strips.
  @inline(__always)
  func longest(_ lexicon: Lexicon, at token: Int, end: Int) -> Lexicon.Match? {
    lexicon.longest(in: text, at: token, front: Int(words[token].front), end: end)
  }

  /// The class noun that a token is, with or without the article.
  func head(at token: Int) -> HeadNoun? {
    let index = Int(words[token].head)
    return index >= 0 ? tables.heads[index] : nil
  }

  /// Whether the one proclitic of a token is the preposition of purpose and possession.
  func hasLam(_ token: Int) -> Bool {
    words[token].front == 1 && text.unit(0, of: text.tokens[token]) == Letter.lam
  }

  /// Whether the one proclitic of a token is the conjunction.
  func hasWaw(_ token: Int) -> Bool {
    words[token].front == 1 && text.unit(0, of: text.tokens[token]) == Letter.waw
  }

  /// Whether a demonstrative stands before a token.
  func isPointedAt(_ token: Int) -> Bool {
    token > 0 && words[token - 1].has(.demonstrative)
  }

  /// Whether a quantifier stands before a token: some of the groups are no party.
  func isCounted(_ token: Int) -> Bool {
    token > 0 && words[token - 1].has(.quantifier)
  }

  // MARK: One word

  private static func read(
    _ token: Token, _ text: AnalysedText, _ vocabulary: Vocabulary, _ isKnown: Bool,
    into word: inout Word
  ) {
    guard word.kind == .arabic else {
      if word.kind == .foreign || word.kind == .number {
        word.traits = isKnown ? vocabulary.entry(ofHash: token.hash)?.traits ?? [] : []
      }
      return
    }
    // The word as it stands comes first: the conjunction is no part of a name that begins like it.
    if isKnown, let entry = vocabulary.entry(ofHash: token.hash) {
      word.traits = entry.traits
      word.head = entry.head
      word.country = entry.country
      word.hasArticle = token.hasArticle(after: 0)
      if word.has(.stop) && word.has(.given) { tellApart(token, text, &word) }
      if word.has(.endsInTaMarbuta) && text.lastLetter(of: token) == Letter.ha {
        word.traits.insert(.ambiguousGiven)  // rather a noun with the pronoun of the third person
        word.traits.remove(.family)
      }
      if word.hasArticle { readStem(of: token, front: 0, text, vocabulary, into: &word) }
      return
    }
    for front in 0...2 where token.hasArticle(after: front) {
      word.front = UInt8(front)
      word.hasArticle = true
      if front > 0,
        let entry = vocabulary.entry(ofHash: text.hash(of: token, front: front))
      {
        word.traits = entry.traits
        word.head = entry.head
        word.country = entry.country
      }
      readStem(of: token, front: front, text, vocabulary, into: &word)
      return
    }
    for front in 1...2 where token.mayStrip(front) {
      if let entry = vocabulary.entry(ofHash: text.hash(of: token, front: front)) {
        word.traits = entry.traits
        word.head = entry.head
        word.country = entry.country
        word.front = UInt8(front)
        return
      }
    }
  }

  /// Tells the preposition written with alif maqsura from the given name written with ya.
  private static func tellApart(_ token: Token, _ text: AnalysedText, _ word: inout Word) {
    let isLastYa = text.unit(token.viewCount - 1, of: token) == Letter.ya
    word.isTold = isLastYa
    if text.lastLetter(of: token) == Letter.ya {
      word.traits.subtract([.stop, .preposition])
      word.traits.insert(.ambiguousGiven)
    } else {
      word.traits.subtract([.given, .family, .ambiguousGiven, .startsPerson])
    }
  }

  /// Adds what is known of the word behind the article.
  private static func readStem(
    of token: Token, front: Int, _ text: AnalysedText, _ vocabulary: Vocabulary,
    into word: inout Word
  ) {
    if let stem = vocabulary.entry(ofHash: text.hash(of: token, front: front + 2)) {
      word.traits.formUnion(stem.traits.intersection(.behindArticle))
      if stem.head >= 0 { word.head = stem.head }
      if stem.traits.contains(.nationality) { word.country = stem.country }
    }
    word.isNisba = endsLikeNisba(token, stem: token.viewCount - front - 2, text)
  }

  /// Whether a word ends in the relative suffix, in the feminine or a sound plural of it.
  private static func endsLikeNisba(_ token: Token, stem: Int, _ text: AnalysedText) -> Bool {
    let last = text.unit(token.viewCount - 1, of: token)
    let before = text.unit(token.viewCount - 2, of: token)
    switch last {
    case Letter.ya: return stem >= 4
    case Letter.ha: return stem >= 5 && before == Letter.ya
    case Letter.nun:
      return stem >= 6 && (before == Letter.ya || before == Letter.waw)
        && text.unit(token.viewCount - 3, of: token) == Letter.ya
    default: return false
    }
  }

  private static func kind(of token: Token, _ text: AnalysedText) -> Word.Kind {
    switch token.kind {
    case .arabic: return .arabic
    case .word: return .foreign
    case .number: return .number
    case .punctuation, .symbol: break
    }
    if token.flags.contains(.quote) { return .quote }
    switch text.source[Int(token.start)] {
    case Letter.comma, 0x2C: return .comma
    case 0x28, 0x5B: return .openBracket
    case 0x29, 0x5D: return .closeBracket
    case 0x3A: return .colon
    default: return .mark
    }
  }
}
