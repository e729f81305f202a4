// SPDX-License-Identifier: Apache-2.0

import Testing

/// `claims` through the built program.
@Suite struct ClaimsVerbTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "first.txt", "قالت الفصائل إن الجيش انسحب من مدينة السلمية. وأضافت أن الطريق مفتوح.\n")
    try folder.write("second.txt", "نفت وزارة الدفاع السورية انسحاب الجيش من مدينة السلمية.\n")
    return folder
  }

  @Test func listsWhoSaysWhat() throws {
    let run = try Warsha.run(
      ["claims", "first.txt", "--extractors", "claims"], in: try folder())
    #expect(
      run.output == """
        document  id  stance  source     cue    content
        --------  --  ------  ---------  -----  ----------------------------
        first     T1  assert  الفصائل    قالت   الجيش انسحب من مدينة السلمية
        first     T2  assert  (الفصائل)  أضافت  الطريق مفتوح

        2 claims

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func pairsAnAssertionWithTheDenialOfAnotherArticle() throws {
    let run = try Warsha.run(
      ["claims", "first.txt", "second.txt", "--contradictions", "--format", "json"],
      in: try folder())
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(run.output.contains(#""content":"الجيش انسحب من مدينة السلمية""#))
    #expect(run.output.contains(#""content":"انسحاب الجيش من مدينة السلمية""#))
  }

  @Test func takesTheClaimsOfTheOpenArticle() throws {
    let run = try Warsha.run(
      ["-c", "open first.txt; extract; claims --about الطريق"], in: try folder())
    #expect(run.output.hasSuffix("\n1 claim\n"))
    #expect(run.status == 0)
  }

  @Test func refusesAStanceThatIsNone() throws {
    let run = try Warsha.run(["claims", "first.txt", "--stance", "maybe"], in: try folder())
    #expect(run.errors.contains("--stance \"maybe\" is none of assert, deny, question, call."))
    #expect(run.status == 2)
  }
}
