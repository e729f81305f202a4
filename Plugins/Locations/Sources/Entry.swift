// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(LocationsExtractor.self) {
  PluginEntry.create(LocationsExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_locations)
public func warshaPluginLocations() -> UnsafePointer<warsha_plugin>? { table }
