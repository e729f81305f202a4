// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaStore

/// The corpus that comes with Warsha is what its card says.
struct OwnCorpusTests {
  private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/Corpus"

  private var corpus: Corpus {
    get throws { try CorpusReader.open(folder, decode: TemporaryFolder.decode) }
  }

  @Test func hasNoProblems() throws {
    #expect(try CorpusValidator.problems(in: folder, decode: TemporaryFolder.decode) == [])
  }

  @Test func coversTheArabCountriesAndTopics() throws {
    let records = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/corpus.json")))
    let fields = try #require(records as? [[String: Any]])
    #expect(fields.count >= 64)
    let countries = Set(fields.compactMap { $0["country"] as? String })
    let league = Set(
      "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split(separator: " ")
        .map(String.init))
    #expect(countries == league)
    #expect(
      Set(fields.compactMap { $0["topic"] as? String }) == [
        "conflict", "courts", "disaster", "economy", "health", "politics", "science", "sport",
      ])
    #expect(Set(fields.compactMap { $0["orthography"] as? Int }) == [0, 1, 2, 3])
  }

  @Test func everyTextHasASecondPass() throws {
    let second = Set(try Files.names(in: folder + "/second-pass"))
    #expect(Set(try corpus.entries.map { $0.id + ".ann" }) == second)
  }

  /// The index of kinds names at least ten examples of each, and all stand in their texts.
  @Test func everyKindHasTenExamples() throws {
    var texts: [String: String] = [:]
    for entry in try corpus.entries {
      texts[entry.id] = try corpus.document(entry).text.string
        .replacingOccurrences(of: "\r\n", with: "\n")
    }
    let table = try String(contentsOfFile: folder + "/kinds.tsv", encoding: .utf8)
    var counts: [String: Int] = [:]
    var wrong: [String] = []
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let text = texts[fields[1]],
        text.range(of: fields[2], options: .literal) != nil
      else {
        wrong.append(String(line))
        continue
      }
      counts[fields[0], default: 0] += 1
    }
    #expect(wrong == [])
    #expect(counts.filter { $0.value < 10 }.keys.sorted() == [])
    let known = try String(contentsOfFile: folder + "/KINDS.md", encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| kind") }
    #expect(counts.count == known.count)
  }
}
