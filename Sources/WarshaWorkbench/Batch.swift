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

  /// Makes one pipeline for each of `jobs` threads, of the extractors of a registry; of that of
  /// the session when none is given.
  ///
  /// - Returns: The batch, and when all extractors were asked for the errors of those that cannot
  ///   be used.
  package static func make(
    _ workbench: Workbench, registry: PluginRegistry? = nil, extractors: [String]?, jobs: Int = 1
  ) throws(PluginError) -> (batch: Batch, errors: [PluginError]) {
    var errors: [PluginError] = []
    var workers: [Worker] = []
    for _ in 0..<max(1, jobs) {
      var chosen = registry ?? workbench.registry
      let made = try chosen.pipeline(of: extractors)
      // Keeps the libraries that were loaded for it.
      if registry == nil { workbench.registry = chosen }
      workers.append(Worker(pipeline: made.pipeline))
      errors = made.errors
    }
    return (Batch(workers: workers, cancellation: workbench.cancellation), errors)
  }

  private init(workers: [Worker], cancellation: Cancellation) {
    self.workers = workers
    self.cancellation = cancellation
  }

  /// The extractors, those that are needed first.
  var extractors: [ExtractorInstance] { workers[0].pipeline.extractors }
  /// Ids of those whose annotations are wanted.
  package var wanted: Set<String> { workers[0].pipeline.wanted }

  /// Annotates one document.
  package func annotate(_ document: Document) -> AnnotationSet {
    annotate(document, with: workers[0]).set
  }

  /// Annotates documents; `transform` runs on the worker threads, `consume` on the caller's, in
  /// input order. Stops early when the command is cancelled: what is finished is consumed.
  ///
  /// A recorder saves what is found and recalls what was found before.
  ///
  /// - Throws: What `consume` throws, and `StoreError` when a run cannot be saved.
  package func run<Result: Sendable>(
    _ documents: some Sequence<Document>, recorder: RunRecorder? = nil,
    transform: @escaping @Sendable (AnnotationSet) -> Result,
    consume: (Result) throws -> Void
  ) throws {
    var window: [Document] = []
    for document in documents {
      window.append(document)
      if window.count == workers.count * Self.windowPerWorker {
        try drain(&window, recorder, transform, consume)
        if cancellation.isCancelled { return }
      }
    }
    try drain(&window, recorder, transform, consume)
  }

  /// One document's results: what `transform` made of them, and what each extractor found.
  private struct Work<Result: Sendable>: Sendable {
    var result: Result
    var fresh: [String: ExtractorOutput]
  }

  private func drain<Result: Sendable>(
    _ window: inout [Document], _ recorder: RunRecorder?,
    _ transform: @escaping @Sendable (AnnotationSet) -> Result,
    _ consume: (Result) throws -> Void
  ) throws {
    let documents = window
    window = []
    let recalled = try recorder?.recall(documents) ?? documents.map { _ in [:] }
    let results = Results<Work<Result>>(count: documents.count)
    let keeps = recorder != nil
    let work: @Sendable (Int, Worker) -> Void = { index, worker in
      let (set, fresh) = annotate(
        documents[index], with: worker, recalled: recalled[index], keeps: keeps)
      // What was stopped in the middle would look like a document without annotations.
      if !cancellation.isCancelled {
        results.slots[index] = Work(result: transform(set), fresh: fresh)
      }
    }
    // One worker hands over each document when it is done, several a window.
    let isSerial = workers.count == 1 || documents.count == 1
    if !isSerial {
      DispatchQueue.concurrentPerform(iterations: workers.count) { number in
        // Every n-th document to every n-th worker: no lock, and the same split in every run.
        for index in stride(from: number, to: documents.count, by: workers.count)
        where !cancellation.isCancelled { work(index, workers[number]) }
      }
    }
    var fresh: [[String: ExtractorOutput]] = []
    let delivery = Swift.Result {
      for index in documents.indices {
        if isSerial && !cancellation.isCancelled { work(index, workers[0]) }
        guard let finished = results.slots[index] else { return }
        fresh.append(finished.fresh)
        try consume(finished.result)
      }
    }
    // Saved also when the output could not be written.
    try recorder?.save(documents.prefix(fresh.count), recalled: recalled, fresh: fresh)
    try delivery.get()
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

  private func annotate(
    _ document: Document, with worker: Worker, recalled: [String: ExtractorOutput] = [:],
    keeps: Bool = false
  ) -> (set: AnnotationSet, fresh: [String: ExtractorOutput]) {
    if !recalled.isEmpty, let set = worker.pipeline.recall(recalled, of: document) {
      return (set, [:])
    }
    var fresh: [String: ExtractorOutput] = [:]
    let set = Analyser().analyse(document.text).withText { text in
      worker.pipeline.run(
        on: document, text: text, explain: explain, cancellation: cancellation,
        recalled: recalled, keep: keeps ? { fresh[$0] = $1 } : nil)
    }
    return (set, fresh)
  }
}
