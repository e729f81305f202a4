// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaPluginKit

nonisolated(unsafe) private let table = PluginEntry.table(TemplateExtractor.self) {
  PluginEntry.create(TemplateExtractor.self, $0)
}

/// Entry point of the plugin contract; its symbol stands in manifest.json.
@c(warsha_plugin_template)
public func warshaPluginTemplate() -> UnsafePointer<warsha_plugin>? { table }
