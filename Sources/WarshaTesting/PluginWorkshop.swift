// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel
import WarshaPluginHost

/// A folder in which tests build plugins of C sources; gone when the workshop goes.
package final class PluginWorkshop {
  /// The folder that holds a folder for each plugin.
  package let folder: String
  private let sources: String

  /// Opens a workshop; `sources` is the folder of the C files.
  package init(sources: String) throws {
    self.sources = sources
    folder = NSTemporaryDirectory() + "warsha-plugins-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Makes the plugin `id`: manifest, and library of `id.c`, or of another source.
  ///
  /// - Parameters:
  ///   - id: Its id, layer, label and type.
  ///   - source: Name of the C file without extension; nil to build no library.
  ///   - fields: Fields of the manifest that differ from the usual ones.
  ///   - defines: Macros for the C file, e.g. `TOKENS=1`.
  /// - Throws: When the compiler refuses the source or the folder cannot be written.
  package func add(
    _ id: String, source: String?, _ fields: [String: Any] = [:], defines: [String] = []
  ) throws {
    try add(id, fields)
    if let source { try build(source, as: id, defines: defines) }
  }

  /// Makes the plugin `id` of the source `id.c`.
  package func add(building id: String, _ fields: [String: Any] = [:]) throws {
    try add(id, source: id, fields)
  }

  private func add(_ id: String, _ fields: [String: Any]) throws {
    let usual: [String: Any] = [
      "id": id, "version": "1", "abi": 1, "library": "lib\(id).so", "entry": "warsha_plugin_\(id)",
      "layers": [id], "labels": [id], "types": [id],
    ]
    let manifest = try JSONSerialization.data(
      withJSONObject: usual.merging(fields) { $1 }, options: [.prettyPrinted, .sortedKeys])
    try write(String(decoding: manifest, as: UTF8.self), to: "\(id)/manifest.json")
  }

  /// Writes a file below the folder.
  package func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Compiles a C file into the library of a plugin.
  package func build(_ source: String, as id: String, defines: [String] = []) throws {
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments =
      ["cc", "-std=c11", "-fPIC", "-shared", "-I", Checkout.root + "/Sources/CWarshaABI/include"]
      + defines.map { "-D" + $0 }
      + ["-o", "\(folder)/\(id)/lib\(id).so", "\(sources)/\(source).c"]
    try compiler.run()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else {
      throw Violation("a C compiler", on: source, "cc ended with \(compiler.terminationStatus)")
    }
  }

  /// A registry of all plugins of the workshop.
  package func registry() -> PluginRegistry {
    PluginRegistry(
      folders: [folder], libraryFolders: [],
      services: CoreServices.make(knowledgeFolder: Checkout.knowledge))
  }

  /// Runs extractors on a text: annotations as `extractor start..end`, then diagnostics.
  package func run(
    _ ids: [String]?, on text: String, registry: PluginRegistry? = nil
  ) throws -> [String] {
    var registry = registry ?? self.registry()
    let made = try registry.pipeline(of: ids)
    let document = Document(id: "d", text: SourceText(text))
    let result = CoreServices.annotate(document, with: made.pipeline)
    return made.errors.map { "error: \(relative($0.description))" }
      + result.annotations.map { "\($0.extractor) \($0.range.start)..\($0.range.end)" }
      + result.diagnostics.map { "\($0.severity) of \($0.origin): \($0.message)" }
  }

  /// A message without the name of the folder, which differs every time.
  package func relative(_ message: String) -> String {
    message.replacingOccurrences(of: folder + "/", with: "")
  }
}

extension Violation: Error {}
