// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Endings of family names of other languages, asked of a word that no table knows.
struct NameEndings: Sendable {
  /// The endings by their last unit, each reversed without it.
  private var byLast: [UInt16: [[UInt16]]] = [:]

  /// Fewest units of a word in front of its ending.
  private static let stem = 2

  /// Adds a folded ending.
  mutating func add(_ ending: [UInt16]) {
    guard let last = ending.last else { return }
    byLast[last, default: []].append(Array(ending.dropLast().reversed()))
  }

  /// Whether a token ends like a family name behind proclitics, in at least `units` letters. Complexity: linear in the endings
  /// with its last letter.
  func match(_ token: Token, front: Int, units: Int, in text: AnalysedText) -> Bool {
    let count = token.viewCount
    guard count - front >= Self.stem + 2,
      let endings = byLast[text.unit(count - 1, of: token)]
    else { return false }
    return endings.contains { rest in
      guard rest.count + 1 >= units, count - front >= rest.count + 1 + Self.stem else {
        return false
      }
      return rest.indices.allSatisfy { text.unit(count - 2 - $0, of: token) == rest[$0] }
    }
  }
}
