// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Folds names for comparison: canonical names are equal when their folded forms are.
package enum NameFolding {
  /// A name without marks, hamza seats, tatweel, punctuation, case and compatibility forms, its
  /// words parted by single blanks.
  ///
  /// The form does not depend on the Arabic normalisation of extractors, so that a change there
  /// cannot move a score.
  package static func fold(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      // Upper, then lower: the case folding of Unicode but for letters that Arabic text never has.
      for capital in scalar.properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
      }
    }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in folded {
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark || category == .format || scalar == tatweel { continue }
      if let letter = seats[scalar] {
        word.append(letter)
      } else if isAlphanumeric(scalar) {
        word.append(contentsOf: digit(scalar).unicodeScalars)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.joined(separator: " ")
  }

  /// Letters and everything with a numeric value.
  static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar.properties.numericType != nil
    }
  }

  static let tatweel: Unicode.Scalar = "\u{0640}"  // ARABIC TATWEEL

  private static let seats: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{0671}": "\u{0627}",  // ALEF WASLA → ALEF
    "\u{0649}": "\u{064A}",  // ALEF MAKSURA → YEH
    "\u{0629}": "\u{0647}",  // TEH MARBUTA → HEH
    "\u{06A9}": "\u{0643}",  // KEHEH → KAF
    "\u{06CC}": "\u{064A}",  // FARSI YEH → YEH
  ]

  /// A digit of any script as an ASCII digit; other scalars as they are.
  private static func digit(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.numericType {
    case .decimal, .digit: String(Int(scalar.properties.numericValue ?? 0))
    default: String(scalar)
    }
  }
}
