// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaTesting

struct CaseFileTests {
  private func fault(_ text: String) -> String {
    do {
      _ = try CaseFile(text, name: "f.case")
      return "no fault"
    } catch {
      return "\(error)"
    }
  }

  @Test func readsTextsAndExpectations() throws {
    let file = try CaseFile(
      """
      # Comment.
      == first behaviour
      @date 2024-12-06
      two

      lines
      --
      # Another comment.
      Date/TIME\tlines\t1\t2024\tmod=START; calendar=hijri

      == nothing to find
      # a text may begin so
      --
      """, name: "f.case")
    let first = try #require(file.cases.first)
    #expect(file.cases.map(\.name) == ["f.case: first behaviour", "f.case: nothing to find"])
    #expect(file.cases.map(\.text) == ["two\n\nlines", "# a text may begin so"])
    #expect(file.cases.map(\.date) == ["2024-12-06", nil])
    #expect(file.cases.map(\.expectations.count) == [1, 0])
    let expectation = try #require(first.expectations.first)
    #expect(
      [expectation.label, expectation.type ?? "", expectation.surface, expectation.value]
        == ["Date", "TIME", "lines", "2024"])
    #expect(expectation.attributes == ["mod": "START", "calendar": "hijri"])
  }

  @Test(arguments: [
    ("text", "f.case:1: a case begins with \"== \" and its name"),
    ("== a\ntext\n", "f.case:3: the case before has no line \"--\" after its text"),
    (
      "== a\ntext\n--\nDate\n",
      "f.case:4: 1 cells; wanted are label, surface, occurrence, value and attributes, parted by tabs"
    ),
    ("== a\ntext\n--\nDate\ttexts\n", "f.case:4: the text does not hold \"texts\""),
    (
      "== a\ntext\n--\nDate\ttext\t0\n",
      "f.case:4: the occurrence is \"0\", wanted is a number from 1"
    ),
    ("== a\ntext\n--\nDate\ttext\t1\t\tkey\n", "f.case:4: \"key\" is no key=value"),
  ])
  func namesTheLineOfAFault(_ text: String, _ message: String) {
    #expect(fault(text) == message)
  }
}
