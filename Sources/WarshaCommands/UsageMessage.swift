// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// ArgumentParser's words for a mistake in a command line, in the form of our own messages: one
/// sentence that begins small, and where to read more.
enum UsageMessage {
  /// Options of the program; people write them behind the verb too.
  static let globalOptions = ["--plugins", "--gazetteer", "--safe-mode", "-c"]

  /// The message.
  ///
  /// - Parameters:
  ///   - words: What the parser said.
  ///   - line: The command line that it is about.
  ///   - topic: The verb that it is about.
  /// - Returns: One line.
  static func text(_ words: String, line: [String], topic: HelpTopic) -> String {
    var text = words.hasPrefix("Error: ") ? String(words.dropFirst("Error: ".count)) : words
    text = text.replacing("'", with: "\"")
    text = text.replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ")
    text = text.split(separator: "\n").joined(separator: " ")
    let start = text.prefix(2)
    if start.dropFirst().first?.isLowercase ?? false {
      text = start.prefix(1).lowercased() + text.dropFirst()
    }
    if let last = text.last, ![".", "?", "!"].contains(last) { text += "." }
    let isUnknown = text.hasPrefix("unknown option")
    if isUnknown, topic.path.isEmpty, let option = line.first(where: { $0.hasPrefix("-") }) {
      let near = Suggestion.sentence(for: option, among: globalOptions + ["--help", "--version"])
      return "unknown option \"\(option)\"."
        + (near.isEmpty ? " Options of a verb follow the verb." : near) + " " + topic.pointer
    }
    if isUnknown, let option = misplaced(line) {
      return "\(option) is an option of warsha itself: write it before the verb, "
        + "warsha \(option) … \(topic.path.joined(separator: " "))."
    }
    return (isUnknown ? withoutFarGuess(text) : text) + " " + topic.pointer
  }

  /// The parser also proposes options that hardly look alike, `--date` for `--layer`.
  private static func withoutFarGuess(_ text: String) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[2] == ". Did you mean ",
      Suggestion.nearest(to: parts[1], among: [parts[3]]).isEmpty
    else { return text }
    return parts[0] + "\"" + parts[1] + "\"."
  }

  /// An option of the program among the words of a verb.
  private static func misplaced(_ line: [String]) -> String? {
    line.dropFirst().first { globalOptions.contains($0.prefix { $0 != "=" }.description) }
  }
}
