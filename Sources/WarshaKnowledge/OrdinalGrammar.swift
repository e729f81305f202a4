// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Ordinals: الثالث, الحادية عشرة, الخامس والعشرون, المئة والخامسة والعشرون, العاشر بعد المئة, الألف.
struct OrdinalGrammar: Sendable {
  private typealias Found = (value: Double, last: Int)

  let words: NumberWords

  /// The ordinal at a token.
  func ordinal(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberPhrase? {
    let token = text.tokens[index]
    guard token.isArabic else { return nil }
    for front in 0...2 where token.mayStrip(front) {
      let isDefinite = token.hasArticle(after: front)
      let start = NumberWords.Place(index: index, front: front + (isDefinite ? 2 : 0))
      guard words.mayBegin(withHash: text.hash(of: token, front: start.front)),
        let first = words.word(text, index, start.front, end: end)
      else { continue }
      if first.kind == .none { return nil }
      guard let found = ordinal(text, start, first, front, isDefinite, end) else { continue }
      return NumberPhrase(
        first: index, front: front, last: found.last, value: found.value, form: .ordinal)
    }
    return nil
  }

  private func ordinal(
    _ text: AnalysedText, _ start: NumberWords.Place, _ first: NumberWords.Word, _ front: Int,
    _ isDefinite: Bool, _ end: Int
  ) -> Found? {
    if isDefinite, let large = large(text, start.index, first, end) {
      // بالمئة, في المئة is a percentage; المليون دولار is a count.
      let isPlain = front == 0 || text.unit(0, of: text.tokens[start.index]) == Letter.waw
      guard isPlain, !words.isLink(.percent, text, start.index - 1, end: end),
        !isCounted(text, large.last + 1, end)
      else { return nil }
      return large
    }
    guard var found = belowHundred(text, start, first, isDefinite, end) else { return nil }
    // العاشر بعد المئة
    let next = found.last + 2
    if next < end, words.isLink(.after, text, next - 1, end: end),
      text.tokens[next].hasArticle(after: 0), let word = words.word(text, next, 2, end: end),
      [.hundred, .hundreds, .scale].contains(word.kind)
    {
      found = (found.value + word.value, next)
    }
    return found
  }

  // MARK: Hundreds and scales

  /// Definite hundreds and what و adds to them, or a definite scale.
  private func large(
    _ text: AnalysedText, _ index: Int, _ first: NumberWords.Word, _ end: Int
  ) -> Found? {
    var found: Found
    switch first.kind {
    case .scale: return (first.value, index)
    case .scale2: return (2 * first.value, index)
    case .hundred, .hundreds: found = (first.value, index)
    case .unit where first.value >= 3:
      guard let hundred = words.word(text, index + 1, end: end), hundred.kind == .hundred else {
        return nil
      }
      found = (first.value * 100, index + 1)
    default: return nil
    }
    if let place = definite(text, found.last + 1, end),
      let word = words.word(text, place.index, place.front, end: end),
      let rest = belowHundred(text, place, word, true, end)
    {
      found = (found.value + rest.value, rest.last)
    }
    return found
  }

  /// The word behind و and the article.
  private func definite(_ text: AnalysedText, _ index: Int, _ end: Int) -> NumberWords.Place? {
    guard let place = words.joined(text, index, end: end),
      text.tokens[place.index].hasArticle(after: place.front)
    else { return nil }
    return NumberWords.Place(index: place.index, front: place.front + 2)
  }

  /// Whether a noun without article follows.
  private func isCounted(_ text: AnalysedText, _ index: Int, _ end: Int) -> Bool {
    guard index < end, text.tokens[index].isArabic else { return false }
    let token = text.tokens[index]
    return !token.hasArticle(after: 0) && !token.mayStrip(1)
      && !words.isLink(.particle, text, index, end: end)
  }

  // MARK: Below a hundred

  private func belowHundred(
    _ text: AnalysedText, _ start: NumberWords.Place, _ first: NumberWords.Word,
    _ isDefinite: Bool, _ end: Int
  ) -> Found? {
    let next = start.index + 1
    switch first.kind {
    case .tens: return isDefinite ? (first.value, start.index) : nil
    case .ordinal:
      guard first.value < 10 else { return (first.value, start.index) }
      if let ten = words.word(text, next, end: end), ten.kind == .ten {
        return (first.value + ten.value, next)
      }
      return withTens(first.value, text, next, end) ?? (first.value, start.index)
    case .one, .unit:
      // الأحد عشر, الاثنتا عشرة, الواحد والعشرون
      guard isDefinite, first.value == 1 || first.value == 2 else { return nil }
      if first.kind == .one || first.value == 2, let ten = words.word(text, next, end: end),
        ten.kind == .ten, agrees(text, start, next)
      {
        return (first.value + ten.value, next)
      }
      return first.value == 1 ? withTens(first.value, text, next, end) : nil
    default: return nil
    }
  }

  /// والعشرون; without the article it may be minutes: الثامنة وعشرين دقيقة.
  private func withTens(
    _ unit: Double, _ text: AnalysedText, _ index: Int, _ end: Int
  ) -> Found? {
    guard let place = definite(text, index, end),
      let tens = words.word(text, place.index, place.front, end: end), tens.kind == .tens
    else { return nil }
    return (unit + tens.value, place.index)
  }

  /// الأحد is Sunday too: with a feminine ten behind it, ten of something are counted.
  private func agrees(_ text: AnalysedText, _ start: NumberWords.Place, _ ten: Int) -> Bool {
    let one = text.tokens[start.index]
    let isMasculineOne = text.unit(one.viewCount - 1, of: one) == Letter.dal
    return !isMasculineOne || text.tokens[ten].viewCount == 3
  }
}
