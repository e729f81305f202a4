// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaText

/// The article that the session works on: the document, its analysis, the last results.
package struct Article {
  /// What was opened.
  package let document: Document
  /// What the text core made of it.
  package let analysis: Analysis
  /// What the last `extract` found.
  package var results: AnnotationSet?

  /// Analyses a document.
  package init(_ document: Document) {
    self.document = document
    analysis = Analyser().analyse(document.text)
  }
}
