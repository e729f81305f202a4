// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaREPL

@Suite struct CompletionAnswerTests {
  private func answer(_ line: String, _ candidates: [Candidate]) -> CompletionAnswer {
    let session = FakeSession()
    session.candidates = candidates
    return CompletionAnswer(line: line, session: session)
  }

  @Test func onlyCandidateIsTakenWithABlank() {
    let answer = answer("ex", [Candidate("extract"), Candidate("show")])
    #expect(answer.replaced == 2)
    #expect(answer.insertion == "extract ")
    #expect(answer.list == [])
  }

  @Test func folderGetsNoBlank() {
    #expect(answer("show Co", [Candidate("Corpus/", isFinal: false)]).insertion == "Corpus/")
  }

  @Test func wordWithBlanksIsQuoted() {
    let answer = answer("show \"my", [Candidate("my file.txt")])
    #expect(answer.replaced == 3)
    #expect(answer.insertion == "'my file.txt' ")
  }

  @Test func commonStartIsTakenAndItsQuoteStaysOpen() {
    let answer = answer("show m", [Candidate("my file"), Candidate("my folder")])
    #expect(answer.insertion == "'my f")
    #expect(answer.list == [])
  }

  @Test func candidatesAreListedWhenNothingIsCertain() {
    let answer = answer("co", [Candidate("corpus", note: "corpora"), Candidate("compare")])
    #expect(answer.insertion == nil)
    #expect(answer.list == ["  corpus   corpora", "  compare"])
  }

  @Test func longListsAreCut() {
    let answer = answer("", (10..<99).map { Candidate("\($0 % 10)\($0)") })
    #expect(answer.list.count == CompletionAnswer.listLimit + 1)
    #expect(answer.list.last == "  … and 49 more")
  }

  @Test func commentIsLeftAlone() {
    #expect(answer("a # co", [Candidate("compare")]).insertion == nil)
  }

  @Test func arabicNamesShareTheirCodePoints() {
    #expect(answer("near ال", [Candidate("القاهرة"), Candidate("القامشلي")]).insertion == "القا")
  }
}
