// SPDX-License-Identifier: Apache-2.0

/// Dates as pages write them for programs, made ISO 8601.
enum DateStamp {
  /// An ISO date or date-time of a text such as `2024-12-06T10:30:00+0300`, `20241206`,
  /// `Fri, 06 Dec 2024 10:30:00 GMT`, `6 December 2024`, `25/12/2024` or seconds since 1970.
  ///
  /// The offset stays as it is, fractions of a second go, and a time that cannot be read goes alone.
  /// Nil of what is no date, exists in no calendar, is the zero of some database, or leaves open
  /// whether day or month comes first.
  static func normalised(_ text: String) -> String? {
    let words = Self.words(of: text)
    guard let first = words.first else { return nil }
    let found: (date: Day, rest: ArraySlice<String>)?
    if words.count == 1, let day = epoch(first) { return day }
    if let day = numeric(first) {
      found = (day, words.dropFirst())
    } else {
      found = withMonthName(words)
    }
    guard let (date, rest) = found, date.isPlausible else { return nil }
    return date.iso + (ClockTime(rest).map { "T" + $0.iso } ?? "")
  }

  /// A day of the Gregorian calendar.
  struct Day {
    var year: Int
    var month: Int
    var day: Int

    var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// Whether it exists and may be when something was published on the web or before.
    var isPlausible: Bool {
      guard (1800...2200).contains(year), (1...12).contains(month), day >= 1 else { return false }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      // The zero of Unix is a date that nobody set.
      return day <= days && !(year == 1970 && month == 1 && day == 1)
    }
  }

  /// Digits to a width, zeros before them.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: Forms

  /// The words of a text in small letters with ASCII digits; the T before a time parts them too.
  private static func words(of text: String) -> [String] {
    var plain = ""
    for scalar in text.prefix(100).unicodeScalars {
      switch scalar.value {
      case 0x0660...0x0669: plain += String(scalar.value - 0x0660)
      case 0x06F0...0x06F9: plain += String(scalar.value - 0x06F0)
      // Commas, and controls of direction that forms put around what people type.
      case 0x2C, 0x060C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    var words: [String] = []
    for word in plain.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) {
      let parts = word.split(separator: "t", maxSplits: 1).map(String.init)
      if parts.count == 2, parts[0].last?.isNumber == true, parts[1].first?.isNumber == true {
        words += parts
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// `2024-12-06`, `2024/12/6`, `20241206`, `25.12.2024`.
  private static func numeric(_ word: String) -> Day? {
    let fields = word.split(whereSeparator: { "-/.".contains($0) })
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == fields.count else { return nil }
    if fields.count == 1, word.count == 8 {
      return Day(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    }
    guard fields.count == 3 else { return nil }
    if fields[0].count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard fields[2].count == 4 else { return nil }
    let (one, two) = (numbers[0], numbers[1])
    // The press of the region puts the day first, its software often the month: 6/12 may be either.
    if one > 12 || one == two { return Day(year: numbers[2], month: two, day: one) }
    if two > 12 { return Day(year: numbers[2], month: one, day: two) }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Fri 06 Dec 2024`, `December 6 2024`, a time behind it.
  private static func withMonthName(_ words: [String]) -> (Day, ArraySlice<String>)? {
    guard let place = words.firstIndex(where: { months.contains(String($0.prefix(3))) }),
      let month = months.firstIndex(of: String(words[place].prefix(3)))
    else { return nil }
    func number(_ index: Int) -> Int? {
      words.indices.contains(index) ? Int(words[index].prefix { $0.isNumber }) : nil
    }
    let isDayBefore = number(place - 1).map { (1...31).contains($0) } ?? false
    guard let day = isDayBefore ? number(place - 1) : number(place + 1) else { return nil }
    let yearPlace = isDayBefore ? place + 1 : place + 2
    guard let year = number(yearPlace), year > 999 else { return nil }
    return (Day(year: year, month: month + 1, day: day), words[(yearPlace + 1)...])
  }

  /// Seconds or milliseconds since 1970, in UTC.
  private static func epoch(_ word: String) -> String? {
    guard word.count == 10 || word.count == 13, let number = Int(word), number > 0 else {
      return nil
    }
    let seconds = word.count == 13 ? number / 1000 : number
    // Days to a date by Howard Hinnant's algorithm, http://howardhinnant.github.io/date_algorithms.html
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let day = Day(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * march + 2) / 5 + 1)
    let time = seconds % 86_400
    return day.iso + "T" + padded(time / 3600, 2) + ":" + padded(time / 60 % 60, 2) + ":"
      + padded(time % 60, 2) + "Z"
  }
}
