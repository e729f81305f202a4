// SPDX-License-Identifier: Apache-2.0

/// What the place allows that a presentation is written to.
///
/// The caller decides: presentations look neither at the terminal nor at the environment.
package struct Style: Sendable, Equatable {
  /// Whether ANSI colours are understood and wanted.
  package var colour: Bool
  /// Whether Arabic is wrapped in U+2068 FIRST STRONG ISOLATE … U+2069 POP DIRECTIONAL ISOLATE, for
  /// terminals that reorder.
  package var isolates: Bool
  /// Cells of a terminal's line; nil elsewhere: then nothing is wrapped or cut.
  package var width: Int?

  /// Makes a style.
  package init(colour: Bool = false, isolates: Bool = false, width: Int? = nil) {
    self.colour = colour
    self.isolates = isolates
    self.width = width
  }

  /// No colour, no isolates, no width: files, pipes, tests.
  package static let plain = Style()

  static let firstStrongIsolate = "\u{2068}"
  static let popDirectionalIsolate = "\u{2069}"

  /// The text in a colour, or as it is.
  package func paint(_ text: String, _ ink: Ink?) -> String {
    guard colour, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
  }

  /// The text in isolates when the style asks for them and it holds right-to-left letters.
  package func isolate(_ text: String) -> String {
    guard isolates, text.unicodeScalars.contains(where: Self.isRightToLeft) else { return text }
    return Self.firstStrongIsolate + text + Self.popDirectionalIsolate
  }

  /// A scalar that shows a control character instead of obeying it (U+2400 …): a text could
  /// otherwise break a row, or steer the terminal with ESC.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029: "\u{FFFD}"
    default: scalar
    }
  }

  /// The text on one line, without obeyed control characters.
  package static func oneLine(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ visible($0) == $0 }) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
  }

  /// Hebrew to Arabic Extended, and the presentation forms.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFEFC).contains(scalar.value)
  }
}
