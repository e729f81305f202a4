// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Cardinals in words, in digits with a scale word, and sums of both.
///
/// A sum has terms, each below the scale of the one before: `ثلاثة آلاف ومئتان وخمسون`. A term is a
/// number below a thousand with the scales that multiply it, a scale alone, or a fraction of one.
struct CardinalGrammar: Sendable {
  /// A cardinal read so far.
  struct Cardinal {
    var value: Double
    /// Last token.
    var last: Int
    /// The multiplier that ends it; 0 when it ends in units, tens or hundreds.
    var scale = 0.0
    /// Number of summands below a thousand.
    var summands = 1
    /// Whether it ends in a hundred in words: the unit of مئة ونصف and مئة إلا ربع.
    var endsInHundred = false
    /// The last summand when it is a unit behind و: the three of مئة وثلاثة.
    var unit = 0.0

    /// What a fraction behind it is of: the last scale or hundred; 0 when it ends in neither.
    var multiple: Double { scale > 0 ? scale : endsInHundred ? 100 : 0 }
  }

  typealias Place = NumberWords.Place
  let words: NumberWords

  /// The cardinal in words at a token.
  func inWords(_ text: AnalysedText, _ place: Place, _ end: Int) -> Cardinal? {
    guard var cardinal = term(text, place, end) else { return nil }
    extend(&cardinal, text, end)
    return cardinal
  }

  /// The cardinal in digits at a token, with the scale words and terms behind them.
  func inDigits(_ text: AnalysedText, _ index: Int, _ end: Int) -> Cardinal? {
    guard var cardinal = digits(text, index, end) else { return nil }
    extend(&cardinal, text, end)
    return cardinal
  }

  /// Digits and the scales behind them.
  private func digits(_ text: AnalysedText, _ index: Int, _ end: Int) -> Cardinal? {
    guard let number = DigitString.read(text, at: index, end: end) else { return nil }
    var cardinal = Cardinal(value: number.value, last: number.last)
    multiply(&cardinal, text, end)
    return cardinal
  }

  private func extend(_ cardinal: inout Cardinal, _ text: AnalysedText, _ end: Int) {
    decimals(&cardinal, text, end)
    sum(&cardinal, text, end)
    except(&cardinal, text, end)
  }

  // MARK: Terms

  /// A number in words below a thousand, without the scales behind it.
  func small(_ text: AnalysedText, _ index: Int, _ end: Int) -> Cardinal? {
    guard let first = words.word(text, index, end: end) else { return nil }
    return belowThousand(text, Place(index: index, front: 0), first, end)
  }

  /// A number below a thousand with its scales, a scale alone, or a fraction of a scale.
  func term(_ text: AnalysedText, _ place: Place, _ end: Int) -> Cardinal? {
    guard let first = words.word(text, place.index, place.front, end: end) else { return nil }
    var cardinal: Cardinal
    switch first.kind {
    case .scale: cardinal = Cardinal(value: first.value, last: place.index, scale: first.value)
    case .scale2: cardinal = Cardinal(value: 2 * first.value, last: place.index, scale: first.value)
    case .accusative:
      let count = isDual(text, place.index, end) ? 2.0 : 1
      cardinal = Cardinal(value: count * first.value, last: place.index, scale: first.value)
    case .fraction, .parts, .few, .vague, .scales, .ordinal, .dozen, .none: return nil
    default:
      guard let small = belowThousand(text, place, first, end) else { return nil }
      cardinal = small
    }
    multiply(&cardinal, text, end)
    return cardinal
  }

  /// Whether ألفا is the dual before its noun and not the accusative of one thousand.
  private func isDual(_ text: AnalysedText, _ index: Int, _ end: Int) -> Bool {
    let next = index + 1
    guard next < end, text.tokens[next].isArabic, words.joined(text, next, end: end) == nil,
      !words.isLink(.particle, text, next, end: end)
    else { return false }
    let token = text.tokens[index]
    return !(Int(token.start)..<Int(token.end)).contains { text.source[$0] == Letter.fathatan }
  }

  /// Multiplies by what follows without و: خمسة آلاف, مئة ألف مليون, واحد وعشرين مئة ألف, ٣ دزينات.
  func multiply(_ cardinal: inout Cardinal, _ text: AnalysedText, _ end: Int) {
    while let word = words.word(text, cardinal.last + 1, end: end) {
      switch word.kind {
      case .scale, .scales, .accusative:
        guard word.value > cardinal.scale, cardinal.value > 0 else { return }
        cardinal.scale = word.value
      case .hundred, .vague:
        guard word.value == 100, cardinal.scale == 0, Self.multipliesHundred(cardinal.value) else {
          return
        }
        cardinal.scale = word.value
      case .dozen:
        guard cardinal.scale == 0 else { return }
        cardinal.scale = word.value
      case .parts:
        guard cardinal.scale == 0, cardinal.value >= 1 else { return }
        if cardinal.unit > 1 {  // مئة وثلاثة أخماس
          cardinal.value += cardinal.unit / word.value - cardinal.unit
        } else {
          cardinal.value /= word.value
        }
        cardinal.last += word.tokenCount
        return
      default: return
      }
      cardinal.value *= word.value
      cardinal.last += word.tokenCount
    }
  }

