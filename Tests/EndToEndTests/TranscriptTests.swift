// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// REPL dialogues on a pseudo-terminal. Record with `WARSHA_RECORD=1 swift test --filter Transcript`.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func showsWhatTheTranscriptShows(url: URL) throws {
    let folder = try Sample.folder()
    try Sample.addCorpus(to: folder)
    let (expected, shown) = try Transcript(url).play(in: folder)
    #expect(expected == shown, "\(url.lastPathComponent):\n\(shown)")
  }

  @Test func leavesWithStatusZero() throws {
    let terminal = try Terminal(in: try Sample.folder())
    try terminal.awaitPrompt(after: 0)
    terminal.type("opne\r")
    try terminal.awaitText("no verb", from: 0)
    // Between two lines the terminal itself would take the Ctrl-D.
    try terminal.awaitPrompt(after: 4)
    terminal.type("\u{4}")
    #expect(try terminal.awaitEnd() == 0)
  }

  @Test func editsArabicWhereTheLocaleIsC() throws {
    let terminal = try Terminal(in: try Sample.folder(), variables: ["LC_ALL": "C"])
    try terminal.awaitPrompt(after: 0)
    terminal.type("open حمصص\u{7F}.txt\r")
    try terminal.awaitText("error: حمص.txt: no such file or folder.", from: 0)
  }
}
