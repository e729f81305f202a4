// SPDX-License-Identifier: Apache-2.0

/// The folding of single letters that Unicode's decomposition leaves apart.
///
/// Hamza seats (أ إ آ ؤ ئ) need no entry: they decompose into a letter and a mark, and marks vanish.
enum LetterFold {
  /// ARABIC TATWEEL, a stretch of the line without meaning.
  static let tatweel: UInt16 = 0x0640
  static let alif: UInt16 = 0x0627
  static let lam: UInt16 = 0x0644
  static let waw: UInt16 = 0x0648
  static let fa: UInt16 = 0x0641
  static let ba: UInt16 = 0x0628
  static let kaf: UInt16 = 0x0643
  static let sin: UInt16 = 0x0633
  static let ta: UInt16 = 0x062A
  static let nun: UInt16 = 0x0646
  static let ya: UInt16 = 0x064A
  static let ha: UInt16 = 0x0647
  static let mim: UInt16 = 0x0645
  static let alifWasla: UInt16 = 0x0671

  /// Quotation marks that are neither initial nor final by category: ", ″, ＂ and the low ones.
  static let plainQuotes: Set<UInt16> = [0x22, 0x2033, 0x201A, 0x201E, 0x2036, 0xFF02]

  /// The folded form of a unit after compatibility decomposition; 0 when it vanishes.
  static func fold(_ unit: UInt16) -> UInt16 {
    switch unit {
    case tatweel: 0
    case alifWasla, 0x0672, 0x0673, 0x0675: alif
    case 0x0649, 0x06CC, 0x06CD, 0x06D0, 0x06D2: ya  // ALEF MAKSURA, FARSI YEH and kin
    case 0x0629, 0x06BE, 0x06C1, 0x06C3, 0x06D5: ha  // TEH MARBUTA, HEH DOACHASHMEE, HEH GOAL, AE
    case 0x06A9, 0x06AA, 0x06AF: kaf  // KEHEH, SWASH KAF, GAF
    case 0x06A4, 0x06A5: fa  // VEH
    case 0x067E: ba  // PEH
    case 0x0686: 0x062C  // TCHEH to JEEM
    case 0x0698: 0x0632  // JEH to ZAIN
    case 0x066A: 0x25  // ARABIC PERCENT SIGN
    case 0x066B: 0x2E  // ARABIC DECIMAL SEPARATOR
    case 0x066C: 0x2C  // ARABIC THOUSANDS SEPARATOR
    default: unit
    }
  }
}
