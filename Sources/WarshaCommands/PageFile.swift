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
    func scored(_ set: AnnotationSet?) -> [Annotation] {
      set?.annotations.filter { layers.contains($0.layer) } ?? []
    }
    return gold.documents.map { document in
      MarkedText(
        document, gold: gold.gold[document.id].map(scored),
        sides: sides.map { scored($0[document.id]) })
    }
  }
}
