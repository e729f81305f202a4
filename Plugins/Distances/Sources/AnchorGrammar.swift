// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The places that a distance is measured from and to.
struct AnchorGrammar {
  let modifiers: Modifiers
  private let pairs = PairGrammar()
  private let origins: OriginGrammar
  private let subjects = SubjectGrammar()

  /// Kinds of measure that have no places at all.
  private static let vertical: Set<String> = ["height", "depth", "thickness"]

  init(modifiers: Modifiers) {
    self.modifiers = modifiers
    origins = OriginGrammar(modifiers: modifiers)
  }

  /// The relations of a quantity.
  ///
  /// - Parameters:
  ///   - quantity: The distance.
  ///   - kind: What it measures. Heights and depths have no relation; lengths, widths and races
  ///     only if they lie between places or begin at one.
  ///   - clause: The sentence with its places.
  ///   - previous: The relations of a distance that this one is joined to by و; nil of none.
  /// - Returns: `from` and `to`, those of `from` first; none is common.
  func anchors(
    of quantity: Quantity, kind: String?, in clause: Clause, previous: [Relation]?
  ) -> [Relation] {
    if let kind, Self.vertical.contains(kind) { return [] }
    var start = quantity.first
    if let modifier = modifiers.before(start, in: clause.text, from: clause.tokens.lowerBound) {
      start = modifier.first
    }
    if let pair = pairs.pair(of: quantity, from: start, in: clause) {
      return relations(from: [pair.from], to: [pair.to])
    }
    if clause.has(quantity.last + 1, .between) { return [] }
    let behind = origins.following(quantity.last + 1, clause, needsOrigin: kind != nil)
    if kind != nil {
      guard case .places(let from, let to) = behind else { return [] }
      return relations(from: from, to: to.map { [$0] } ?? [])
    }
    // `…، و38 كيلومترا عن مدينة إدلب`: the second distance is that of the same place.
    if let previous {
      let same = previous.filter { $0.role == "to" }.map(\.target)
      switch behind {
      case .places(let from, let to): return relations(from: from, to: to.map { [$0] } ?? same)
      case .unnamed: return []
      case .none:
        let found = origins.preceding(start, isInstrument: false, clause)
        guard case .places(let from, _) = found.origin else { return [] }
        return relations(from: from, to: same)
      }
    }
    switch behind {
    case .places(let from, let to):
      return relations(from: from, to: to.map { [$0] } ?? subjects.subject(before: start, clause))
    case .unnamed: return relations(from: [], to: subjects.subject(before: start, clause))
    case .none: return before(start, quantity, clause)
    }
  }

  /// The relations where no origin stands behind the distance.
  private func before(_ start: Int, _ quantity: Quantity, _ clause: Clause) -> [Relation] {
    let isInstrument =
      clause.begins(start, with: Letter.ba)
      || start > clause.tokens.lowerBound && clause.has(start - 1, .measure)
        && !clause.has(start - 1, .away)
        && clause.begins(start - 1, with: Letter.ba)
    let found = origins.preceding(start, isInstrument: isInstrument, clause)
    switch found.origin {
    case .places(let from, _):
      return relations(from: from, to: subjects.subject(before: found.before, clause))
    case .unnamed: return relations(from: [], to: subjects.subject(before: found.before, clause))
    case .none: return relations(from: [], to: found.to)
    }
  }

  private func relations(from: [Int], to: [Int]) -> [Relation] {
    from.map { Relation("from", target: $0) }
      + to.filter { !from.contains($0) }.map { Relation("to", target: $0) }
  }
}
