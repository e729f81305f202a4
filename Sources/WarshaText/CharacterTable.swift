// SPDX-License-Identifier: Apache-2.0

import CICUShim
import WarshaModel

/// What the scanner needs to know of every UTF-16 unit, in one word each, computed once from ICU's
/// properties. 256 KB; the part that Arabic text touches fits the first-level cache.
package struct CharacterTable: @unchecked Sendable {  // written once, before anyone reads it
  /// The table of this process.
  package static let shared = CharacterTable()

  /// Bits 0 to 4: word break class. Bits 16 to 31: folded unit, 0 = vanishes, 0xFFFF = several.
  package let entries: UnsafePointer<UInt32>

  // Word break classes as ICU numbers them.
  static let aLetter: UInt32 = 1
  static let format: UInt32 = 2
  static let katakana: UInt32 = 3
  static let midLetter: UInt32 = 4
  static let midNumber: UInt32 = 5
  static let numeric: UInt32 = 6
  static let extendNumberLetter: UInt32 = 7
  static let extend: UInt32 = 9
  static let midNumberLetter: UInt32 = 11
  static let regionalIndicator: UInt32 = 13
  static let hebrewLetter: UInt32 = 14
  static let singleQuote: UInt32 = 15
  static let doubleQuote: UInt32 = 16
  static let zeroWidthJoiner: UInt32 = 21
  static let pictographic: UInt32 = 31
  static let classMask: UInt32 = 31

  // Properties above the class.
  static let arabic: UInt32 = 1 << 5
  /// An Arabic letter that folds to one unit, or something that vanishes inside a word.
  static let simple: UInt32 = 1 << 6
  static let blank: UInt32 = 1 << 7
  static let lineBreak: UInt32 = 1 << 8
  static let surrogate: UInt32 = 1 << 9
  static let punctuation: UInt32 = 1 << 10
  static let quote: UInt32 = 1 << 11
  static let several: UInt32 = 0xFFFF

  private init() {
    var classes = [UInt8](repeating: 0, count: 65536)
    var categories = classes
    var letters = [UInt16](repeating: 0, count: 65536)
    warsha_icu_word_classes(&classes)
    warsha_icu_categories(&categories)
    warsha_icu_base_letters(&letters)
    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: 65536)
    for unit in 0..<65536 {
      entries[unit] = Self.entry(
        UInt16(unit), wordClass: classes[unit], category: categories[unit], base: letters[unit])
    }
    self.entries = UnsafePointer(entries)
  }

  private static func entry(
    _ unit: UInt16, wordClass: UInt8, category: UInt8, base: UInt16
  ) -> UInt32 {
    var entry = UInt32(wordClass) & classMask
    let folded = LetterFold.fold(base)
    entry |= UInt32(folded) << 16
    let isLetter = entry & classMask == aLetter
    if isLetter && isArabic(unit) {
      entry |= arabic
      if folded != 0 && folded != UInt16(several) { entry |= simple }
    }
    let vanishes =
      [extend, format, zeroWidthJoiner].contains(entry & classMask) || unit == LetterFold.tatweel
    if vanishes && folded == 0 { entry |= simple }
    switch category {
    case 12: entry |= blank  // Zs
    case 13, 14: entry |= lineBreak  // Zl, Zp
    case 15: entry |= unit >= 0x0A && unit <= 0x0D ? lineBreak : blank  // Cc
    case 19...23, 28, 29: entry |= punctuation  // Pd Ps Pe Pc Po, Pi Pf
    case 18: entry |= surrogate
    default: break
    }
    if category == 28 || category == 29 || LetterFold.plainQuotes.contains(unit) { entry |= quote }
    return entry
  }

  /// Letters of the Arabic blocks and their presentation forms.
  private static func isArabic(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0620...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
