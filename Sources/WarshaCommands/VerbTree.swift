// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// All verbs.
package struct VerbTree: ParsableCommand {
  /// The version of the program.
  package static let version = "0.1.0"

  package static let configuration = CommandConfiguration(
    commandName: "warsha",
    abstract: "A workbench for Arabic information extraction.",
    usage: """
      warsha [<options>]                    open the REPL
      warsha [<options>] <verb> …           run one verb
      warsha [<options>] -c '<verb> …; …'   run several
      """,
    discussion: """
      The same verbs work in the REPL, in scripts and on the command line.

      Options, before the verb:
        --plugins <path>   Use the plugins of this folder instead of Warsha's own; may be repeated.
        --gazetteer <path> Use this imported gazetteer instead of all; none for none; may be repeated.
        --safe-mode        Start without any plugin.

      Examples:
        warsha extract article.txt --date 2024-12-06
        warsha -c 'open article.txt; extract; show'
        warsha evaluate Corpus --layer dates
        warsha run morning.warsha

      In the REPL, Tab completes, Ctrl-C stops a command, exit or Ctrl-D leaves.

      Exit status: 0 done, 1 data or a threshold not met, 2 usage, 3 plugin, 130 interrupted.
      """,
    version: version,
    subcommands: [
      OpenCommand.self, CloseCommand.self, ExtractCommand.self, ShowCommand.self,
      TokensCommand.self, WhyCommand.self, ClaimsCommand.self, EvaluateCommand.self,
      CompareCommand.self, CorpusCommand.self, ConvertCommand.self, PluginsCommand.self,
      GazetteerCommand.self, BenchCommand.self, RunCommand.self, RunsCommand.self,
    ])

  package init() {}

  /// Names of the verbs, `help`, and the words that leave.
  package static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
      + ["help"] + Session.leavingWords.sorted()
  }
}
