// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Words that make a quantity vague: نحو, أكثر من, ما لا يقل عن before it, تقريبا, فأكثر after it.
public struct Modifiers: Sendable {
  private let before: Lexicon
  private let after: Lexicon
  private let names: [String]

  /// Reads `modifiers.tsv`.
  ///
  /// - Throws: A fault with file and line of a bad row.
  public init(table: Table, folding: Folding) throws {
    var before = Lexicon()
    var after = Lexicon()
    var names: [String] = []
    for row in table.rows {
      let words = folding.words(try row.required("phrase"))
      switch row["position"] {
      case "before": before.add(words, names.count)
      case "after": after.add(words, names.count)
      default:
        throw Table.Fault(
          "\(table.name):\(row.line): position is \"\(row["position"])\", "
            + "wanted is before or after")
      }
      names.append(try row.required("modifier"))
    }
    (self.before, self.after, self.names) = (before, after, names)
  }

  /// The modifier that ends right before a token: `approx`, `more_than`, `less_than`, `at_least` or
  /// `at_most`, with its first token.
  public func before(
    _ index: Int, in text: AnalysedText, from start: Int
  ) -> (name: String, first: Int)? {
    var first = max(start, index - 4)
    while first < index {
      if let (match, _) = before.match(in: text, at: first, end: index),
        first + match.tokenCount == index
      {
        return (names[before.payload(of: match.entry)], first)
      }
      first += 1
    }
    return nil
  }

  /// The modifier whose verb and preposition the subject parts: `يزيد عمقها على 120`,
  /// `لا تقل المسافة عن 5`. The preposition ends right before the token.
  public func parted(_ index: Int, in text: AnalysedText, from start: Int) -> String? {
    let preposition = index - 1
    var verb = preposition - 2
    while verb >= max(start, preposition - 4) {
      // A mark ends the clause: what stands before it is not about this number.
      if !text.tokens[verb + 1].isArabic || !text.tokens[preposition].isArabic { return nil }
      let token = text.tokens[verb]
      for front in 0...1 where token.isArabic && token.mayStrip(front) {
        let letter = text.unit(front, of: token)
        guard letter == Letter.ya || letter == Letter.ta else { continue }
        let hash = text.hash(of: token, front: front)
        for words in negated(hash, at: verb, text, from: start) + [hash] {
          let phrase = TextHash.phrase(words, then: text.tokens[preposition].hash)
          if let entry = before.entry(ofHash: phrase) { return names[before.payload(of: entry)] }
        }
      }
      verb -= 1
    }
    return nil
  }

  /// Hashes of a verb with the word before it, which may negate it and have a proclitic: ولا تقل.
  private func negated(
    _ verb: UInt64, at index: Int, _ text: AnalysedText, from start: Int
  ) -> [UInt64] {
    guard index > start else { return [] }
    let token = text.tokens[index - 1]
    return (0...1).filter { token.mayStrip($0) }.map {
      TextHash.phrase(text.hash(of: token, front: $0), then: verb)
    }
  }

  /// The modifier that begins at a token, with its last token.
  public func after(
    _ index: Int, in text: AnalysedText, end: Int
  ) -> (name: String, last: Int)? {
    guard index < end, let (match, _) = after.match(in: text, at: index, end: end) else {
      return nil
    }
    return (names[after.payload(of: match.entry)], index + match.tokenCount - 1)
  }
}
