// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(ActorsExtractor.self) {
  PluginEntry.create(ActorsExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_actors)
public func warshaPluginActors() -> UnsafePointer<warsha_plugin>? { table }
