// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaStore

/// Takes down what the results of extractors depend on: the program with the text core, the
/// library, the tables, the parameters, and the extractors whose layers they read.
struct ExtractorStates {
  private let workbench: Workbench
  private let store: RunStore

  init(_ workbench: Workbench, _ store: RunStore) {
    self.workbench = workbench
    self.store = store
  }

  /// The extractors of a batch with their states, in running order.
  func states(of batch: Batch) throws -> [RunRecord.Extractor] {
    let program = ResourceLocator.ofProcess().executable
    let core = try program.map { try store.digests(of: [$0])[0] } ?? "unknown"
    var done: [(manifest: ExtractorManifest, fingerprint: String)] = []
    return try batch.extractors.map { manifest in
      var items = [
        ExtractorState.Item("core", core), ExtractorState.Item("version", manifest.version),
      ]
      if let source = source(of: manifest.id) {
        let files = [("library", source.library)] + tables(of: source)
        items += zip(files, try store.digests(of: files.map(\.1))).map { file, digest in
          ExtractorState.Item(file.0, digest)
        }
      }
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

  private func source(of id: String) -> PluginSource? {
    workbench.registry.entries.first { $0.source.manifest.id == id }?.source
  }

  /// Names and paths of its tables.
  private func tables(of source: PluginSource) -> [(String, String)] {
    let knowledge = "knowledge/"
    return source.manifest.tables.flatMap { name in
      if name == "user/gazetteers" {
        return workbench.folders.gazetteers.paths.map {
          ("gazetteer \(GazetteerFiles.name(of: $0))", $0)
        }
      }
      let path =
        name.hasPrefix(knowledge)
        ? Files.join(workbench.folders.knowledge, String(name.dropFirst(knowledge.count)))
        : Files.join(source.folder, name)
      return [("table \(name)", path)]
    }
  }
}
