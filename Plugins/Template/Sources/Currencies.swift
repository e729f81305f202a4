// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Names of currencies, from `Data/currencies.tsv`.
struct Currencies {
  /// A name found in a text.
  struct Form {
    /// Code of ISO 4217; empty where the text does not say which country's.
    var code: String
    /// Whether the form holds the number 2 by itself.
    var isDual: Bool
    /// Index of its last token.
    var last: Int
  }

  private let lexicon: Lexicon
  private let codes: [String]
  private let duals: [Bool]

  init(_ setup: Setup) throws {
    let (lexicon, rows) = try setup.lexicon("Data/currencies.tsv", column: "form")
    self.lexicon = lexicon
    codes = rows.map { $0["currency"] }
    duals = rows.map { $0["number"] == "dual" }
  }

  /// The longest name that begins at a token after `front` proclitic units.
  func form(in text: AnalysedText, at index: Int, front: Int = 0, end: Int) -> Form? {
    guard index < end, let match = lexicon.longest(in: text, at: index, front: front, end: end)
    else { return nil }
    let row = lexicon.payload(of: match.entry)
    return Form(code: codes[row], isDual: duals[row], last: index + match.tokenCount - 1)
  }
}
