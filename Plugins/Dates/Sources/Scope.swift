// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// What the grammars of time work on: one sentence, the document's date, what was found before.
struct Scope {
  let text: AnalysedText
  let knowledge: TimeKnowledge
  /// Classes of words that begin at each token.
  let marks: UnsafeBufferPointer<UInt64>
  var reference: Reference
  /// Whether the steps of derivations are wanted.
  let explains: Bool
  /// Tokens of the sentence.
  var sentence: Range<Int>
  /// Whether the text is nothing but an expression of time: what is no date in an article (`فبراير`,
  /// `دقيقة`) is one in a question.
  var isUtterance = false
  /// What the text told of that later words refer to.
  var told = Told()
  /// The day near the document's that the text told of last.
  var lastDay: CivilDay? { told.recent }
  /// The value of the last date of any size.
  var lastValue: String? { told.value }

  var end: Int { sentence.upperBound }

  var numbers: NumberGrammar { knowledge.numbers }
  var modifiers: Modifiers { knowledge.modifiers }

  /// The word of a class at a token, within the sentence.
  @inline(__always)
  func hit(_ kind: DateWords.Class, _ index: Int, front: Int? = nil) -> DateWords.Hit? {
    guard index >= 0, index < end, marks[index] & kind.bit != 0 else { return nil }
    return knowledge.words.hit(kind, text, index, front: front, end: end)
  }

  /// The word of a class that is one token, right before another of the sentence.
  func hit(_ kind: DateWords.Class, before index: Int) -> DateWords.Hit? {
    guard index > sentence.lowerBound, marks[index - 1] & kind.bit != 0 else { return nil }
    return knowledge.words.hit(kind, text, index - 1, end: index)
  }

  /// The number that begins at a token of the sentence.
  func number(_ index: Int) -> NumberPhrase? {
    index >= 0 && index < end ? numbers.phrase(in: text, at: index, end: end) : nil
  }

  /// The ordinal that begins at a token of the sentence.
  func ordinal(_ index: Int) -> NumberPhrase? {
    index >= 0 && index < end ? numbers.ordinal(in: text, at: index, end: end) : nil
  }

  /// The day that a clock time without a day belongs to: yesterday when the text tells of it, else
  /// the document's.
  var clockDay: CivilDay? {
    guard let today = reference.day else { return lastDay }
    guard let lastDay, today.number - lastDay.number <= 1 else { return today }
    return lastDay
  }

  /// A number in plain digits at a token, with its number of digits.
  func digits(_ index: Int) -> (value: Int, width: Int)? {
    guard index >= 0, index < end else { return nil }
    let token = text.tokens[index]
    guard token.isNumber, token.viewCount <= 9 else { return nil }
    var value = 0
    for offset in 0..<token.viewCount {
      let unit = text.unit(offset, of: token)
      guard unit >= 0x30, unit <= 0x39 else { return nil }
      value = value * 10 + Int(unit - 0x30)
    }
    return (value, token.viewCount)
  }

  /// Whether a token is one of some marks.
  func isMark(_ index: Int, _ units: UInt16...) -> Bool {
    index >= 0 && index < end && units.contains { text.isMark(index, $0) }
  }

  func isDash(_ index: Int) -> Bool { isMark(index, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014) }
  func isSlash(_ index: Int) -> Bool { isMark(index, 0x2F) }

  /// Whether the word at a token begins with و and is read so.
  func isJoined(_ index: Int) -> Bool {
    guard index < end else { return false }
    let token = text.tokens[index]
    return token.mayStrip(1) && text.unit(0, of: token) == Letter.waw
  }

  /// -1, 0 or 1 when الماضي, الحالي or المقبل stands at a token.
  func relative(_ index: Int) -> (direction: Int, last: Int)? {
    guard let hit = hit(.rel, index, front: 0) else { return nil }
    return (hit.number, hit.last)
  }

  /// هذا الأسبوع, الشهر الماضي, السنة بعد القادمة, السنة هاي: the unit and how many of it away.
  func period(_ index: Int) -> (unit: Int, offset: Int, front: Int, last: Int)? {
    if let this = hit(.this, index), let noun = hit(.period, this.last + 1, front: 0),
      noun.number >= 4 || isUtterance
    {
      return (noun.number, 0, this.front, noun.last)
    }
    guard let noun = hit(.period, index), noun.number >= 3 || isUtterance else { return nil }
    var next = noun.last + 1
    // العام الدراسي المقبل, الموسم الرياضي الماضي, العام الهجري الجديد
    if noun.number == 6 || noun.number == 9, let kind = hit(.yearKind, next, front: 0) {
      next = kind.last + 1
    } else if noun.number == 9 {
      return nil
    }
    if let beyond = hit(.beyond, next, front: 0) {
      return (noun.number, beyond.number, noun.front, beyond.last)
    }
    if let relative = relative(next) {
      return (noun.number, relative.direction, noun.front, relative.last)
    }
    guard isUtterance, noun.number >= 4 else { return nil }
    return (noun.number, 0, noun.front, hit(.this, next, front: 0)?.last ?? noun.last)
  }

  /// Last token of نفس الشهر or الشهر نفسه.
  func sameMonth(_ index: Int) -> Int? {
    if let same = hit(.same, index, front: 0),
      let noun = hit(.period, same.last + 1, front: 0), noun.number == 5
    {
      return noun.last
    }
    guard let noun = hit(.period, index, front: 0), noun.number == 5 else { return nil }
    return hit(.same, noun.last + 1, front: 0)?.last
  }

  /// The year of a month or its day that says none: what the text gave that month before, what the
  /// tense says, else the nearest.
  func year(ofMonth month: Int, day: Int?, before index: Int) -> Int? {
    if !isUtterance, let year = told.year(ofMonth: month) { return year }
    let direction = isFuture(before: index) ? 1 : nil
    guard let day else { return reference.year(ofMonth: month, direction: direction) }
    let year = reference.year(ofMonth: month, day: day, direction: direction)
    // A day gone by for less than a month is likelier than one in a year, whatever the tense.
    if direction == 1, let today = reference.day, let year, let ahead = CivilDay(year, month, day),
      let past = CivilDay(year - 1, month, day), ahead.number - today.number > 330,
      past < today
    {
      return year - 1
    }
    return year
  }

  /// Whether a clause or phrase ends before a token: nothing that could be counted follows.
  func isClosed(_ index: Int) -> Bool {
    guard index < end else { return true }
    return text.tokens[index].kind == .punctuation || hit(.prep, index) != nil || isJoined(index)
  }

  /// Whether the words before a token speak of the future: a verb with سـ, المقرر, موعد …; or what
  /// the sentence named last lies ahead.
  func isFuture(before index: Int) -> Bool {
    if told.isAhead { return true }
    var i = index - 1
    while i >= max(sentence.lowerBound, index - 12) {
      if isFutureVerb(i) || hit(.futureCue, i) != nil { return true }
      i -= 1
    }
    return false
  }

  /// ستبدأ, سيصل, وستعلن: س before the imperfect's prefix, five letters at least.
  private func isFutureVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic else { return false }
    let start = text.unit(0, of: token) == Letter.waw ? 1 : 0
    guard token.viewCount - start >= 5, text.unit(start, of: token) == Letter.sin else {
      return false
    }
    let prefix = text.unit(start + 1, of: token)
    // سأعود: with its hamza, for ساحة begins like it.
    let second = Int(token.start) + start + 1
    if prefix == Letter.alif, second < Int(token.end), text.source[second] == 0x0623 { return true }
    return prefix == Letter.ya || prefix == Letter.ta || prefix == Letter.nun
  }
}
