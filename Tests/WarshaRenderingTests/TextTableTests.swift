// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaRendering

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([.init("id"), .init("n", .right), .init("name")])
    table.rows = [
      ["a", "5", .init("دِمَشْق", .label("Location"))],
      [.init("bcd"), .init("120"), .init("حمص\nوريفها")],
      ["e"],
    ]
    return table
  }

  @Test func alignsByCells() {
    #expect(
      table.rendered()
        == """
        id     n  name
        ---  ---  ---------
        a      5  دِمَشْق
        bcd  120  حمص␊وريفها
        e

        """.replacing("---------", with: "----------"))
  }

  @Test func cutsOnlyTheLastColumnAndOnlyOnTerminals() {
    var wide = table
    wide.rows = [["a", "1", .init(String(repeating: "س", count: 50))]]
    #expect(wide.rendered(Style(width: 30)).split(separator: "\n")[2].unicodeScalars.count == 30)
    #expect(wide.rendered().contains(String(repeating: "س", count: 50)))
  }

  @Test func coloursTheSameData() {
    let style = Style(colour: true)
    let plain = table.rendered(style).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == table.rendered())
    #expect(table.rendered(style).contains("\u{1B}[1;34mدِمَشْق\u{1B}[0m"))
  }

  @Test func isolatesArabicCellsWhenAsked() {
    let text = table.rendered(Style(isolates: true))
    #expect(text.contains("\u{2068}دِمَشْق\u{2069}"))
    #expect(!text.contains("\u{2068}bcd"))
  }

  @Test func numbersInTheLastColumnKeepRight() {
    var table = TextTable([.init("x"), .init("f1", .right)])
    table.rows = [["a", "0.5"], ["b", "12.25"]]
    #expect(table.rendered() == "x     f1\n-  -----\na    0.5\nb  12.25\n")
  }

  @Test func controlCharactersAreShownNotObeyed() {
    #expect(TextTable.Cell("a\u{1B}[2Jb\tc").text == "a␛[2Jb␉c")
  }
}
