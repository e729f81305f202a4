// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The plugins that are known, and which of them are loaded. A value: batch workers keep the one
/// they were given while the session loads and unloads.
package struct PluginRegistry: Sendable {
  /// A known plugin.
  package struct Entry: Sendable {
    /// Where it lies.
    package var source: PluginSource
    /// Its library, once it is loaded.
    package var library: PluginLibrary?
    /// Whether the user took it out of the session.
    package var isUnloaded = false
    /// Whether the user loaded it by hand.
    package var isChosen = false

    /// Whether it runs when nobody says which extractors are wanted.
    package var runsUnasked: Bool { !isUnloaded && (isChosen || !source.manifest.example) }
  }

  /// Known plugins by discovery order.
  package private(set) var entries: [Entry] = []
  /// Plugins that cannot be used, and why.
  package private(set) var problems: [PluginError] = []
  /// Examples that nobody has built.
  package private(set) var unbuiltExamples: [PluginError] = []
  /// Numbers set by the user: extractor id, parameter name, value.
  package private(set) var parameters: [String: [String: Double]] = [:]
  private let services: HostServices
  private let libraryFolders: [String]

  /// Discovers the plugins of the folders; loads none of them.
  package init(folders: [String], libraryFolders: [String], services: HostServices) {
    self.services = services
    self.libraryFolders = libraryFolders
    let found = PluginSource.discover(in: folders, libraryFolders: libraryFolders)
    entries = found.sources.map { Entry(source: $0) }
    problems = found.errors.filter { $0.code != .exampleNotBuilt }
    unbuiltExamples = found.errors.filter { $0.code == .exampleNotBuilt }
  }

  /// Ids that can be asked for.
  package var ids: [String] { entries.filter { !$0.isUnloaded }.map(\.source.manifest.id) }

  /// The manifest of an id.
  package func manifest(of id: String) throws(PluginError) -> ExtractorManifest {
    entries[try index(of: id)].source.manifest
  }

  // MARK: Loading

  /// Loads a plugin of an id, or the one in a folder, and checks that it makes an instance.
  package mutating func load(_ name: String) throws(PluginError) {
    if name.contains("/") {
      let source = try PluginSource.read(name, libraryFolders: libraryFolders)
      if let known = entries.first(where: { $0.source.manifest.id == source.manifest.id }) {
        // The folder of a known plugin is as good as its id.
        if PluginSource.isSameFolder(known.source.folder, name) {
          return try load(source.manifest.id)
        }
        throw PluginError(
          .duplicate, plugin: source.manifest.id,
          "one of this id is known already; give the new one another id")
      }
      entries.append(Entry(source: source, isChosen: true))
      do {
        try loadLibrary(at: entries.count - 1, fresh: false)
      } catch {
        entries.removeLast()
        throw error
      }
      unbuiltExamples.removeAll { $0.plugin == source.manifest.id }
    } else {
      let place = try index(of: name, includingUnloaded: true)
      try loadLibrary(at: place, fresh: false)
      entries[place].isUnloaded = false
      entries[place].isChosen = true
    }
  }

  /// Puts the plugin in a folder in the place of the one of the same id, or beside the others.
  ///
  /// - Returns: Its id.
  package mutating func replace(with folder: String) throws(PluginError) -> String {
    // Another checkout has its libraries in its own build folder.
    let build = "\(folder)/../../.build"
    let source = try PluginSource.read(
      folder, libraryFolders: ["\(build)/release", "\(build)/debug"])
    let id = source.manifest.id
    entries.removeAll { $0.source.manifest.id == id }
    entries.append(Entry(source: source, isChosen: true))
    try loadLibrary(at: entries.count - 1, fresh: true)
    return id
  }

  /// Takes a plugin out of the session; its library stays mapped.
  package mutating func unload(_ id: String) throws(PluginError) {
    entries[try index(of: id)].isUnloaded = true
  }

  /// Reads manifest and library of a plugin anew.
  package mutating func reload(_ id: String) throws(PluginError) {
    let place = try index(of: id, includingUnloaded: true)
    let before = entries[place]
    entries[place].source = try PluginSource.read(
      before.source.folder, libraryFolders: libraryFolders)
    do {
      try loadLibrary(at: place, fresh: true)
    } catch {
      entries[place] = before
      throw error
    }
    entries[place].isUnloaded = false
  }

  private mutating func loadLibrary(at place: Int, fresh: Bool) throws(PluginError) {
    let library = try PluginLibrary.load(entries[place].source, fresh: fresh)
    _ = try ExtractorInstance(entries[place].source, library: library, services: services)
    entries[place].library = library
  }

  // MARK: Parameters

  /// Sets a number of an extractor within the range that its manifest allows.
  package mutating func set(
    _ name: String, of id: String, to value: Double
  ) throws(PluginError) {
    let manifest = try manifest(of: id)
    guard let parameter = manifest.parameters.first(where: { $0.name == name }) else {
      throw PluginError(
        .unknownExtractor, plugin: id,
        "has no parameter \"\(name)\"; it has "
          + (manifest.parameters.isEmpty
            ? "none" : manifest.parameters.map(\.name).joined(separator: ", ")))
    }
    let low = parameter.minimum ?? -.infinity
    let high = parameter.maximum ?? .infinity
    guard value >= low, value <= high else {
      throw PluginError(
        .unknownExtractor, plugin: id, "\(name) is \(value), allowed is \(low) to \(high)")
    }
    parameters[id, default: [:]][name] = value
  }

  // MARK: Pipelines

  /// Instances of the extractors and of all they need, in running order.
  ///
  /// - Parameter ids: The extractors asked for; nil for all that can be loaded, examples apart.
  /// - Returns: The pipeline, and when all were asked for the errors of those that cannot be used.
  /// - Throws: When an extractor asked for by name, or one it needs, cannot be used.
  package mutating func pipeline(
    of ids: [String]?
  ) throws(PluginError) -> (pipeline: Pipeline, errors: [PluginError]) {
    var errors: [PluginError] = []
    var wanted: [String] = []
    for id in ids ?? entries.filter(\.runsUnasked).map(\.source.manifest.id) {
      do {
        for needed in try order(of: id) {
          let place = try index(of: needed)
          if entries[place].library == nil {
            entries[place].library = try PluginLibrary.load(entries[place].source)
          }
        }
        wanted.append(id)
      } catch {
        if ids != nil { throw error }
        errors.append(error)
      }
    }
    let order = try self.order(of: wanted)
    var instances: [ExtractorInstance] = []
    var unusable: Set<String> = []
    for id in order {
      let entry = entries[try index(of: id)]
      guard let library = entry.library else { continue }
      do throws(PluginError) {
        // `order` ends with the id itself.
        if let needed = try self.order(of: id).first(where: unusable.contains) {
          throw PluginError(
            .missingNeed, plugin: id, "needs the extractor \"\(needed)\", which cannot be used")
        }
        instances.append(
          try ExtractorInstance(
            entry.source, library: library, services: services, parameters: parameters[id] ?? [:]))
      } catch {
        if ids != nil { throw error }
        unusable.insert(id)
        errors.append(error)
      }
    }
    return (Pipeline(instances, wanted: Set(wanted)), errors)
  }

  func index(
    of id: String, includingUnloaded: Bool = false
  ) throws(PluginError) -> Int {
    if let place = entries.firstIndex(where: {
      $0.source.manifest.id == id && (includingUnloaded || !$0.isUnloaded)
    }) {
      return place
    }
    if let problem = (problems + unbuiltExamples).first(where: { $0.plugin == id }) {
      throw problem
    }
    let known = includingUnloaded ? entries.map(\.source.manifest.id) : ids
    // Examples are suggested, not listed: whether they are built varies from tree to tree.
    let listed =
      includingUnloaded
      ? known : entries.filter(\.runsUnasked).map(\.source.manifest.id)
    throw PluginError(
      .unknownExtractor, plugin: id,
      "there is no extractor \"\(id)\"." + Suggestion.sentence(for: id, among: known)
        + " Known: \(listed.isEmpty ? "none" : listed.joined(separator: ", "))")
  }
}
