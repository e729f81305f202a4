// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaStore
import WarshaWorkbench

/// What the process was started with: global options, then a verb with its arguments or nothing.
package struct Launch: ParsableArguments {
  @Option(
    name: .customLong("plugins"),
    help: ArgumentHelp(
      "A folder of plugins, instead of those that Warsha came with.", valueName: "path"))
  var plugins: [String] = []

  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "A gazetteer to use instead of all that were imported; none for none.", valueName: "path"))
  var gazetteers: [String] = []

  @Flag(help: "Start without any plugin.")
  var safeMode = false

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Run commands, parted by ; and leave.", valueName: "commands"))
  package var commands: String?

  @Argument(parsing: .captureForPassthrough)
  package var words: [String] = []

  package init() {}

  /// Reads the arguments of the process.
  ///
  /// - Throws: `CommandFailure` of usage. Help and version are left to the verb tree.
  package static func parse(arguments: [String]) throws -> Launch {
    if let first = arguments.first, ["--help", "-h", "help", "--version"].contains(first) {
      guard var launch = try? Launch.parse([]) else { throw CommandFailure(.usage, "no arguments") }
      launch.words = arguments
      return launch
    }
    do {
      return try Launch.parse(arguments)
    } catch {
      throw CommandFailure(
        .usage,
        UsageMessage.text(Launch.message(for: error), line: arguments, topic: HelpTopic(of: [])))
    }
  }

  /// Opens the session.
  ///
  /// - Throws: `CommandFailure` when a folder cannot be found.
  package func session(console: Console) throws -> Session {
    let locator = ResourceLocator.ofProcess()
    do {
      var folders = Folders(
        plugins: try plugins.map { try locator.folder(of: .plugins, explicit: $0) },
        libraries: locator.executable.map { [Files.folder(of: $0)] } ?? [],
        knowledge: try locator.folder(of: .knowledge),
        pages: try locator.folder(of: .pages),
        corpus: (try? locator.folder(of: .corpus)) ?? "Corpus",
        gazetteers: try GazetteerFiles(
          explicit: gazetteers, environment: ProcessInfo.processInfo.environment),
        runs: RunStore.path(in: ProcessInfo.processInfo.environment))
      if folders.plugins.isEmpty { folders.plugins = [try locator.folder(of: .plugins)] }
      return Session(
        workbench: Workbench(folders: folders, safeMode: safeMode), console: console)
    } catch {
      throw CommandFailure(error)
    }
  }
}
