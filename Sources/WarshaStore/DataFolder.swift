// SPDX-License-Identifier: Apache-2.0

/// Where Warsha keeps what belongs to its user: imported gazetteers, saved runs.
package enum DataFolder {
  /// The folder: `WARSHA_DATA`, else `warsha` below `XDG_DATA_HOME` or `~/.local/share`; nil when
  /// neither a data folder nor a home is known.
  package static func path(in environment: [String: String]) -> String? {
    if let data = environment["WARSHA_DATA"], !data.isEmpty { return data }
    // The XDG specification: a relative path is to be ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/warsha" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/share/warsha"
  }
}
