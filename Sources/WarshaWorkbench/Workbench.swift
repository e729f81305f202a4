// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaText

/// The session: the extractor registry, the open article, the switch that stops a command.
///
/// It returns values and prints nothing. A new verb, extractor, metric or format adds no member.
package final class Workbench {
  /// Where plugins, tables and corpora lie.
  package let folders: Folders
  /// The extractors.
  package var registry: PluginRegistry
  /// What `open` opened.
  package var article: Article?
  /// Thrown by Ctrl-C.
  package let cancellation = Cancellation()

  /// Opens a session.
  ///
  /// - Parameters:
  ///   - folders: Where plugins, tables and corpora lie.
  ///   - safeMode: Whether to start without any plugin.
  package init(folders: Folders, safeMode: Bool = false) {
    self.folders = folders
    let (knowledge, gazetteers) = (folders.knowledge, folders.gazetteers)
    registry = PluginRegistry(
      folders: safeMode ? [] : folders.plugins, libraryFolders: folders.libraries,
      services: HostServices(
        fold: { Analyser.fold($0, into: $1) },
        knowledge: { TableBytes.map("\(knowledge)/\($0)") },
        gazetteers: { gazetteers.paths }))
  }
}
