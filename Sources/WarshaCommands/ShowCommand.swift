// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaText
import WarshaWorkbench

/// Shows the annotations in the running text, or the text as Warsha sees it.
struct ShowCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show annotations in the running text, with a legend.",
    discussion: """
      Examples:
        show
        show --layer dates,distances --sentence 3
        show --view
      """)

  /// What is shown.
  enum What: String, EnumerableFlag {
    case view, sentences
    static func help(for value: What) -> ArgumentHelp? {
      switch value {
      case .view: "Show the folded view that extractors match on, a sentence a line."
      case .sentences: "Show the sentences, numbered."
      }
    }
  }

  @OptionGroup var input: ArticleOptions

  @Option(help: ArgumentHelp("Only these layers, parted by commas.", valueName: "layers"))
  var layer: String?

  @Option(help: ArgumentHelp("Only one sentence, by its number.", valueName: "n"))
  var sentence: Int?

  @Flag var what: What?

  func run(in session: Session) throws {
    let article = try input.article(in: session)
    let sentences = article.analysis.sentences
    if let sentence, !sentences.indices.contains(sentence - 1) {
      throw CommandFailure(
        .usage, "there is no sentence \(sentence); the article has \(sentences.count).")
    }
    let style = session.console.style
    if let what {
      let lines = article.analysis.withText { text in
        sentences.enumerated().compactMap { index, one -> String? in
          if let sentence, sentence != index + 1 { return nil }
          let shown =
            what == .sentences
            ? text.string(one.range)
            : one.tokens.map { text.folded(text.tokens[$0]) }.joined(separator: " ")
          return "\(index + 1)\t\(style.isolate(Style.oneLine(shown)))"
        }
      }
      return try session.console.write(lines.joined(separator: "\n") + "\n")
    }
    let set = try input.annotated(in: session)
    let layers = try NameList.layers(layer, in: session, others: set.annotations.map(\.layer))
    let shown = set.annotations.filter { layers?.contains($0.layer) ?? true }
    let range = sentence.map { sentences[$0 - 1].range }
    let marked = Highlighter(set.document.text, shown, in: range)
    // One layer alone has room for its parts.
    let highlighter = layers?.count == 1 ? marked.showingParts() : marked
    let text = highlighter.rendered(style)
    try session.console.write(text.hasSuffix("\n") ? text : text + "\n")
    let legend = highlighter.legend(style)
    try session.console.write("\n" + (legend.isEmpty ? "no annotations" : legend) + "\n")
  }
}
