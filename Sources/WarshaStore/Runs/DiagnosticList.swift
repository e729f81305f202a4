// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// Diagnostics of an output as JSON: `[[severity, origin, message, start?, end?], …]`.
enum DiagnosticList {
  static func text(_ diagnostics: [Diagnostic], of text: SourceText) -> String {
    var json = JSONBytes()
    json.raw("[")
    for (place, diagnostic) in diagnostics.enumerated() {
      json.raw(place > 0 ? ",[" : "[")
      json.string(diagnostic.severity.rawValue)
      json.raw(",")
      json.string(diagnostic.origin)
      json.raw(",")
      json.string(diagnostic.message)
      if let range = diagnostic.range {
        json.raw(",")
        json.integer(text.codePointOffset(of: range.start))
        json.raw(",")
        json.integer(text.codePointOffset(of: range.end))
      }
      json.raw("]")
    }
    json.raw("]")
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Reads what `text` wrote; what is no diagnostic is left out.
  static func diagnostics(_ json: String, of text: SourceText) -> [Diagnostic] {
    guard let lines = try? JSONValue(parsing: json.utf8).array else { return [] }
    return lines.compactMap { line in
      guard let fields = line.array, fields.count >= 3,
        let severity = fields[0].string.flatMap(Diagnostic.Severity.init),
        let origin = fields[1].string,
        let message = fields[2].string
      else { return nil }
      var range: TextRange?
      if fields.count == 5, let start = fields[3].integer.flatMap(text.position(ofCodePoint:)),
        let end = fields[4].integer.flatMap(text.position(ofCodePoint:))
      {
        range = TextRange(start, end)
      }
      return Diagnostic(severity, origin: origin, message, at: range)
    }
  }
}
