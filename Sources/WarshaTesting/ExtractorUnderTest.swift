// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel
import WarshaPluginHost

/// An extractor of a checkout, run in the test process, linked or loaded.
///
/// The extractors it needs run first when they are given too.
public struct ExtractorUnderTest {
  /// What the extractor says about itself.
  public let manifest: ExtractorManifest
  private let pipeline: Pipeline

  /// A plugin folder with the entry point of the library that is linked into the test.
  public typealias Linked = (folder: String, entry: () -> UnsafePointer<warsha_plugin>?)

  /// Extractors that are linked into the test, those that are needed first; the last is the one
  /// under test.
  ///
  /// - Parameters:
  ///   - linked: Folders with `manifest.json` and entry points.
  ///   - knowledgeFolder: Where the core's tables lie.
  ///   - gazetteers: Paths of imported gazetteers.
  /// - Throws: What a user would see when one of them cannot be used.
  public init(
    linked: [Linked], knowledgeFolder: String = Checkout.knowledge, gazetteers: [String] = []
  ) throws {
    let services = CoreServices.make(knowledgeFolder: knowledgeFolder, gazetteers: gazetteers)
    var instances: [ExtractorInstance] = []
    for (folder, entry) in linked {
      let manifest = try PluginSource.manifest(of: folder)
      let source = PluginSource(manifest: manifest, folder: folder, library: "(linked)")
      guard let table = entry() else {
        throw PluginError(.missingEntry, plugin: manifest.id, "its entry point returned NULL")
      }
      let library = try PluginLibrary(table: table, manifest: manifest, path: "(linked)")
      instances.append(try ExtractorInstance(source, library: library, services: services))
    }
    guard let last = instances.last else {
      throw PluginError(.unknownExtractor, plugin: "(linked)", "there is no extractor to test")
    }
    manifest = last.manifest
    pipeline = Pipeline(instances, wanted: [last.manifest.id])
  }

  /// An extractor loaded from its dynamic library, with those it needs.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - pluginFolders: Folders that hold plugin folders.
  ///   - libraryFolders: Where libraries lie that are not beside their manifest.
  ///   - knowledgeFolder: Where the core's tables lie.
  ///   - gazetteers: Paths of imported gazetteers.
  /// - Throws: What a user would see when one of them cannot be used.
  public init(
    loaded id: String, pluginFolders: [String] = [Checkout.plugins],
    libraryFolders: [String] = [Checkout.libraries], knowledgeFolder: String = Checkout.knowledge,
    gazetteers: [String] = []
  ) throws {
    var registry = PluginRegistry(
      folders: pluginFolders, libraryFolders: libraryFolders,
      services: CoreServices.make(knowledgeFolder: knowledgeFolder, gazetteers: gazetteers))
    pipeline = try registry.pipeline(of: [id]).pipeline
    manifest = try registry.manifest(of: id)
  }

  /// How often those that it needs ask on a text whether to stop.
  func questionsOfOthers(_ text: String) -> Int {
    let counter = Cancellation(afterAsking: .max)
    let others = Pipeline(Array(pipeline.extractors.dropLast()), wanted: [])
    _ = CoreServices.annotate(
      Document(id: "test", text: SourceText(text)), with: others, cancellation: counter)
    return counter.timesAsked
  }

  /// Runs it on a text.
  public func annotate(
    _ text: String, date: String? = nil, explain: Bool = false,
    cancellation: Cancellation = Cancellation()
  ) -> AnnotationSet {
    annotate(
      Document(id: "test", text: SourceText(text), date: date), explain: explain,
      cancellation: cancellation)
  }

  /// Runs it on a document.
  public func annotate(
    _ document: Document, explain: Bool = false, cancellation: Cancellation = Cancellation()
  ) -> AnnotationSet {
    CoreServices.annotate(
      document, with: pipeline, explain: explain, cancellation: cancellation)
  }
}
