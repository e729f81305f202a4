// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the lines of earlier sessions are kept.
package enum HistoryFile {
  /// The file: `WARSHA_HISTORY`, else `warsha/history` in `XDG_STATE_HOME` or `~/.local/state`.
  ///
  /// Nil when `WARSHA_HISTORY` is set and empty, or no home is known: then nothing is kept.
  package static func path(in environment: [String: String]) -> String? {
    if let path = environment["WARSHA_HISTORY"] { return path.isEmpty ? nil : path }
    // The XDG specification: a relative path is to be ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/warsha/history"
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/state/warsha/history"
  }

  /// Makes the folder of a history file, readable by its owner only.
  static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
