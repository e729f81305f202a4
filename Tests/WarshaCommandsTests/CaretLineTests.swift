// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaCommands

@Suite struct CaretLineTests {
  @Test func pointsByCellsNotByCodePoints() {
    #expect(CaretLine.text("show مِن \"x", under: 9..<10) == "show مِن \"x\n        ^")
  }

  @Test func underlinesRange() {
    #expect(CaretLine.text("a bcd", under: 2..<5) == "a bcd\n  ^~~")
  }

  @Test func staysInsideTheLine() {
    #expect(CaretLine.text("ab", under: 7..<9) == "ab\n  ^")
  }

  @Test func showsTabAsOneCell() {
    #expect(CaretLine.text("a\tb", under: 2..<3) == "a b\n  ^")
  }
}
