// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaRendering
import WarshaText
import WarshaWorkbench

/// Shows what the text core made of the text: tokens, folded forms, clitic splits.
struct TokensCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Show the tokens with their folded form and every plausible clitic split.",
    discussion: """
      Examples:
        tokens --sentence 2
        tokens --in article.txt
      """)

  @OptionGroup var input: ArticleOptions

  @Option(help: ArgumentHelp("Only one sentence, by its number.", valueName: "n"))
  var sentence: Int?

  func run(in session: Session) throws {
    let article = try input.article(in: session)
    let sentences = article.analysis.sentences
    if let sentence, !sentences.indices.contains(sentence - 1) {
      throw CommandFailure(
        .usage, "there is no sentence \(sentence); the article has \(sentences.count).")
    }
    let rows = article.analysis.withText { text in
      let range = sentence.map { sentences[$0 - 1].tokens } ?? text.tokens.indices
      return range.map { index in Self.row(index, text) }
    }
    try session.console.write(TokenTable(rows).rendered(session.console.style))
  }

  private static func row(_ index: Int, _ text: AnalysedText) -> TokenTable.Row {
    let token = text.tokens[index]
    let folded = text.folded(token)
    let splits = Clitics.splits(of: token).dropFirst().map { split in
      Self.parts(of: Array(folded.utf16), split)
    }
    var flags: [String] = []
    if token.flags.contains(.glued) { flags.append("glued") }
    if token.flags.contains(.startsParagraph) { flags.append("paragraph") }
    if token.flags.contains(.startsSentence) { flags.append("sentence") }
    if token.flags.contains(.restoredAlif) { flags.append("restored-alif") }
    if token.flags.contains(.hasMarks) { flags.append("marks") }
    if token.flags.contains(.quote) { flags.append("quote") }
    return TokenTable.Row(
      index: index, text: text.string(token.range), view: folded, kind: "\(token.kind)",
      splits: Array(splits), flags: flags)
  }

  /// `و+ل+ال+قاهره+ها`
  private static func parts(of word: [UInt16], _ split: Clitics.Split) -> String {
    var cuts = Array(0...split.proclitics)
    let stem = split.proclitics + (split.hasArticle ? 2 : 0)
    if split.hasArticle { cuts.append(stem) }
    if split.enclitic > 0 { cuts.append(word.count - split.enclitic) }
    cuts.append(word.count)
    return zip(cuts, cuts.dropFirst()).map { from, to in
      String(decoding: word[from..<max(from, to)], as: UTF16.self)
    }.joined(separator: "+")
  }
}
