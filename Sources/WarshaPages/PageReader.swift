// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Takes the main text, title and date out of saved web pages.
package struct PageReader: Sendable {
  private let words: PageWords

  /// JSON-LD has the text of an article that the page shows less than a third of.
  private static let leastShown = 3

  /// Makes a reader that uses some tables.
  package init(words: PageWords) { self.words = words }

  /// Reads a page. Never fails: what is not HTML is text, what has no text is empty.
  ///
  /// Complexity: O(length of the page), nesting counted up to a limit.
  package func read(_ source: SourceText) -> Page {
    let markup = Markup(source)
    if !markup.hasTags || Self.looksLikeJSON(markup.bytes) { return plain(source) }
    let (tree, isCut) = TreeBuilder.read(markup.bytes, words: words)
    let content = PageContent(tree, words: words)
    var page = Page(
      text: content.text, title: content.title?.text, date: content.date?.iso, diagnostics: [])
    var origin = content.reason
    if let body = content.linked.body,
      body.utf16.count > Self.leastShown * content.text.count
    {
      page.text = text(ofData: body, headline: content.headline ?? content.title?.text)
      origin = "JSON-LD articleBody"
    }
    note(origin, content, &page)
    if markup.isCut || isCut {
      page.diagnostics.append(
        Diagnostic(
          .warning, origin: "page", "too long or too deeply nested: only its beginning was read"))
    }
    return page
  }

  /// Tells where things come from, and what is doubtful.
  private func note(_ origin: String, _ content: PageContent, _ page: inout Page) {
    var parts = ["text from \(origin)"]
    if let title = content.title { parts.append("title from \(title.source)") }
    if let date = content.date { parts.append("date from \(date.source)") }
    page.diagnostics.append(
      Diagnostic(.note, origin: "page", parts.joined(separator: ", ")))
    if content.date?.isOfChange == true {
      page.diagnostics.append(
        Diagnostic(
          .note, origin: "page",
          "the date is that of the last change; the page tells no other"))
    }
    if !content.hasBody && origin == content.reason {
      page.diagnostics.append(
        Diagnostic(
          .warning, origin: "page",
          "no main text found. If a script or a frame loads it, save the page as the browser shows it"
        ))
    }
  }

  /// A text with another name.
  private func plain(_ source: SourceText) -> Page {
    // Of the mark of byte order nothing is left in a page; here neither.
    let units = source.units.first == 0xFEFF ? Array(source.units.dropFirst()) : source.units
    return Page(
      text: SourceText(units: units), title: nil, date: nil,
      diagnostics: [
        Diagnostic(.warning, origin: "page", "has no HTML in it; read as plain text")
      ])
  }

  private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { !Blanks.isBlank($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The text of an `articleBody`, which may be HTML itself or have paragraphs in lines.
  private func text(ofData body: String, headline: String?) -> SourceText {
    var markup = Markup(SourceText(body))
    if !markup.hasTags {
      // References such as &amp; are there even so.
      let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      markup = Markup(SourceText(lines.joined(separator: "<br><br>")))
    }
    let (tree, _) = TreeBuilder.read(markup.bytes, words: words)
    let lines = LineMaker.lines(
      of: tree.nodes.indices, tree, PageShape(tree), isLeftOut: tree.nodes.map(\.isVoid))
    return PageContent.joined(lines, headline: headline)
  }
}
