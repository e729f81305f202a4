// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// One instance of an extractor, ready to work on documents one after the other.
package final class ExtractorInstance {
  /// What the plugin says about itself.
  package let manifest: ExtractorManifest
  /// Its library as it was loaded.
  package var libraryMark: FileMark? { library.mark }
  /// Its tables as they were mapped, by the names of the manifest.
  package var tableMarks: [(name: String, mark: FileMark)] { context.marks }
  private let library: PluginLibrary
  private let context: HostContext
  private let pointer: UnsafeMutableRawPointer

  /// Makes an instance.
  ///
  /// - Parameters:
  ///   - source: The manifest and the folder of the plugin's own tables.
  ///   - library: Its functions, loaded or linked.
  ///   - services: What the host offers.
  ///   - parameters: Numbers set by the user, by name.
  /// - Throws: `missingTable` or `createFailed` with the plugin's own words.
  package init(
    _ source: PluginSource, library: PluginLibrary, services: HostServices,
    parameters: [String: Double] = [:]
  ) throws(PluginError) {
    manifest = source.manifest
    self.library = library
    context = try HostContext(source, services: services, parameters: parameters)
    guard let create = library.table.pointee.create,
      let pointer = create(context.host)
    else {
      throw PluginError(
        .createFailed, plugin: source.manifest.id,
        context.messages.isEmpty
          ? "its `create` gave no instance and no reason"
          : context.messages.joined(separator: "; "))
    }
    self.pointer = pointer
  }

  deinit {
    library.table.pointee.destroy?(pointer)
  }

  /// Runs the extractor on one document and collects what it emits.
  func process(
    _ text: AnalysedText, document: Document, run: ExtractionRun, explain: Bool
  ) {
    let arena = Arena()
    let needed = manifest.needs + manifest.reads
    let earlier = run.annotations.filter { needed.contains($0.layer) }.map(arena.annotation)
    run.begin(manifest)
    let status = earlier.withUnsafeBufferPointer { earlier in
      var record = warsha_document()
      record.struct_size = UInt32(MemoryLayout<warsha_document>.size)
      record.flags = explain ? UInt32(WARSHA_EXPLAIN) : 0
      record.id = arena.string(document.id)
      record.date = arena.string(document.date ?? "")
      record.source = text.source.baseAddress ?? Self.noUnits
      record.view = text.view.baseAddress ?? Self.noUnits
      record.view_to_source = text.viewToSource.baseAddress
      // `Token` and `Sentence` have the layout of the C structs; a test compares the offsets.
      record.tokens = UnsafeRawPointer(text.tokens.baseAddress)?
        .assumingMemoryBound(to: warsha_token.self)
      record.sentences = UnsafeRawPointer(text.sentences.baseAddress)?
        .assumingMemoryBound(to: warsha_sentence.self)
      record.annotations = earlier.baseAddress
      record.source_count = UInt32(text.source.count)
      record.view_count = UInt32(text.view.count)
      record.token_count = UInt32(text.tokens.count)
      record.sentence_count = UInt32(text.sentences.count)
      record.annotation_count = UInt32(earlier.count)
      var sink = warsha_sink()
      sink.struct_size = UInt32(MemoryLayout<warsha_sink>.size)
      sink.context = Unmanaged.passUnretained(run).toOpaque()
      sink.emit = { context, annotation in
        guard let context, let annotation else { return 0 }
        return Unmanaged<ExtractionRun>.fromOpaque(context).takeUnretainedValue()
          .accept(annotation)
      }
      sink.diagnose = { context, severity, start, end, message in
        guard let context else { return }
        Unmanaged<ExtractionRun>.fromOpaque(context).takeUnretainedValue()
          .diagnose(severity, start, end, String(message))
      }
      sink.cancelled = { context in
        guard let context else { return 1 }
        return Unmanaged<ExtractionRun>.fromOpaque(context).takeUnretainedValue().isCancelled
          ? 1 : 0
      }
      return library.table.pointee.process?(pointer, &record, &sink) ?? Int32(WARSHA_FAILED)
    }
    run.end(status: status)
  }

  nonisolated(unsafe) private static let noUnits: UnsafePointer<UInt16> = {
    let unit = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
    unit.pointee = 0
    return UnsafePointer(unit)
  }()
}
