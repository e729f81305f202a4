// SPDX-License-Identifier: Apache-2.0

/// The two ways to tag the first token of a span.
///
/// IOB2 begins every span with `B-`. IOB1 does so only right after another span of the same label,
/// and with `I-` elsewhere. A file that is mostly one of them is taken for that one: a tag of the other
/// is where a span lost its beginning, or two files were put together.
enum IOBScheme {
  /// The tokens that begin a span in the scheme that is not the file's, with what is wrong.
  static func strays(
    in sentences: [[ConllLines.Token]]
  ) -> [(line: Int, reason: String)] {
    var first: [ConllLines.Token] = []
    var second: [ConllLines.Token] = []
    for sentence in sentences {
      var last: ConllLines.Token?
      for token in sentence {
        // B- after a span of the same label is right in both.
        if token.label != nil, last?.label != token.label {
          if token.prefix == "I" { first.append(token) } else { second.append(token) }
        }
        last = token
      }
    }
    let isSecond = second.count >= first.count
    guard let example = (isSecond ? second : first).first else { return [] }
    return (isSecond ? first : second).map { token in
      let tag = "\(isSecond ? "I" : "B")-\(token.label ?? "")"
      let right = "\(isSecond ? "B" : "I")-\(token.label ?? "")"
      return (
        token.line,
        "the tags are mixed: \(tag) begins a span here, as only \(isSecond ? "IOB1" : "IOB2") does, but "
          + "the file is mostly \(isSecond ? "IOB2" : "IOB1"), as on line \(example.line). The span is "
          + "left out: write \(right), or mend the tag before it."
      )
    }
  }
}
