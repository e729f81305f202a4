// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A figure and the least it must be, `locations.strict.f1=0.9`.
package struct Threshold: Sendable, Equatable {
  /// A threshold that is not met.
  package struct Failure: Sendable, Equatable, CustomStringConvertible {
    package var threshold: Threshold
    /// What the figure is; nil when there is nothing to divide by.
    package var figure: Double?

    /// Figure and bound.
    package var description: String {
      "\(threshold.key) is \(figure.map { "\($0)" } ?? "undefined"), below \(threshold.bound)"
    }
  }

  /// Key of the figure; `GROUP/KEY` for a group of documents.
  package var key: String
  /// The least that it must be.
  package var bound: Double

  /// Reads `KEY=NUMBER,KEY=NUMBER`.
  package static func parse(_ text: String) throws(EvaluationError) -> [Threshold] {
    var thresholds: [Threshold] = []
    for item in text.split(separator: ",") {
      guard let equals = item.lastIndex(of: "="), equals > item.startIndex,
        let bound = Double(item[item.index(after: equals)...]), bound.isFinite
      else { throw .malformedThreshold(String(item)) }
      thresholds.append(Threshold(key: String(item[..<equals]), bound: bound))
    }
    return thresholds
  }

  /// The thresholds that a report does not meet.
  ///
  /// Throws `unknownFigure` with the nearest keys.
  package static func failures(
    _ thresholds: [Threshold], in report: EvaluationReport
  ) throws(EvaluationError) -> [Failure] {
    var failures: [Failure] = []
    for threshold in thresholds {
      let figure = try threshold.figure(in: report)
      if figure ?? -.infinity < threshold.bound {
        failures.append(Failure(threshold: threshold, figure: figure))
      }
    }
    return failures
  }

  private func figure(in report: EvaluationReport) throws(EvaluationError) -> Double? {
    var name = "all"
    var figureKey = key
    if let slash = key.lastIndex(of: "/") {
      name = String(key[..<slash])
      figureKey = String(key[key.index(after: slash)...])
    }
    guard let group = report.groups.first(where: { $0.name == name }) else {
      let names = report.groups.map(\.name)
      let near = Suggestion.nearest(to: name, among: names)
      throw .unknownFigure(
        key: key, near: (near.isEmpty ? names : near).map { $0 + "/" + figureKey })
    }
    let figures = group.figures
    guard let figure = figures[figureKey] else {
      throw .unknownFigure(key: key, near: Self.near(figureKey, figures.keys.sorted()))
    }
    return figure
  }

  /// The nearest keys; where none is near, those that share the first part.
  private static func near(_ key: String, _ keys: [String]) -> [String] {
    let near = Suggestion.nearest(to: key, among: keys)
    if !near.isEmpty { return near }
    let layer = key.prefix { $0 != "." }
    let figures = keys.filter { $0.hasPrefix(layer + ".") && $0.hasSuffix(".f1") }
    let isDerived = { (key: String) in key.contains(".macro_") || key.contains(".semeval_") }
    return Array((figures.filter { !isDerived($0) } + figures.filter(isDerived)).prefix(4))
  }
}
