// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Extractors in the order of their needs, one instance each. One pipeline serves one thread.
package final class Pipeline {
  /// The extractors, those that are needed first.
  package let extractors: [ExtractorInstance]
  /// Ids of the extractors whose annotations are wanted; the others only serve these.
  private let wanted: Set<String>

  /// Makes a pipeline of instances in running order.
  package init(_ extractors: [ExtractorInstance], wanted: Set<String>) {
    self.extractors = extractors
    self.wanted = wanted
  }

  /// Runs the extractors on one text.
  ///
  /// Annotations of extractors that only serve others are kept when a relation leads to them.
  ///
  /// - Parameters:
  ///   - document: What is worked on.
  ///   - text: Its analysis.
  ///   - explain: Whether evidence is wanted.
  ///   - cancellation: Stops the extractors early; what was found so far is returned.
  /// - Returns: What was found, in text order.
  package func run(
    on document: Document, text: AnalysedText, explain: Bool = false,
    cancellation: Cancellation = Cancellation()
  ) -> AnnotationSet {
    let run = ExtractionRun(
      document: document, tokenCount: text.tokens.count, cancellation: cancellation)
    for extractor in extractors where !cancellation.isCancelled {
      extractor.process(text, document: document, run: run, explain: explain)
    }
    var kept = run.annotations
    if extractors.contains(where: { !wanted.contains($0.manifest.id) }) {
      let targets = Set(
        kept.filter { wanted.contains($0.extractor) }.flatMap { $0.relations.map(\.target) })
      kept.removeAll { !wanted.contains($0.extractor) && !targets.contains($0.id) }
    }
    return AnnotationSet(document: document, annotations: kept, diagnostics: run.diagnostics)
  }

  /// Runs the extractors on one text and adds the time of each to `seconds`.
  package func measure(_ document: Document, text: AnalysedText, seconds: inout [Double]) {
    let run = ExtractionRun(
      document: document, tokenCount: text.tokens.count, cancellation: Cancellation())
    for (index, extractor) in extractors.enumerated() {
      let duration = ContinuousClock().measure {
        extractor.process(text, document: document, run: run, explain: false)
      }
      seconds[index] +=
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
  }
}
