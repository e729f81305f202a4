// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A dialogue with the REPL: keys, and the screen they lead to.
///
/// The file holds lines `type KEYS` (waits for the next prompt when they end with `<Enter>` or
/// `<Ctrl-C>`), `start KEYS` (does not wait), `see TEXT` (waits until it stands on the screen), `again`
/// (leaves, and starts a second session), then a line `screen` and what the screen shows in the end.
struct Transcript {
  private let steps: [Substring]
  private let expected: String
  private let url: URL

  private static let keys = [
    "<Tab>": "\t", "<Enter>": "\r", "<Ctrl-C>": "\u{3}", "<Ctrl-D>": "\u{4}",
    "<Backspace>": "\u{7F}", "<Up>": "\u{1B}[A", "<Left>": "\u{1B}[D", "<Ctrl-U>": "\u{15}",
  ]

  init(_ url: URL) throws {
    self.url = url
    let text = try String(contentsOf: url, encoding: .utf8)
    let parts = text.components(separatedBy: "\nscreen\n")
    steps = parts[0].split(separator: "\n").filter { !$0.hasPrefix("#") }
    expected = parts.count > 1 ? parts[1] : ""
  }

  /// All transcripts.
  static let all: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Transcripts")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  /// Plays it in a folder: what the screen should show, and shows.
  ///
  /// With `WARSHA_RECORD` in the environment the file is written anew; the outcome is still compared
  /// with what it said before, so that the recording run fails.
  func play(in folder: TemporaryFolder) throws -> (expected: String, shown: String) {
    var terminal = try Terminal(in: folder)
    try terminal.awaitPrompt(after: 0)
    var shown = ""
    var row = terminal.screen.row
    for step in steps {
      let parts = step.split(separator: " ", maxSplits: 1)
      let argument = parts.count > 1 ? String(parts[1]) : ""
      switch parts[0] {
      case "see": try terminal.awaitText(argument, from: row)
      case "again":
        terminal.type("\u{4}")  // not exit, which would be remembered
        _ = try terminal.awaitEnd()
        shown += terminal.screen.lines.joined(separator: "\n") + "\n--- again\n"
        terminal = try Terminal(in: folder)
        try terminal.awaitPrompt(after: 0)
        row = terminal.screen.row
      default:
        row = terminal.screen.row
        terminal.type(Self.typed(argument))
        if parts[0] == "type", argument.hasSuffix("<Enter>") || argument.hasSuffix("<Ctrl-C>") {
          try terminal.awaitPrompt(after: row)
        }
      }
    }
    shown += terminal.screen.lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["WARSHA_RECORD"] != nil {
      let head = try String(contentsOf: url, encoding: .utf8)
        .components(separatedBy: "\nscreen\n")[0]
      try (head + "\nscreen\n" + shown).write(to: url, atomically: true, encoding: .utf8)
    }
    return (expected, shown)
  }

  private static func typed(_ text: String) -> String {
    keys.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }
}
