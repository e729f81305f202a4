// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// The figures of a clock time: `9:18`, `11.15`, `الثالثة والنصف`, `8`, `خمسة إلا ثلثا`, `1140`.
struct ClockDial {
  var hour: Int
  var minute = 0
  var second: Int?
  /// Proclitic view units of the first token that are outside.
  var front = 0
  /// Last token.
  var last: Int
  /// How the hour is written; it tells how much else must say that a time is meant.
  var form: Form

  enum Form {
    /// Behind الساعة.
    case named
    /// Two figures with a colon.
    case colon
    /// A definite ordinal: الثالثة.
    case ordinal
    /// A figure, a cardinal, figures with a point.
    case number
  }

  /// The dial at a token, with الساعة or without.
  init?(_ scope: Scope, _ index: Int) {
    guard let word = scope.hit(.hourWord, index) else {
      self.init(face: scope, index)
      return
    }
    var next = word.last + 1
    if scope.isMark(next, 0x3A) { next += 1 }
    // ساعة واحدة is a length.
    let isNamed = scope.text.tokens[index].hasArticle(after: word.front)
    guard let dial = ClockDial(face: scope, next, isNamed: isNamed), dial.front == 0 else {
      return nil
    }
    self = dial
    front = word.front
    form = .named
  }

  private init(hour: Int, last: Int, form: Form, front: Int = 0) {
    self.hour = hour
    self.last = last
    self.form = form
    self.front = front
  }

  private init?(face scope: Scope, _ index: Int, isNamed: Bool = false) {
    guard index < scope.end else { return nil }
    if let figure = scope.digits(index) {
      self.init(figure: scope, index, figure)
      return
    }
    if let pointed = ClockDial(pointed: scope, index) {
      self = pointed
      return
    }
    let token = scope.text.tokens[index]
    // الاثنين is a day.
    guard token.isArabic, scope.hit(.weekday, index) == nil else { return nil }
    if let ordinal = scope.ordinal(index),
      // الساعة الأولى is the first one.
      ordinal.value > 1, ordinal.value <= 12, isNamed || token.hasArticle(after: ordinal.front)
    {
      self.init(hour: Int(ordinal.value), last: ordinal.last, form: .ordinal, front: ordinal.front)
    } else if let cardinal = Self.cardinal(scope, index, isNamed: isNamed) {
      self.init(hour: cardinal.hour, last: cardinal.last, form: .number, front: cardinal.front)
      minute = cardinal.minute
      if minute > 0 { return }
    } else {
      return nil
    }
    addMinutes(scope, from: index)
  }

  /// الواحدة, and the cardinals of speech: الساعة ثلاثة, الخمسة العصر.
  private static func cardinal(
    _ scope: Scope, _ index: Int, isNamed: Bool
  ) -> (hour: Int, minute: Int, front: Int, last: Int)? {
    let token = scope.text.tokens[index]
    for front in 0...2 where token.mayStrip(front) && token.hasArticle(after: front) {
      let hash = scope.text.hash(of: token, front: front + 2)
      if let hour = scope.numbers.cardinal(ofHash: hash), hour >= 1, hour <= 12,
        hour == 1 || isNamed || scope.isUtterance || scope.hit(.clockHalf, index + 1) != nil
      {
        return (Int(hour), 0, front, index)
      }
    }
    guard isNamed || scope.isUtterance,
      let number = scope.number(index),
      number.form == .words, number.value >= 1
    else { return nil }
    if number.value < 13 {
      // ثلاثة وربع is three and fifteen minutes.
      let minute = ((number.value - number.value.rounded(.down)) * 60).rounded()
      return (Int(number.value), Int(minute), number.front, number.last)
    }
    // خمسة وعشرين دقيقة: hour and minutes, which the number grammar has joined.
    guard isNamed, let hour = scope.numbers.cardinal(ofHash: scope.text.tokens[index].hash),
      hour >= 1, hour <= 12
    else { return nil }
    return (Int(hour), 0, 0, index)
  }

