// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel
import WarshaPages
import WarshaStore
import WarshaText

/// What commands name as input, turned into documents.
package struct Inputs: Sendable {
  private let pages: PageTables

  /// Inputs of a session.
  ///
  /// - Parameter folders: Where the tables for web pages lie.
  package init(_ folders: Folders) { pages = PageTables(folder: folders.pages) }

  /// Makes a text of the bytes of a file: decodes them, and of a web page takes the article.
  package var decode: Corpus.Decoder {
    { [pages] bytes, path throws(StoreError) in
      guard DocumentNames.isPage(path) else {
        let decoded = TextDecoder.decode(bytes)
        return FileContent(text: decoded.text, diagnostics: decoded.diagnostics)
      }
      let decoded = TextDecoder.decode(bytes, declared: PageCharset.declared(in: bytes))
      let page = try pages.reader().read(decoded.text)
      return FileContent(
        text: page.text, title: page.title, date: page.date,
        diagnostics: decoded.diagnostics + page.diagnostics, undated: Self.undated)
    }
  }

  private static let undated = Diagnostic(
    .warning, origin: "page",
    "tells no date of publication, so relative dates stay open. Give it with --date.")

  /// The documents of all inputs, in their order, with `date` where they were given none.
  ///
  /// - Returns: The documents, each with an id of its own, and the lines that could not be read.
  /// - Throws: `StoreError` of the first input that cannot be read at all, `sharedID` when two inputs
  ///   have documents of one id.
  package func documents(_ inputs: [String], date: String?) throws -> InputReader.Result {
    let reader = InputReader(date: date, decode: decode)
    var all = InputReader.Result()
    var ids = DocumentIDs()
    for input in inputs {
      let read = try reader.read(input)
      for var document in read.documents {
        try ids.use(&document, of: input, file: read.files[document.id])
        all.documents.append(document)
      }
      all.problems += read.problems
    }
    return all
  }
}
