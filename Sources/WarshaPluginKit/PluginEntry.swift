// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// Makes the function table of an extractor. The whole entry file of a plugin:
///
/// ```swift
/// nonisolated(unsafe) private let table = PluginEntry.table(DatesExtractor.self) {
///   PluginEntry.create(DatesExtractor.self, $0)
/// }
///
/// @c(warsha_plugin_dates)
/// public func warshaPluginDates() -> UnsafePointer<warsha_plugin>? { table }
/// ```
///
/// The closure names the type once more because a C function pointer cannot capture a generic one.
public enum PluginEntry {
  /// Makes an instance for the host.
  public typealias Create = @convention(c) (UnsafePointer<warsha_host>?) -> UnsafeMutableRawPointer?

  /// A table that lives as long as the process.
  public static func table<E: Extractor>(
    _ type: E.Type, create: @escaping Create
  ) -> UnsafePointer<warsha_plugin> {
    let table = UnsafeMutablePointer<warsha_plugin>.allocate(capacity: 1)
    table.initialize(to: warsha_plugin())
    table.pointee.struct_size = UInt32(MemoryLayout<warsha_plugin>.size)
    table.pointee.abi_major = UInt32(WARSHA_ABI_MAJOR)
    table.pointee.abi_minor = UInt32(WARSHA_ABI_MINOR)
    table.pointee.id = eternal(E.id)
    table.pointee.version = eternal(E.version)
    table.pointee.create = create
    table.pointee.process = { instance, document, sink in
      guard let instance, let document, let sink else { return Int32(WARSHA_FAILED) }
      return Unmanaged<ExtractorBox>.fromOpaque(instance).takeUnretainedValue()
        .process(document, sink)
    }
    table.pointee.destroy = { instance in
      guard let instance else { return }
      Unmanaged<ExtractorBox>.fromOpaque(instance).release()
    }
    return UnsafePointer(table)
  }

  /// Makes an instance; reports the reason and returns nil when the extractor throws.
  public static func create<E: Extractor>(
    _ type: E.Type, _ host: UnsafePointer<warsha_host>?
  ) -> UnsafeMutableRawPointer? {
    guard let host else { return nil }
    do {
      let box = ExtractorBox(try E(Setup(host)))
      return Unmanaged.passRetained(box).toOpaque()
    } catch {
      var message = "\(error)"
      message.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { chars in
          host.pointee.report?(
            host.pointee.context, Int32(WARSHA_ERROR),
            warsha_string(bytes: chars.baseAddress, length: chars.count))
        }
      }
      return nil
    }
  }

  private static func eternal(_ string: String) -> warsha_string {
    let utf8 = Array(string.utf8)
    let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, utf8.count))
    for i in utf8.indices { bytes[i] = CChar(bitPattern: utf8[i]) }
    return warsha_string(bytes: bytes, length: utf8.count)
  }
}

/// The neutral object behind the instance pointer.
final class ExtractorBox {
  private var extractor: any Extractor

  init(_ extractor: any Extractor) { self.extractor = extractor }

  func process(
    _ record: UnsafePointer<warsha_document>, _ sink: UnsafePointer<warsha_sink>
  ) -> Int32 {
    var output = Output(
      sink, wantsEvidence: record.pointee.flags & UInt32(WARSHA_EXPLAIN) != 0)
    do {
      try extractor.extract(InputDocument(record), into: &output)
    } catch {
      output.diagnose(.error, "\(error)")
      return Int32(WARSHA_FAILED)
    }
    return output.isCancelled ? Int32(WARSHA_CANCELLED) : Int32(WARSHA_OK)
  }
}
