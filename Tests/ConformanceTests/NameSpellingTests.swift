// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaTesting

/// Names of the own corpus are found behind proclitics too, and however they are spelled.
struct NameSpellingTests {
  /// The texts of the own corpus.
  static func texts() throws -> [String] {
    let folder = Checkout.corpus
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }

  /// A text with a proclitic before names, and where each unit of the original went.
  struct Prefixed {
    var units: [UInt16] = []
    var moved: [Int] = []

    /// Writes a proclitic before the units at some positions; ل swallows the alif of an article.
    init(_ source: [UInt16], _ proclitic: UInt16, before starts: Set<Int>) {
      for (position, unit) in source.enumerated() {
        if starts.contains(position) { units.append(proclitic) }
        moved.append(units.count)
        let isArticle =
          starts.contains(position) && proclitic == Letter.lam && unit == Letter.alif
          && position + 1 < source.count && source[position + 1] == Letter.lam
        if !isArticle { units.append(unit) }
      }
      moved.append(units.count)
    }
  }

  /// Whether a proclitic may stand before a name: behind a blank and without a noun of its own.
  private static func mayFollow(_ annotation: Annotation, _ units: [UInt16]) -> Bool {
    let start = annotation.range.start
    return start > 0 && units[start - 1] == 0x20 && (0x0621...0x064A).contains(units[start])
      && annotation.attribute("class") == nil && annotation.attribute("role") == nil
  }

  @Test(
    arguments: [ConformanceTests.Subject.locations, .actors], [Letter.waw, Letter.ba, Letter.lam])
  func keepsNamesBehindAProclitic(_ subject: ConformanceTests.Subject, _ proclitic: UInt16) throws {
    let extractor = try ExtractorUnderTest(linked: subject.linked)
    var all = 0
    var lost: [String] = []
    for text in try Self.texts() {
      let units = Array(text.utf16)
      let wanted = extractor.annotate(text).annotations.filter { Self.mayFollow($0, units) }
      let prefixed = Prefixed(units, proclitic, before: Set(wanted.map(\.range.start)))
      let found = Set(
        extractor.annotate(String(decoding: prefixed.units, as: UTF16.self)).annotations.map(
          \.range))
      for annotation in wanted {
        all += 1
        let range = TextRange(
          prefixed.moved[annotation.range.start], prefixed.moved[annotation.range.end])
        if !found.contains(range) {
          lost.append(String(decoding: prefixed.units[range.start - 1..<range.end], as: UTF16.self))
        }
      }
    }
    #expect(all > 100)
    #expect(Double(lost.count) <= 0.05 * Double(all), "lost \(lost)")
  }

  @Test(arguments: [ConformanceTests.Subject.locations, .actors])
  func findsAllNamesHoweverTheyAreSpelled(_ subject: ConformanceTests.Subject) throws {
    let extractor = try ExtractorUnderTest(linked: subject.linked)
    let paragraphs = try Self.texts().flatMap { $0.split(separator: "\n").map(String.init) }
    var check = MutationCheck()
    check.rounds = 1
    #expect(check.violations(of: extractor, on: paragraphs) == [])
  }
}
