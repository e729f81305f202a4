// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The words of time, by class.
struct DateWords {
  /// Classes of the table; a word may have several.
  enum Class: String, CaseIterable {
    case month, hijri, weekday, unit, units, dual, day, past, present, future, rel, last, this
    case same, season, quarter, half, nth, decade, set, every, period, era, of, prep, feast, few
    case weekdayBare = "weekday-bare"
    case partOfDay = "part-of-day"
    case barePart = "bare-part"
    case tonight, night
    case clockHalf = "clock-half"
    case hourWord = "hour-word"
    case noon
    case minutePart = "minute-part"
    case zone
    case zoneOf = "zone-of"
    case thatTime = "that-time"
    case pastIn = "past-in"
    case partOf = "part-of"
    case firstOf = "first-of"
    case yearNoun = "year-noun"
    case yearDual = "year-dual"
    case yearPlural = "year-plural"
    case monthNoun = "month-noun"
    case monthDual = "month-dual"
    case dayNoun = "day-noun"
    case dayDual = "day-dual"
    case nightNoun = "night-noun"
    case dualPeriod = "dual-period"
    case definiteUnits = "def-units"
    case weekend
    case fewBefore = "few-before"
    case futureCue = "future-cue"
    case feastHijri = "feast-hijri"
    case timeRest = "time-rest"
    case dualOf = "dual-of"
    case agreed
    case fractionUnit = "fraction-unit"
    case fractionAfter = "frac-after"
    case notTime = "not-time"
    case weekBefore = "week-before"
    case ageNoun = "age-noun"
  }

  /// A word or phrase found at a token.
  struct Hit {
    /// Its value in the table.
    var value: String
    /// Proclitic view units of the first token that are outside.
    var front: Int
    /// Last token.
    var last: Int

    var number: Int { Int(value) ?? 0 }
  }

  private struct Row {
    var kind: Class
    var value: String
    /// Exact letters where the folded form is ambiguous: آب.
    var exact: [UInt16]
  }

  private var lexicon = Lexicon()
  private var rows: [Row] = []
  /// Bit of each class that an entry has, for quick refusal.
  private var classes: [UInt64] = []

  init(_ setup: Setup) throws {
    let table = try setup.table("Data/words.tsv", columns: ["form", "class", "value", "exact"])
    let folding = setup.folding
    for row in table.rows {
      guard let kind = Class(rawValue: row["class"]) else {
        throw Table.Fault("\(table.name):\(row.line): class \"\(row["class"])\" is unknown")
      }
      lexicon.add(folding.words(try row.required("form")), rows.count)
      rows.append(Row(kind: kind, value: row["value"], exact: Array(row["exact"].utf16)))
    }
    var bits: [Class: UInt64] = [:]
    for (index, kind) in Class.allCases.enumerated() { bits[kind] = 1 << UInt64(index) }
    self.bits = Class.allCases.map { bits[$0] ?? 0 }
    classes = (0..<lexicon.count).map { entry in
      lexicon.payloads(of: entry).reduce(0) { $0 | (bits[rows[Int($1)].kind] ?? 0) }
    }
  }

  private let bits: [UInt64]

  /// The word of a class at a token, the longest phrase of that class; `front` asks for the word
  /// after exactly so many proclitic units, nil for any.
  func hit(
    _ kind: Class, _ text: AnalysedText, _ index: Int, front wanted: Int? = nil, end: Int
  ) -> Hit? {
    guard index >= 0, index < end else { return nil }
    let token = text.tokens[index]
    for front in 0...2 where token.mayStrip(front) && (wanted == nil || wanted == front) {
      if let hit = hit(kind, text, index, after: front, end: end) { return hit }
    }
    return nil
  }

  private func hit(
    _ kind: Class, _ text: AnalysedText, _ index: Int, after front: Int, end: Int
  ) -> Hit? {
    // A longer phrase of another class must not hide a shorter one of this class.
    var limit = end
    while let match = lexicon.longest(in: text, at: index, front: front, end: limit) {
      for payload in lexicon.payloads(of: match.entry) {
        let row = rows[Int(payload)]
        guard row.kind == kind else { continue }
        if !row.exact.isEmpty, !text.isWritten(index, front: front, as: row.exact) { continue }
        return Hit(value: row.value, front: front, last: index + match.tokenCount - 1)
      }
      if match.tokenCount == 1 { return nil }
      limit = index + match.tokenCount - 1
    }
    return nil
  }

  /// Whether any word of time may begin at a token; cheap.
  func mayBegin(_ text: AnalysedText, _ index: Int) -> Bool {
    lexicon.match(in: text, at: index) != nil
  }

  /// Whether a token, right before another, is of a class.
  func isBefore(_ kind: Class, _ text: AnalysedText, _ index: Int, from start: Int) -> Hit? {
    guard index > start else { return nil }
    return hit(kind, text, index - 1, end: index)
  }
}
