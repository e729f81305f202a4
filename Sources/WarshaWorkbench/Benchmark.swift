// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaText

/// Throughput of the text core and the extractors, with ICU's word loop on the same text as the
/// yardstick: machines differ, ratios hold.
package struct Benchmark {
  /// One thing measured.
  package struct Figure: Sendable {
    /// What was measured.
    package var name: String
    /// Megabytes of UTF-8 a second, best of the rounds.
    package var megabytesPerSecond: Double
    /// That, by the figure of ICU's word loop with status.
    package var ratio: Double
  }

  private let documents: [Document]
  private let bytes: [[UInt8]]
  private let size: Double
  private let rounds: Int

  /// Repeats the documents until they fill some megabytes.
  package init(_ documents: [Document], megabytes: Double, rounds: Int) {
    var all: [Document] = []
    var bytes: [[UInt8]] = []
    var size = 0
    while !documents.isEmpty, Double(size) < megabytes * 1e6 {
      for document in documents where Double(size) < megabytes * 1e6 {
        let utf8 = Array(document.text.string.utf8)
        all.append(document)
        bytes.append(utf8)
        size += utf8.count
      }
    }
    self.documents = all
    self.bytes = bytes
    self.size = Double(size)
    self.rounds = rounds
  }

  /// Size of the text in bytes of UTF-8, and the number of documents.
  package var extent: (bytes: Int, documents: Int) { (Int(size), documents.count) }

  /// Measures ICU, the text core, each extractor alone after the text core, and all together with
  /// what they are given.
  package func run(
    _ pipeline: Pipeline, cancellation: Cancellation, each: (Figure) throws -> Void
  ) throws {
    /// The best of the rounds over all documents; short when the command is cancelled.
    func time<Item>(_ items: [Item], _ body: (Item) -> Void) -> Double {
      best { for item in items where !cancellation.isCancelled { body(item) } }
    }
    let icu = time(documents) { _ = WordBreakOracle.count($0.text) }
    if cancellation.isCancelled { return }
    let yardstick = size / icu
    /// Tells a figure unless it was cut short.
    func tell(_ name: String, _ seconds: Double) throws {
      if cancellation.isCancelled { return }
      try each(
        Figure(
          name: name, megabytesPerSecond: size / seconds / 1e6,
          ratio: size / seconds / yardstick))
    }
    try tell("ICU word loop with status", icu)
    try tell("text core: decode", time(bytes) { _ = TextDecoder.decode($0) })
    let analyser = Analyser()
    try tell(
      "text core: decode, scan, fold, hash, tokens",
      time(bytes) { _ = analyser.analyse(TextDecoder.decode($0).text) })
    if cancellation.isCancelled { return }
    let analyses = documents.map { analyser.analyse($0.text) }
    var totals = [Double](repeating: .infinity, count: pipeline.extractors.count)
    for _ in 0..<rounds where !cancellation.isCancelled {
      var sums = [Double](repeating: 0, count: totals.count)
      for (document, analysis) in zip(documents, analyses) where !cancellation.isCancelled {
        analysis.withText { text in
          pipeline.measure(document, text: text, seconds: &sums)
        }
      }
      totals = zip(totals, sums).map(min)
    }
    for (extractor, seconds) in zip(pipeline.extractors, totals) {
      try tell("extractor: \(extractor.manifest.id)", seconds)
    }
    let whole = time(Array(zip(documents, bytes))) { document, text in
      analyser.analyse(TextDecoder.decode(text).text).withText { text in
        _ = pipeline.run(on: document, text: text)
      }
    }
    try tell("whole: bytes to annotations, all extractors", whole)
  }

  private func best(_ body: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let clock = ContinuousClock()
      let duration = clock.measure(body)
      best = min(
        best, Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds))
    }
    return best
  }
}
