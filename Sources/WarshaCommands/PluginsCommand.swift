// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaPluginHost
import WarshaRendering
import WarshaWorkbench

/// The extractor registry.
struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "List, inspect, load, unload and reload extractors.",
    discussion: """
      Examples:
        plugins list
        plugins inspect dates
        plugins load ./MyPlugins/Stars
      """,
    subcommands: [
      ListPlugins.self, InspectPlugin.self, LoadPlugin.self, UnloadPlugin.self, ReloadPlugin.self,
    ], defaultSubcommand: ListPlugins.self)
}

/// Lists the registry.
struct ListPlugins: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the known extractors and the plugins with problems.",
    discussion: "Example: plugins list")

  func run(in session: Session) throws {
    var table = TextTable([
      .init("id"), .init("version"), .init("state"), .init("layers"), .init("needs"),
      .init("summary"),
    ])
    let registry = session.workbench.registry
    for entry in registry.entries {
      let manifest = entry.source.manifest
      let state =
        entry.isUnloaded
        ? "unloaded"
        : !entry.runsUnasked ? "example" : entry.library == nil ? "known" : "loaded"
      table.rows.append([
        .init(manifest.id), .init(manifest.version), .init(state),
        .init(manifest.layers.joined(separator: ",")), .init(manifest.needs.joined(separator: ",")),
        .init(manifest.summary),
      ])
    }
    try session.console.write(table.rendered(session.console.style))
    for problem in registry.problems {
      session.console.remark("warning: \(problem.description)")
    }
    for example in registry.unbuiltExamples {
      session.console.remark("note: the example \(example.plugin) is not built")
    }
  }
}

/// Prints a manifest.
struct InspectPlugin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print what a plugin says about itself.",
    discussion: "Example: plugins inspect distances")

  @Argument(help: ArgumentHelp("Id of an extractor.", valueName: "id"))
  var id: String

  func run(in session: Session) throws {
    let manifest = try session.workbench.registry.manifest(of: id)
    let entry = session.workbench.registry.entries.first { $0.source.manifest.id == id }
    var table = TextTable([.init("field"), .init("value")])
    let fields: [(String, String)] = [
      ("id", manifest.id), ("version", manifest.version), ("summary", manifest.summary),
      ("licence", manifest.licence), ("contract", "\(manifest.abi)"),
      ("layers", manifest.layers.joined(separator: ", ")),
      ("labels", manifest.labels.joined(separator: ", ")),
      ("types", manifest.types.joined(separator: ", ")),
      ("needs", manifest.needs.joined(separator: ", ")),
      ("tables", manifest.tables.joined(separator: ", ")),
      ("folder", entry?.source.folder ?? ""), ("library", entry?.source.library ?? ""),
      ("entry", manifest.entry),
    ]
    for (name, value) in fields { table.rows.append([.init(name), .init(value)]) }
    for parameter in manifest.parameters {
      let low = parameter.minimum.map { "\($0)" } ?? "…"
      let high = parameter.maximum.map { "\($0)" } ?? "…"
      table.rows.append([
        .init("parameter \(parameter.name)"),
        .init("\(parameter.help) default \(parameter.default), \(low) to \(high)"),
      ])
    }
    try session.console.write(table.rendered(session.console.style))
  }
}

/// Loads a plugin.
struct LoadPlugin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Load an extractor by id, or the one in a folder.",
    discussion: "Example: plugins load ./MyPlugins/Stars")

  @Argument(help: ArgumentHelp("Id, or a folder with manifest.json.", valueName: "id or path"))
  var name: String

  func run(in session: Session) throws {
    try session.workbench.registry.load(name)
    try session.console.write("loaded \(name)\n")
  }
}

/// Takes a plugin out of the session.
struct UnloadPlugin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "unload", abstract: "Take an extractor out of the session.",
    discussion: "Example: plugins unload claims")

  @Argument(help: ArgumentHelp("Id of an extractor.", valueName: "id"))
  var id: String

  func run(in session: Session) throws {
    try session.workbench.registry.unload(id)
    session.workbench.article?.results = nil
    try session.console.write("unloaded \(id)\n")
  }
}

/// Loads a plugin anew.
struct ReloadPlugin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reload", abstract: "Load an extractor anew after it was rebuilt.",
    discussion: "Example: plugins reload dates")

  @Argument(help: ArgumentHelp("Id of an extractor.", valueName: "id"))
  var id: String

  func run(in session: Session) throws {
    try session.workbench.registry.reload(id)
    session.workbench.article?.results = nil
    try session.console.write("reloaded \(id)\n")
  }
}
