// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// The host's side of one instance: tables, parameters, messages.
final class HostContext {
  /// The tables by the names of the manifest, as they were mapped.
  private(set) var marks: [(name: String, mark: FileMark)] = []
  /// What the plugin said through `report`.
  private(set) var messages: [String] = []
  /// The struct that the plugin holds; lives as long as this object.
  let host: UnsafeMutablePointer<warsha_host>
  private let arena = Arena()
  private let services: HostServices
  private var tables: [String: TableBytes] = [:]

  init(
    _ source: PluginSource, services: HostServices, parameters: [String: Double]
  ) throws(PluginError) {
    self.services = services
    host = .allocate(capacity: 1)
    host.initialize(to: warsha_host())
    let knowledge = "knowledge/"
    for name in source.manifest.tables {
      if name == "user/gazetteers" {
        // Any number of them: 0, 1, …, each with its path for messages.
        for (number, path) in services.gazetteers().enumerated() {
          guard let bytes = TableBytes.map(path) else {
            throw PluginError(
              .missingTable, plugin: source.manifest.id,
              "the gazetteer \(path) cannot be read; name another one with --gazetteer")
          }
          tables["\(name)/\(number)"] = bytes
          if let mark = bytes.mark { marks.append(("\(name)/\(number)", mark)) }
          tables["\(name)/\(number)/path"] = TableBytes.copy(of: path)
        }
        continue
      }
      let path = "\(source.folder)/\(name)"
      let table =
        name.hasPrefix(knowledge)
        ? services.knowledge(String(name.dropFirst(knowledge.count))) : TableBytes.map(path)
      guard let table else {
        throw PluginError(
          .missingTable, plugin: source.manifest.id,
          name.hasPrefix(knowledge)
            ? "the core has no table \"\(name)\"; mend \"tables\" in \(source.folder)/manifest.json"
            : "the table \(path) cannot be read; put it there or mend \"tables\" in the manifest")
      }
      tables[name] = table
      if let mark = table.mark { marks.append((name, mark)) }
    }
    let values = source.manifest.parameters.map { parameter in
      arena.attribute(
        Attribute(parameter.name, .number(parameters[parameter.name] ?? parameter.default)))
    }
    let attributes = arena.array(values)
    host.pointee.struct_size = UInt32(MemoryLayout<warsha_host>.size)
    host.pointee.abi_major = UInt32(WARSHA_ABI_MAJOR)
    host.pointee.abi_minor = UInt32(WARSHA_ABI_MINOR)
    host.pointee.parameter_count = UInt32(values.count)
    host.pointee.parameters = UnsafePointer(attributes)
    host.pointee.context = Unmanaged.passUnretained(self).toOpaque()
    host.pointee.table = { context, name, bytes in
      guard let context, let bytes else { return Int32(WARSHA_FAILED) }
      let own = Unmanaged<HostContext>.fromOpaque(context).takeUnretainedValue()
      guard let table = own.tables[String(name)] else { return Int32(WARSHA_FAILED) }
      bytes.pointee = warsha_string(bytes: table.start, length: table.count)
      return Int32(WARSHA_OK)
    }
    host.pointee.fold = { context, units, count, folded, capacity in
      guard let context, let units else { return 0 }
      let own = Unmanaged<HostContext>.fromOpaque(context).takeUnretainedValue()
      return own.services.fold(
        UnsafeBufferPointer(start: units, count: count),
        UnsafeMutableBufferPointer(start: folded, count: folded == nil ? 0 : capacity))
    }
    host.pointee.hash = { _, units, count in
      units.map { TextHash.of($0, count: count) } ?? 0
    }
    host.pointee.report = { context, _, message in
      guard let context else { return }
      Unmanaged<HostContext>.fromOpaque(context).takeUnretainedValue()
        .messages.append(String(message))
    }
  }

  deinit {
    host.deallocate()
  }
}
