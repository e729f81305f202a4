// SPDX-License-Identifier: Apache-2.0

/// What an evaluation found out.
package struct EvaluationReport: Sendable, Equatable, Codable {
  /// The figures of a group of documents: sums over them, so that ratios are micro averages.
  package struct Group: Sendable, Equatable, Codable {
    /// `all`, or a name such as `topic:politics`.
    package var name: String
    /// Number of documents.
    package var documents: Int
    package var layers: [LayerScore]
    /// Means over types and documents, of each layer.
    package var macros: [MacroAverage] = []
  }

  /// The figures of one document.
  package struct DocumentScore: Sendable, Equatable, Codable {
    package var id: String
    package var layers: [LayerScore]
  }

  /// What was scored: an extractor, a version, a run.
  package var name: String
  /// `all` first, then the other groups by name.
  package var groups: [Group]
  /// Every scored document, in order of id.
  package var documents: [DocumentScore]
  /// Documents with gold and without prediction; all their gold counts as missed.
  package var unpredicted: [String]
  /// Documents without gold; they are in no figure.
  package var unscored: [String]
  /// What was found in the wrong layer.
  package var confusions: [LayerConfusion]
  /// What is wrong, by layer, kind, document and place.
  package var errors: [ScoringError]

  /// The figures of all documents.
  package var all: Group { groups.first ?? Group(name: "all", documents: 0, layers: []) }

  /// The figures of a layer over all documents.
  package func layer(_ name: String) -> LayerScore? { all.layers.first { $0.layer == name } }

  /// Whether every gold annotation was scored.
  package var scoredAllGold: Bool {
    all.layers.allSatisfy { layer in layer.counted.allSatisfy { $0.count.gold == layer.given } }
  }
}

extension EvaluationReport.Group {
  /// All figures by key, such as `locations.strict.f1` or `dates.value.acc`; nil where there is
  /// nothing to divide by.
  package var figures: [String: Double?] {
    var figures: [String: Double?] = [:]
    for layer in layers {
      for named in layer.counted {
        let key = "\(layer.layer).\(named.name)"
        let count = named.count
        figures.updateValue(count.precision, forKey: key + ".p")
        figures.updateValue(count.recall, forKey: key + ".r")
        figures.updateValue(count.f1, forKey: key + ".f1")
        figures.updateValue(named.interval?.low, forKey: key + ".ci_low")
        figures.updateValue(named.interval?.high, forKey: key + ".ci_high")
        figures.updateValue(Double(count.gold), forKey: key + ".gold")
        figures.updateValue(Double(count.predicted), forKey: key + ".pred")
        figures.updateValue(Double(count.matched), forKey: key + ".matched")
      }
      for outcome in layer.outcomes {
        let key = "\(layer.layer).semeval_\(outcome.scheme.rawValue)"
        figures.updateValue(outcome.count.precision, forKey: key + ".p")
        figures.updateValue(outcome.count.recall, forKey: key + ".r")
        figures.updateValue(outcome.count.f1, forKey: key + ".f1")
      }
      for named in layer.rated {
        let key = "\(layer.layer).\(named.name)"
        figures.updateValue(named.rate.accuracy, forKey: key + ".acc")
        figures.updateValue(named.rate.right, forKey: key + ".right")
        figures.updateValue(Double(named.rate.total), forKey: key + ".of")
      }
    }
    for macro in macros {
      figures.updateValue(macro.overTypes, forKey: macro.layer + ".macro_types.f1")
      figures.updateValue(macro.overDocuments, forKey: macro.layer + ".macro_documents.f1")
    }
    return figures
  }
}
