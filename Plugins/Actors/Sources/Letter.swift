// SPDX-License-Identifier: Apache-2.0

/// Letters of the folded view that the grammars test.
enum Letter {
  static let alif: UInt16 = 0x0627  // ARABIC LETTER ALEF
  static let ta: UInt16 = 0x062A  // ARABIC LETTER TEH
  static let kaf: UInt16 = 0x0643  // ARABIC LETTER KAF
  static let sin: UInt16 = 0x0633  // ARABIC LETTER SEEN
  static let lam: UInt16 = 0x0644  // ARABIC LETTER LAM
  static let nun: UInt16 = 0x0646  // ARABIC LETTER NOON
  static let ha: UInt16 = 0x0647  // ARABIC LETTER HEH, also for teh marbuta
  static let waw: UInt16 = 0x0648  // ARABIC LETTER WAW
  static let ya: UInt16 = 0x064A  // ARABIC LETTER YEH
  static let comma: UInt16 = 0x060C  // ARABIC COMMA

  static let tanwin: UInt16 = 0x064B  // ARABIC FATHATAN
  static let taMarbuta: UInt16 = 0x0629  // ARABIC LETTER TEH MARBUTA

  /// Masculine, feminine, sound plurals, accusative.
  static let adjectiveEndings: [[UInt16]] = [
    [], [ha], [waw, nun], [ya, nun], [alif, ta], [alif],
  ]

  /// Whether a source unit is a capital of the Latin alphabet.
  static func isCapital(_ unit: UInt16) -> Bool { unit >= 0x41 && unit <= 0x5A }
}
