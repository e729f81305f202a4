// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What the bytes of a file turned out to be: a text, and what the file itself says about it.
package struct FileContent: Sendable {
  /// The text that offsets refer to.
  package var text: SourceText
  /// Headline that the file gives; nil of a plain text.
  package var title: String?
  /// Date that the file gives; nil of a plain text.
  package var date: String?
  /// Remarks about encoding and content.
  package var diagnostics: [Diagnostic]
  /// Said when neither the file nor its reader has a date; nil where none is expected.
  package var undated: Diagnostic?

  /// Makes a content.
  package init(
    text: SourceText, title: String? = nil, date: String? = nil, diagnostics: [Diagnostic] = [],
    undated: Diagnostic? = nil
  ) {
    self.text = text
    self.title = title
    self.date = date
    self.diagnostics = diagnostics
    self.undated = undated
  }

  /// A document of it.
  ///
  /// What `corpus.json` says in `record` counts most, then the date that somebody gave for texts
  /// without a record, then what the file says.
  package func document(
    _ id: String, record: CorpusRecord?, date given: String? = nil
  ) -> Document {
    let date = record?.date ?? given ?? date
    return Document(
      id: id, text: text, date: date, title: record?.title ?? title,
      diagnostics: diagnostics + (date == nil ? [undated].compactMap { $0 } : []))
  }
}
