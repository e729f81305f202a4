// SPDX-License-Identifier: Apache-2.0

/// Blanks as HTML sees them.
enum Blanks {
  /// Whether a byte is a blank of HTML.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// A text in one line: each run of blanks and no-break spaces becomes one blank, none at the ends.
  static func collapsed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 && isBlank(UInt8(scalar.value)) || scalar == "\u{A0}" {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
