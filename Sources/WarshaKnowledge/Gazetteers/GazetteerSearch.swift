// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Finds places by what a user types: a name in any spelling, with clitics, its beginning, or with a
/// slip of the pen.
public struct GazetteerSearch {
  /// How a name answers the text, the best first.
  public enum Nearness: String, Sendable, CaseIterable, Comparable {
    /// The name itself, as the view of a text folds it.
    case exact
    /// Behind و ف ب ل ك: وبدمشق.
    case clitic
    /// With or without the article.
    case article
    /// The text begins the name.
    case prefix
    /// One letter more, less or other, or two neighbours swapped.
    case near

    /// Whether one stands before the other in a list.
    public static func < (left: Nearness, right: Nearness) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// A place that was found.
  public struct Hit: Sendable, Equatable {
    /// Index of the place.
    public var place: Int
    /// The name that was found, as its table writes it.
    public var name: String
    /// How it answers.
    public var nearness: Nearness
  }

  private let gazetteer: Gazetteer
  private let folding: Folding

  /// Searches a gazetteer whose names were folded so.
  public init(_ gazetteer: Gazetteer, folding: Folding) {
    self.gazetteer = gazetteer
    self.folding = folding
  }

  /// The places that a text may name, the best first, large ones before small ones.
  ///
  /// Names that are the text come from the hash table; beginnings and slips are looked for in all
  /// names when those are fewer than `limit`. Complexity: linear in the names.
  public func places(named text: String, limit: Int) -> [Hit] {
    var hits: [Hit] = []
    var seen: Set<Int> = []
    func add(_ name: Int, _ nearness: Nearness) {
      let place = gazetteer.names[name].place
      if seen.insert(place).inserted {
        hits.append(Hit(place: place, name: spelling(name), nearness: nearness))
      }
    }
    let words = folding.words(text)
    for (phrase, nearness) in forms(of: words) {
      guard let entry = entry(of: phrase) else { continue }
      for name in gazetteer.lexicon.payloads(of: entry) { add(Int(name), nearness) }
    }
    let query = Array(words.joined(separator: [0x20]))
    if hits.count < limit, query.count > 1 {
      var near: [Int] = []
      eachName { name, folded in
        if folded.starts(with: query) {
          add(name, .prefix)
        } else if query.count > 2, Self.isWithinOne(query, folded) {
          near.append(name)
        }
      }
      for name in near { add(name, .near) }
    }
    return Array(sorted(hits).prefix(limit))
  }

  /// Names that differ least from a text that names nothing; at most three, none that differs in more
  /// than a third of its letters.
  public func nearest(to text: String) -> [String] {
    let query = Array(folding.words(text).joined(separator: [0x20]))
    var best: [(distance: Int, rank: UInt8, name: Int)] = []
    var limit = min(3, max(1, query.count / 3))
    eachName { name, folded in
      if abs(folded.count - query.count) > limit { return }
      let distance = EditDistance.between(query, Array(folded), limit: limit)
      if distance > limit { return }
      best.append((distance, gazetteer.places[gazetteer.names[name].place].rank, name))
      limit = min(limit, distance + 1)
    }
    best.sort { ($0.distance, $1.rank, $0.name) < ($1.distance, $0.rank, $1.name) }
    var names: [String] = []
    for candidate in best where names.count < 3 {
      let name = spelling(candidate.name)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func sorted(_ hits: [Hit]) -> [Hit] {
    let keyed = hits.map { hit in
      (
        hit: hit, rank: gazetteer.places[hit.place].rank,
        people: gazetteer.population(of: hit.place)
      )
    }
    return keyed.sorted { left, right in
      if left.hit.nearness != right.hit.nearness { return left.hit.nearness < right.hit.nearness }
      if left.rank != right.rank { return left.rank > right.rank }
      let isOwn = left.hit.place < gazetteer.tablePlaceCount
      if isOwn != (right.hit.place < gazetteer.tablePlaceCount) { return isOwn }
      if left.people != right.people { return left.people > right.people }
      return left.hit.place < right.hit.place
    }.map(\.hit)
  }

  private func spelling(_ name: Int) -> String {
    String(decoding: gazetteer.spelling(of: name), as: UTF8.self)
  }

  private func entry(of phrase: [[UInt16]]) -> Int? {
    var hash: UInt64 = 0
    for (index, word) in phrase.enumerated() {
      let next = word.withUnsafeBufferPointer { units in
        units.baseAddress.map { TextHash.of($0, count: units.count) } ?? 0
      }
      hash = index == 0 ? next : TextHash.phrase(hash, then: next)
    }
    return phrase.isEmpty ? nil : gazetteer.lexicon.entry(ofHash: hash)
  }

  /// The phrase, then without its clitics, then each of these with or without the article.
  private func forms(of words: [[UInt16]]) -> [(phrase: [[UInt16]], nearness: Nearness)] {
    guard let first = words.first else { return [] }
    let rest = Array(words.dropFirst())
    var stems: [([UInt16], Nearness)] = [(first, .exact)]
    let conjunctions = [Letter.waw, Letter.fa]
    let prepositions = [Letter.ba, Letter.lam, Letter.kaf]
    if first.count > 2, conjunctions.contains(first[0]) || prepositions.contains(first[0]) {
      stems.append((Array(first.dropFirst()), .clitic))
      if first.count > 3, conjunctions.contains(first[0]), prepositions.contains(first[1]) {
        stems.append((Array(first.dropFirst(2)), .clitic))
      }
    }
    let article = [Letter.alif, Letter.lam]
    stems += stems.map { stem, _ in
      (stem.starts(with: article) ? Array(stem.dropFirst(2)) : article + stem, .article)
    }
    return stems.filter { $0.0.count > 1 }.map { ([$0.0] + rest, $0.1) }
  }

  /// Folds all names, some thousands in a call.
  private func eachName(_ body: (Int, ArraySlice<UInt16>) -> Void) {
    var units: [UInt16] = []
    var first = 0
    for name in 0..<gazetteer.names.count {
      units.append(
        contentsOf: String(decoding: gazetteer.spelling(of: name), as: UTF8.self).utf16)
      units.append(0x7C)
      if units.count > 1 << 16 || name == gazetteer.names.count - 1 {
        var next = first
        folding.eachFolded(of: units) { folded in
          body(next, folded)
          next += 1
        }
        first = name + 1
        units.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Whether one insertion, deletion, replacement or swap of neighbours makes them equal.
  static func isWithinOne(_ left: [UInt16], _ right: ArraySlice<UInt16>) -> Bool {
    if abs(left.count - right.count) > 1 { return false }
    var front = 0
    while front < left.count, front < right.count, left[front] == right[right.startIndex + front] {
      front += 1
    }
    let (a, b) = (left[front...], right.dropFirst(front))
    if a.dropFirst().elementsEqual(b.dropFirst()) || a.dropFirst().elementsEqual(b) { return true }
    if b.dropFirst().elementsEqual(a) { return true }
    guard a.count == b.count, a.count > 1 else { return false }
    let (i, j) = (a.startIndex, b.startIndex)
    return a[i] == b[j + 1] && a[i + 1] == b[j]
      && a.dropFirst(2).elementsEqual(b.dropFirst(2))
  }
}
