// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel

/// The verb that a command line or a question for help is about.
struct HelpTopic {
  /// Words that ask for help, as options of any verb.
  static let flags: Set<String> = ["--help", "-h"]

  /// Names from the verb down, e.g. `plugins`, `load`; empty for the program as a whole.
  let path: [String]
  private let command: any ParsableCommand.Type

  /// The deepest verb that the words begin with.
  init(of words: [String]) {
    var command: any ParsableCommand.Type = VerbTree.self
    var path: [String] = []
    for word in words {
      guard let next = Self.parts(of: command)[word] else { break }
      command = next
      path.append(word)
    }
    self.command = command
    self.path = path
  }

  /// The topic of `help WORD …`.
  ///
  /// - Throws: `CommandFailure` when a word names no verb.
  static func asked(_ words: [String]) throws(CommandFailure) -> HelpTopic {
    let words = words.filter { !flags.contains($0) }
    let topic = HelpTopic(of: words)
    if topic.path.count < words.count {
      throw topic.unknown(words[topic.path.count])
    }
    return topic
  }

  /// Whether a word must follow that names one of the verbs below this one.
  var hasParts: Bool { !Self.parts(of: command).isEmpty }

  /// What `help` prints.
  var text: String {
    let text =
      command == VerbTree.self ? VerbTree.helpMessage() : VerbTree.helpMessage(for: command)
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// `See help plugins load.`
  var pointer: String { "See \((["help"] + path).joined(separator: " "))." }

  /// The failure for a word that is none of the verbs below this one.
  func unknown(_ word: String) -> CommandFailure {
    if path.isEmpty {
      return CommandFailure(
        .usage,
        "there is no verb \"\(word)\"." + Suggestion.sentence(for: word, among: VerbTree.names)
          + " List them with help.")
    }
    let name = path.joined(separator: " ")
    let parts = Self.parts(of: command).keys.sorted()
    if parts.isEmpty {
      return CommandFailure(.usage, "\(name) has no verbs of its own. \(pointer)")
    }
    return CommandFailure(
      .usage,
      "there is no verb \"\(name) \(word)\"." + Suggestion.sentence(for: word, among: parts)
        + " It may be \(parts.joined(separator: ", ")).")
  }

  private static func parts(
    of command: any ParsableCommand.Type
  ) -> [String: any ParsableCommand.Type] {
    Dictionary(
      command.configuration.subcommands.compactMap { part in
        part.configuration.commandName.map { ($0, part) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
