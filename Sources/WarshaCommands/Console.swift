// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaRendering

/// Standard output and standard error, and what the terminal behind them can show.
package struct Console: Sendable {
  /// How results are presented.
  package let style: Style
  /// Whether standard error is a terminal: progress may be shown there.
  package let showsProgress: Bool

  package init(style: Style, showsProgress: Bool) {
    self.style = style
    self.showsProgress = showsProgress
  }

  /// The console of this process.
  ///
  /// Colour only on a terminal and without `NO_COLOR`; isolates only when `WARSHA_BIDI=isolates`,
  /// since terminals that do not reorder show them as boxes.
  package static func ofProcess() -> Console {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(1) == 1
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Console(
      style: Style(
        colour: isTerminal && !noColour && environment["TERM"] != "dumb",
        isolates: isTerminal && environment["WARSHA_BIDI"] == "isolates",
        width: isTerminal ? terminalWidth() : nil),
      showsProgress: isatty(2) == 1)
  }

  private static func terminalWidth() -> Int {
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Writes a result.
  ///
  /// - Throws: `OutputClosed` when nobody reads any more, `CommandFailure` when it cannot be written.
  package func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try Self.write(UnsafeRawBufferPointer($0), to: 1) }
  }

  /// Writes the bytes of a result.
  ///
  /// - Throws: `OutputClosed` when nobody reads any more, `CommandFailure` when it cannot be written.
  package func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try Self.write($0, to: 1) }
  }

  /// Writes a remark or an error, with a line break.
  package func remark(_ text: String) {
    var line = text + "\n"
    // Nothing sensible can be done when standard error is closed.
    line.withUTF8 { try? Self.write(UnsafeRawBufferPointer($0), to: 2) }
  }

  /// The reader of standard output has gone.
  package struct OutputClosed: Error {}

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = Foundation.write(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw OutputClosed()
      } else if errno != EINTR {
        throw CommandFailure(
          .data,
          "the output cannot be written (\(String(cString: strerror(errno)))); "
            + "what was written so far is not whole.")
      }
    }
  }
}
