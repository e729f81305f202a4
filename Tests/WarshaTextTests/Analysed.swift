// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaText

/// What the text core made of a string, as strings that can be compared whole.
struct Analysed {
  private let analysis: Analysis

  init(_ string: String) { analysis = Analyser().analyse(SourceText(string)) }

  /// The author's spelling of every token.
  var tokens: [String] { analysis.withText { text in text.tokens.map { text.string($0.range) } } }
  /// The folded form of every token.
  var folded: [String] { analysis.withText { text in text.tokens.map { text.folded($0) } } }
  /// The author's spelling of every sentence.
  var sentences: [String] {
    analysis.withText { text in text.sentences.map { text.string($0.range) } }
  }
  /// Kinds of the tokens.
  var kinds: [TokenKind] { analysis.withText { $0.tokens.map(\.kind) } }
  /// Flags of the tokens.
  var flags: [Token.Flags] { analysis.withText { $0.tokens.map(\.flags) } }
  /// Source position of every view unit, and of the end.
  var map: [Int] { analysis.withText { $0.viewToSource.map(Int.init) } }
  /// The view as one string.
  var view: String { analysis.withText { String(decoding: $0.view, as: UTF16.self) } }

  /// The ways to part the first token, as `proclitics + article? + stem + enclitic`.
  var splits: [String] {
    analysis.withText { text in
      guard let token = text.tokens.first else { return [] }
      let word = Array(text.folded(token))
      return Clitics.splits(of: token).map { split in
        let front = split.proclitics
        let stem = front + (split.hasArticle ? 2 : 0)
        let parts = [
          String(word[..<front]), String(word[front..<stem]),
          String(word[stem..<(word.count - split.enclitic)]),
          String(word[(word.count - split.enclitic)...]),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "+")
      }
    }
  }
}
