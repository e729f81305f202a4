// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The folding of single letters that Unicode's decomposition leaves apart.
///
/// Hamza seats (أ إ آ ؤ ئ) need no entry: they decompose into a letter and a mark, and marks vanish.
enum LetterFold {
  /// ARABIC TATWEEL, a stretch of the line without meaning.
  static let tatweel: UInt16 = 0x0640
  static let alifWasla: UInt16 = 0x0671

  /// Quotation marks that are neither initial nor final by category: ", ″, ＂ and the low ones.
  static let plainQuotes: Set<UInt16> = [0x22, 0x2033, 0x201A, 0x201E, 0x2036, 0xFF02]

  /// The folded form of a unit after compatibility decomposition; 0 when it vanishes.
  static func fold(_ unit: UInt16) -> UInt16 {
    switch unit {
    case tatweel: 0
    case alifWasla, 0x0672, 0x0673, 0x0675: Letter.alif
    case 0x0649, 0x06CC, 0x06CD, 0x06D0, 0x06D2: Letter.ya  // ALEF MAKSURA, FARSI YEH and kin
    case 0x0629, 0x06BE, 0x06C1, 0x06C3, 0x06D5: Letter.ha  // TEH MARBUTA and kin, AE
    case 0x06A9, 0x06AA, 0x06AF: Letter.kaf  // KEHEH, SWASH KAF, GAF
    case 0x06A4, 0x06A5: Letter.fa  // VEH
    case 0x067E: Letter.ba  // PEH
    case 0x0686: 0x062C  // TCHEH to JEEM
    case 0x0698: 0x0632  // JEH to ZAIN
    case 0x066A: 0x25  // ARABIC PERCENT SIGN
    case 0x066B: 0x2E  // ARABIC DECIMAL SEPARATOR
    case 0x066C: 0x2C  // ARABIC THOUSANDS SEPARATOR
    default: unit
    }
  }
}
