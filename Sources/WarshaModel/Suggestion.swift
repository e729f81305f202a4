// SPDX-License-Identifier: Apache-2.0

/// Nearest names for a mistyped one.
public enum Suggestion {
  /// The names within an edit distance of a third of the length (at least 1, at most 3), nearest
  /// first, at most three; a name that continues the word counts as near.
  public static func nearest(to word: String, among names: some Sequence<String>) -> [String] {
    let limit = min(3, max(1, word.count / 3))
    let ranked = names.compactMap { name -> (Int, String)? in
      let distance = editDistance(word.lowercased(), name.lowercased())
      if distance <= limit { return (distance, name) }
      return !word.isEmpty && name.lowercased().hasPrefix(word.lowercased()) ? (limit, name) : nil
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.1)
  }

  /// ` Did you mean "a" or "b"?`, or nothing.
  public static func sentence(for word: String, among names: some Sequence<String>) -> String {
    let near = nearest(to: word, among: names)
    if near.isEmpty { return "" }
    return " Did you mean " + near.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  static func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
