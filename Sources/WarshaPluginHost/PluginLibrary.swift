// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import Foundation
import WarshaModel

/// A loaded library whose contract was checked.
///
/// A library is never closed: Swift's runtime keeps pointers into every image it has seen, and
/// unmapping one crashes the next dynamic cast. Loading again therefore copies the file to a fresh
/// name first, because the loader answers a known path with the old image.
package struct PluginLibrary: @unchecked Sendable {  // points to a static table of the library
  /// The plugin's functions.
  let table: UnsafePointer<warsha_plugin>
  /// The file as it was loaded; nil of a plugin that is linked in.
  private(set) var mark: FileMark?

  /// Checks a table that a library or a statically linked plugin gave.
  package init(
    table: UnsafePointer<warsha_plugin>, manifest: ExtractorManifest, path: String
  ) throws(PluginError) {
    // struct_size and the version stand first in every version of the contract.
    let (major, minor) = (table.pointee.abi_major, table.pointee.abi_minor)
    guard major == UInt32(WARSHA_ABI_MAJOR) else {
      throw PluginError(
        .wrongVersion, plugin: manifest.id,
        "\(path) speaks contract \(major).\(minor), this warsha speaks "
          + "\(WARSHA_ABI_MAJOR).\(WARSHA_ABI_MINOR); rebuild the plugin against its header")
    }
    guard Int(table.pointee.struct_size) >= MemoryLayout<warsha_plugin>.size else {
      throw PluginError(
        .wrongVersion, plugin: manifest.id,
        "\(path) gives a function table of \(table.pointee.struct_size) bytes, "
          + "\(MemoryLayout<warsha_plugin>.size) are needed; rebuild the plugin")
    }
    let (id, version) = (String(table.pointee.id), String(table.pointee.version))
    guard id == manifest.id, version == manifest.version else {
      throw PluginError(
        .doesNotMatch, plugin: manifest.id,
        "the manifest says \(manifest.id) \(manifest.version), \(path) says \(id) \(version); "
          + "rebuild the plugin or mend the manifest")
    }
    guard table.pointee.create != nil, table.pointee.process != nil, table.pointee.destroy != nil
    else {
      throw PluginError(
        .doesNotMatch, plugin: manifest.id,
        "the function table of \(path) lacks create, process or destroy; fill in all three")
    }
    self.table = table
  }

  /// Loads a library. With `fresh` from a copy, so that a rebuilt file takes effect.
  package static func load(
    _ source: PluginSource, fresh: Bool = false
  ) throws(PluginError) -> PluginLibrary {
    let id = source.manifest.id
    guard source.manifest.abi == Int(WARSHA_ABI_MAJOR) else {
      throw PluginError(
        .wrongVersion, plugin: id,
        "\(source.folder)/manifest.json asks for contract \(source.manifest.abi), this warsha "
          + "speaks \(WARSHA_ABI_MAJOR); rebuild the plugin against its header")
    }
    let mark = FileMark(of: source.library)
    let path = fresh ? try copy(source) : source.library
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? "no reason given"
      throw PluginError(.cannotOpen, plugin: id, "\(source.library) cannot be loaded: \(reason)")
    }
    if fresh { unlink(path) }  // mapped; the name is no longer needed
    guard let symbol = dlsym(handle, source.manifest.entry) else {
      throw PluginError(
        .missingEntry, plugin: id,
        "\(source.library) has no symbol \(source.manifest.entry); export it or mend \"entry\" "
          + "in \(source.folder)/manifest.json")
    }
    typealias Entry = @convention(c) () -> UnsafePointer<warsha_plugin>?
    guard let table = unsafeBitCast(symbol, to: Entry.self)() else {
      throw PluginError(
        .missingEntry, plugin: id, "\(source.manifest.entry) of \(source.library) returned NULL")
    }
    var library = try PluginLibrary(
      table: table, manifest: source.manifest, path: source.library)
    library.mark = mark
    return library
  }

  private static func copy(_ source: PluginSource) throws(PluginError) -> String {
    let fresh = "\(NSTemporaryDirectory())/warsha-\(getpid())-\(UUID().uuidString).so"
    do {
      try FileManager.default.copyItem(atPath: source.library, toPath: fresh)
    } catch {
      throw PluginError(
        .cannotOpen, plugin: source.manifest.id,
        "\(source.library) cannot be copied to \(fresh) for reloading: \(error)")
    }
    return fresh
  }
}
