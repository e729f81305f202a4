// SPDX-License-Identifier: Apache-2.0

import Dispatch
import WarshaModel
import WarshaPluginHost
import WarshaText

/// Extraction over many documents on several threads, results in the order of the input.
package struct Batch {
  /// Whether annotations carry evidence.
  package var explain = false
  private let workers: [Worker]
  private let cancellation: Cancellation

  /// One thread's extractors. A worker is used by one thread at a time.
  private struct Worker: @unchecked Sendable {
    let pipeline: Pipeline
  }

  /// Documents that are in work at once, for each worker: enough to keep all busy, few enough to
  /// keep memory flat.
  private static let windowPerWorker = 16

  /// Makes one pipeline for each of `jobs` threads.
  ///
  /// - Returns: The batch, and when all extractors were asked for the errors of those that cannot
  ///   be used.
  package static func make(
    _ workbench: Workbench, extractors: [String]?, jobs: Int
  ) throws(PluginError) -> (batch: Batch, errors: [PluginError]) {
    var errors: [PluginError] = []
    var workers: [Worker] = []
    for _ in 0..<max(1, jobs) {
      let made = try workbench.registry.pipeline(of: extractors)
      workers.append(Worker(pipeline: made.pipeline))
      errors = made.errors
    }
    return (Batch(workers: workers, cancellation: workbench.cancellation), errors)
  }

  private init(workers: [Worker], cancellation: Cancellation) {
    self.workers = workers
    self.cancellation = cancellation
  }

  /// Annotates one document.
  package func annotate(_ document: Document) -> AnnotationSet {
    annotate(document, with: workers[0])
  }

  /// Annotates documents; `transform` runs on the worker threads, `consume` on the caller's, in
  /// input order. Stops early when the command is cancelled: what is finished is consumed.
  package func run<Result: Sendable>(
    _ documents: some Sequence<Document>, transform: @escaping @Sendable (AnnotationSet) -> Result,
    consume: (Result) throws -> Void
  ) rethrows {
    var window: [Document] = []
    for document in documents {
      window.append(document)
      if window.count == workers.count * Self.windowPerWorker {
        try drain(&window, transform, consume)
        if cancellation.isCancelled { return }
      }
    }
    try drain(&window, transform, consume)
  }

  private func drain<Result: Sendable>(
    _ window: inout [Document], _ transform: @escaping @Sendable (AnnotationSet) -> Result,
    _ consume: (Result) throws -> Void
  ) rethrows {
    let documents = window
    window = []
    if workers.count == 1 || documents.count == 1 {
      for document in documents where !cancellation.isCancelled {
        let set = annotate(document, with: workers[0])
        // What was stopped in the middle would look like a document without annotations.
        if cancellation.isCancelled { return }
        try consume(transform(set))
      }
      return
    }
    let results = Results<Result>(count: documents.count)
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      // Every n-th document to every n-th worker: no lock, and the same split in every run.
      for index in stride(from: number, to: documents.count, by: workers.count)
      where !cancellation.isCancelled {
        let set = annotate(documents[index], with: workers[number])
        if !cancellation.isCancelled { results.slots[index] = transform(set) }
      }
    }
    for index in documents.indices {
      guard let result = results.slots[index] else { return }
      try consume(result)
    }
  }

  /// One slot a document; each is written by one thread and read after all have ended.
  private final class Results<Result>: @unchecked Sendable {
    let slots: UnsafeMutableBufferPointer<Result?>
    init(count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: nil)
    }
    deinit {
      slots.deinitialize()
      slots.deallocate()
    }
  }

  private func annotate(_ document: Document, with worker: Worker) -> AnnotationSet {
    Analyser().analyse(document.text).withText { text in
      worker.pipeline.run(
        on: document, text: text, explain: explain, cancellation: cancellation)
    }
  }
}
