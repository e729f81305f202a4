// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(DatesExtractor.self) {
  PluginEntry.create(DatesExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_dates)
public func warshaPluginDates() -> UnsafePointer<warsha_plugin>? { table }
