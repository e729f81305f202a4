// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Sentences of Arabic news: they end at a full stop, question or exclamation mark and at the end of
/// a line, but not after initials (د. محمد, أ.ف.ب.) nor inside a quotation that closes in the same
/// paragraph. ICU's own rules cut in all these places.
enum SentenceSplitter {
  /// A quotation longer than this many tokens is taken for a forgotten mark.
  private static let longestQuotation = 160

  /// Splits, and sets `startsSentence` on first tokens. Complexity: linear.
  static func split(
    units: UnsafeBufferPointer<UInt16>, tokens: UnsafeMutableBufferPointer<Token>
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(tokens.count / 16 + 1)
    var first = 0
    while first < tokens.count {
      var end = first + 1
      while end < tokens.count && !tokens[end].flags.contains(.startsParagraph) { end += 1 }
      splitParagraph(units, tokens, first..<end, into: &sentences)
      first = end
    }
    return sentences
  }

  private static func splitParagraph(
    _ units: UnsafeBufferPointer<UInt16>, _ tokens: UnsafeMutableBufferPointer<Token>,
    _ paragraph: Range<Int>, into sentences: inout [Sentence]
  ) {
    var quotes = QuoteTracker(limit: longestQuotation)
    var first = paragraph.lowerBound
    var i = first
    while i < paragraph.upperBound {
      // Words and numbers, most of all tokens, end nothing.
      if tokens[i].rawKind <= TokenKind.number.rawValue {
        i &+= 1
        continue
      }
      let token = tokens[i]
      if token.flags.contains(.quote) {
        i = quotes.skip(from: i, in: paragraph, tokens, units)
        // The mark that closes a quotation ends the sentence when a stop stands before it and
        // nothing but a new sentence can follow.
        if i > first, i + 1 < paragraph.upperBound, isStop(units[Int(tokens[i - 1].start)]),
          tokens[i].flags.contains(.quote), !isContinuation(units[Int(tokens[i + 1].start)])
        {
          close(first..<i + 1, tokens, &sentences)
          first = i + 1
        }
        i += 1
        continue
      }
      i += 1
      guard endsSentence(i - 1, tokens, units, paragraph) else { continue }
      // Further stops, closing quotes and brackets belong to the sentence that ends.
      while i < paragraph.upperBound, isTrailing(tokens[i], units) { i += 1 }
      close(first..<i, tokens, &sentences)
      first = i
    }
    if first < paragraph.upperBound { close(first..<paragraph.upperBound, tokens, &sentences) }
  }

  private static func close(
    _ range: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>,
    _ sentences: inout [Sentence]
  ) {
    tokens[range.lowerBound].rawFlags |= Token.Flags.startsSentence.rawValue
    sentences.append(
      Sentence(
        start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end),
        firstToken: range.lowerBound, tokenCount: range.count))
  }

  private static func isStop(_ unit: UInt16) -> Bool {
    // FULL STOP, EXCLAMATION MARK, QUESTION MARK, ARABIC QUESTION MARK, HORIZONTAL ELLIPSIS
    unit == 0x2E || unit == 0x21 || unit == 0x3F || unit == 0x061F || unit == 0x2026
  }

  /// Comma, colon, semicolon, stop: the sentence goes on after a closing quotation mark.
  private static func isContinuation(_ unit: UInt16) -> Bool {
    unit == 0x060C || unit == 0x2C || unit == 0x3A || unit == 0x061B || isStop(unit)
  }

  /// A stop, closing bracket or quotation mark that stands right at the one before.
  private static func isTrailing(_ token: Token, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard token.flags.contains(.glued) else { return false }
    let unit = units[Int(token.start)]
    return isStop(unit) || unit == 0x29 || unit == 0x5D || token.flags.contains(.quote)
  }

  private static func endsSentence(
    _ index: Int, _ tokens: UnsafeMutableBufferPointer<Token>,
    _ units: UnsafeBufferPointer<UInt16>, _ paragraph: Range<Int>
  ) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    let unit = units[Int(token.start)]
    guard isStop(unit), index > paragraph.lowerBound else { return false }
    guard unit == 0x2E else { return unit != 0x2026 }
    let before = tokens[index - 1]
    guard before.flags.contains(.glued) || token.flags.contains(.glued) else { return true }
    if before.isWord && token.flags.contains(.glued) && isInitials(before, units) {
      // 1443هـ and 20م are figures with an abbreviation, which ends no less than a word does.
      let isOfFigure =
        before.flags.contains(.glued) && index - 2 >= paragraph.lowerBound
        && tokens[index - 2].isNumber
      return isOfFigure
    }
    // "1." at the start of a line numbers a list.
    return !(before.isNumber && index - 1 == paragraph.lowerBound)
  }

  /// One letter, or single letters joined by full stops.
  private static func isInitials(_ token: Token, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    if token.viewCount == 1 { return true }
    // Counted in the view, so that marks on the letters do not matter.
    let stops = units[token.range.start..<token.range.end].count { $0 == 0x2E }
    return stops > 0 && token.viewCount == 2 * stops + 1
  }
}

/// Finds where a quotation closes.
private struct QuoteTracker {
  let limit: Int
  /// Before this token no quotation was found to close: keeps the search linear.
  private var hopelessUntil = 0

  init(limit: Int) { self.limit = limit }

  /// Index of the token that closes the quotation opened at `start`, or `start` if none does.
  mutating func skip(
    from start: Int, in paragraph: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>,
    _ units: UnsafeBufferPointer<UInt16>
  ) -> Int {
    guard start >= hopelessUntil, !isClosing(units[Int(tokens[start].start)]) else { return start }
    let end = min(paragraph.upperBound, start + limit)
    var depth = 1
    var i = start + 1
    while i < end {
      if tokens[i].flags.contains(.quote) {
        let unit = units[Int(tokens[i].start)]
        if unit == 0x22, resumes(i, tokens, units) {
          i += 1
          continue
        }
        depth += isOpening(unit) ? 1 : -1
        if depth == 0 { return i }
      }
      i += 1
    }
    hopelessUntil = end
    return start
  }

  /// A plain mark after a full stop and before a word takes the quotation up again:
  /// "… منهم. "وعلى سبيل المثال …".
  private func resumes(
    _ index: Int, _ tokens: UnsafeMutableBufferPointer<Token>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard index + 1 < tokens.count, !tokens[index].flags.contains(.glued),
      tokens[index + 1].flags.contains(.glued), tokens[index + 1].isWord
    else { return false }
    return units[Int(tokens[index - 1].start)] == 0x2E
  }

  /// « “ „ ‹ and the low quotation marks.
  private func isOpening(_ unit: UInt16) -> Bool {
    unit == 0xAB || unit == 0x201C || unit == 0x201E || unit == 0x2039 || unit == 0x201A
  }

  /// » ” ›
  private func isClosing(_ unit: UInt16) -> Bool {
    unit == 0xBB || unit == 0x201D || unit == 0x203A
  }
}
