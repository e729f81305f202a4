// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaPluginKit

/// The tables of this extractor, behind one reference: a `Scope` is made for many tokens.
final class TimeKnowledge {
  let words: DateWords
  let numbers: NumberGrammar
  let modifiers: Modifiers

  init(_ setup: Setup) throws {
    let folding = setup.folding
    words = try DateWords(setup)
    numbers = try NumberGrammar(
      table: setup.table("knowledge/numbers.tsv", columns: ["form", "kind", "value"]),
      folding: folding)
    modifiers = try Modifiers(
      table: setup.table("knowledge/modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: folding)
  }
}
