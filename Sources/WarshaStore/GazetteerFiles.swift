// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel

/// Where the gazetteers lie that the user imported, and which of them are used.
///
/// The folder is `gazetteers` in the `DataFolder`. All in it are used, unless `--gazetteer` or else `WARSHA_GAZETTEER` (paths or
/// names parted by colons) names others; `none` names none.
package struct GazetteerFiles: Sendable {
  /// Ending of a gazetteer's file.
  package static let ending = ".gazetteer"
  /// Environment variable that names those to use.
  package static let variable = "WARSHA_GAZETTEER"
  /// Word for none at all.
  package static let none = "none"

  /// Where imports go; nil when neither a data folder nor a home is known.
  package let folder: String?
  private let chosen: [String]?

  /// Looks up the folder.
  ///
  /// - Parameters:
  ///   - explicit: What `--gazetteer` named; empty when it was not given.
  ///   - environment: Variables of the process.
  /// - Throws: `noResource` with the places tried for one that is not there.
  package init(explicit: [String], environment: [String: String]) throws(StoreError) {
    folder = DataFolder.path(in: environment).map { Files.join($0, "gazetteers") }
    let set = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    let words = explicit.isEmpty ? set?.split(separator: ":").map(String.init) : explicit
    let origin = explicit.isEmpty ? "from \(Self.variable)" : "as given"
    guard let words else {
      chosen = nil
      return
    }
    var paths: [String] = []
    for word in words where word != Self.none {
      var places = [(word, origin)]
      if !word.contains("/"), let folder {
        places.append((Files.join(folder, word + Self.ending), "imported"))
      }
      guard let found = places.first(where: { Files.isFile($0.0) }) else {
        throw .noResource(
          name: "gazetteer \"\(word)\"", tried: places.map { "\($0.0) (\($0.1))" },
          remedy: "Give the path of a file that gazetteer import wrote, a name that gazetteer list "
            + "shows, or \(Self.none)."
            + Suggestion.sentence(for: word, among: Self.names(in: folder)))
      }
      paths.append(found.0)
    }
    chosen = paths
  }

  /// Uses none.
  package init() {
    folder = nil
    chosen = []
  }

  /// Paths of the gazetteers to use, those of the folder by name.
  package var paths: [String] {
    if let chosen { return chosen }
    guard let folder else { return [] }
    return Self.names(in: folder).map { Files.join(folder, $0 + Self.ending) }
  }

  /// Paths of all in the folder, used or not, then of those used from elsewhere.
  package var all: [String] {
    let there = folder.map { folder in
      Self.names(in: folder).map { Files.join(folder, $0 + Self.ending) }
    }
    return (there ?? []) + paths.filter { !(there ?? []).contains($0) }
  }

  /// The path that an import under a name is written to; nil without a folder.
  package func path(of name: String) -> String? {
    folder.map { Files.join($0, name + Self.ending) }
  }

  /// The name that a path stands for.
  package static func name(of path: String) -> String {
    let last = Files.lastComponent(of: path)
    return last.hasSuffix(ending) ? String(last.dropLast(ending.count)) : last
  }

  private static func names(in folder: String?) -> [String] {
    guard let folder, Files.isFolder(folder), let names = try? Files.names(in: folder) else {
      return []
    }
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(ending.count)) }
  }
}
