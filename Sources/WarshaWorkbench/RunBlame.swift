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
    // By id in the run at hand; what is gone stands apart.
    var lines: [Int: Line] = [:]
    var gone: [Line] = []
    var before: (run: RunRecord, set: AnnotationSet)?
    for run in runs {
      let set = try SavedRun(run, in: store).annotations(
        place: run.documents.firstIndex(of: wanted) ?? 0)
      if let before {
        let diff = AnnotationDiff(from: before.set, to: set)
        let causes = RunDiff.causes(from: before.run, to: run)
        (lines, gone) = Self.next(lines, gone, diff, set, run: run, causes: causes)
      } else {
        for annotation in set.annotations {
          lines[annotation.id] = Line(
            annotation: annotation, isThere: true, run: run, kind: nil, details: [], causes: [])
        }
      }
      before = (run, set)
    }
    self.runs = runs
    document = try last.annotations(place: place).document
    self.lines =
      lines.sorted { $0.key < $1.key }.map(\.value)
      + gone.sorted { $0.annotation.range < $1.annotation.range }
  }

  /// The lines after a further run: what is kept keeps its line, under its new id.
  private static func next(
    _ lines: [Int: Line], _ gone: [Line], _ diff: AnnotationDiff, _ set: AnnotationSet,
    run: RunRecord, causes: [RunDiff.ExtractorChange]
  ) -> (there: [Int: Line], gone: [Line]) {
    var (there, gone) = ([Int: Line](), gone)
    for (id, old) in diff.kept {
      there[id] = lines[old]
      if let annotation = set[id] { there[id]?.annotation = annotation }
    }
    for change in diff.changes {
      guard let annotation = change.annotation else { continue }
      let line = Line(
        annotation: annotation, isThere: change.kind != .lost, run: run, kind: change.kind,
        details: change.details, causes: own(causes, of: annotation.extractor))
      if change.kind == .lost {
        gone.append(line)
        continue
      }
      there[annotation.id] = line
      // Of what comes and goes the last word counts.
      gone.removeAll {
        $0.annotation.layer == annotation.layer && $0.annotation.range == annotation.range
          && $0.annotation.type == annotation.type
      }
    }
    return (there, gone)
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
