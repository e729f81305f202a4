// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What the grammars of names ask of letters.
extension Letter {
  /// Masculine, feminine, sound plurals, accusative.
  static let adjectiveEndings: [[UInt16]] = [
    [], [ha], [waw, nun], [ya, nun], [alif, ta], [alif],
  ]

  /// ARABIC LETTER AIN.
  static let ain: UInt16 = 0x0639
  /// ARABIC LETTER ALEF, as text.
  static let alifText = "\u{0627}"

  /// Whether a source unit is a capital of the Latin alphabet.
  static func isCapital(_ unit: UInt16) -> Bool { unit >= 0x41 && unit <= 0x5A }
}
