// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(DistancesExtractor.self) {
  PluginEntry.create(DistancesExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_distances)
public func warshaPluginDistances() -> UnsafePointer<warsha_plugin>? { table }
