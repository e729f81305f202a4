// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaRendering

/// Tells how an annotation came about.
struct WhyCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell how an annotation came about: rule, table rows, steps.",
    discussion: """
      Examples:
        why T12
        why T3 --in article.txt --date 2024-12-06
      """)

  @Argument(help: ArgumentHelp("Id of an annotation, as extract prints it.", valueName: "id"))
  var id: String

  @OptionGroup var input: ArticleOptions

  func run(in session: Session) throws {
    let set = try input.annotated(in: session, explain: true)
    let number = Int(id.hasPrefix("T") ? String(id.dropFirst()) : id)
    guard let number, let annotation = set[number] else {
      throw CommandFailure(
        .data,
        "there is no annotation \"\(id)\"; the article has "
          + (set.annotations.isEmpty ? "none." : "T1 to T\(set.annotations.count)."))
    }
    try session.console.write(
      Explanation(annotation, in: set).rendered(session.console.style))
  }
}
