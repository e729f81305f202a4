// SPDX-License-Identifier: Apache-2.0

import CTerminal
import Foundation

/// A session of the program on a pseudo-terminal, typed at and looked at.
final class Terminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var screen = Screen()
  private let control: Int32
  /// Lives as long as what runs in it.
  private let folder: TemporaryFolder
  private var child: pid_t = 0
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// How long anything may take: the machine may be busy with other tests.
  private static let patience = Duration.seconds(60)
  private static let prompt = "warsha"

  /// Starts the program without arguments, on a terminal high enough not to scroll.
  init(in folder: TemporaryFolder, variables: [String: String] = [:]) throws {
    self.folder = folder
    let environment = Warsha.environment(home: folder.path).merging(variables) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(Warsha.path), nil]
    var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    control = cterminal_spawn(Warsha.path, &words, &settings, folder.path, 400, 110, &child)
    if control < 0 { throw Failure(description: String(cString: strerror(errno))) }
  }

  deinit {
    close(control)
    if !hasEnded {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
  }

  /// Types keys.
  func type(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(control, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Waits for a prompt on a later row than the given one, with the cursor behind it.
  func awaitPrompt(after row: Int) throws {
    try wait("a prompt") {
      screen.row > row && screen.line.hasPrefix(Self.prompt) && screen.line.hasSuffix(">")
        && isEditing
    }
  }

  /// Whether the editor has taken the line over: what is typed between its prompt and that moment
  /// is shown twice, by the terminal and by the editor.
  private var isEditing: Bool {
    var settings = termios()
    return tcgetattr(control, &settings) == 0 && settings.c_lflag & tcflag_t(ICANON) == 0
  }

  /// Waits until a row from the given one on holds a text.
  func awaitText(_ text: String, from row: Int) throws {
    try wait("\"\(text)\"") { screen.lines.dropFirst(row).contains { $0.contains(text) } }
  }

  /// Waits until the program has left; its status.
  func awaitEnd() throws -> Int32 {
    try wait("the end") { hasEnded }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  private func wait(_ what: String, _ isDone: () -> Bool) throws {
    let end = ContinuousClock.now + Self.patience
    while !isDone() {
      var poll = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
      if ContinuousClock.now > end || hasEnded {
        throw Failure(
          description: "\(what) never came; the screen:\n" + screen.lines.joined(separator: "\n"))
      }
      if Foundation.poll(&poll, 1, 20) > 0 { readSome() }
    }
  }

  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(control, &buffer, buffer.count)
    if count <= 0 {
      hasEnded = true  // Linux says EIO once the last process has closed its end
      return
    }
    pending += buffer[..<count]
    // A character may come in two pieces.
    var whole = pending.count
    for back in 1...min(3, pending.count) {
      let byte = pending[pending.count - back]
      if byte & 0xC0 == 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        if length > back { whole = pending.count - back }
        break
      }
      if byte < 0x80 { break }
    }
    screen.show(String(decoding: pending[..<whole], as: UTF8.self))
    pending.removeFirst(whole)
  }
}
