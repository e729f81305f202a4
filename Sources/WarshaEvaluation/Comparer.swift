// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Compares predictions with one another, by gold where there is some.
package struct Comparer: Sendable {
  /// Predictions under one name.
  package struct Prediction: Sendable {
    /// An extractor, a version, a run.
    package var name: String
    /// What it found, by document.
    package var sets: [String: AnnotationSet]

    /// Makes a prediction; of two sets of one document the last counts.
    package init(name: String, _ sets: [AnnotationSet]) {
      self.name = name
      self.sets = Dictionary(sets.map { ($0.document.id, $0) }) { $1 }
    }
  }

  /// Which predictions have something, and how it looks.
  private struct Finding {
    var error: ScoringError
    var found: [Bool]
  }

  private let evaluator: Evaluator

  /// Makes a comparer.
  package init(_ options: EvaluationOptions = EvaluationOptions()) {
    evaluator = Evaluator(options)
  }

  /// The comparison of two or more predictions on the documents of `gold`.
  ///
  /// Without any gold it holds agreements only. `groups` names the groups of a document. Throws as
  /// `Evaluator.report` does.
  package func compare(
    _ predictions: [Prediction], gold: [AnnotationSet] = [], groups: [String: [String]] = [:]
  ) throws(EvaluationError) -> Comparison {
    var comparison = Comparison(
      names: predictions.map(\.name), rows: [], aloneRight: [], aloneWrong: [], agreements: [],
      reports: [])
    for (place, left) in predictions.enumerated() {
      for right in predictions[(place + 1)...] {
        comparison.agreements.append(try agreement(left, right))
      }
    }
    if gold.isEmpty { return comparison }
    for prediction in predictions {
      let cases = gold.map { set in
        EvaluationCase(
          id: set.document.id, gold: set, predicted: prediction.sets[set.document.id],
          groups: groups[set.document.id] ?? [])
      }
      comparison.reports.append(try evaluator.report(on: prediction.name, cases))
    }
    comparison.rows = rows(comparison.reports)
    for finding in findings(predictions, gold) {
      let alone = finding.error.kind == .spurious
      let (right, wrong) = (finding.found.count { $0 }, finding.found.count { !$0 })
      if right == 1, let place = finding.found.firstIndex(of: true) {
        let item = Comparison.Case(name: predictions[place].name, error: finding.error)
        if alone { comparison.aloneWrong.append(item) } else { comparison.aloneRight.append(item) }
      }
      if wrong == 1, !alone, let place = finding.found.firstIndex(of: false) {
        comparison.aloneWrong.append(
          Comparison.Case(name: predictions[place].name, error: finding.error))
      }
    }
    return comparison
  }

  private func rows(_ reports: [EvaluationReport]) -> [Comparison.Row] {
    guard let first = reports.first else { return [] }
    let resampling = Resampling(count: evaluator.options.resamples, seed: evaluator.options.seed)
    var rows: [Comparison.Row] = []
    for (place, layer) in first.all.layers.enumerated() {
      for (number, named) in layer.counted.enumerated() {
        func count(_ layers: [LayerScore]) -> Count { layers[place].counted[number].count }
        let counts = reports.map { count($0.all.layers) }
        let ofFirst = first.documents.map { count($0.layers) }
        rows.append(
          Comparison.Row(
            layer: layer.layer, scheme: named.name, counts: counts,
            deltas: counts.map { item in
              item.f1.flatMap { f1 in named.count.f1.map { f1 - $0 } }
            },
            significance: reports.enumerated().map { index, report in
              index == 0
                ? nil : resampling.significance(ofFirst, report.documents.map { count($0.layers) })
            },
            detectable: reports.enumerated().map { index, report in
              index == 0
                ? nil
                : resampling.detectableDifference(
                  ofFirst, report.documents.map { count($0.layers) })
            }))
      }
    }
    return corrected(rows)
  }

  /// The rows with p values adjusted for the layers; a layer that nobody has is no test.
  private func corrected(_ rows: [Comparison.Row]) -> [Comparison.Row] {
    var rows = rows
    var families: [[Int]] = []
    var (layer, number) = ("", 0)
    for place in rows.indices {
      number = rows[place].layer == layer ? number + 1 : 0
      layer = rows[place].layer
      rows[place].adjusted = rows[place].significance
      if !rows[place].counts.contains(where: { $0.gold + $0.predicted > 0 }) { continue }
      while families.count <= number { families.append([]) }
      families[number].append(place)
    }
    for family in families where !family.isEmpty {
      for side in rows[family[0]].counts.indices {
        let values = Resampling.holm(family.map { rows[$0].significance[side] })
        for (place, value) in zip(family, values) { rows[place].adjusted[side] = value }
      }
    }
    return rows
  }

  /// What of gold, and what beside it, each prediction has, in order of document, layer and place.
  private func findings(_ predictions: [Prediction], _ gold: [AnnotationSet]) -> [Finding] {
    let cases = gold.map { EvaluationCase(id: $0.document.id, gold: $0, predicted: nil) }
    let schemes = evaluator.schemes(for: cases)
    var findings: [Finding] = []
    for set in gold.sorted(by: { $0.document.id < $1.document.id }) {
      let matches = predictions.map {
        evaluator.matches(set, $0.sets[set.document.id], schemes)
      }
      for (place, scheme) in schemes.enumerated() {
        findings += self.findings(matches.map { $0[place] }, scheme.layer, set.document)
      }
    }
    return findings
  }

  private func findings(
    _ matches: [LayerMatch], _ layer: String, _ document: Document
  ) -> [Finding] {
    var findings = (matches.first?.gold ?? []).enumerated().map { place, item in
      Finding(
        error: ScoringError(
          .missed, layer: layer, of: document, at: item.range, gold: item.type),
        found: matches.map { $0.good[place] != nil })
    }
    /// Spans, not types, make two spurious annotations the same.
    struct Key: Hashable {
      var range: TextRange
      var source: TextRange?
      var content: TextRange?
    }
    var places: [Key: Int] = [:]
    for (number, match) in matches.enumerated() {
      for index in match.spurious {
        let item = match.predicted[index]
        let key = Key(range: item.range, source: item.source, content: item.content)
        let place = places[key] ?? findings.count
        if place == findings.count {
          places[key] = place
          findings.append(
            Finding(
              error: ScoringError(
                .spurious, layer: layer, of: document, at: item.range, predicted: item.type),
              found: matches.map { _ in false }))
        }
        findings[place].found[number] = true
      }
    }
    return findings
  }

  /// Two predictions held against each other on the documents that both have.
  private func agreement(
    _ left: Prediction, _ right: Prediction
  ) throws(EvaluationError) -> Comparison.Agreement {
    let cases = left.sets.keys.sorted().compactMap { id in
      right.sets[id].map { EvaluationCase(id: id, gold: left.sets[id], predicted: $0) }
    }
    if cases.isEmpty {
      return Comparison.Agreement(left: left.name, right: right.name, layers: [], differing: [])
    }
    // A layer that only the right has is a difference too.
    var options = evaluator.options
    let sets = cases.flatMap { [$0.gold, $0.predicted].compactMap { $0 } }
    options.layers = options.schemes(goldLayers: Set(sets.flatMap(\.annotations).map(\.layer)))
      .map(\.layer)
    let report = try Evaluator(options).report(on: right.name, cases)
    let pairs = cases.compactMap { item in
      item.gold.flatMap { gold in item.predicted.map { (gold, $0) } }
    }
    return Comparison.Agreement(
      left: left.name, right: right.name, layers: report.all.layers,
      spans: report.all.layers.map(\.layer).filter { $0 != "relations" }
        .map { AgreementMeter(layer: $0).agreement(pairs) },
      differing: report.errors)
  }
}
