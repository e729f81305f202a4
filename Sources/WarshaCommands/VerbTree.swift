// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// All verbs.
package struct VerbTree: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "warsha",
    abstract: "A workbench for Arabic information extraction.",
    discussion: """
      Without a verb the REPL opens. The same verbs work there, in scripts and here.

      Examples:
        warsha extract article.txt --date 2024-12-06
        warsha -c 'open article.txt; extract; show'
        warsha evaluate Corpus --layer dates
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, CloseCommand.self, ExtractCommand.self, ShowCommand.self,
      TokensCommand.self, WhyCommand.self, EvaluateCommand.self, CompareCommand.self,
      CorpusCommand.self, PluginsCommand.self, BenchCommand.self, RunCommand.self,
    ])

  package init() {}

  /// Names of the verbs, and `help`.
  package static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}
