// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a saved web page says, without what stands around it.
package struct Page: Sendable, Equatable {
  /// The headline and the main text: paragraphs parted by an empty line, lines of lists, tables and
  /// line breaks by a newline, a newline at the end.
  package var text: SourceText
  /// Headline as the page gives it to others; nil when it has none.
  package var title: String?
  /// Publication date as an ISO date or date-time, with the offset that the page gives; nil when it
  /// has none that can be read.
  package var date: String?
  /// Where text, title and date come from, as a note; what is doubtful, as warnings.
  package var diagnostics: [Diagnostic]
}
