// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Reads distances between two places: الزعفرانة على بعد 5 كم من الرستن.
///
/// The extractor of distances runs after this one, so numbers and units are read here again, but
/// only in sentences with a name that several places bear.
struct StatedDistances {
  private let numbers: NumberGrammar
  private let units: LengthUnits

  /// A distance and the mentions between which it lies.
  struct Fact {
    var left: Int
    var right: Int
    var kilometres: Double
  }

  init(_ setup: Setup) throws {
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: setup.folding)
    units = try LengthUnits(
      table: setup.table("knowledge/units.tsv", columns: ["form", "unit", "metres", "number"]),
      folding: setup.folding)
  }

  /// The distances that a sentence states between its mentions.
  ///
  /// - Parameters:
  ///   - tokens: Tokens of the sentence.
  ///   - among: Indices of the mentions in it.
  ///   - reading: The document.
  /// - Returns: Each distance with the mentions at its ends.
  func facts(_ tokens: Range<Int>, among: Range<Int>, _ reading: Reading) -> [Fact] {
    guard among.count > 1 else { return [] }
    let text = reading.text
    var facts: [Fact] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let (metres, end) = quantity(text, token, tokens.upperBound) else {
        token += 1
        continue
      }
      // The place it is measured from follows; the one that is meant stands before, else behind.
      if metres >= 1000, let anchor = among.first(where: { reading.mentions[$0].first >= end }),
        reading.mentions[anchor].nounFirst - end <= 4
      {
        let before = among.last { reading.mentions[$0].end <= token }
        let other = before.map { token - reading.mentions[$0].end <= 10 ? $0 : anchor + 1 }
        let subject = other ?? anchor + 1
        if among.contains(subject) {
          facts.append(Fact(left: subject, right: anchor, kilometres: metres / 1000))
        }
      }
      token = end
    }
    return facts
  }

  /// The length in metres that begins at a token, and the token after it.
  private func quantity(
    _ text: AnalysedText, _ token: Int, _ end: Int
  ) -> (metres: Double, end: Int)? {
    if text.tokens[token].isNumber || numbers.mayBegin(text, token) {
      guard let number = numbers.phrase(in: text, at: token, end: end),
        let (form, count) = units.form(in: text, at: number.last + 1, end: end)
      else { return nil }
      return (number.value * form.metres, number.last + 1 + count)
    }
    // Without a number only the dual says how many: كيلومترين.
    guard units.mayBegin(in: text, at: token),
      let (form, count) = units.form(in: text, at: token, end: end), form.number == .dual
    else { return nil }
    return (2 * form.metres, token + count)
  }
}
