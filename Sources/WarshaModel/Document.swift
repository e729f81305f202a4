// SPDX-License-Identifier: Apache-2.0

/// One text to work on, with what is known about it.
public struct Document: Sendable {
  /// Name that is unique in its corpus: the file's name without extension, or the `id` of a JSONL line.
  public var id: String
  /// The text.
  public var text: SourceText
  /// ISO date or date-time that relative expressions refer to, as given; nil when unknown.
  public var date: String?
  /// Headline, where one is known.
  public var title: String?
  /// What was met while the document was read: encoding, malformed bytes.
  public var diagnostics: [Diagnostic]

  /// Makes a document.
  public init(
    id: String, text: SourceText, date: String? = nil, title: String? = nil,
    diagnostics: [Diagnostic] = []
  ) {
    self.id = id
    self.text = text
    self.date = date
    self.title = title
    self.diagnostics = diagnostics
  }
}
