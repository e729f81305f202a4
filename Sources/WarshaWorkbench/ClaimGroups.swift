// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Claims that say the same thing, or deny it, in one document or in many.
///
/// Two claims belong together when they speak of the same distance at the same place, or share a
/// place, an actor or a date and enough of their words.
package struct ClaimGroups: Sendable {
  /// Indices of entries, each group in their order; groups by their first claim. Groups of one are
  /// left out.
  package private(set) var groups: [[Int]] = []
  /// Pairs of an assertion and its denial, by index.
  package private(set) var contradictions: [(claim: Int, denial: Int)] = []

  /// How far two distances may lie apart, relative to the larger.
  private static let tolerance = 0.05
  /// Share of the shorter content's words that claims with a common topic have in common.
  private static let likeness = 0.5
  /// The same for claims without one.
  private static let alone = 0.7
  /// A topic that more claims share says nothing: only this many are compared with each other.
  private static let crowd = 400

  /// Groups the claims of a board.
  package init(_ board: ClaimBoard) {
    let entries = board.entries
    var parents = Array(entries.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    for (left, right) in Self.candidates(entries) where root(left) != root(right) {
      if Self.isSame(entries[left], entries[right]) {
        parents[max(root(left), root(right))] = min(root(left), root(right))
      }
    }
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      places["\(entry.document)\u{0}\(entry.id)"] = index
    }
    for (index, entry) in entries.enumerated() {
      for opposite in entry.opposites {
        guard let other = places["\(entry.document)\u{0}\(opposite)"] else { continue }
        let (low, high) = (min(root(index), root(other)), max(root(index), root(other)))
        parents[high] = low
        contradictions.append(
          entry.stance == "deny" ? (other, index) : (index, other))
      }
    }
    let members = Dictionary(grouping: entries.indices, by: root)
    groups = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    for group in groups { oppose(group, entries) }
    contradictions.sort { ($0.claim, $0.denial) < ($1.claim, $1.denial) }
  }

  /// Assertions and denials of one matter by different sources contradict each other.
  private mutating func oppose(_ group: [Int], _ entries: [ClaimEntry]) {
    for denial in group where entries[denial].stance == "deny" {
      for claim in group
      where entries[claim].stance == "assert" && entries[claim].source != entries[denial].source
        && Self.isSame(entries[claim], entries[denial])
        && !contradictions.contains(where: { $0.claim == claim && $0.denial == denial })
      {
        contradictions.append((claim, denial))
      }
    }
  }

  /// A distance at a place, by which claims meet even at a place that many speak of.
  private struct Measured: Hashable {
    var place: String
    /// Logarithm of the metres in steps of the tolerance.
    var step: Int
  }

  /// Each distance falls in two steps that overlap, so that near ones share one.
  private static func measured(_ entry: ClaimEntry) -> Set<Measured> {
    let steps = entry.values(of: "distances").compactMap { Double($0) }.filter { $0 > 0 }
      .map { Int((log($0) / log(1 + tolerance)).rounded(.down)) }
    return Set(
      entry.values(of: "locations").flatMap { place in
        steps.flatMap { [Measured(place: place, step: $0), Measured(place: place, step: $0 + 1)] }
      })
  }

  /// Pairs that share a topic, a distance at a place or a rare word; each once.
  private static func candidates(_ entries: [ClaimEntry]) -> [(Int, Int)] {
    var byTopic: [ClaimEntry.Topic: [Int]] = [:]
    var byWord: [UInt64: [Int]] = [:]
    var byDistance: [Measured: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for topic in Set(entry.topics) where topic.layer != "distances" {
        byTopic[topic, default: []].append(index)
      }
      for word in entry.words { byWord[word, default: []].append(index) }
      for key in measured(entry) { byDistance[key, default: []].append(index) }
    }
    var pairs: Set<Int> = []
    for shared in Array(byTopic.values) + Array(byWord.values.filter { $0.count <= 20 })
      + Array(byDistance.values)
    where shared.count > 1 && shared.count <= crowd {
      for (place, left) in shared.enumerated() {
        for right in shared[(place + 1)...] { pairs.insert(left * entries.count + right) }
      }
    }
    return pairs.sorted().map { ($0 / entries.count, $0 % entries.count) }
  }

  private static func isSame(_ left: ClaimEntry, _ right: ClaimEntry) -> Bool {
    let common = left.words.intersection(right.words).count
    let share = Double(common) / Double(max(1, min(left.words.count, right.words.count)))
    let topics = Set(left.topics).intersection(right.topics)
    if topics.contains(where: { $0.layer == "locations" }), shareDistance(left, right) {
      return common >= 1
    }
    if common >= 3, share >= alone { return true }
    return common >= 3 && share >= likeness && topics.contains { $0.layer != "distances" }
  }

  private static func shareDistance(_ left: ClaimEntry, _ right: ClaimEntry) -> Bool {
    let metres = left.values(of: "distances").compactMap { Double($0) }
    return right.values(of: "distances").compactMap { Double($0) }.contains { other in
      metres.contains { abs($0 - other) <= tolerance * max($0, other) }
    }
  }
}
