// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaTesting

@testable import WarshaText

struct WordBreakTests {
  @Test func differsFromICUOnCorpusTextsOnlyByTheNamedRules() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.corpus).sorted()
    var used: [BreakDifference.Rule: Int] = [:]
    for name in names where name.hasSuffix(".txt") {
      let bytes = FileManager.default.contents(atPath: "\(Checkout.corpus)/\(name)") ?? Data()
      let text = TextDecoder.decode(Array(bytes)).text
      #expect(unexplained(text, &used) == nil, "\(name)")
    }
    #expect(used[.signOfAccount] != nil)
  }

  @Test func differsFromICUOnRandomTextsOnlyByTheNamedRules() {
    var random = SeededGenerator(seed: 29)
    var used: [BreakDifference.Rule: Int] = [:]
    var failures: [String] = []
    for _ in 0..<200_000 where failures.count < 5 {
      let text = SourceText(units: Self.randomUnits(&random))
      if let failure = unexplained(text, &used) { failures.append(failure) }
    }
    #expect(failures == [])
    // A rule that no text needs is no rule. The signs of accounts stand in the corpus: ICU takes @ for
    // a letter, which among random marks would need a rule for every one of them.
    let needless = BreakDifference.Rule.allCases.filter { used[$0] == nil }
    #expect(needless == [.signOfAccount])
  }

  private func unexplained(
    _ text: SourceText, _ used: inout [BreakDifference.Rule: Int]
  ) -> String? {
    let analysis = Analyser().analyse(text)
    let tokens = analysis.withText { Array($0.tokens) }
    return BreakDifference(text).unexplained(tokens, counting: &used)
  }

  /// Characters that have rules of their own, by kind; Arabic and blanks more often than others.
  private static let alphabet: [[UInt16]] =
    [[0x0628], [0x0627], [0x0644], [0x064A], [0x0629], [0x0640], [0x064E], [0x0651], [0x0670]]
    + [[0x20], [0x20], [0x09], [0xA0], [0x0A], [0x0D], [0x2028], [0x85]]
    + [[0x61], [0x41], [0xE9], [0x0301], [0x308], [0x3B1]]
    + [[0x31], [0x39], [0x0663], [0x06F5], [0x066B], [0x066C], [0x066A]]
    + [[0x2E], [0x2C], [0x3A], [0x3B], [0x27], [0x22], [0x5F], [0x2D], [0x2019], [0xB7], [0x2027]]
    + [[0x060C], [0x061B], [0x061F], [0xAB], [0xBB], [0x28], [0x2026], [0xFE55], [0xFF1A]]
    + [[0x200D], [0x200C], [0x200F], [0x200E], [0xAD], [0xFEFF], [0x2067], [0xFE0F]]
    + [[0xD83D, 0xDE00], [0x2764], [0xD83D, 0xDC69], [0xD83C, 0xDFFB], [0xD83C, 0xDDF8]]
    + [[0xD83C, 0xDDFE], [0x05D0], [0x05F4], [0x05F3], [0x05B0], [0x30AB], [0x30FC]]
    + [[0xD800], [0xDC00], [0x00], [0x1F], [0x7F], [0xFFFD], [0xFFFF]]
    + [[0xFEFB], [0xFDFA], [0xFE8D], [0x0671], [0x06CC], [0x0686], [0x06D4], [0x0600], [0x06DD]]
    + [[0xD835, 0xDC00], [0xD835, 0xDFCE], [0xB2], [0x24], [0x25]]

  private static func randomUnits(_ random: inout SeededGenerator) -> [UInt16] {
    (0..<Int.random(in: 1...24, using: &random)).flatMap { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
  }
}
