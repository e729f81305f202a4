// SPDX-License-Identifier: Apache-2.0

import CICUShim
import WarshaModel

/// What the text core made of one text; owns the buffers that an `AnalysedText` borrows.
package final class Analysis: @unchecked Sendable {  // never changes once it is filled
  /// The text.
  package let source: SourceText
  let view: UnsafeMutablePointer<UInt16>
  let viewToSource: UnsafeMutablePointer<UInt32>
  let tokens: UnsafeMutablePointer<Token>
  /// Length of the folded view.
  package let viewCount: Int
  /// Number of tokens.
  package let tokenCount: Int
  /// The sentences.
  package let sentences: [Sentence]

  init(
    source: SourceText, view: UnsafeMutablePointer<UInt16>,
    viewToSource: UnsafeMutablePointer<UInt32>, viewCount: Int,
    tokens: UnsafeMutablePointer<Token>, tokenCount: Int, sentences: [Sentence]
  ) {
    self.source = source
    self.view = view
    self.viewToSource = viewToSource
    self.viewCount = viewCount
    self.tokens = tokens
    self.tokenCount = tokenCount
    self.sentences = sentences
  }

  deinit {
    view.deallocate()
    viewToSource.deallocate()
    tokens.deallocate()
  }

  /// Lends the buffers for the time of a call.
  package func withText<Result>(_ body: (AnalysedText) throws -> Result) rethrows -> Result {
    try source.units.withUnsafeBufferPointer { units in
      try sentences.withUnsafeBufferPointer { sentences in
        try body(
          AnalysedText(
            source: units, view: UnsafeBufferPointer(start: view, count: viewCount),
            viewToSource: UnsafeBufferPointer(start: viewToSource, count: viewCount + 1),
            tokens: UnsafeBufferPointer(start: tokens, count: tokenCount), sentences: sentences))
      }
    }
  }
}

/// The text core: source text in, folded view, tokens and sentences out.
package struct Analyser: Sendable {
  /// Version of the ICU that the core runs on, e.g. `72.1`.
  package static let icuVersion = String(cString: warsha_icu_version())

  private let table: CharacterTable

  /// Uses the character table of this process.
  package init() { table = .shared }

  /// Analyses a text. Complexity: linear in its length.
  package func analyse(_ source: SourceText) -> Analysis {
    source.units.withUnsafeBufferPointer { units in
      var scanner = Scanner(units: units, table: table.entries)
      scanner.scan()
      let sentences = SentenceSplitter.split(
        units: units,
        tokens: UnsafeMutableBufferPointer(start: scanner.tokens, count: scanner.tokenCount))
      return Analysis(
        source: source, view: scanner.view, viewToSource: scanner.map, viewCount: scanner.viewCount,
        tokens: scanner.tokens, tokenCount: scanner.tokenCount, sentences: sentences)
    }
  }

  /// Folds a word or phrase as the view is folded; what `AnalysedText.view` would hold, without
  /// the restored alif.
  ///
  /// - Returns: The length of the result; `folded` holds as much of it as there is room for.
  package static func fold(
    _ units: UnsafeBufferPointer<UInt16>, into folded: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    let entries = CharacterTable.shared.entries
    var count = 0
    for unit in units {
      let letter = entries[Int(unit)] >> 16
      if letter == CharacterTable.several {
        for letter in Scanner.expansion(of: unit) {
          if count < folded.count { folded[count] = letter }
          count += 1
        }
      } else if letter != 0 {
        if count < folded.count { folded[count] = UInt16(letter) }
        count += 1
      }
    }
    return count
  }

  /// Folds a word or phrase to an array.
  package static func fold(_ units: some Sequence<UInt16>) -> [UInt16] {
    let source = Array(units)
    return source.withUnsafeBufferPointer { source in
      let length = fold(source, into: UnsafeMutableBufferPointer(start: nil, count: 0))
      return [UInt16](unsafeUninitializedCapacity: length) { folded, count in
        count = fold(source, into: folded)
      }
    }
  }
}