  private static func multipliesHundred(_ value: Double) -> Bool {
    value >= 2 && value < 100 && value == value.rounded()
  }

  /// Hundreds, tens and units joined by و, in the order of speech.
  private func belowThousand(
    _ text: AnalysedText, _ place: Place, _ first: NumberWords.Word, _ end: Int
  ) -> Cardinal? {
    var hundreds = 0.0
    var last = place.index
    switch first.kind {
    case .hundred, .hundreds: hundreds = first.value
    case .unit where first.value >= 3:
      // ثلاث مئة, ثلاث ميات
      if let next = words.word(text, last + 1, end: end), next.value == 100,
        next.kind == .hundred || next.kind == .vague
      {
        hundreds = 100 * first.value
        last += 1
      }
    default: break
    }
    guard hundreds > 0 else { return tensAndUnits(text, place, first, end) }
    if let next = words.joined(text, last + 1, end: end),
      fraction(text, next, end) == nil,
      let word = words.word(text, next.index, next.front, end: end),
      var rest = tensAndUnits(text, next, word, end)
    {
      if rest.summands == 1, word.kind == .unit, rest.last == next.index { rest.unit = rest.value }
      rest.value += hundreds
      rest.summands += 1
      return rest
    }
    return Cardinal(value: hundreds, last: last, endsInHundred: true)
  }

  /// خمسة وعشرون, خمسة عشر, عشرون, خمسة
  private func tensAndUnits(
    _ text: AnalysedText, _ place: Place, _ first: NumberWords.Word, _ end: Int
  ) -> Cardinal? {
    switch first.kind {
    case .one, .unit:
      if first.value > 0 {
        if let next = words.word(text, place.index + 1, end: end), next.kind == .ten {
          return Cardinal(value: first.value + next.value, last: place.index + 1)
        }
        if let next = words.joined(text, place.index + 1, end: end),
          let tens = words.word(text, next.index, next.front, end: end), tens.kind == .tens
        {
          return Cardinal(value: first.value + tens.value, last: next.index, summands: 2)
        }
      }
      return first.kind == .one ? nil : Cardinal(value: first.value, last: place.index)
    case .ten, .teen, .tens: return Cardinal(value: first.value, last: place.index)
    default: return nil
    }
  }

  // MARK: Sums

  /// Adds what و joins: ألفان وخمسمئة وثلاثون, 3 آلاف و500, مليون ونصف المليون.
  func sum(_ cardinal: inout Cardinal, _ text: AnalysedText, _ end: Int) {
    while true {
      guard let place = words.joined(text, cardinal.last + 1, end: end) else {
        guard addFigure(&cardinal, text, cardinal.last + 1, isJoined: false, end) else { return }
        continue
      }
      if addFraction(&cardinal, text, place, end) {
        if cardinal.scale == 0 { return }
        continue
      }
      if text.tokens[place.index].isNumber {
        guard addFigure(&cardinal, text, place.index, isJoined: true, end) else { return }
      } else if cardinal.scale > 0 {
        guard let next = term(text, place, end), next.value < cardinal.scale else { return }
        add(next, to: &cardinal)
      } else {
        guard cardinal.summands > 1, cardinal.value > 100,
          let scale = words.word(text, place.index, place.front, end: end), scale.kind == .scale,
          scale.value >= 1_000_000
        else { return }
        // مئة وعشرة ومليون: the small part first.
        cardinal.value += scale.value
        cardinal.last = place.index
        return
      }
    }
  }

  private func add(_ next: Cardinal, to cardinal: inout Cardinal) {
    cardinal.value += next.value
    cardinal.last = next.last
    cardinal.scale = next.scale
    cardinal.summands = 1
  }

  /// Adds figures: `3 آلاف و500`, `مليون 500 ألف`.
  private func addFigure(
    _ cardinal: inout Cardinal, _ text: AnalysedText, _ index: Int, isJoined: Bool, _ end: Int
  ) -> Bool {
    guard cardinal.scale > 0, index < end, text.tokens[index].isNumber,
      let next = digits(text, index, end), next.value < cardinal.scale
    else { return false }
    // Without a scale of its own it must fill the last thousand: مليون و5 is no sum.
    guard next.scale > 0 || isJoined && next.value >= cardinal.scale / 10 else { return false }
    add(next, to: &cardinal)
    return true
  }
}
