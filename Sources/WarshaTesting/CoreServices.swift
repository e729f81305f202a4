// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaText

/// What the host has of the other modules, for tests.
enum CoreServices {
  /// Folding of the text core, tables of a folder, imported gazetteers by path.
  static func make(knowledgeFolder: String, gazetteers: [String] = []) -> HostServices {
    HostServices(
      fold: { Analyser.fold($0, into: $1) },
      knowledge: { TableBytes.map("\(knowledgeFolder)/\($0)") },
      gazetteers: { gazetteers })
  }

  /// Analyses a document and runs a pipeline on it.
  static func annotate(
    _ document: Document, with pipeline: Pipeline, explain: Bool = false,
    cancellation: Cancellation = Cancellation()
  ) -> AnnotationSet {
    Analyser().analyse(document.text).withText { text in
      pipeline.run(on: document, text: text, explain: explain, cancellation: cancellation)
    }
  }
}
