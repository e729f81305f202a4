// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaEvaluation
import WarshaModel
import WarshaRendering

/// A page written to a file.
enum PageFile {
  /// Writes a page.
  ///
  /// - Throws: `CommandFailure` when the file cannot be written.
  static func write(_ page: String, to path: String, console: Console) throws(CommandFailure) {
    do {
      try Data(page.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw CommandFailure(.data, "\(path): cannot be written: \(error.localizedDescription)")
    }
    console.remark("wrote \(path)")
  }

  /// The texts of a corpus with gold and what each side found in some layers.
  static func texts(
    _ gold: GoldDocuments, layers: Set<String>, sides: [[String: AnnotationSet]]
  ) -> [MarkedText] {
    gold.documents.map { document in
      MarkedText(
        document, gold: gold.gold[document.id].map { scored($0, layers: layers) },
        sides: sides.map { scored($0[document.id], layers: layers) })
    }
  }

  /// The annotations of some layers; none of no set.
  static func scored(_ set: AnnotationSet?, layers: Set<String>) -> [Annotation] {
    set?.annotations.filter { layers.contains($0.layer) } ?? []
  }
}
