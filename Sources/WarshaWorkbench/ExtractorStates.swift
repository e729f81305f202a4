// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaText

/// Takes down what the results of extractors depend on: the program with the text core, ICU, the
/// manifest, the library and the tables as they were loaded, the parameters, and the extractors
/// whose layers they read.
struct ExtractorStates {
  private let workbench: Workbench
  private let store: RunStore

  init(_ workbench: Workbench, _ store: RunStore) {
    self.workbench = workbench
    self.store = store
  }

  /// The extractors of a batch with their states, in running order.
  ///
  /// - Throws: `StoreError` when a file is not what was loaded any more.
  func states(of batch: Batch) throws -> [RunRecord.Extractor] {
    let program = ResourceLocator.ofProcess().executable.flatMap { FileMark(of: $0) }
    let core = try program.map { try store.digests(of: [$0])[0] } ?? "unknown"
    var done: [(manifest: ExtractorManifest, fingerprint: String)] = []
    return try batch.extractors.map { extractor in
      let manifest = extractor.manifest
      var items = [
        ExtractorState.Item("core", core), ExtractorState.Item("icu", Analyser.icuVersion),
        ExtractorState.Item("version", manifest.version),
        ExtractorState.Item("manifest", try Self.digest(of: manifest)),
      ]
      items += try files(of: extractor)
      let set = workbench.registry.parameters[manifest.id] ?? [:]
      for parameter in manifest.parameters {
        let value = Scalar.number(set[parameter.name] ?? parameter.default).description
        items.append(ExtractorState.Item("parameter \(parameter.name)", value))
      }
      if batch.explain { items.append(ExtractorState.Item(ExtractorState.evidence, "yes")) }
      let layers = Set(manifest.needs + manifest.reads)
      for (earlier, fingerprint) in done where !layers.isDisjoint(with: earlier.layers) {
        items.append(ExtractorState.Item("extractor \(earlier.id)", fingerprint))
      }
      let state = ExtractorState(items)
      done.append((manifest, state.fingerprint))
      return RunRecord.Extractor(
        id: manifest.id, version: manifest.version, isWanted: batch.wanted.contains(manifest.id),
        state: state)
    }
  }

  /// Digests of library and tables, which must be what was loaded: else results would be kept under
  /// the name of what did not make them.
  private func files(of extractor: ExtractorInstance) throws -> [ExtractorState.Item] {
    var files = extractor.tableMarks.map { (name: "table \($0.name)", mark: $0.mark) }
    if let library = extractor.libraryMark { files.insert(("library", library), at: 0) }
    for file in files where FileMark(of: file.mark.path) != file.mark {
      throw StoreError.fileChanged(path: file.mark.path, extractor: extractor.manifest.id)
    }
    return zip(files, try store.digests(of: files.map(\.mark))).map { file, digest in
      ExtractorState.Item(file.name, digest)
    }
  }

  private static func digest(of manifest: ExtractorManifest) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return SHA256.hexDigest(of: [UInt8](try encoder.encode(manifest)))
  }
}
