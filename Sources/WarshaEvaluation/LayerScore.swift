// SPDX-License-Identifier: Apache-2.0

/// The figures of one layer over one document or several.
package struct LayerScore: Sendable, Equatable, Codable {
  /// A count with its name, such as `strict`.
  package struct Named: Sendable, Equatable, Codable {
    package var name: String
    package var count: Count
    /// 95 % of F1 by resampling documents; nil where it was not asked for or is undefined.
    package var interval: ConfidenceInterval?
  }

  /// A rate with its name, such as `value`.
  package struct Rated: Sendable, Equatable, Codable {
    package var name: String
    package var rate: Rate
  }

  /// How often one kind of boundary error occurs.
  package struct Boundary: Sendable, Equatable, Codable {
    /// `span`, `source` or `content`.
    package var part: String
    package var kind: BoundaryKind
    package var count: Int
  }

  /// The outcomes of one scheme of SemEval-2013.
  package struct Outcome: Sendable, Equatable, Codable {
    package var scheme: SpanScheme
    package var count: OutcomeCount
  }

  /// The outcomes of one type.
  package struct TypeOutcomes: Sendable, Equatable, Codable {
    package var name: String
    /// Every `SpanScheme`, in its order.
    package var outcomes: [Outcome]
  }

  /// Name of the layer.
  package var layer: String
  /// Annotations that the gold sets hold; equal to the gold of every count.
  package var given: Int
  /// What `LayerScheme.counted` names, in its order.
  package var counted: [Named]
  /// What `LayerScheme.rated` names, in its order.
  package var rated: [Rated]
  /// The first of `counted` by type, in order of type.
  ///
  /// A pair counts when its types agree.
  package var types: [Named] = []
  /// Boundary errors of pairs that overlap, by part and kind.
  package var boundaries: [Boundary] = []
  /// Every `SpanScheme`, in its order; empty for relations, whose spans are not what is found.
  package var outcomes: [Outcome]
  /// `outcomes` by type, in order of type: pairs and missed gold count for the gold's type.
  package var typeOutcomes: [TypeOutcomes] = []

  init(_ scheme: LayerScheme) {
    layer = scheme.layer
    given = 0
    counted = scheme.counted.map { Named(name: $0, count: Count()) }
    rated = scheme.rated.map { Rated(name: $0, rate: Rate()) }
    outcomes =
      layer == "relations"
      ? [] : SpanScheme.allCases.map { Outcome(scheme: $0, count: OutcomeCount()) }
  }

  /// A count by name.
  package func count(_ name: String) -> Count? { counted.first { $0.name == name }?.count }
  /// The outcomes of a scheme.
  package func outcome(_ scheme: SpanScheme) -> OutcomeCount? {
    outcomes.first { $0.scheme == scheme }?.count
  }
  /// A rate by name.
  package func rate(_ name: String) -> Rate? { rated.first { $0.name == name }?.rate }

  mutating func rate(_ name: String, _ right: Double) {
    guard let place = rated.firstIndex(where: { $0.name == name }) else { return }
    rated[place].rate += Rate(right: right, total: 1)
  }

  mutating func add(type: String, _ count: Count) {
    let place = types.firstIndex { $0.name >= type } ?? types.count
    if place == types.count || types[place].name != type {
      types.insert(Named(name: type, count: Count()), at: place)
    }
    types[place].count += count
  }

  mutating func add(type: String, outcomes: [SpanScheme: OutcomeCount]) {
    let place = typeOutcomes.firstIndex { $0.name >= type } ?? typeOutcomes.count
    if place == typeOutcomes.count || typeOutcomes[place].name != type {
      let empty = SpanScheme.allCases.map { Outcome(scheme: $0, count: OutcomeCount()) }
      typeOutcomes.insert(TypeOutcomes(name: type, outcomes: empty), at: place)
    }
    for scheme in typeOutcomes[place].outcomes.indices {
      let name = typeOutcomes[place].outcomes[scheme].scheme
      typeOutcomes[place].outcomes[scheme].count += outcomes[name] ?? OutcomeCount()
    }
  }

  mutating func add(boundary kind: BoundaryKind, of part: String, count: Int = 1) {
    let place =
      boundaries.firstIndex { ($0.part, $0.kind) >= (part, kind) } ?? boundaries.count
    if place == boundaries.count || (boundaries[place].part, boundaries[place].kind) != (part, kind)
    {
      boundaries.insert(Boundary(part: part, kind: kind, count: 0), at: place)
    }
    boundaries[place].count += count
  }

  /// Adds the figures of another document; both are of one scheme.
  static func += (left: inout LayerScore, right: LayerScore) {
    left.given += right.given
    for (place, named) in right.counted.enumerated() { left.counted[place].count += named.count }
    for (place, named) in right.rated.enumerated() { left.rated[place].rate += named.rate }
    for (place, outcome) in right.outcomes.enumerated() {
      left.outcomes[place].count += outcome.count
    }
    for type in right.types { left.add(type: type.name, type.count) }
    for type in right.typeOutcomes {
      left.add(
        type: type.name,
        outcomes: Dictionary(uniqueKeysWithValues: type.outcomes.map { ($0.scheme, $0.count) }))
    }
    for boundary in right.boundaries {
      left.add(boundary: boundary.kind, of: boundary.part, count: boundary.count)
    }
  }
}
