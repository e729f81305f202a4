// SPDX-License-Identifier: Apache-2.0

import CTerminal
import Foundation

/// The built program, run as a user runs it.
enum Warsha {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// Lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Path of the program: beside the test bundle, which is an executable itself.
  static let path: String = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: bundle ?? ".").deletingLastPathComponent().path + "/warsha"
  }()

  /// The checkout that the tests were built from.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Variables a run starts with; none of the user's settings reach it.
  static func environment(home: String) -> [String: String] {
    [
      "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1",
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
      "WARSHA_HISTORY": home + "/history",
    ]
  }

  /// Runs the program in a folder and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - program: Another program in its place.
  ///   - input: Its standard input.
  ///   - folder: Where it runs; gets the files of its streams too.
  ///   - interrupting: Text on standard output after which it gets SIGINT.
  /// - Throws: What keeps it from being started.
  /// - Returns: Its status, that of a shell when a signal ended it, and what it wrote.
  static func run(
    _ arguments: [String], of program: String = path, input: String = "",
    in folder: TemporaryFolder,
    interrupting: String? = nil
  ) throws -> Outcome {
    let name = UUID().uuidString
    let files = try ["in", "out", "err"].map { try folder.write(".streams/\(name).\($0)") }
    try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
    let child = try spawn([program] + arguments, streams: files, in: folder.path)
    if let interrupting {
      for _ in 0..<1000 where !contents(files[1]).contains(interrupting) { usleep(20_000) }
      kill(child, SIGINT)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: contents(files[1]),
      errors: contents(files[2]))
  }

  /// Starts a program with its three streams on files. Not with `Process`, whose waiting holds up the
  /// threads that other tests need.
  static func spawn(
    _ words: [String], streams: [String], in folder: String
  ) throws -> pid_t {
    var arguments = words.map { strdup($0) } + [nil]
    var settings = environment(home: folder).map { strdup("\($0)=\($1)") } + [nil]
    var files = streams.map { strdup($0) }
    defer { (arguments + settings + files).forEach { free($0) } }
    let child = cterminal_start(&arguments, &settings, folder, &files)
    if child < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return child
  }

  private static func contents(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
