// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The words of `numbers.tsv` with their classes and values, found at a token.
///
/// A class, so that the grammars that share it pass one reference in hot loops.
final class NumberWords: Sendable {
  /// Classes of words in the table.
  enum Kind: String, Sendable {
    /// أحد: a number in compounds only.
    case one
    case unit, ten, teen, tens, hundred, hundreds
    /// ألف
    case scale
    /// آلاف: behind a number as `scale`; alone it is a vague count.
    case scales
    /// ألفا: behind a number the accusative of `scale`; alone the construct dual.
    case accusative
    /// ألفان
    case scale2
    /// دزينة: counts only behind a number.
    case dozen
    case fraction
    /// أخماس: behind a number; the value is the denominator.
    case parts
    /// خمس before a definite noun: a fifth. The same letters are a `unit` elsewhere.
    case share
    case ordinal, few, vague
    /// لست: no number, though a clitic and a number word would give the same letters.
    case none
    /// فاصلة between whole and decimals.
    case point
    /// على between numerator and denominator.
    case divide
    /// جزء من between numerator and denominator, or before the denominator of one.
    case part
    /// من between one and the whole it is of.
    case of
    /// إلا before a fraction.
    case except
    /// سالب
    case minus
    /// بعد between an ordinal and the hundred above it.
    case after
    /// في, which makes a percentage of the hundred behind it.
    case percent
    /// قبل: a word that is no counted noun.
    case particle

    /// Whether it stands between or before numbers and begins none.
    var isLink: Bool {
      switch self {
      case .point, .divide, .part, .of, .except, .minus, .after, .percent, .particle: true
      default: false
      }
    }
  }

  /// A word at a token.
  struct Word {
    var kind: Kind
    var value: Double
    /// Number of tokens it covers.
    var tokenCount: Int
  }

  private typealias Meaning = (kind: Kind, value: Double)

  /// Words that numbers are made of.
  private let lexicon: Lexicon
  private let shares: Lexicon
  private let links: Lexicon
  private let meanings: [Meaning]

  /// Reads the table.
  ///
  /// - Throws: A fault with file and line of a row that is no number word.
  init(table: Table, folding: Folding) throws {
    var (lexicon, shares, links) = (Lexicon(), Lexicon(), Lexicon())
    var meanings: [Meaning] = []
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]), let value = try row.number("value") else {
        throw Table.Fault("\(table.name):\(row.line): kind \"\(row["kind"])\" is unknown")
      }
      let form = folding.words(try row.required("form"))
      if kind == .share {
        shares.add(form, meanings.count)
      } else if kind.isLink {
        links.add(form, meanings.count)
        // A number may begin with it.
        if kind == .minus || kind == .part { lexicon.add(form, meanings.count) }
      } else {
        lexicon.add(form, meanings.count)
      }
      meanings.append((kind, value))
    }
    (self.lexicon, self.shares, self.links, self.meanings) = (lexicon, shares, links, meanings)
  }

  /// A number word at a token after `front` view units, or nil.
  @inline(__always)
  func word(_ text: AnalysedText, _ index: Int, _ front: Int = 0, end: Int) -> Word? {
    guard index < end, text.tokens[index].isArabic,
      let match = lexicon.longest(in: text, at: index, front: front, end: end)
    else { return nil }
    let (kind, value) = meanings[lexicon.payload(of: match.entry)]
    return Word(kind: kind, value: value, tokenCount: match.tokenCount)
  }

  /// Whether a number word may begin with a word of a hash.
  @inline(__always)
  func mayBegin(withHash hash: UInt64) -> Bool { lexicon.mayBegin(withHash: hash) }

  /// The meaning of a single word by the hash of its folded letters.
  func meaning(ofHash hash: UInt64) -> (kind: Kind, value: Double)? {
    lexicon.entry(ofHash: hash).map { meanings[lexicon.payload(of: $0)] }
  }

  /// The fraction that a unit means before a definite noun: خمس الأراضي.
  func share(_ text: AnalysedText, _ index: Int, _ front: Int) -> Double? {
    let hash = text.hash(of: text.tokens[index], front: front)
    return shares.entry(ofHash: hash).map { meanings[shares.payload(of: $0)].value }
  }

  /// The last token of the link of a kind at a token.
  func link(_ kind: Kind, _ text: AnalysedText, _ index: Int, end: Int) -> Int? {
    guard index >= 0, index < end,
      let match = links.longest(in: text, at: index, end: end),
      links.payloads(of: match.entry).contains(where: { meanings[Int($0)].kind == kind })
    else { return nil }
    return index + match.tokenCount - 1
  }

  /// Whether a token is a link of a kind.
  func isLink(_ kind: Kind, _ text: AnalysedText, _ index: Int, end: Int) -> Bool {
    link(kind, text, index, end: end) != nil
  }

  /// Where the next summand begins.
  struct Place {
    /// Its token.
    var index: Int
    /// View units of the conjunction at its front.
    var front: Int
  }

  /// The word behind و, which sticks to it or stands alone.
  @inline(__always)
  func joined(_ text: AnalysedText, _ index: Int, end: Int) -> Place? {
    guard index < end else { return nil }
    let token = text.tokens[index]
    guard text.unit(0, of: token) == Letter.waw else { return nil }
    if token.mayStrip(1) { return Place(index: index, front: 1) }
    return token.viewCount == 1 && index + 1 < end ? Place(index: index + 1, front: 0) : nil
  }
}
