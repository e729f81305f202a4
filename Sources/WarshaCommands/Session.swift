// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaWorkbench

/// Runs verbs against one workbench; the same for the REPL, scripts and the command line.
package final class Session {
  /// The state.
  package let workbench: Workbench
  /// Where results and remarks go.
  package let console: Console
  /// How often plugins failed on documents in the running command.
  private var pluginFailures = 0

  /// Thrown by Ctrl-C.
  package var cancellation: Cancellation { workbench.cancellation }

  package init(workbench: Workbench, console: Console) {
    self.workbench = workbench
    self.console = console
  }

  /// Runs one command.
  ///
  /// - Throws: `CommandFailure`.
  package func run(_ words: [String]) throws(CommandFailure) {
    pluginFailures = 0
    do {
      if try !help(words) { try command(words).run(in: self) }
    } catch is Console.OutputClosed {
      return  // as `head` wants it
    } catch {
      throw CommandFailure(error)
    }
    if workbench.cancellation.isCancelled {
      throw CommandFailure(.interrupted, "interrupted; what was finished is kept")
    }
    if pluginFailures > 0 {
      throw CommandFailure(
        .plugin, "plugins failed \(pluginFailures) times (see above); the other results are whole")
    }
  }

  /// Answers a question for help; false when the words are none.
  private func help(_ words: [String]) throws -> Bool {
    let operands = words.prefix { $0 != "--" }
    if words.isEmpty || words.first == "help" {
      try console.write(HelpTopic.asked(Array(words.dropFirst())).text)
    } else if operands.contains(where: HelpTopic.flags.contains) {
      try console.write(HelpTopic(of: words).text)
    } else if words == ["--version"] {
      try console.write(VerbTree.version + "\n")
    } else {
      return false
    }
    return true
  }

  /// Parses a command line.
  private func command(_ words: [String]) throws(CommandFailure) -> any Verb {
    let topic = HelpTopic(of: words)
    if topic.hasParts, words.count > topic.path.count {
      let next = words[topic.path.count]
      if topic.path.isEmpty, Files.isFile(next) {
        throw CommandFailure(
          .usage, "\"\(next)\" is a file. Say what to do with it, e.g. extract \(next)")
      }
      if topic.path.isEmpty, Self.leavingWords.contains(next) {
        throw CommandFailure(
          .usage, "\(next) ends a REPL or a script and takes nothing else. \(topic.pointer)")
      }
      if !next.hasPrefix("-") { throw topic.unknown(next) }
    }
    do {
      if let command = try VerbTree.parseAsRoot(words) as? any Verb { return command }
    } catch {
      throw CommandFailure(
        .usage, UsageMessage.text(VerbTree.message(for: error), line: words, topic: topic))
    }
    throw CommandFailure(.usage, "say what to do. \(topic.pointer)")
  }

  /// Tells what went wrong beside a result that stands. An error of a plugin ends the command with
  /// status 3, after all its results.
  package func report(_ diagnostics: [Diagnostic], of document: String, verbose: Bool) {
    for diagnostic in diagnostics where verbose || diagnostic.severity != .note {
      console.remark(
        "\(diagnostic.severity.rawValue): \(document): \(diagnostic.origin): \(diagnostic.message)")
      let isOfPlugin = workbench.registry.entries.contains {
        $0.source.manifest.id == diagnostic.origin
      }
      if diagnostic.severity == .error && isOfPlugin { pluginFailures += 1 }
    }
  }

  /// All plugins that cannot be used when every extractor is wanted: those whose manifest is
  /// broken, and those that `errors` says cannot be loaded.
  func unusable(_ errors: [PluginError], asked ids: [String]?) -> [PluginError] {
    ids == nil ? workbench.registry.problems + errors : errors
  }

  /// Tells of unusable plugins beside what is shown of the others.
  package func warn(of errors: [PluginError], asked ids: [String]?) {
    for error in unusable(errors, asked: ids) {
      console.remark("warning: \(error.description)")
    }
    warnWithoutExtractors()
  }

  /// Says so when there is no extractor at all: results would be empty without a word.
  func warnWithoutExtractors() {
    if workbench.registry.ids.isEmpty {
      console.remark("warning: there are no extractors. Load one with plugins load.")
    }
  }

  /// Ends a command with status 3 when a plugin could not be used; called after the results of the
  /// others are out.
  func endIfUnusable(_ errors: [PluginError], asked ids: [String]?) throws(CommandFailure) {
    let errors = unusable(errors, asked: ids)
    if errors.isEmpty { return }
    throw CommandFailure(.plugin, errors.map(\.description).joined(separator: "\nerror: "))
  }
}
