// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaCommands

@Suite struct CommandSplitterTests {
  private func words(_ line: String) throws -> [[String]] {
    try CommandSplitter.commands(in: line).map { $0.map(\.text) }
  }

  @Test(arguments: [
    ("show art-1", [["show", "art-1"]]),
    ("  kwic \t قال  --n 20 \r", [["kwic", "قال", "--n", "20"]]),
    ("why-not a \"خمسة كيلومترات\"", [["why-not", "a", "خمسة كيلومترات"]]),
    ("kwic 'قال|صرح' x", [["kwic", "قال|صرح", "x"]]),
    ("kwic «قال صرح»", [["kwic", "«قال", "صرح»"]]),
    ("a b;c ; d", [["a", "b"], ["c"], ["d"]]),
    (";; a ;", [["a"]]),
    ("a ';' \";\" \\;", [["a", ";", ";", ";"]]),
    ("a # b; c", [["a"]]),
    ("a#b c", [["a#b", "c"]]),
    ("# all of it", []),
    ("", []),
    ("a '' \"\"", [["a", "", ""]]),
    ("--out=\"my file\".txt", [["--out=my file.txt"]]),
    (#"kwic "\d+ \"x\" \\""#, [["kwic", #"\d+ "x" \"#]]),
    (#"my\ file '\n'"#, [["my file", #"\n"#]]),
    ("a\nb", [["a"], ["b"]]),
    ("a\u{A0}b", [["a", "b"]]),
  ])
  func splitsLine(line: String, expected: [[String]]) throws {
    #expect(try words(line) == expected)
  }

  @Test func keepsHarakatAsWritten() throws {
    let word = "دِمَشْق"
    #expect(try words(word)[0][0].unicodeScalars.elementsEqual(word.unicodeScalars))
  }

  @Test func tellsWhereWordsStandInCodePoints() throws {
    let words = try CommandSplitter.commands(in: "مِن 'ب ج' d")[0]
    #expect(words.map(\.range) == [0..<3, 4..<9, 10..<11])
  }

  @Test(arguments: [("show \"a b", 5), ("a 'b; c", 2), ("دِ \"", 3)])
  func rejectsOpenQuoteWhereItBegins(line: String, offset: Int) throws {
    let error = #expect(throws: CommandSplitter.SplitError.self) {
      try CommandSplitter.commands(in: line)
    }
    #expect(error?.offset == offset)
    #expect(error?.message.contains("never closed") == true)
  }

  @Test func rejectsBackslashAtTheEnd() {
    #expect(
      throws: CommandSplitter.SplitError(
        message: #"Nothing follows this backslash. Write \\ for a backslash."#, offset: 5)
    ) { try CommandSplitter.commands(in: #"show \"#) }
  }

  @Test(arguments: [
    ("", [], "", 0), ("sh", [], "sh", 2), ("show ", ["show"], "", 0),
    ("a; show ar", ["show"], "ar", 2), ("show \"my fi", ["show"], "my fi", 6),
    ("show 'x'", ["show"], "x", 3), ("a;", [], "", 0), ("near القا", ["near"], "القا", 4),
  ])
  func findsWordAtCursor(line: String, words: [String], word: String, length: Int) {
    let expected = CommandSplitter.Partial(
      words: words, word: word, length: length, isComment: false)
    #expect(CommandSplitter.partial(line) == expected)
  }

  @Test func knowsCursorInComment() {
    #expect(CommandSplitter.partial("a # b").isComment)
    #expect(!CommandSplitter.partial("a #b\nc").isComment)
  }

  @Test(arguments: ["a", "", "a b", "a'b", "a\"b", "a'\"\\b", "#", "a;b", "\\d+", "حمص", "'"])
  func quotedWordComesBack(word: String) throws {
    #expect(try words("x " + CommandSplitter.quoted(word)) == [["x", word]])
  }
}
