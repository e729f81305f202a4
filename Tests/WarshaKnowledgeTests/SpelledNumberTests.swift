// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaKnowledge
import WarshaModel
import WarshaTesting

/// What ICU's rules spell out in Arabic must parse back, their odd spellings (ثلاثة مائة) included.
struct SpelledNumberTests {
  private let grammar: NumberGrammar
  private let formatter: NumberFormatter

  init() throws {
    grammar = try Fixture.numbers()
    formatter = NumberFormatter()
    formatter.locale = Locale(identifier: "ar")
    formatter.numberStyle = .spellOut
  }

  private func spelled(_ number: Int) throws -> String {
    try #require(formatter.string(from: NSNumber(value: number)))
  }

  /// Numbers that do not parse back, each with what was read, from one text with a number a line.
  private func faults(_ numbers: [Int]) throws -> [String] {
    let lines = try numbers.map(spelled)
    return try Fixture.with(lines.joined(separator: "\n")) { text in
      var faults: [String] = []
      let paragraphs = paragraphs(text)
      try #require(paragraphs.count == numbers.count)
      for (number, sentence) in zip(numbers, paragraphs) {
        let phrase = grammar.numeral(in: text, at: sentence.lowerBound, end: sentence.upperBound)
        if phrase?.value != Double(number) || phrase?.last != sentence.upperBound - 1 {
          let surface = text.string(
            text.range(from: sentence.lowerBound, through: sentence.upperBound - 1))
          faults.append("\(number) \(surface): \(phrase?.value.description ?? "nothing")")
        }
      }
      return faults
    }
  }

  private func paragraphs(_ text: AnalysedText) -> [Range<Int>] {
    let starts = text.tokens.indices.filter { text.tokens[$0].flags.contains(.startsParagraph) }
    return zip(starts, starts.dropFirst() + [text.tokens.count]).map { $0..<$1 }
  }

  @Test func readsBackAllIntegersUpToTenThousand() throws {
    #expect(try faults(Array(0...10_000)) == [])
  }

  @Test func readsBackSamplesUpToATrillion() throws {
    var random = SeededGenerator(seed: 1)
    var numbers: [Int] = []
    for exponent in 4...12 {
      let limit = Int(pow(10.0, Double(exponent)))
      numbers += (0..<200).map { _ in Int.random(in: 0...limit, using: &random) }
      numbers += [limit - 1, limit, limit + 1, 2 * limit, 11 * limit / 10]
    }
    #expect(try faults(numbers.filter { $0 <= 1_000_000_000_000 }) == [])
  }
}
