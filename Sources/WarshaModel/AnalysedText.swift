// SPDX-License-Identifier: Apache-2.0

/// What the text core made of one text, as borrowed buffers: source, folded view, tokens, sentences.
///
/// Extractors and grammars read this. It is valid as long as its owner keeps the buffers: during
/// one call of an extractor.
@frozen public struct AnalysedText {
  /// The author's text, UTF-16.
  public let source: UnsafeBufferPointer<UInt16>
  /// The folded text: hamza seats, alif maqsura, ta marbuta, presentation forms and digits unified,
  /// Latin in lower case, diacritics, tatweel and bidi controls gone, the alif of لل restored.
  public let view: UnsafeBufferPointer<UInt16>
  /// For each view unit its source position; one more entry, the source's length, at the end.
  public let viewToSource: UnsafeBufferPointer<UInt32>
  /// The tokens in text order.
  public let tokens: UnsafeBufferPointer<Token>
  /// The sentences in text order; together they hold every token.
  public let sentences: UnsafeBufferPointer<Sentence>

  /// Borrows the buffers.
  public init(
    source: UnsafeBufferPointer<UInt16>, view: UnsafeBufferPointer<UInt16>,
    viewToSource: UnsafeBufferPointer<UInt32>, tokens: UnsafeBufferPointer<Token>,
    sentences: UnsafeBufferPointer<Sentence>
  ) {
    self.source = source
    self.view = view
    self.viewToSource = viewToSource
    self.tokens = tokens
    self.sentences = sentences
  }

  /// Hash of a token's view without `front` units at its start and `back` units at its end.
  @inlinable @inline(__always)
  public func hash(of token: Token, front: Int, back: Int = 0) -> UInt64 {
    guard let base = view.baseAddress else { return 0 }
    if front == 0 && back == 0 { return token.hash }
    let count = token.viewCount - front - back
    return count > 0 ? TextHash.of(base + Int(token.viewStart) + front, count: count) : 0
  }

  /// A view unit of a token, counted from its start; 0 outside the token.
  @inlinable
  public func unit(_ offset: Int, of token: Token) -> UInt16 {
    offset >= 0 && offset < token.viewCount ? view[Int(token.viewStart) + offset] : 0
  }

  /// Source position at which a token's stem begins after `front` proclitic units.
  @inlinable
  public func sourceStart(of token: Token, front: Int) -> Int {
    front == 0 ? Int(token.start) : Int(viewToSource[Int(token.viewStart) + front])
  }

  /// The author's last letter of a token, marks aside: tells ي from ى and ة from ه.
  @inlinable
  public func lastLetter(of token: Token) -> UInt16 {
    token.viewCount == 0 ? 0 : source[Int(viewToSource[Int(token.viewEnd) - 1])]
  }

  /// Source span from one token, less `front` proclitic units, to the end of another.
  @inlinable
  public func range(from first: Int, front: Int = 0, through last: Int) -> TextRange {
    TextRange(sourceStart(of: tokens[first], front: front), Int(tokens[last].end))
  }

  /// The author's text of a span.
  public func string(_ range: TextRange) -> String {
    let start = min(max(range.start, 0), source.count)
    let end = min(max(range.end, start), source.count)
    return String(units: UnsafeBufferPointer(rebasing: source[start..<end]))
  }

  /// The folded text of a token. For messages and tables, not for hot loops.
  public func folded(_ token: Token, front: Int = 0) -> String {
    let start = min(Int(token.viewStart) + front, Int(token.viewEnd))
    return String(
      decoding: UnsafeBufferPointer(rebasing: view[start..<Int(token.viewEnd)]), as: UTF16.self)
  }

  /// Index of the sentence that holds a token, or nil of no token. O(log sentences).
  public func sentence(ofToken index: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      let sentence = sentences[middle].tokens
      if index < sentence.lowerBound {
        high = middle
      } else if index >= sentence.upperBound {
        low = middle + 1
      } else {
        return middle
      }
    }
    return nil
  }

  /// Index of the first token that ends after a source position; `tokens.count` if none does.
  public func token(endingAfter position: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
