// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge

struct TableTests {
  @Test func readsCellsByColumn() throws {
    let table = try Fixture.table("name\tkind\tvalue\nأ\tx\t1\nب\t\t2\n")
    #expect(
      table.rows.map { [$0["name"], $0["kind"], $0["value"]] } == [
        ["أ", "x", "1"], ["ب", "", "2"],
      ])
  }

  @Test func skipsCommentsEmptyLinesAndCarriageReturns() throws {
    let table = try Fixture.table("# words\n\nname\tkind\r\n# more\r\n\r\na\tb\r\n")
    #expect(table.rows.map { "\($0.line) \($0["name"]) \($0["kind"])" } == ["6 a b"])
  }

  @Test func givesEmptyCellsWhereARowEndsEarly() throws {
    let table = try Fixture.table("a\tb\tc\n1\n1\t2\n")
    #expect(table.rows.map { $0["a"] + "," + $0["b"] + "," + $0["c"] } == ["1,,", "1,2,"])
  }

  @Test func givesEmptyCellsOfAnUnknownColumn() throws {
    #expect(try Fixture.table("a\n1").rows.map { $0["b"] } == [""])
  }

  @Test func partsLists() throws {
    #expect(try Fixture.table("a\nx||y z|\n").rows.map { $0.list("a") } == [["x", "y z"]])
  }

  @Test func namesFileAndColumnsOfAMissingOne() {
    #expect(
      throws: Table.Fault("t.tsv:1: there is no column \"value\"; the header has name, kind")
    ) {
      try Fixture.table("name\tkind\n", columns: ["name", "value"])
    }
  }

  @Test func saysWhenThereIsNoHeader() {
    #expect(throws: Table.Fault("t.tsv:1: there is no header line")) {
      try Fixture.table("# nothing\n")
    }
  }

  @Test func namesLineAndColumnOfABadNumber() throws {
    let row = try #require(try Fixture.table("a\tb\n1\tx\n").rows.first { _ in true })
    #expect(try row.number("a") == 1)
    #expect(throws: Table.Fault("t.tsv:2: b is \"x\", which is no number")) { try row.number("b") }
    #expect(throws: Table.Fault("t.tsv:2: c is empty")) { try row.required("c") }
  }
}
