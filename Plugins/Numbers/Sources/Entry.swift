// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(NumbersExtractor.self) {
  PluginEntry.create(NumbersExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_numbers)
public func warshaPluginNumbers() -> UnsafePointer<warsha_plugin>? { table }
