// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// One sentence as the grammars of anchors see it: its tokens, the places in it, the words' classes.
///
/// The grammars ask for the same words again and again, so that a clause keeps their classes.
final class Clause {
  let text: AnalysedText
  let tokens: Range<Int>
  /// The sentence before, where a pronoun may point.
  let before: Range<Int>?
  let places: Places
  let words: DistanceWords

  /// Classes by token of the sentence, `unknown` until they are asked for.
  private var known: [DistanceWords.Classes]
  private static let unknown = DistanceWords.Classes(rawValue: 1 << 31)

  init(
    text: AnalysedText, tokens: Range<Int>, before: Range<Int>?, places: Places,
    words: DistanceWords
  ) {
    (self.text, self.tokens, self.before) = (text, tokens, before)
    (self.places, self.words) = (places, words)
    known = Array(repeating: Self.unknown, count: tokens.count)
  }

  /// Classes of the word at a token; none outside the text.
  func classes(_ index: Int) -> DistanceWords.Classes {
    guard tokens.contains(index) else {
      return text.tokens.indices.contains(index) ? words.classes(at: index, in: text).classes : []
    }
    let place = index - tokens.lowerBound
    if known[place] == Self.unknown { known[place] = words.classes(at: index, in: text).classes }
    return known[place]
  }

  /// Words and marks that may stand between a place and its distance.
  func isTie(_ index: Int) -> Bool {
    if !classes(index).isDisjoint(with: [.locative, .measure, .link, .direction, .between]) {
      return true
    }
    let token = text.tokens[index]
    guard token.kind == .punctuation else { return false }
    let unit = text.source[Int(token.start)]
    return unit == Letter.comma || unit == 0x2D || unit == 0x2013 || unit == 0x28
  }

  /// An adjective behind a name: المالية in `نارا المالية`.
  func isAdjective(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isArabic && token.hasArticle(after: 0) && !places.cover(index)
      && classes(index).subtracting(.noun) == []
  }

  /// Whether a word of a class is at a token.
  func has(_ index: Int, _ any: DistanceWords.Classes) -> Bool {
    !classes(index).isDisjoint(with: any)
  }

  /// Whether a token begins with a letter that is a clitic there: و, ب.
  func begins(_ index: Int, with letter: UInt16) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let token = text.tokens[index]
    return text.unit(0, of: token) == letter && (token.mayStrip(1) || token.viewCount == 1)
  }

  /// The place that a name stands for: of `دوشنبه عاصمة طاجيكستان` the town, or nil if it is no
  /// Location.
  func named(_ place: Places.Place) -> Places.Place? {
    let first = head(before: place.first) + 1
    guard let apposition = (first..<place.first).first(where: { has($0, .apposition) }) else {
      return place
    }
    return apposition == first && !places.cover(first - 1)
      && !text.tokens[max(first - 1, tokens.lowerBound)].isWord
      ? place : places.ending(at: apposition - 1)
  }

  /// The first token of a word or phrase of origin that ends at a token: عن, بينها وبين.
  func origin(endingAt index: Int) -> Int? {
    guard index >= tokens.lowerBound else { return nil }
    if has(index, .origin) { return index }
    return index > tokens.lowerBound && has(index, .between) && has(index - 1, .origin)
      ? index - 1 : nil
  }

  /// The first token before an index that is no noun of places: `مدينة` before `حمص`.
  func head(before index: Int) -> Int {
    var head = index - 1
    while head >= tokens.lowerBound, has(head, .noun), !has(head, .origin) { head -= 1 }
    return head
  }

  /// The places that و joins to one before, itself first: `حلب وإدلب`.
  func coordinated(from place: Places.Place) -> [Int] {
    let next = place.last + 1
    guard next < tokens.upperBound, begins(next, with: Letter.waw),
      let other = places.beginning(at: next)
    else { return [place.id] }
    return [place.id] + coordinated(from: other)
  }
}
