// SPDX-License-Identifier: Apache-2.0

/// Why a plugin cannot be used: what happened, where, what to do.
package struct PluginError: Error, Equatable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    case badManifest, missingLibrary, cannotOpen, missingEntry, wrongVersion, doesNotMatch
    /// An example whose library nobody has built: an error only when it is asked for.
    case exampleNotBuilt
    case missingTable, createFailed, unknownExtractor, circularNeeds, missingNeed, duplicate
  }

  /// What kind of failure it is.
  package var code: Code
  /// Id of the plugin, or the name of its folder when the manifest is unreadable.
  package var plugin: String
  /// One sentence with the cause, the file and the remedy.
  package var message: String

  package init(_ code: Code, plugin: String, _ message: String) {
    self.code = code
    self.plugin = plugin
    self.message = message
  }

  package var description: String { "plugin \(plugin): \(message)" }
}
