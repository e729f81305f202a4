// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Extractors in the order of their needs, one instance each. One pipeline serves one thread.
package final class Pipeline {
  /// The extractors, those that are needed first.
  package let extractors: [ExtractorInstance]
  /// Ids of the extractors whose annotations are wanted; the others only serve these.
  package let wanted: Set<String>

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
  ///   - recalled: What extractors found in this document before: these do not run.
  ///     An output is not taken when an extractor that it reads failed this time.
  ///   - keep: Is told what each of the others found.
  /// - Returns: What was found, in text order.
  package func run(
    on document: Document, text: AnalysedText, explain: Bool = false,
    cancellation: Cancellation = Cancellation(), recalled: [String: ExtractorOutput] = [:],
    keep: ((String, ExtractorOutput) -> Void)? = nil
  ) -> AnnotationSet {
    let run = ExtractionRun(
      document: document, tokenCount: text.tokens.count, cancellation: cancellation)
    for extractor in extractors where !cancellation.isCancelled {
      if let output = recalled[extractor.manifest.id], run.mayRecall(extractor.manifest) {
        run.recall(output, of: extractor.manifest)
        continue
      }
      extractor.process(text, document: document, run: run, explain: explain)
      if let keep { keep(extractor.manifest.id, run.takeOutput()) }
    }
    return AnnotationSet(
      document: document, annotations: run.annotations(of: wanted), diagnostics: run.diagnostics)
  }

  /// What all extractors found in a document before; nil when one is missing.
  package func recall(
    _ outputs: [String: ExtractorOutput], of document: Document
  ) -> AnnotationSet? {
    var sequence = OutputSequence()
    var diagnostics: [Diagnostic] = []
    for extractor in extractors {
      guard let output = outputs[extractor.manifest.id] else { return nil }
      sequence.append(output, of: extractor.manifest.id)
      diagnostics += output.diagnostics
    }
    return AnnotationSet(
      document: document, annotations: sequence.annotations(of: wanted), diagnostics: diagnostics)
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
