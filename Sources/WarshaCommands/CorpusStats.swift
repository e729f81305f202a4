// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaText
import WarshaWorkbench

/// Counts what a corpus holds.
struct CorpusStats: Verb {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count documents, words, annotations and relations of a corpus, by split.",
    discussion: """
      Examples:
        corpus stats
        corpus stats Corpus --types
      """)

  @Argument(
    help: ArgumentHelp(
      "Corpus folder; the one that comes with Warsha when left out.", valueName: "corpus"))
  var folder: String?

  @Flag(help: "A row for each type of each layer, too.")
  var types = false

  func run(in session: Session) throws {
    let gold = try GoldDocuments.load(
      folder ?? session.workbench.folders.corpus, split: nil, in: session)
    gold.report(to: session.console)
    var count = Tally()
    for document in gold.documents {
      let record = gold.records[document.id]
      count.split = record?.split ?? "no split"
      count.add("documents")
      count.add(
        "words",
        Analyser().analyse(document.text).withText { text in
          text.tokens.count { $0.isWord }
        })
      count.topics[record?.topic ?? "none", default: 0] += 1
      for note in gold.gold[document.id]?.annotations ?? [] {
        count.add(note.layer)
        if types { count.add("\(note.layer) \(note.type)") }
        for relation in note.relations { count.add("relation \(relation.role)") }
      }
    }
    try session.console.write(count.table.rendered(session.console.style))
    try session.console.write("\ntopics: \(count.topicLine)\n")
    try gold.checkComplete()
  }

  /// Counts by row and split.
  private struct Tally {
    var split = ""
    var topics: [String: Int] = [:]
    private var counts: [String: [String: Int]] = [:]
    private var splits: Set<String> = []

    mutating func add(_ row: String, _ number: Int = 1) {
      counts[row, default: [:]][split, default: 0] += number
      splits.insert(split)
    }

    /// Topics, the most frequent first.
    var topicLine: String {
      topics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    var table: TextTable {
      let splits = splits.sorted()
      var table = TextTable(
        [.init("")] + splits.map { .init($0, .right) } + [.init("all", .right)])
      let first = ["documents", "words"]
      let rows = counts.keys.sorted { left, right in
        let places = [left, right].map { first.firstIndex(of: $0) ?? first.count }
        let isRelation = [left, right].map { $0.hasPrefix("relation ") ? 1 : 0 }
        return (places[0], isRelation[0], left) < (places[1], isRelation[1], right)
      }
      for row in rows {
        let numbers = splits.map { counts[row]?[$0] ?? 0 }
        table.rows.append(
          [.init(row)] + (numbers + [numbers.reduce(0, +)]).map { .init("\($0)") })
      }
      return table
    }
  }
}
