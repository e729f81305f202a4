// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel

/// A plugin as it lies on disk: its manifest and its folder.
package struct PluginSource: Sendable, Equatable {
  /// What the manifest says.
  package var manifest: ExtractorManifest
  /// Folder of the manifest.
  package var folder: String
  /// Where the library was found.
  package var library: String

  package init(manifest: ExtractorManifest, folder: String, library: String) {
    self.manifest = manifest
    self.folder = folder
    self.library = library
  }

  /// Every plugin in the given folders: those whose manifest can be read, and the errors of the
  /// others. A folder without `manifest.json` is no plugin. A later plugin of an id already seen is
  /// an error; the first wins.
  ///
  /// Libraries are looked for as `read` does.
  package static func discover(
    in folders: [String], libraryFolders: [String]
  ) -> (sources: [PluginSource], errors: [PluginError]) {
    var sources: [PluginSource] = []
    var errors: [PluginError] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted()
      where FileManager.default.fileExists(atPath: "\(folder)/\(name)/manifest.json") {
        do {
          let source = try read("\(folder)/\(name)", libraryFolders: libraryFolders)
          if let first = sources.first(where: { $0.manifest.id == source.manifest.id }) {
            throw PluginError(
              .duplicate, plugin: source.manifest.id,
              "\(source.folder) has the same id as \(first.folder), which is used; rename one")
          }
          sources.append(source)
        } catch let error as PluginError {
          errors.append(error)
        } catch {
          errors.append(PluginError(.badManifest, plugin: name, "\(error)"))
        }
      }
    }
    return (sources, errors)
  }

  /// Reads the manifest of one plugin folder.
  package static func manifest(of folder: String) throws(PluginError) -> ExtractorManifest {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let path = "\(folder)/manifest.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PluginError(.badManifest, plugin: name, "cannot read \(path)")
    }
    do {
      return try JSONDecoder().decode(ExtractorManifest.self, from: data)
    } catch {
      throw PluginError(.badManifest, plugin: name, "\(path): \(describe(error))")
    }
  }

  /// Reads the manifest of one plugin folder and finds its library: beside the manifest, in
  /// `libraryFolders`, then where SwiftPM puts it when the folder is a package of its own, the
  /// release build first.
  package static func read(
    _ folder: String, libraryFolders: [String]
  ) throws(PluginError) -> PluginSource {
    let manifest = try manifest(of: folder)
    let places =
      [folder] + libraryFolders
      + [".build/release", ".build/debug"].map {
        "\(folder)/\($0)"
      }
    let tried = places.map { "\($0)/\(manifest.library)" }
    guard let library = tried.first(where: FileManager.default.fileExists(atPath:)) else {
      throw PluginError(
        manifest.example ? .exampleNotBuilt : .missingLibrary, plugin: manifest.id,
        "\(manifest.library) is not there; tried \(tried.joined(separator: ", ")). "
          + "Build it with `swift build` (not `swift run`)")
    }
    return PluginSource(manifest: manifest, folder: folder, library: library)
  }

  /// Whether two paths lead to the same folder.
  package static func isSameFolder(_ one: String, _ other: String) -> Bool {
    URL(fileURLWithPath: one).resolvingSymlinksInPath().path
      == URL(fileURLWithPath: other).resolvingSymlinksInPath().path
  }

  private static func describe(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the field \"\(key.stringValue)\" is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the field \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" "
        + "has another type than expected"
    case DecodingError.dataCorrupted(let context):
      "no valid JSON (\((context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] ?? context.debugDescription))"
    default: "\(error)"
    }
  }
}
