// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Scores predictions against gold.
///
/// Matching is one to one with as many pairs as possible, the better pair preferred among equals; it
/// does not depend on the order of documents or annotations. The figures are those of the project's
/// reference scorer, `score_articles.py`.
package struct Evaluator: Sendable {
  /// What to look at.
  package let options: EvaluationOptions
  let taxonomy: BoundaryTaxonomy

  /// Makes an evaluator.
  package init(_ options: EvaluationOptions = EvaluationOptions()) {
    self.options = options
    taxonomy = BoundaryTaxonomy(classNouns: Set(options.classNouns.map(NameFolding.fold)))
  }

  /// The report on predictions called `name`.
  ///
  /// Throws `nothingToScore`, `repeatedDocument` or `differentText`.
  package func report(
    on name: String, _ cases: [EvaluationCase]
  ) throws(EvaluationError) -> EvaluationReport {
    let scored = try scorable(cases, name: name)
    let schemes = schemes(for: scored)
    var documents: [EvaluationReport.DocumentScore] = []
    var errors: [ScoringError] = []
    var confusions: [LayerConfusion] = []
    for item in scored {
      guard let gold = item.gold else { continue }
      let matches = matches(gold, item.predicted, schemes)
      documents.append(
        EvaluationReport.DocumentScore(
          id: item.id,
          layers: matches.map { match in
            match.score(
              given: Self.given(gold, match.scheme.layer), taxonomy: taxonomy,
              text: gold.document.text)
          }))
      confusions += LayerConfusion.found(in: matches)
      errors += matches.flatMap { $0.errors(taxonomy: taxonomy, in: gold.document) }
    }
    let names = Set(scored.flatMap(\.groups)).subtracting(["all"]).sorted()
    let groups = (["all"] + names).map { name in
      let members = zip(scored, documents)
        .filter { name == "all" || $0.0.groups.contains(name) }.map(\.1)
      return group(name, members, schemes)
    }
    return EvaluationReport(
      name: name, groups: groups, documents: documents,
      unpredicted: scored.filter { $0.predicted == nil }.map(\.id),
      unscored: cases.filter { $0.gold == nil }.map(\.id).sorted(),
      confusions: LayerConfusion.sum(confusions), errors: sorted(errors, schemes))
  }

  /// The cases with gold in order of id, checked.
  func scorable(
    _ cases: [EvaluationCase], name: String
  ) throws(EvaluationError) -> [EvaluationCase] {
    var seen: Set<String> = []
    for item in cases {
      if !seen.insert(item.id).inserted { throw .repeatedDocument(id: item.id) }
      if let gold = item.gold, let predicted = item.predicted,
        gold.document.text.units != predicted.document.text.units
      {
        throw .differentText(document: item.id, name: name)
      }
    }
    let scored = cases.filter { $0.gold != nil }.sorted { $0.id < $1.id }
    if scored.isEmpty { throw .nothingToScore(documents: cases.count) }
    return scored
  }

  func schemes(for cases: [EvaluationCase]) -> [LayerScheme] {
    options.schemes(
      goldLayers: Set(cases.flatMap { ($0.gold?.annotations ?? []).map(\.layer) }))
  }

  func matches(
    _ gold: AnnotationSet, _ predicted: AnnotationSet?, _ schemes: [LayerScheme]
  ) -> [LayerMatch] {
    let words = PairGrade.words(of: gold.document.text)
    let found = predicted ?? AnnotationSet(document: gold.document, annotations: [])
    return schemes.map { LayerMatch($0, gold: gold, predicted: found, words: words) }
  }

  /// Number of annotations, or of relations, that a gold set holds in a layer.
  private static func given(_ gold: AnnotationSet, _ layer: String) -> Int {
    layer == "relations"
      ? gold.annotations.reduce(0) { $0 + $1.relations.count }
      : gold.annotations.count { $0.layer == layer }
  }

  private func group(
    _ name: String, _ documents: [EvaluationReport.DocumentScore], _ schemes: [LayerScheme]
  ) -> EvaluationReport.Group {
    var layers = schemes.map(LayerScore.init)
    for document in documents {
      for (place, layer) in document.layers.enumerated() { layers[place] += layer }
    }
    if options.resamples > 0 {
      let resampling = Resampling(count: options.resamples, seed: options.seed)
      for place in layers.indices {
        for count in layers[place].counted.indices {
          layers[place].counted[count].interval = resampling.interval(
            documents.map { $0.layers[place].counted[count].count })
        }
      }
    }
    let macros = layers.enumerated().map { place, layer in
      MacroAverage(layer, documents: documents.map { $0.layers[place] })
    }
    return EvaluationReport.Group(
      name: name, documents: documents.count, layers: layers, macros: macros)
  }

  private func sorted(_ errors: [ScoringError], _ schemes: [LayerScheme]) -> [ScoringError] {
    let layers = Dictionary(uniqueKeysWithValues: schemes.enumerated().map { ($1.layer, $0) })
    let kinds = Dictionary(
      uniqueKeysWithValues: ScoringError.Kind.allCases.enumerated().map { ($1, $0) })
    func rank(_ error: ScoringError) -> (Int, Int) {
      (layers[error.layer] ?? 0, kinds[error.kind] ?? 0)
    }
    return errors.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
