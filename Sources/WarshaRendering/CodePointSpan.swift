// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How a span is written for people: in code points, as in every file that Warsha writes.
enum CodePointSpan {
  /// `936-947`, end exclusive.
  static func text(of range: TextRange, in text: SourceText) -> String {
    "\(text.codePointOffset(of: range.start))-\(text.codePointOffset(of: range.end))"
  }
}
