// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel
import WarshaStore

/// Which saved run brought each annotation of a document, and which took those away that are gone.
package struct RunBlame {
  /// An annotation and the run that it goes back to.
  package struct Line {
    /// The annotation as it is, or as it was last.
    package var annotation: Annotation
    /// Whether it is still there.
    package var isThere: Bool
    /// The run that gained, changed or lost it.
    package var run: RunRecord
    /// What happened in that run; nil for what the oldest run has already.
    package var kind: AnnotationDiff.Change.Kind?
    /// Details of a change.
    package var details: [String]
    /// What changed about its extractor, or the extractors that this reads, in that run.
    package var causes: [RunDiff.ExtractorChange]
  }

  /// The document.
  package let document: Document
  /// The runs that saw this text with this date, the oldest first.
  package let runs: [RunRecord]
  /// The annotations: those that are there in text order, then those that are gone.
  package let lines: [Line]

  /// Follows a document through the runs.
  ///
  /// - Parameters:
  ///   - id: Id of the document.
  ///   - last: The run whose annotations are explained; earlier runs of the same text count.
  ///   - store: All runs.
  /// - Throws: `noDocument` when the run does not have it.
  package init(document id: String, in last: SavedRun, of store: RunStore) throws(StoreError) {
    guard let place = last.record.documents.firstIndex(where: { $0.id == id }) else {
      throw .noDocument(
        id: id, corpus: "run \(last.record.title)",
        near: Suggestion.nearest(to: id, among: last.record.documents.map(\.id)))
    }
    let wanted = last.record.documents[place]
    var runs: [RunRecord] = []
    for run in try store.runs()
    where run.number <= last.record.number && run.documents.contains(wanted) { runs.append(run) }
    var (lines, before): ([Line], SavedRun?) = ([], nil)
    for run in runs {
      let saved = SavedRun(run, in: store)
      let set = try saved.annotations(place: run.documents.firstIndex(of: wanted) ?? 0)
      guard let earlier = before else {
        lines = set.annotations.map {
          Line(annotation: $0, isThere: true, run: run, kind: nil, details: [], causes: [])
        }
        before = saved
        continue
      }
      let diff = try RunDiff(from: earlier, to: saved, documents: [id])
      for change in diff.documents.first?.changes ?? [] {
        Self.apply(change, of: run, causes: diff.causes, to: &lines)
      }
      before = saved
    }
    self.runs = runs
    document = try last.annotations(place: place).document
    self.lines = lines.sorted { left, right in
      if left.isThere != right.isThere { return left.isThere }
      if left.annotation.range != right.annotation.range {
        return left.annotation.range < right.annotation.range
      }
      return left.annotation.layer < right.annotation.layer
    }
  }

  private static func apply(
    _ change: AnnotationDiff.Change, of run: RunRecord, causes: [RunDiff.ExtractorChange],
    to lines: inout [Line]
  ) {
    guard let annotation = change.annotation else { return }
    let line = Line(
      annotation: annotation, isThere: change.kind != .lost, run: run, kind: change.kind,
      details: change.details, causes: own(causes, of: annotation.extractor))
    let old = change.before ?? annotation
    // Of what comes and goes the last word counts.
    if let place = lines.firstIndex(where: {
      $0.annotation.layer == old.layer && $0.annotation.range == old.range
        && $0.isThere == (change.before != nil)
    }) {
      lines[place] = line
    } else {
      lines.append(line)
    }
  }

  /// The causes of one extractor, and of those whose change it names.
  private static func own(
    _ causes: [RunDiff.ExtractorChange], of extractor: String
  ) -> [RunDiff.ExtractorChange] {
    guard let own = causes.first(where: { $0.extractor == extractor }) else { return [] }
    let read = causes.filter { other in
      other.extractor != extractor
        && own.words.contains { $0.hasPrefix("extractor \(other.extractor) ") }
    }
    return [own] + read
  }
}
