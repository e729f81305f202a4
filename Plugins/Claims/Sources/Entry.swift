// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(ClaimsExtractor.self) {
  PluginEntry.create(ClaimsExtractor.self, $0)
}

/// Entry point of the plugin contract.
@c(warsha_plugin_claims)
public func warshaPluginClaims() -> UnsafePointer<warsha_plugin>? { table }
