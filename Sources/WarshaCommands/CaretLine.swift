// SPDX-License-Identifier: Apache-2.0

import WarshaRendering

/// A command line with a caret under the place that a message is about.
package enum CaretLine {
  /// Two lines: the source, and below it `^` or `^~~~` under a range of code points.
  ///
  /// Columns are in logical order, as terminals without reordering show them.
  package static func text(_ line: String, under range: Range<Int>) -> String {
    let shown = String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    let scalars = Array(shown.unicodeScalars)
    let start = min(max(range.lowerBound, 0), scalars.count)
    let end = min(max(range.upperBound, start), scalars.count)
    let indent = scalars[..<start].reduce(0) { $0 + DisplayWidth.of($1) }
    let length = scalars[start..<end].reduce(0) { $0 + DisplayWidth.of($1) }
    return shown + "\n" + String(repeating: " ", count: indent) + "^"
      + String(repeating: "~", count: max(0, length - 1))
  }
}
