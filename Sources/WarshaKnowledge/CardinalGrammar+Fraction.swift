// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Fractions beside cardinals, and decimals in words.
extension CardinalGrammar {
  /// A fraction: نصف, ثلاثة أرباع.
  func fraction(
    _ text: AnalysedText, _ place: Place, _ end: Int
  ) -> (value: Double, last: Int)? {
    guard let first = words.word(text, place.index, place.front, end: end) else { return nil }
    let last = place.index + first.tokenCount - 1
    if first.kind == .fraction { return (first.value, last) }
    guard first.kind == .unit, first.value >= 2, let next = words.word(text, last + 1, end: end),
      next.kind == .parts
    else { return nil }
    return (first.value / next.value, last + next.tokenCount)
  }

  /// The hundred, thousand, million … or dozen that a fraction is of, with the article or without.
  func whole(
    _ text: AnalysedText, _ index: Int, _ end: Int
  ) -> (value: Double, isDefinite: Bool)? {
    guard index < end else { return nil }
    let isDefinite = text.tokens[index].hasArticle(after: 0)
    guard let word = words.word(text, index, isDefinite ? 2 : 0, end: end) else { return nil }
    switch word.kind {
    case .hundred, .scale: return (word.value, isDefinite)
    case .dozen where !isDefinite: return (word.value, isDefinite)
    default: return nil
    }
  }

  /// نصف مليون, ربع مئة, نصف دزينة, or the fraction alone with scale 0.
  func fractionOfWhole(_ text: AnalysedText, _ place: Place, _ end: Int) -> Cardinal? {
    guard let fraction = fraction(text, place, end) else { return nil }
    guard let whole = whole(text, fraction.last + 1, end) else {
      return Cardinal(value: fraction.value, last: fraction.last)
    }
    return Cardinal(
      value: fraction.value * whole.value, last: fraction.last + 1, scale: whole.value)
  }

  /// Adds `ونصف`, `وربع مئة`, `ونصف المليون`; multiplies in خمسة ونصف مليون.
  ///
  /// - Returns: Whether there is a fraction.
  func addFraction(
    _ cardinal: inout Cardinal, _ text: AnalysedText, _ place: Place, _ end: Int
  ) -> Bool {
    guard let fraction = fraction(text, place, end) else { return false }
    guard let whole = whole(text, fraction.last + 1, end),
      cardinal.scale == 0 || whole.value <= cardinal.scale
    else {
      // مئة ونصف is a hundred and fifty, مئة وثلاثة أخماس is not.
      let isSimple = fraction.last == place.index && fraction.value <= 0.5
      let whole = cardinal.scale > 0 || isSimple ? max(1, cardinal.multiple) : 1
      cardinal.value += fraction.value * whole
      cardinal.last = fraction.last
      cardinal.scale = 0
      cardinal.endsInHundred = false
      return true
    }
    cardinal.last = fraction.last + 1
    if cardinal.scale == 0, whole.value >= 1000, !whole.isDefinite {
      cardinal.value = (cardinal.value + fraction.value) * whole.value
      cardinal.scale = whole.value
    } else {
      cardinal.value += fraction.value * whole.value
      cardinal.scale = 0
    }
    return true
  }

  /// Takes away what إلا excepts: مئة إلا ربع, ألف إلا مئة.
  func except(_ cardinal: inout Cardinal, _ text: AnalysedText, _ end: Int) {
    let whole = cardinal.multiple
    let next = cardinal.last + 1
    guard whole > 0, words.isLink(.except, text, next, end: end) else { return }
    if let fraction = words.word(text, next + 1, end: end), fraction.kind == .fraction {
      cardinal.value -= fraction.value * whole
      cardinal.last = next + fraction.tokenCount
    } else if var less = term(text, Place(index: next + 1, front: 0), end) {
      sum(&less, text, end)
      guard less.value < whole else { return }
      cardinal.value -= less.value
      cardinal.last = less.last
    } else {
      return
    }
    cardinal.scale = 0
  }

  /// Adds the decimals of خمسة فاصلة سبعة; a scale behind them multiplies the whole.
  func decimals(_ cardinal: inout Cardinal, _ text: AnalysedText, _ end: Int) {
    var next = cardinal.last + 1
    guard words.isLink(.point, text, next, end: end),
      cardinal.value == cardinal.value.rounded(), cardinal.value < 1e15
    else { return }
    next += 1
    var (value, divisor) = (0.0, 1.0)
    // Digit by digit: صفر صفر ثلاثة
    while divisor < 1e15, let digit = words.word(text, next, end: end), digit.kind == .unit,
      let further = words.word(text, next + 1, end: end), further.kind == .unit
    {
      value = value * 10 + digit.value
      divisor *= 10
      next += 1
    }
    guard let part = part(text, next, end, isWhole: cardinal.scale > 0) else { return }
    for _ in 0..<part.width {
      value *= 10
      divisor *= 10
    }
    cardinal.value += (value + part.value) / divisor
    cardinal.last = part.last
    if cardinal.scale == 0 { multiply(&cardinal, text, end) } else { cardinal.scale = 0 }
  }

  /// The number behind the decimal point with its number of digits.
  private func part(
    _ text: AnalysedText, _ index: Int, _ end: Int, isWhole: Bool
  ) -> (value: Double, width: Int, last: Int)? {
    guard index < end else { return nil }
    let token = text.tokens[index]
    if token.isNumber {
      guard token.viewCount <= 15, DigitString.isPlain(text, token),
        let number = DigitString.read(text, at: index, end: index + 1)
      else { return nil }
      return (number.value, token.viewCount, index)
    }
    guard
      var part = small(text, index, end)
        ?? term(text, Place(index: index, front: 0), end)
    else { return nil }
    if isWhole {
      multiply(&part, text, end)
      sum(&part, text, end)
    }
    guard part.value == part.value.rounded(), part.value < 1e15 else { return nil }
    var width = 1
    var rest = part.value
    while rest >= 10 {
      rest /= 10
      width += 1
    }
    return (part.value, width, part.last)
  }
}
