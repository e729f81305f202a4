// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Demands that an extractor finds the same in a text and in its mutations.
public struct MutationCheck {
  /// The mutations to try.
  public var mutations = Mutation.all
  /// How often each is tried, with other places changed each time.
  public var rounds = 3

  /// Makes a check with every mutation.
  public init() {}

  /// The mutations under which the extractor finds something else; spans, labels, types, values and
  /// attributes are compared, spans after they were mapped back to the original.
  public func violations(
    of extractor: ExtractorUnderTest, on texts: [String], date: String? = nil
  ) -> [Violation] {
    var violations: [Violation] = []
    for string in texts {
      let text = SourceText(string)
      let wanted = extractor.annotate(string, date: date).annotations.map {
        line($0, in: text) { $0 }
      }
      for mutation in mutations {
        for round in 0..<rounds {
          let mutated = mutation.applied(to: text.units, seed: UInt64(round))
          if mutated.text == text { break }
          let found = extractor.annotate(
            Document(id: "mutated", text: mutated.text, date: date)
          ).annotations.map { line($0, in: text, mutated.original) }
          if found == wanted { continue }
          violations.append(
            Violation(
              "same result under \(mutation.name)", on: string.prefix(60) + "",
              "wanted \(wanted), found \(found) in \(mutated.text.string.debugDescription)"))
          break
        }
      }
    }
    return violations
  }

  private func line(
    _ annotation: Annotation, in text: SourceText, _ original: (TextRange) -> TextRange
  ) -> String {
    let attributes = annotation.attributes.map { " \($0.key)=\($0.value.description)" }.joined()
    return
      "\(annotation.label)/\(annotation.type) \u{2068}\(text[original(annotation.range)])\u{2069}"
      + " = \(annotation.value?.description ?? "-")\(attributes)"
  }
}
