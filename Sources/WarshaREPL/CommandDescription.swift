// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import WarshaCommands

/// A verb as completion sees it.
struct CommandDescription {
  /// An option or flag.
  struct Option {
    /// With its dashes.
    var name: String
    var help: String
    var takesValue: Bool
    /// Placeholder of its value; says what kind of value it takes.
    var valueName: String
    /// All values it may have; empty where these are not a short list.
    var values: [String]
  }

  var name: String
  var help: String
  var options: [Option] = []
  /// Placeholders of the positional arguments.
  var positionals: [String] = []
  var subcommands: [CommandDescription] = []

  /// The tree of verbs, read from ArgumentParser's machine-readable help.
  static func ofVerbs() -> CommandDescription {
    let json = Data(VerbTree._dumpHelp().utf8)
    guard let tool = try? JSONDecoder().decode(Tool.self, from: json) else {
      return CommandDescription(name: "warsha", help: "")
    }
    return CommandDescription(tool.command)
  }

  func option(_ name: String) -> Option? { options.first { $0.name == name } }

  private init(name: String, help: String) {
    self.name = name
    self.help = help
  }

  private init(_ command: Tool.Command) {
    name = command.commandName
    help = command.abstract ?? ""
    // `help` answers by itself, for the same text at every place.
    subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
      .map(CommandDescription.init)
    for argument in command.arguments ?? [] {
      let value = argument.valueName ?? ""
      if argument.kind == "positional" {
        positionals.append(value)
      } else {
        for name in argument.names ?? [] where name.kind == "long" {
          // Options without a placeholder of their own are known by their name.
          options.append(
            Option(
              name: "--\(name.name)", help: argument.abstract ?? "",
              takesValue: argument.kind == "option", valueName: value.isEmpty ? name.name : value,
              values: argument.allValues ?? []))
        }
      }
    }
  }

  /// The part of ArgumentParser's tool description that is used here.
  private struct Tool: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    struct Argument: Decodable {
      var kind: String
      var names: [Name]?
      var valueName: String?
      var abstract: String?
      var allValues: [String]?
    }
    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    var command: Command
  }
}
