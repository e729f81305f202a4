// SPDX-License-Identifier: Apache-2.0

/// Follows a title word by word until the name that it announces: the minister of transport, the
/// head of the centre, the German chancellor.
struct TitleTrack {
  /// First token of the title; nil when none is under way.
  private(set) var first: Int?
  /// Last token that belongs to it.
  private(set) var last = -1
  /// Last token of the words that the table of titles holds.
  private(set) var wordsEnd = -1
  private var isRelational = false
  private var isAddress = false
  /// Words passed that neither a table nor a grammar knows.
  private var unknown = 0
  private var afterComma = false
  /// Whether the last word cannot stand right before a name: a preposition, a mark.
  private var isOpen = false

  /// Longest title in tokens.
  private static let limit = 16

  /// A title of the table begins.
  mutating func begin(at token: Int, through end: Int, relational: Bool, address: Bool) {
    // A rank behind an office goes on with the same title: the spokesman, Colonel …
    if first == nil || last + 1 < token {
      first = token
      unknown = 0
    }
    last = max(last, end)
    wordsEnd = last
    isRelational = relational
    isAddress = address
    afterComma = false
    isOpen = false
  }

  /// Something that belongs to the title was read up to a token.
  mutating func extend(through token: Int) {
    guard first != nil else { return }
    last = token
    afterComma = false
    isOpen = false
    if let first, token - first > Self.limit { end() }
  }

  /// Reads a token that is no name and no body.
  mutating func pass(_ token: Int, _ reading: Reading) {
    guard first != nil, token > last else { return }
    let word = reading.words[token]
    switch word.kind {
    case .comma:
      if isRelational || unknown > 0 { afterComma = true } else { end() }
      if afterComma { last = token }
    case .quote, .openBracket, .closeBracket:
      extend(through: token)
      isOpen = true
    case .number, .foreign: isRelational ? extend(through: token) : end()
    case .colon, .mark: end()
    case .arabic:
      if afterComma { return end() }
      if word.hasArticle && (word.has([.adjective, .startsTitle, .head]) || word.isNisba)
        || word.has([.startsPlace, .subject]) || word.hasArticle && word.has(.attributive)
      {
        extend(through: token)
      } else if isRelational || wordsEnd < last {
        if word.has([.saying, .that, .demonstrative]) || word.has(.stop) && !word.has(.preposition)
        {
          return end()
        }
        unknown += 1
        unknown <= 5 ? extend(through: token) : end()
        isOpen = word.has(.preposition)
      } else if word.has(.preposition) || word.front > 0 && word.hasArticle {
        extend(through: token)
        isRelational = true
        isOpen = word.has(.preposition)
      } else {
        end()
      }
    }
  }

  /// Forgets the title.
  mutating func end() { first = nil }

  /// What the title says of a name that begins at a token.
  func context(at token: Int) -> PersonGrammar.Context {
    guard first != nil, last + 1 == token, !isOpen else { return .none }
    if isAddress && wordsEnd == last { return .addressed }
    return unknown == 0 && (!isRelational || wordsEnd < last) ? .titled : .none
  }

  /// The tokens of the title so far, without what cannot end it; empty when none is under way.
  func tokens(_ reading: Reading) -> Range<Int> {
    guard let first else { return 0..<0 }
    var end = last + 1
    while end > first, !reading.words[end - 1].isWord || reading.words[end - 1].has(.preposition) {
      end -= 1
    }
    return first..<end
  }

  /// The tokens of the title before a name that begins at a token.
  func role(before token: Int, _ reading: Reading) -> Range<Int> {
    guard let first, last + 1 == token, first < token else { return 0..<0 }
    var end = token
    while end > first, !reading.words[end - 1].isWord { end -= 1 }
    return first..<end
  }
}
