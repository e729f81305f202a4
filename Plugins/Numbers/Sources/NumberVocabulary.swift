// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The words around numbers: percent, links of ranges, comparators, relative ordinals.
final class NumberVocabulary {
  /// Classes of words in `words.tsv`.
  enum Class: String {
    case percent, per, between, from, link, or, url, unsure, relative

    /// Whether a finding may begin with such a word.
    var isOpening: Bool {
      switch self {
      case .between, .from, .url, .relative: true
      case .percent, .per, .link, .or, .unsure: false
      }
    }
  }

  /// What a comparator says of the number beside it.
  enum Comparison: String {
    case moreThan = "more_than"
    case lessThan = "less_than"
    case atLeast = "at_least"
    case atMost = "at_most"
    case equal
    case approximate = "approx"
    /// ≠: no range.
    case none

    /// The same with the bound included.
    var inclusive: Self {
      switch self {
      case .moreThan: .atLeast
      case .lessThan: .atMost
      default: self
      }
    }
  }

  /// A comparator in a text.
  struct Comparator {
    var comparison: Comparison
    /// Proclitic view units at the front of its first token that are outside.
    var front: Int
    /// Its last token.
    var last: Int
  }

  /// Words that findings may begin with.
  private let openings: Lexicon
  private let words: Lexicon
  private let classes: [Class]
  private let values: [String]
  private let divisors: [Double]
  private let before: Lexicon
  private let after: Lexicon
  private let comparisons: [Comparison]

  /// Reads the tables.
  ///
  /// - Throws: A fault with file and line of a bad row.
  init(_ setup: Setup) throws {
    let (lexicon, rows) = try setup.lexicon("Data/words.tsv", column: "form")
    words = lexicon
    classes = try rows.map { row in
      guard let found = Class(rawValue: row["class"]) else {
        throw Table.Fault("Data/words.tsv:\(row.line): class \"\(row["class"])\" is unknown")
      }
      return found
    }
    values = rows.map { $0["value"] }
    divisors = try zip(rows, classes).map { row, kind in
      guard kind == .per else { return 1 }
      guard let divisor = try row.number("value"), divisor > 0 else {
        throw Table.Fault("Data/words.tsv:\(row.line): value must be above 0")
      }
      return divisor
    }
    var (before, after, openings) = (Lexicon(), Lexicon(), Lexicon())
    for (row, kind) in zip(rows, classes) where kind.isOpening {
      for form in row.list("form") { openings.add(setup.folding.words(form), 0) }
    }
    var comparisons: [Comparison] = []
    for name in ["knowledge/modifiers.tsv", "Data/comparators.tsv"] {
      let table = try setup.table(name, columns: ["phrase", "position", "modifier"])
      for row in table.rows {
        guard let comparison = Comparison(rawValue: row["modifier"]) else {
          throw Table.Fault("\(name):\(row.line): modifier \"\(row["modifier"])\" is unknown")
        }
        let phrase = setup.folding.words(try row.required("phrase"))
        if row["position"] == "before" {
          before.add(phrase, comparisons.count)
          openings.add(phrase, 0)
        } else {
          after.add(phrase, comparisons.count)
        }
        comparisons.append(comparison)
      }
    }
    (self.before, self.after, self.openings) = (before, after, openings)
    self.comparisons = comparisons
  }

  /// Whether a finding may begin with a word of a hash; cheap.
  @inline(__always)
  func mayBegin(withHash hash: UInt64) -> Bool { openings.mayBegin(withHash: hash) }

  /// The last token of the word of a class at a token, clitics not stripped.
  func last(of kind: Class, _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> Int? {
    guard sentence.contains(index),
      let match = words.longest(in: text, at: index, end: sentence.upperBound),
      words.payloads(of: match.entry).contains(where: { classes[Int($0)] == kind })
    else { return nil }
    return index + match.tokenCount - 1
  }

  /// The last token of بالألف and the like at a token, and what it divides by.
  func per(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> (last: Int, divisor: Double)? {
    guard let last = last(of: .per, text, index, sentence),
      let match = words.longest(in: text, at: index, end: sentence.upperBound)
    else { return nil }
    return (last, divisors[words.payload(of: match.entry)])
  }

  /// The relative ordinal at a token, e.g. `current+1`.
  func relative(
    _ text: AnalysedText, _ index: Int, _ sentence: Range<Int>
  ) -> (value: String, front: Int, last: Int)? {
    guard let (match, front) = words.match(in: text, at: index, end: sentence.upperBound),
      classes[words.payload(of: match.entry)] == .relative
    else { return nil }
    return (values[words.payload(of: match.entry)], front, index + match.tokenCount - 1)
  }

  /// The comparator that begins at a token and asks for a number behind it.
  func comparator(_ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> Comparator? {
    guard sentence.contains(index),
      let (match, front) = before.match(in: text, at: index, end: sentence.upperBound)
    else { return nil }
    return Comparator(
      comparison: comparisons[before.payload(of: match.entry)], front: front,
      last: index + match.tokenCount - 1)
  }

  /// The last token of ≠ and the like, which open no range.
  func exclusion(_ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> Int? {
    guard let found = comparator(text, index, sentence), found.comparison == .none else {
      return nil
    }
    return found.last
  }

  /// The comparator that begins at a token and belongs to the number before it.
  func comparatorAfter(_ text: AnalysedText, _ index: Int, _ sentence: Range<Int>) -> Comparator? {
    guard sentence.contains(index),
      let match = after.longest(in: text, at: index, end: sentence.upperBound)
    else { return nil }
    return Comparator(
      comparison: comparisons[after.payload(of: match.entry)], front: 0,
      last: index + match.tokenCount - 1)
  }
}
