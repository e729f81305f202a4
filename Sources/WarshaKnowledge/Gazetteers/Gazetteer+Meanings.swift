// SPDX-License-Identifier: Apache-2.0

// What a name may mean when tables and imported gazetteers both know it.
extension Gazetteer {
  /// A name of a place that a phrase may be.
  public struct Meaning: Sendable {
    /// Index of the name.
    public let name: Int
    /// Whether the name alone is no proof of the place.
    public let needsContext: Bool
  }

  /// The names of an entry of the lexicon, those of the tables first.
  ///
  /// A place that an imported gazetteer has and the tables have too is left to the tables. What
  /// their authors marked as a common word needs context wherever it comes from.
  public func meanings(of entry: Int) -> [Meaning] {
    var found: [Meaning] = []
    var isCommon = false
    var hasOwn = false
    for payload in lexicon.payloads(of: entry) {
      let index = Int(payload)
      let name = names[index]
      if index < tableNameCount {
        let needsContext = places[name.place].needsContext
        isCommon = hasOwn ? isCommon && needsContext : needsContext
        hasOwn = true
        found.append(Meaning(name: index, needsContext: needsContext))
      } else if !found.contains(where: { isSamePlace(names[$0.name].place, name.place) }) {
        found.append(
          Meaning(name: index, needsContext: isCommon || importedNeedsContext(name: index)))
      }
    }
    return found
  }

  /// Whether two places of one name are the same: of one code, or of one country and near.
  private func isSamePlace(_ one: Int, _ other: Int) -> Bool {
    // Two spellings, or two villages that one import keeps apart.
    if one == other || origin(of: one, isThatOf: other) { return false }
    let (left, right) = (places[one], places[other])
    let code = code(of: other)
    if !code.isEmpty, self.code(of: one) == code { return true }
    guard left.country == right.country, left.country != 0, isUnit(left) == isUnit(right) else {
      return false
    }
    if isUnit(left), left.coordinates == nil || right.coordinates == nil {
      return left.kind == right.kind && (left.region == right.region || left.kind == .country)
    }
    guard let from = left.coordinates, let to = right.coordinates else { return false }
    let reach = isUnit(left) ? 1.0 : 0.1
    return abs(from.latitude - to.latitude) < reach && abs(from.longitude - to.longitude) < reach
  }

  private func isUnit(_ place: Place) -> Bool {
    switch place.kind {
    case .country, .admin1, .admin2, .admin3: true
    default: false
    }
  }
}
