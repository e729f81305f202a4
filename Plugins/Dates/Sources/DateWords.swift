// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The words of time, by class. A class, because it is asked millions of times and a reference is
/// passed faster than its parts.
final class DateWords {
  /// Classes of the table, there in lower case with hyphens (`part-of-day`); a word may have several.
  enum Class: UInt8, CaseIterable {
    case month, hijri, weekday, unit, units, dual, day, past, present, future, rel, last, this
    case same, season, quarter, half, nth, decade, set, every, period, era, of, prep, feast, few
    case weekdayBare, partOfDay, barePart, tonight, night, clockHalf, hourWord, minutePart
    case zone, zoneOf, thatTime, pastIn, partOf, firstOf, yearNoun, yearDual
    case monthNoun, monthDual, dayNoun, dayDual, dualPeriod, definiteUnits, weekend
    case fewBefore, futureCue, feastHijri, timeRest, times, agreed, fractionUnit, fractionAfter
    case deadline, or, beyond, final, rest, whole, link, anchor, third
    case except, generalPart, nothing, age, following, stretch, playingSeason, yearKind, lastDays,
      lateHour, counted, stateAround

    /// Its bit in a token's mask. The mask only refuses: that the last classes share their bits with
    /// the first ones costs a look-up now and then.
    var bit: UInt64 { 1 << UInt64(rawValue & 63) }

    /// Its name in the table.
    var name: String {
      "\(self)".reduce(into: "") { name, letter in
        name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
      }
    }

    /// The classes by their names in the table.
    static let byName: [String: Class] = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0.name, $0) })
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
    var exact: String
  }

  private let lexicon: Lexicon
  private let rows: [Row]
  /// Bit of each class that an entry has, for quick refusal.
  private let classes: [UInt64]

  init(_ setup: Setup) throws {
    let table = try setup.table("Data/words.tsv", columns: ["form", "class", "value", "exact"])
    let folding = setup.folding
    var lexicon = Lexicon()
    var rows: [Row] = []
    for row in table.rows {
      guard let kind = Class.byName[row["class"]] else {
        throw Table.Fault("\(table.name):\(row.line): class \"\(row["class"])\" is unknown")
      }
      lexicon.add(folding.words(try row.required("form")), rows.count)
      rows.append(Row(kind: kind, value: row["value"], exact: row["exact"]))
    }
    classes = (0..<lexicon.count).map { entry in
      lexicon.payloads(of: entry).reduce(0) { $0 | rows[Int($1)].kind.bit }
    }
    (self.lexicon, self.rows) = (lexicon, rows)
  }

  /// The classes of all words and phrases that begin at each token, with any proclitics: what is
  /// not in a token's mask need not be looked up again.
  func marks(_ text: AnalysedText, into marks: inout [UInt64]) {
    marks.removeAll(keepingCapacity: true)
    for index in text.tokens.indices {
      var mask: UInt64 = 0
      let token = text.tokens[index]
      lexicon.forEachEntry(in: text, at: index, front: 0) { mask |= classes[$0] }
      if token.proclitics & 2 != 0 {
        lexicon.forEachEntry(in: text, at: index, front: 1) { mask |= classes[$0] }
      }
      if token.proclitics & 4 != 0 {
        lexicon.forEachEntry(in: text, at: index, front: 2) { mask |= classes[$0] }
      }
      marks.append(mask)
    }
  }

  /// The bits of some classes.
  static func mask(_ kinds: Class...) -> UInt64 { kinds.reduce(0) { $0 | $1.bit } }

  /// Classes at which an expression may begin.
  static let openers: UInt64 = Class.allCases.reduce(0) { mask, kind in
    switch kind {
    case .rel, .last, .nth, .era, .of, .prep, .few, .clockHalf, .minutePart, .zone, .zoneOf,
      .futureCue, .timeRest, .agreed, .fractionAfter, .beyond, .deadline, .or, .weekdayBare,
      .whole, .link, .anchor, .third, .except, .generalPart, .age, .following:
      mask
    default: mask | kind.bit
    }
  }

  /// Classes of words that make a time of a number before them.
  static let timeWords: UInt64 = Class.allCases.reduce(0) { mask, kind in
    switch kind {
    case .rel, .last, .of, .prep, .few, .futureCue, .timeRest, .agreed, .or, .link, .whole,
      .counted,
      .nothing, .stateAround, .this, .same, .every, .deadline, .anchor, .final, .beyond, .except,
      .fewBefore, .fractionUnit, .fractionAfter, .following, .rest:
      mask
    default: mask | kind.bit
    }
  }

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

  /// The rows of the longest phrase at a token, as `class value`, with its last token.
  func rows(
    _ text: AnalysedText, _ index: Int, front: Int, end: Int
  ) -> (rows: [String], last: Int)? {
    guard let match = lexicon.longest(in: text, at: index, front: front, end: end) else {
      return nil
    }
    let found = lexicon.payloads(of: match.entry).map { rows[Int($0)] }
    return (found.map { "\($0.kind.name) \($0.value)" }, index + match.tokenCount - 1)
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
        let last = index + match.tokenCount - 1
        if !row.exact.isEmpty,
          text.plain(text.range(from: index, front: front, through: last)) != row.exact
        {
          continue
        }
        return Hit(value: row.value, front: front, last: last)
      }
      if match.tokenCount == 1 { return nil }
      limit = index + match.tokenCount - 1
    }
    return nil
  }
}
