// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The content of a claim and how it is quoted.
struct Content {
  var phrase: Phrase
  var quote: Quote

  enum Quote: String { case direct, indirect, mixed }
}

extension TokenSheet {
  /// The content that begins at a marker: to the end of its sentence, or of the quotation around
  /// its cue, unless the attribution ends earlier.
  ///
  /// - Parameters:
  ///   - marker: What introduces the content.
  ///   - cue: Token of the cue; a quotation around it bounds the content.
  ///   - form: Features of the cue; a further verb of the same subject ends the content.
  ///   - sentence: Tokens of the sentence.
  /// - Returns: nil when no word follows the marker.
  func content(
    from marker: Marker, cue: Int, form: Form, sentence: Range<Int>
  ) -> Content? {
    var first = marker.content
    var end = min(sentence.upperBound, first + Self.reach)
    if enclosing[cue] >= 0 { end = min(end, Int(enclosing[cue])) }
    while first < end && has(first, [.comma, .dash, .colon]) { first += 1 }
    if marker.kind == .colon, has(first, .bareThat), fronts[first] == 0 { first += 1 }
    guard first < end else { return nil }
    if isOpeningQuote(first), partner(first) < end {
      if let close = quotationEnd(first, end: end) {
        guard let phrase = trimmed(first + 1, 0, close) else { return nil }
        return Content(phrase: phrase, quote: .direct)
      }
    } else if has(first, .quoteMark), partners[first] < 0 {
      // A quotation that never closes goes to the end of its sentence.
      guard let phrase = trimmed(first + 1, 0, end) else { return nil }
      return Content(phrase: phrase, quote: .direct)
    }
    let front = first == marker.content ? marker.front : 0
    let close = clauseEnd(from: first, end: end, form: form, marker: marker)
    guard var phrase = trimmed(first, front, close) else { return nil }
    if phrase.front == 0 && !has(first, .that) { phrase.front = conjunction(first) }
    return Content(phrase: phrase, quote: quotation(in: phrase))
  }

  /// The content before a trailing attribution: from `first` to the mark before it.
  func content(before cue: Int, from first: Int) -> Content? {
    var first = max(first, cue - Self.reach)
    var front = 0
    while first < cue {
      if has(first, [.comma, .dash, .stop])
        || (has(first, .standing) && fronts[first] == 0 && !has(first, .past))
      {
        first += 1
        continue
      }
      front = conjunction(first)
      break
    }
    guard let phrase = trimmed(first, front, cue) else { return nil }
    if isOpeningQuote(phrase.first), partner(phrase.first) == phrase.last,
      let inner = trimmed(phrase.first + 1, 0, phrase.last)
    {
      return Content(phrase: inner, quote: .direct)
    }
    return Content(phrase: phrase, quote: quotation(in: phrase))
  }

  /// Where a quotation that is the whole content closes; nil when words go on after it.
  private func quotationEnd(_ open: Int, end: Int) -> Int? {
    let close = partner(open)
    let next = close + 1
    if next >= end || has(next, [.stop, .closeBracket]) { return close }
    if has(next, .comma) {
      // «…»، … goes on when neither a new clause nor an attribution follows.
      return close
    }
    if startsClause(next, form: nil) || participle(next) { return close }
    if form(at: next, of: .attribution) != nil { return close }
    if has(next, .dash) { return close }
    if has(next, [.cut, .opener]) { return close }
    if conjunction(next) > 0, !isOpeningQuote(next) { return close - open > 6 ? close : nil }
    return nil
  }

  /// 1 when the token begins with a conjunction that is not part of its word.
  func conjunction(_ index: Int) -> Int {
    guard isArabic(index) else { return 0 }
    let token = text.tokens[index]
    let letter = text.unit(0, of: token)
    guard letter == Letter.waw || letter == Letter.fa, token.mayStrip(1) else { return 0 }
    if !classes[index].isEmpty || cueEntries[index] >= 0 {
      let front = classes[index].isEmpty ? cueShape(index).front : Int(fronts[index])
      return front == 0 ? 0 : 1
    }
    if token.hasArticle(after: 1) || has(index + 1, .past) { return 1 }
    // A word in the middle of nowhere: fa rarely joins, waw mostly does at the head of a sentence.
    return letter == Letter.waw && token.flags.contains(.startsSentence) && token.viewCount > 3
      ? 1 : 0
  }

  /// How many units a phrase has.
  func length(_ phrase: Phrase) -> Int {
    Int(text.tokens[phrase.last].end) - Int(text.tokens[phrase.first].start)
  }

  /// Cuts marks from both ends; nil when no word is left.
  func trimmed(_ first: Int, _ front: Int, _ end: Int) -> Phrase? {
    var last = end - 1
    while last >= first {
      if has(last, [.comma, .stop, .dash, .colon]) {
        last -= 1
      } else if has(last, .quoteMark), partners[last] < Int32(first) || partners[last] > Int32(last)
      {
        last -= 1
      } else if has(last, .openBracket)
        || (has(last, .closeBracket) && partners[last] < Int32(first))
      {
        last -= 1
      } else {
        break
      }
    }
    return last >= first ? Phrase(first: first, front: front, last: last) : nil
  }

  /// Whether the source's own words stand in quotation marks inside; names do not count.
  private func quotation(in phrase: Phrase) -> Content.Quote {
    var index = phrase.first
    while index <= phrase.last {
      if isOpeningQuote(index), partner(index) <= phrase.last {
        let close = partner(index)
        let isLabel =
          close - index <= 5
          && (has(index - 1, .name) || hasArticle(index + 1) || actorEnds[index + 1] >= 0)
        if !isLabel && !(close - index == 2 && isLoneLetter(index - 1, Letter.lam)) {
          return .mixed
        }
        index = close
      }
      index += 1
    }
    return .indirect
  }
}
