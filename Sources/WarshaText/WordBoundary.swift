// SPDX-License-Identifier: Apache-2.0

import CICUShim

/// The rules of UAX #29 for what is not an Arabic word: one segment at a time, exact rather than
/// fast.
struct WordBoundary {
  let units: UnsafeBufferPointer<UInt16>
  let entries: UnsafePointer<UInt32>

  /// End of the segment that begins at `start`, which is inside the text.
  func end(from start: Int) -> Int {
    var (previous, length) = wordClass(at: start)
    var last = previous  // the class right before, marks included
    var end = start + length
    var indicators = previous == CharacterTable.regionalIndicator ? 1 : 0
    var hasDigitFirst = previous == CharacterTable.numeric
    let startsArabic = isArabic(start)
    while end < units.count {
      let (next, nextLength) = wordClass(at: end)
      let entry = entries[Int(units[end])]
      if entry & (CharacterTable.lineBreak | CharacterTable.blank) != 0 { return end }
      if last == CharacterTable.zeroWidthJoiner && next == CharacterTable.pictographic {
        (previous, last) = (next, next)
        end += nextLength
        continue
      }
      if isIgnorable(next) {  // WB4
        last = next
        end += nextLength
        continue
      }
      // Warsha's differences: scripts part, and a letter parts from the digits before it.
      if isLetter(next) && (isArabic(end) != startsArabic || hasDigitFirst) { return end }
      if joins(previous, next, indicators: indicators) {
        if next == CharacterTable.regionalIndicator { indicators += 1 }
        (previous, last) = (next, next)
        end += nextLength
        continue
      }
      guard let after = joinedAcross(previous, next, at: end, nextLength) else {
        // WB7a, which only applies where no letter follows the quote.
        guard previous == CharacterTable.hebrewLetter, next == CharacterTable.singleQuote else {
          return end
        }
        (previous, last) = (next, next)
        end += nextLength
        continue
      }
      if isArabic(after.position) != startsArabic && isLetter(after.wordClass) { return end }
      (previous, last) = (after.wordClass, after.wordClass)
      end = after.end
      hasDigitFirst = hasDigitFirst && previous == CharacterTable.numeric
    }
    return end
  }

  /// Class and length of the code point at a position; pairs are asked of ICU.
  func wordClass(at position: Int) -> (wordClass: UInt32, length: Int) {
    let unit = units[position]
    let entry = entries[Int(unit)]
    if entry & CharacterTable.surrogate == 0 { return (entry & CharacterTable.classMask, 1) }
    guard unit < 0xDC00, position + 1 < units.count, units[position + 1] & 0xFC00 == 0xDC00 else {
      return (0, 1)
    }
    let scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(units[position + 1]) - 0xDC00
    return (UInt32(warsha_icu_word_class(scalar)), 2)
  }

  private func isArabic(_ position: Int) -> Bool {
    entries[Int(units[position])] & CharacterTable.arabic != 0
  }

  private func isIgnorable(_ wordClass: UInt32) -> Bool {
    wordClass == CharacterTable.extend || wordClass == CharacterTable.format
      || wordClass == CharacterTable.zeroWidthJoiner
  }

  private func isLetter(_ wordClass: UInt32) -> Bool {
    wordClass == CharacterTable.aLetter || wordClass == CharacterTable.hebrewLetter
  }

  /// Rules that look at two classes only: WB5, WB8 to WB10, WB13, WB15.
  private func joins(_ left: UInt32, _ right: UInt32, indicators: Int) -> Bool {
    let isWordLike = isLetter(left) || left == CharacterTable.numeric
    if isWordLike && (isLetter(right) || right == CharacterTable.numeric) { return true }
    if left == CharacterTable.katakana && right == CharacterTable.katakana { return true }
    if right == CharacterTable.extendNumberLetter {
      return isWordLike || left == CharacterTable.katakana
        || left == CharacterTable.extendNumberLetter
    }
    if left == CharacterTable.extendNumberLetter {
      return isLetter(right) || right == CharacterTable.numeric || right == CharacterTable.katakana
    }
    return left == CharacterTable.regionalIndicator && right == left && indicators % 2 == 1
  }

  /// Rules that need what follows the mark: WB6, WB7, WB7b, WB11, WB12.
  private func joinedAcross(
    _ left: UInt32, _ mark: UInt32, at position: Int, _ length: Int
  ) -> (wordClass: UInt32, position: Int, end: Int)? {
    let between =
      mark == CharacterTable.midNumberLetter || mark == CharacterTable.singleQuote
    let letters = isLetter(left) && (between || mark == CharacterTable.midLetter)
    let digits = left == CharacterTable.numeric && (between || mark == CharacterTable.midNumber)
    let hebrew = left == CharacterTable.hebrewLetter && mark == CharacterTable.doubleQuote
    guard letters || digits || hebrew else { return nil }
    var next = position + length
    while next < units.count {
      let (wordClass, wordLength) = self.wordClass(at: next)
      if isIgnorable(wordClass) {
        next += wordLength
        continue
      }
      let fits =
        letters && isLetter(wordClass) || digits && wordClass == CharacterTable.numeric
        || hebrew && wordClass == CharacterTable.hebrewLetter
      return fits ? (wordClass, next, next + wordLength) : nil
    }
    return nil
  }
}
