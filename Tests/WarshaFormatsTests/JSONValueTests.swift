// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats

struct JSONValueTests {
  @Test func readsEveryKindAndKeepsOrder() throws {
    let value = try JSONValue(
      parsing: #" {"b":[1,-2.5e3,true,null],"a":"\u0644\n\"","b":{}} "#.utf8)
    let expected: JSONValue = .object([
      .init(key: "b", value: .array([.number(1), .number(-2500), .flag(true), .null])),
      .init(key: "a", value: .string("ل\n\"")), .init(key: "b", value: .object([])),
    ])
    #expect(value == expected)
    #expect(value["b"] == .object([]))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{a:1}", "01", "1.", "+1", "--1", "tru", "\"\u{1}\"", "\"\\x\"",
    "\"a",
    "1 2", "\"\\u12g4\"", "\"\\u+123\"", "nan",
  ])
  func refuses(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text.utf8) }
  }

  @Test func namesLineOfMistake() {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONValue(parsing: "[\n{\"id\": \"a\"}\n{}]".utf8)
    }
    #expect(error?.line == 3)
    #expect(error?.description == "not JSON: a comma or ] should stand here (byte 15)")
  }

  @Test func survivesDepth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text.utf8) }
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }
}