  private init?(figure scope: Scope, _ index: Int, _ figure: (value: Int, width: Int)) {
    if figure.width <= 2, figure.value <= 24 {
      if scope.isMark(index + 1, 0x3A), let minute = scope.digits(index + 2), minute.width == 2,
        minute.value < 60, scope.text.tokens[index + 1].flags.contains(.glued)
      {
        self.init(hour: figure.value, last: index + 2, form: .colon)
        self.minute = minute.value
        if scope.isMark(last + 1, 0x3A), let second = scope.digits(last + 2), second.width == 2,
          second.value < 60
        {
          self.second = second.value
          last += 2
        }
        return
      }
      self.init(hour: figure.value, last: index, form: .number)
      addMinutes(scope, from: index)
      return
    }
    // 1140 صباحا
    guard (3...4).contains(figure.width), figure.value / 100 <= 24, figure.value % 100 < 60,
      // 1954م is a year.
      let half = scope.hit(.clockHalf, index + 1),
      half.last > index + 1 || scope.text.tokens[index + 1].viewCount > 1
    else { return nil }
    self.init(hour: figure.value / 100, last: index, form: .number)
    minute = figure.value % 100
  }

  /// `11.15` is one token with a decimal point.
  private init?(pointed scope: Scope, _ index: Int) {
    let token = scope.text.tokens[index]
    guard token.isNumber, (4...5).contains(token.viewCount) else { return nil }
    var parts = [0, 0]
    var place = 0
    var width = 0
    for offset in 0..<token.viewCount {
      let unit = scope.text.unit(offset, of: token)
      if unit == 0x2E || unit == 0x2C || unit == Letter.comma, place == 0 {
        place = 1
        width = 0
      } else if unit >= 0x30, unit <= 0x39 {
        parts[place] = parts[place] * 10 + Int(unit - 0x30)
        width += 1
      } else {
        return nil
      }
    }
    guard place == 1, width == 2, parts[0] <= 24, parts[1] < 60 else { return nil }
    self.init(hour: parts[0], last: index, form: .number)
    minute = parts[1]
  }

  // MARK: Minutes

  /// `والنصف`, `إلا ثلثا`, `و18 دقيقة`, `وخمسة وثلاثين` before a half of the day, `إلا 20 دقيقة`.
  private mutating func addMinutes(_ scope: Scope, from index: Int) {
    let next = last + 1
    if let part = scope.hit(.minutePart, next, front: 0) {
      last = part.last
      minute = part.number
      // والنصف وخمس دقائق
      if let more = minutes(scope, last + 1, from: index), more.value < 15 {
        minute += more.value
        last = more.last
      }
    } else if let more = minutes(scope, next, from: index) {
      last = more.last
      minute = more.value
    } else if let except = scope.hit(.except, next, front: 0),
      let more = counted(scope, except.last + 1)
    {
      last = more.last
      minute = -more.value
    }
    if minute < 0 {
      minute += 60
      hour = hour == 1 ? 12 : hour - 1
    }
  }

  private func minutes(
    _ scope: Scope, _ index: Int, from first: Int
  ) -> (value: Int, last: Int)? {
    let isApart = scope.isMark(index, Letter.waw)
    guard isApart || scope.isJoined(index) else { return nil }
    let start = isApart ? index + 1 : index
    if let counted = counted(scope, start) { return counted }
    // Without the noun, a half of the day must follow; `بين الساعة 8 و10 مساء` are two times.
    guard scope.hit(.link, first - 1)?.value != "between",
      scope.hit(.link, first - 2)?.value != "between", let number = scope.number(start),
      number.value > 0, number.value < 60, number.front == (isApart ? 0 : 1),
      scope.hit(.clockHalf, number.last + 1) != nil
    else { return nil }
    return (Int(number.value), number.last)
  }

  /// A number of minutes with its noun.
  private func counted(_ scope: Scope, _ index: Int) -> (value: Int, last: Int)? {
    guard index < scope.end,
      let number = scope.number(index),
      number.value > 0, number.value < 60, let unit = minuteNoun(scope, number.last + 1)
    else { return nil }
    return (Int(number.value), unit)
  }

  private func minuteNoun(_ scope: Scope, _ index: Int) -> Int? {
    if let hit = scope.hit(.units, index, front: 0), hit.number == 1 { return hit.last }
    if let hit = scope.hit(.unit, index, front: 0), hit.number == 1 { return hit.last }
    return nil
  }

  // MARK: Halves of the day

  /// Moves the hour into a half of the day: `am`, `pm`, `noon`, `night`, `midnight`.
  mutating func shift(_ half: String) {
    switch half {
    case "pm": if hour < 12 { hour += 12 }
    case "am": if hour == 12 { hour = 0 }
    case "noon": if hour < 10 { hour += 12 }
    case "night": hour = hour == 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour
    case "midnight": if hour == 12 { hour = 0 }
    default: break
    }
  }

  /// `T15:30`, `T12:34:20`
  var iso: String {
    ISO.time(hour, minute) + (second.map { ":\(ISO.pad($0, 2))" } ?? "")
  }
}
