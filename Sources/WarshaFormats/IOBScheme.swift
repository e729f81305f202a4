// SPDX-License-Identifier: Apache-2.0

/// The two ways to tag the first token of a span.
///
/// IOB2 begins every span with `B-`. IOB1 does so only right after another span of the same label,
/// and with `I-` elsewhere.
enum IOBScheme {
  /// The first line that makes a file both, and why; nil when all sentences follow one scheme.
  static func conflict(
    in sentences: [[ConllLines.Token]]
  ) -> (line: Int, reason: String)? {
    var onlyFirst: ConllLines.Token?
    var onlySecond: ConllLines.Token?
    for sentence in sentences {
      var last: ConllLines.Token?
      for token in sentence {
        if token.label != nil, last?.label != token.label {
          if token.prefix == "I" { onlyFirst = onlyFirst ?? token }
          if token.prefix == "B" { onlySecond = onlySecond ?? token }
        }
        last = token
      }
    }
    guard let onlyFirst, let onlySecond else { return nil }
    return (
      max(onlyFirst.line, onlySecond.line),
      "the tags are mixed: line \(onlyFirst.line) begins a span with I-\(onlyFirst.label ?? ""), which "
        + "only IOB1 does, line \(onlySecond.line) with B-\(onlySecond.label ?? ""), which there only "
        + "IOB2 does. Convert the file to one of them."
    )
  }
}
