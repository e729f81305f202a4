// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaWorkbench

/// The value of `--labels`.
enum LabelOption {
  /// The map that a text stands for, with the labels and types of the known plugins.
  ///
  /// - Throws: `CommandFailure` of usage.
  static func map(_ text: String, in session: Session) throws(CommandFailure) -> LabelMap {
    var labels: [String: Set<String>] = [:]
    for entry in session.workbench.registry.entries {
      let manifest = entry.source.manifest
      for label in manifest.labels { labels[label, default: []].formUnion(manifest.types) }
    }
    do {
      return try LabelMap(parsing: text, labels: labels)
    } catch {
      throw CommandFailure(.usage, "--labels: \(error.description)")
    }
  }
}
