// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Units of length with all their Arabic forms.
public struct LengthUnits: Sendable {
  /// Grammatical number of a form; it tells whether a number must stand before it.
  public enum Number: Sendable { case singular, plural, dual, abbreviation }

  /// One form of a unit.
  public struct Form: Sendable {
    /// Name in CLDR, e.g. `kilometer`.
    public var unit: String
    /// Length of one unit in metres.
    public var metres: Double
    /// Grammatical number.
    public var number: Number
  }

  @usableFromInline let lexicon: Lexicon
  private let forms: [Form]

  /// Reads `units.tsv`.
  ///
  /// - Throws: A fault with file and line of a bad row.
  public init(table: Table, folding: Folding) throws {
    var lexicon = Lexicon()
    var forms: [Form] = []
    for row in table.rows {
      let number: Number
      switch row["number"] {
      case "singular": number = .singular
      case "plural": number = .plural
      case "dual": number = .dual
      case "abbreviation": number = .abbreviation
      default:
        throw Table.Fault(
          "\(table.name):\(row.line): number is \"\(row["number"])\", wanted is singular, plural, "
            + "dual or abbreviation")
      }
      guard let metres = try row.number("metres"), metres > 0 else {
        throw Table.Fault("\(table.name):\(row.line): metres must be above 0")
      }
      lexicon.add(folding.words(try row.required("form")), forms.count)
      forms.append(Form(unit: try row.required("unit"), metres: metres, number: number))
    }
    (self.lexicon, self.forms) = (lexicon, forms)
  }

  /// Whether a unit may begin at a token, behind a proclitic or the article too; cheap.
  @inlinable
  public func mayBegin(in text: AnalysedText, at index: Int) -> Bool {
    let token = text.tokens[index]
    if lexicon.mayBegin(withHash: token.hash) { return true }
    // Bits 1 and 2: one or two units may be proclitics; bit 4: the article stands first.
    guard token.proclitics & 0b10110 != 0 else { return false }
    if token.mayStrip(1), lexicon.mayBegin(withHash: text.hash(of: token, front: 1)) {
      return true
    }
    return (token.mayStrip(2) || token.hasArticle(after: 0))
      && lexicon.mayBegin(withHash: text.hash(of: token, front: 2))
  }

  /// The unit that begins at a token after `front` view units, and the number of its tokens.
  public func form(
    in text: AnalysedText, at index: Int, front: Int = 0, end: Int
  ) -> (form: Form, tokenCount: Int)? {
    guard index < end, let match = lexicon.longest(in: text, at: index, front: front, end: end)
    else { return nil }
    return (forms[lexicon.payload(of: match.entry)], match.tokenCount)
  }
}
