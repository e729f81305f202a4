// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaText

/// How fast names of a gazetteer are looked up: at every token the longest one, as the word stands
/// and behind its proclitics, on tokens that the text core has made before.
package struct LookupBenchmark {
  private let analyses: [Analysis]
  private let size: Double
  private let rounds: Int

  /// Repeats the documents until they fill some megabytes.
  package init(_ documents: [Document], megabytes: Double, rounds: Int) {
    var analyses: [Analysis] = []
    var size = 0
    while !documents.isEmpty, Double(size) < megabytes * 1e6 {
      for document in documents where Double(size) < megabytes * 1e6 {
        analyses.append(Analyser().analyse(document.text))
        size += document.text.string.utf8.count
      }
    }
    self.analyses = analyses
    self.size = Double(size)
    self.rounds = rounds
  }

  /// Megabytes of UTF-8 a second, best of the rounds; number of names found.
  package func run(
    _ gazetteer: Gazetteer, cancellation: Cancellation
  ) -> (megabytesPerSecond: Double, found: Int) {
    var best = Double.infinity
    var found = 0
    for _ in 0..<rounds where !cancellation.isCancelled {
      found = 0
      let duration = ContinuousClock().measure {
        for analysis in analyses where !cancellation.isCancelled {
          found += analysis.withText { Self.count($0, gazetteer.lexicon) }
        }
      }
      best = min(
        best, Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds))
    }
    return (size / best / 1e6, found)
  }

  private static func count(_ text: AnalysedText, _ lexicon: Lexicon) -> Int {
    var found = 0
    for token in text.tokens.indices where lexicon.match(in: text, at: token) != nil { found += 1 }
    return found
  }
}
